"""Taking back the last mark, and saying which it was."""

from __future__ import annotations

from agenda.error import N_
from agenda.record import undo as undoing
from agenda.record.undo import Done
from facilitator.console.hour.led_hour import LedHour
from facilitator.console.people.status import status_word
from facilitator.language import _

VERB_WORDS = {
    "attendance.mark": N_("attendance"),
    "attendance.everyone_here": N_("everyone here"),
    "attendance.give_reason": N_("the reason"),
    "attendance.set_mode": N_("room, video or phone"),
    "attendance.out_or_back": N_("out and back"),
    "session.started_earlier": N_("when the session began"),
    "phase.minutes": N_("the minutes of the phase"),
    "phase.skip": N_("a phase skipped"),
    "member.join": N_("a newcomer"),
    "follow_up.add": N_("the follow-up"),
    "follow_up.change": N_("the words of the follow-up"),
    "follow_up.done": N_("follow-up done"),
    "contact.record": N_("how they were reached"),
    "staff.add": N_("who leads"),
    "guests.set": N_("guests"),
    "homework.agree": N_("the homework agreed"),
    "homework.agree_all": N_("the homework agreed with everyone"),
    "homework.reword": N_("the words of the homework"),
    "homework.drop": N_("homework let go"),
    "homework.review": N_("looking back on homework"),
    "homework.when_and_where": N_("day and place of the homework"),
    "homework.unreview": N_("homework not looked back on"),
    "turn.answer": N_("the answer about a turn"),
    "turn.rest": N_("the rest from turns"),
    "turn.hold": N_("the goal review"),
    "turn.write": N_("the words of the goal review"),
    "flip_chart.write": N_("a line of the flip chart"),
    "flip_chart.take_back": N_("a line taken off the flip chart"),
    "turn.small_step": N_("the one small step"),
    "goal.set": N_("the goal"),
    "goal.change": N_("the words of the goal"),
    "goal.achieve": N_("the goal achieved"),
    "goal.add_short_term": N_("the short-term goal"),
    "goal.change_short_term": N_("the words of the short-term goal"),
    "goal.review_short_term": N_("how far the short-term goal got"),
    "goal.add_step": N_("the step"),
    "goal.change_step": N_("the change of a step"),
    "technique.mark": N_("a technique or skill"),
    "response.chips": N_("how they took part"),
    "response.words": N_("their words"),
    "handout.give": N_("the handout"),
    "note.edit": N_("what was written in the note"),
    "note.review": N_("the note reviewed"),
    "note.unreview": N_("the note not reviewed"),
}


def undo(led: LedHour) -> str:
    """Take the last action back."""
    done = undoing.undo(led.workplace.record, led.id)
    return _replayed(led, done, _("Undone"), _("There is nothing to undo."))


def redo(led: LedHour) -> str:
    """Do the action taken back last again."""
    done = undoing.redo(led.workplace.record, led.id)
    return _replayed(led, done, _("Done again"), _("There is nothing to do again."))


def _replayed(led: LedHour, done: Done | None, did: str, nothing: str) -> str:
    if done is None:
        return nothing
    what = _(VERB_WORDS.get(done.verb, N_("a change")))
    now = next((a for a in led.roster if a.member == done.member), None)
    if now is None:
        return _("{did}: {what}.").format(did=did, what=what)
    status = status_word(now.status)
    return _("{did}: {what} of {name}, who is now: {status}.").format(did=did, what=what, name=now.name, status=status)
