"""The journal in plain words: who did what when, about whom, in which session, and what became of it."""

from __future__ import annotations

from collections.abc import Sequence

from agenda.error import N_
from agenda.trail import Change, Entry
from facilitator.record_words import Telling

VERB_WORDS: dict[str, str] = {
    "access.open": N_("opened a page"),
    "access.take_out": N_("asked for something to take out"),
    "attendance.check_in": N_("took a check-in from the kiosk"),
    "attendance.take_back_check_in": N_("took a check-in back that was somebody else's"),
    "attendance.everyone_here": N_("marked everyone here who was not marked"),
    "attendance.give_reason": N_("wrote why somebody is not there"),
    "attendance.mark": N_("marked attendance"),
    "attendance.out_or_back": N_("marked out of the room or back"),
    "attendance.set_mode": N_("marked room, video or phone"),
    "code.complete": N_("made codes for the kiosk"),
    "code.renew": N_("made another code for the kiosk"),
    "consent.give": N_("wrote down a consent"),
    "consent.withdraw": N_("wrote down that a consent was taken back"),
    "contact.record": N_("wrote down how somebody was reached"),
    "facilitator.add": N_("added a facilitator"),
    "flip_chart.take_back": N_("took a line off the flip chart"),
    "flip_chart.write": N_("wrote a line on the flip chart"),
    "follow_up.add": N_("wrote a follow-up"),
    "follow_up.appointment": N_("noted that an appointment is asked about next time"),
    "follow_up.came_of": N_("asked what came of an appointment"),
    "follow_up.change": N_("changed a follow-up"),
    "follow_up.done": N_("marked a follow-up as done"),
    "goal.achieve": N_("marked whether a goal is achieved"),
    "goal.add_short_term": N_("wrote a short-term goal"),
    "goal.add_step": N_("wrote a step"),
    "goal.change": N_("changed a goal"),
    "goal.change_short_term": N_("changed a short-term goal"),
    "goal.change_step": N_("changed a step"),
    "goal.review_short_term": N_("marked how far a short-term goal got"),
    "goal.set": N_("wrote a goal"),
    "group.agree": N_("changed the agreements"),
    "group.change": N_("changed name or time of the group"),
    "group.close_date": N_("closed a day"),
    "group.create": N_("made a group"),
    "group.open_date": N_("opened a closed day"),
    "group.set_address": N_("changed the web address"),
    "member.large_print": N_("changed the size of somebody's print"),
    "group.set_calendar_title": N_("changed the title in calendars"),
    "group.set_clock": N_("showed or hid the hour on the wall"),
    "group.set_edition": N_("changed the edition"),
    "group.set_minutes": N_("changed the minutes of the parts"),
    "group.set_reviews": N_("changed the number of goal reviews"),
    "guests.set": N_("wrote down guests"),
    "handout.give": N_("gave a handout"),
    "homework.agree": N_("agreed homework"),
    "homework.agree_all": N_("agreed homework with everyone here"),
    "homework.drop": N_("let homework go"),
    "homework.review": N_("looked back on homework"),
    "homework.reword": N_("changed the words of homework"),
    "homework.when_and_where": N_("agreed day and place of homework"),
    "homework.unreview": N_("took back looking back on homework"),
    "lesson.skip": N_("skipped a lesson"),
    "lesson.take_up": N_("took a skipped lesson up again"),
    "lesson.taught": N_("showed pages of the lesson"),
    "member.add": N_("added a member"),
    "member.erase": N_("erased what was kept about a member"),
    "member.identify": N_("changed full name or record number"),
    "member.join": N_("added a newcomer in the hour"),
    "member.rename": N_("changed a member's name"),
    "membership.change": N_("changed how a member belongs"),
    "note.edit": N_("wrote a part of a note"),
    "note.review": N_("reviewed a note"),
    "note.unreview": N_("took a review back"),
    "phase.begin": N_("moved to a phase"),
    "phase.break": N_("began a break"),
    "phase.minutes": N_("changed the minutes of a phase"),
    "phase.skip": N_("skipped a phase"),
    "phase.take_back": N_("went back to the phase before"),
    "record.migrate": N_("brought the record up to date"),
    "redo": N_("did again"),
    "response.chips": N_("marked how somebody took part"),
    "response.words": N_("wrote how somebody took part"),
    "session.cancel": N_("cancelled a session"),
    "session.change_lesson": N_("changed the lesson in the middle of the hour"),
    "session.choose_lesson": N_("chose a lesson"),
    "session.clock_set_back": N_("the laptop's clock was set back"),
    "session.clock_set_forward": N_("the laptop's clock was set forward"),
    "session.end": N_("ended the session"),
    "session.ended_at": N_("wrote down when a session that nobody ended was over"),
    "session.move": N_("moved a session to another day"),
    "session.pause": N_("paused: something came up"),
    "session.plan": N_("planned a session"),
    "session.reopen": N_("opened the session again"),
    "session.replan": N_("changed the kind of a session"),
    "session.resume": N_("went on after a pause"),
    "session.start": N_("started the session"),
    "session.started_earlier": N_("changed when the session began"),
    "session.take_back_start": N_("took back that the session had begun"),
    "staff.add": N_("added somebody who leads"),
    "technique.mark": N_("marked a technique or skill"),
    "turn.answer": N_("asked about a turn"),
    "turn.hold": N_("marked a goal review"),
    "turn.rest": N_("agreed a rest from turns"),
    "turn.small_step": N_("wrote a small step"),
    "turn.write": N_("wrote about a goal review"),
    "undo": N_("took back"),
}
"""What each verb of the record did, after the name of whoever did it."""

