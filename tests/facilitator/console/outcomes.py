"""What must be so after a key, by the words that say what it does.

Words that do not stand here fail the walk: whoever writes a new sentence says here what must come of its key.
"""

from __future__ import annotations

from typing import Any

from textual.command import CommandPalette
from textual.screen import Screen

from agenda.attendance import Status
from facilitator.console.calendar.closed_dates import ClosedDatesDialog
from facilitator.console.calendar.plan_dialog import PlanDialog
from facilitator.console.door.lock import LockScreen
from facilitator.console.door.recovery_code import RecoveryCodeScreen
from facilitator.console.goals.screen import GoalSheetScreen
from facilitator.console.group.screen import GroupScreen
from facilitator.console.home.crisis_help import CrisisHelpDialog
from facilitator.console.home.follow_ups import FollowUpsDialog
from facilitator.console.hour.move_dialog import MoveDialog
from facilitator.console.hour.one_screen import OneScreen
from facilitator.console.hour.pause_dialog import PauseDialog
from facilitator.console.hour.screen import SessionScreen
from facilitator.console.hour.uncover_dialog import UncoverDialog
from facilitator.console.library.screen import LibraryScreen
from facilitator.console.notes.screen import NotesScreen
from facilitator.console.parts.choice import ChoiceDialog
from facilitator.console.parts.confirm import ConfirmDialog
from facilitator.console.parts.digit import DigitDialog
from facilitator.console.parts.form_dialog import FormDialog
from facilitator.console.parts.key_help import KeysDialog
from facilitator.console.parts.text import TextDialog
from facilitator.console.parts.tick import TickDialog
from facilitator.console.people.member_dialog import MemberDialog
from facilitator.console.rounds.catch_up import CatchUpScreen
from facilitator.console.rounds.screen import RoundScreen
from facilitator.console.setup.new_group import NewGroupScreen
from tests.facilitator.console.key_walk import ITS_KEY, Look, Outcome, Outcomes


def closes(before: Look, after: Look) -> bool:
    return before.top not in after.stack


def opens(before: Look, after: Look) -> bool:
    return after.top not in before.stack


def writes(before: Look, after: Look) -> bool:
    return after.journal > before.journal


def tells(before: Look, after: Look) -> bool:
    """Other words on the same screen, or a message."""
    return after.top is before.top and (after.text != before.text or after.said != before.said)


def covers(before: Look, after: Look) -> bool:
    return after.curtain and not before.curtain


def quits(before: Look, after: Look) -> bool:
    return after.quits > before.quits


def turns(before: Look, after: Look) -> bool:
    """The wall has another page, or it is said that there is none."""
    return after.wall != before.wall or "This is the " in after.text


def moves_the_cursor(before: Look, after: Look) -> bool:
    return after.focus is not before.focus


def the_other_face(before: Look, after: Look) -> bool:
    return after.room is not before.room


def uncovers(before: Look, after: Look) -> bool:
    return closes(before, after) and before.curtain and not after.curtain


def keeps_covered(before: Look, after: Look) -> bool:
    return closes(before, after) and after.curtain


def comes(*kinds: type[Screen[Any]]) -> Outcome:
    return lambda before, after: after.top is not before.top and isinstance(after.top, kinds)


def either(*outcomes: Outcome) -> Outcome:
    return lambda before, after: any(outcome(before, after) for outcome in outcomes)


def both(*outcomes: Outcome) -> Outcome:
    return lambda before, after: all(outcome(before, after) for outcome in outcomes)


def about(outcome: Outcome) -> Outcome:
    """Of whoever is chosen; with nobody chosen it is said that one must be."""

    def is_so(before: Look, after: Look) -> bool:
        if before.chosen is None and isinstance(before.top, SessionScreen):
            return tells(before, after) and "Press a digit first." in after.text
        return outcome(before, after)

    return is_so


def about_or(unchosen: Outcome, outcome: Outcome) -> Outcome:
    """With nobody chosen it may be something else; where it is not, it is said that one must be chosen."""
    return lambda before, after: (before.chosen is None and unchosen(before, after)) or about(outcome)(before, after)