BETWEEN = " · "
BY_ITSELF = "record.migrate"

MOST_ROWS = 2
"""Of an intent that changed more rows, only the people are told."""
MOST_FIELDS = 3
LONGEST_VALUE = 60


def line(entry: Entry, telling: Telling, members: Sequence[str] = (), group: str = "") -> str:
    """``24 Nov 2026 14:05 · Robin · marked attendance · Ana · session 7, 24 Nov 2026 · status: here``."""
    who = telling.say(N_("the program")) if entry.verb == BY_ITSELF else telling.facilitator(entry.facilitator)
    where = "" if entry.session is None else telling.session(entry.session)
    parts = telling.moment(entry.at), who, done_words(entry, telling), ", ".join(members), where, group
    return BETWEEN.join(part for part in (*parts, *changed_words(entry, telling)) if part)


def done_words(entry: Entry, telling: Telling) -> str:
    """What was done; of an undo, what was undone."""
    words = telling.say(VERB_WORDS.get(entry.verb, N_("did what this version has no words for")))
    if entry.replayed is None:
        return words
    what = telling.say(VERB_WORDS.get(entry.replayed, N_("something")))
    return telling.say(N_("{did}: {what}")).format(did=words, what=what)


def changed_words(entry: Entry, telling: Telling) -> tuple[str, ...]:
    """What became of it, where that is short: at most three fields of at most two rows."""
    if len(entry.changes) > MOST_ROWS:
        return ()
    told = (field for change in entry.changes for field in _fields(change, telling))
    return tuple(f"{label}: {_cut(value)}" for label, value in list(dict.fromkeys(told))[:MOST_FIELDS])


def _fields(change: Change, telling: Telling) -> list[tuple[str, str]]:
    columns = tuple(name for name in change.columns if name not in _SAID_ALREADY)
    if change.after is not None and change.before is not None:
        gone = telling.say(N_("nothing"))
        labels = ((telling.label(name), telling.value(name, change.after[name]) or gone) for name in columns)
        return [(label, value) for label, value in labels if label]
    return telling.fields(change.after or change.before or {}, columns)


_SAID_ALREADY = frozenset({"session_id", "at", "created_at", "agreed_at", "made_at", "reviewed_at", "reviewed_by"})
"""When and in which session stand in front of it, and who."""


def _cut(text: str) -> str:
    line = " ".join(text.split())
    return line if len(line) <= LONGEST_VALUE else line[: LONGEST_VALUE - 1] + "…"