def is_marked(*statuses: Status) -> Outcome:
    return about(lambda before, after: tells(before, after) and after.chosen is not None
                 and after.chosen.status in statuses)  # fmt: skip


def undoes(before: Look, after: Look) -> bool:
    return writes(before, after) and "Undone" in after.text


def is_not(outcome: Outcome) -> Outcome:
    return lambda before, after: not outcome(before, after)


def says_in(kind: type[Screen[Any]], words: str) -> Outcome:
    return lambda before, after: isinstance(after.top, kind) and words in after.text


def closes_the_pause(before: Look, after: Look) -> bool:
    """The clock goes on, and so does the wall."""
    return writes(before, after) and after.wall != before.wall


def looked_back(status: str) -> Outcome:
    return about(lambda before, after: writes(before, after) and after.reviews.count(status) > 0)


OUTCOMES: Outcomes = {
    # on every screen
    "": closes,
    ("h", ""): comes(DigitDialog, CrisisHelpDialog),
    ("p", ""): comes(PlanDialog),
    ("F4", ""): comes(ConfirmDialog),
    ("a digit", ""): either(closes, tells),
    ("the digit", ""): either(closes, opens),
    ITS_KEY: closes,
    "back": closes,
    "goes back": closes,
    "stays": closes,
    "closes": closes,
    "curtain": covers,
    "keys": comes(KeysDialog),
    "quit": quits,
    "undo": writes,
    # the hour
    "curtain up": comes(UncoverDialog),
    "wall": comes(OneScreen),
    "next page": turns,
    "move on": comes(MoveDialog),
    "round": comes(RoundScreen),
    "people": the_other_face,
    "room": the_other_face,
    "pause": comes(PauseDialog),
    "minute": writes,
    "who": tells,
    "here": is_marked(Status.HERE),
    "late": is_marked(Status.LATE),
    "excused": about(comes(DigitDialog)),
    "absent": is_marked(Status.ABSENT),
    "turn today": writes,
    "goal review held": about(writes),
    ("y", "done"): looked_back("done"),
    ("s", "some"): looked_back("some"),
    ("n", "not yet"): looked_back("not yet"),
    "agree": about(comes(DigitDialog)),
    "how they took part": about(comes(TickDialog)),
    "techniques": comes(TickDialog),
    "out, back": about(writes),
    "more": about_or(comes(RoundScreen), comes(MemberDialog)),
    "shows more": comes(MemberDialog),
    # rounds
    ("Backspace", "back"): tells,
    "skip": either(tells, closes),
    "stop": closes,
    # sentences of the hour
    "first": tells,
    "all who are not marked yet are here": comes(DigitDialog),
    "again: 5 minutes earlier": both(writes, tells),
    "again: back": both(writes, tells),
    "again: not today": both(writes, tells),
    "late, now": is_marked(Status.LATE),
    "opens the goal sheet": comes(GoalSheetScreen),
    "opens the sheet": comes(GoalSheetScreen),
    "agrees on another day": comes(FormDialog, MemberDialog),
    "shows the people": the_other_face,
    "there marks techniques and skills": tells,
    "goes there": either(the_other_face, closes),
    "moves on": comes(MoveDialog),
    "goes elsewhere": comes(MoveDialog),
    "ends the session": comes(MoveDialog),
    "End closes the hour": comes(MoveDialog),
    "{phase}": comes(MoveDialog),
    "offers a smaller step, 5 minutes now": says_in(MoveDialog, "a smaller step"),
    "a smaller step, 5 minutes now": opens,
    "then": closes,
    "skips {phases}": both(writes, tells),
    "in People takes it back": tells,
    "leads back into the hour": comes(ConfirmDialog),
    "leaves it so": closes,
    "covers the wall on any keyboard": covers,
    # dialogs of the hour
    "ticks": tells,
    "words": comes(FormDialog, TextDialog),
    "does it": either(closes, opens),
    "no reason given": both(closes, writes),
    "gives the reason": both(closes, writes),
    "none": both(closes, writes),
    "not excused": both(closes, is_not(writes)),
    "own words, typed at catch-up": both(closes, writes),
    "own words": both(closes, writes),
    "takes the lesson's option": both(closes, writes),
    "nothing agreed": both(closes, is_not(writes)),
    "writes a follow-up": writes,
    "shows it": uncovers,
    "raises the curtain": uncovers,
    "keeps the curtain down": keeps_covered,
    "puts it on the wall": lambda before, after: after.wall != before.wall,
    "in an empty line takes the last one off": tells,
    "the parking place, for what must wait, and back": tells,
    ("F4", "back"): comes(ConfirmDialog),
    "go on": closes_the_pause,
    "again: the group goes on": closes_the_pause,
    "turns this screen into the wall, and back": comes(OneScreen),
    "makes this screen the wall": comes(OneScreen),
    "is for a projector that repeats this screen": tells,
    "then “projector”, says that it does": comes(CommandPalette),
    # forms
    "saves": either(closes, tells),
    "saves at once": closes,
    "back, the text is kept": closes,
    "next field, on the last one save": moves_the_cursor,
    "next field, then save": moves_the_cursor,
    "next": either(turns, moves_the_cursor),
    # lists
    "done": either(closes, writes),
    "adds a day": comes(FormDialog),
    "takes the highlighted one away": both(writes, tells),
    "adds one": comes(FormDialog, NewGroupScreen),
    "takes one away": tells,
    "writes the highlighted one": comes(FormDialog),
    "all is still right": tells,
    "changes a line": opens,
    "erases it": either(closes, tells),
    "makes a new one": comes(ConfirmDialog),
    # the goal sheet
    "write": comes(FormDialog),
    "fully, partially, not at all": tells,
    # the group
    "add": comes(FormDialog),
    "rename": comes(FormDialog),
    "details": comes(FormDialog),
    "suspend": comes(FormDialog),
    "comes again": either(writes, tells),
    "goodbye": comes(ConfirmDialog),
    "supporter": comes(ConfirmDialog),
    "large print": both(writes, tells),
    "their copy": comes(ConfirmDialog),
    "closed days": comes(ClosedDatesDialog),
    "agreements": comes(FormDialog),
    "minutes": opens,
    "goal reviews": comes(DigitDialog),
    "web address": comes(FormDialog),
    "codes": comes(ChoiceDialog),
    "name, time": comes(ChoiceDialog),
    "takes it back": writes,
    "brings them back later": writes,
    # Home
    "go back in": comes(SessionScreen),
    "goes back to it": comes(SessionScreen),
    "start": comes(SessionScreen),
    "notes": either(comes(NotesScreen), tells),
    "plan": either(comes(PlanDialog), tells),
    "library": comes(LibraryScreen),
    "group": comes(GroupScreen),
    "new group": comes(NewGroupScreen),
    "catch up": comes(CatchUpScreen),
    "open again": comes(ConfirmDialog),
    "follow-ups": comes(FollowUpsDialog),
    # the library and the notes
    "choose": opens,
    "parts": tells,
    "split": comes(ChoiceDialog),
    ("x", "skip"): comes(FormDialog),
    "page": tells,
    "repeat": comes(ChoiceDialog),
    "edition": comes(ChoiceDialog),
    "write a section": comes(TextDialog),
    "reviewed": both(writes, tells),
    "read on": tells,
    # the door
    "unlock": moves_the_cursor,
    "then the passphrase": moves_the_cursor,
    "open": tells,
    "start again": tells,
    "it is on paper": moves_the_cursor,
    "print": tells,
    "keep the old one": closes,
    "check": tells,
    "show it again": moves_the_cursor,
    "shows it again": moves_the_cursor,
    "new passphrase or code": comes(FormDialog, RecoveryCodeScreen),
    "revoke": either(comes(ConfirmDialog), tells),
    "locking": comes(ChoiceDialog),
    "and by itself after {n} minute without a key": comes(LockScreen),
    "and by itself after {n} minutes without a key": comes(LockScreen),
    "and never by itself": comes(LockScreen),
    "a new code": comes(RecoveryCodeScreen),
    "go on without one": closes,
    # set-up and the projector
    "quits": quits,
    "answer": either(closes, tells),
    "shows the letter {letter}": tells,
    "asks again, and the wall shows its letter": moves_the_cursor,
}
