"""Marking people during a session: who is chosen, and what a key writes about them.

Every method writes at most one action and gives back the sentence that People shows for it. These sentences hold
names: they belong on the People face and nowhere else.
"""

from __future__ import annotations

from agenda.attendance import Attendance, Excuse, Mode, Status, counts_match
from agenda.error import N_
from agenda.follow_up import FollowUpKind
from agenda.record import undo as undoing
from agenda.record.connection import Record
from agenda.record.rows import attendance as attendances
from agenda.record.rows import follow_up as follow_ups
from agenda.record.undo import Done
from facilitator.console.hour.led_hour import LedHour
from facilitator.language import _, clock_time

EVERYONE = 0
STATUS_WORDS = {
    Status.UNKNOWN: N_("not yet"),
    Status.HERE: N_("here"),
    Status.LATE: N_("late"),
    Status.EXCUSED: N_("excused"),
    Status.ABSENT: N_("absent"),
}
EXCUSE_WORDS = {
    Excuse.WORK: N_("work or training"),
    Excuse.APPOINTMENT: N_("another appointment"),
    Excuse.UNWELL: N_("not feeling well"),
    Excuse.FAMILY: N_("family"),
    Excuse.COULD_NOT_COME: N_("could not get here"),
    Excuse.HOLIDAY: N_("holiday"),
}
"""In the order of the digits under which they are offered."""
VERB_WORDS = {
    "attendance.mark": N_("attendance"),
    "attendance.everyone_here": N_("everyone here"),
    "attendance.give_reason": N_("the reason"),
    "attendance.set_mode": N_("room, video or phone"),
    "attendance.out_or_back": N_("out and back"),
    "session.started_earlier": N_("when the session began"),
    "phase.minutes": N_("the minutes of the phase"),
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


class Marking:
    """The chosen member of one session, and the marks their keys make."""

    def __init__(self, led: LedHour) -> None:
        self.led = led
        self.chosen: int | None = None
        """A digit, ``EVERYONE``, or nobody."""

    @property
    def _record(self) -> Record:
        return self.led.workplace.record

    @property
    def member(self) -> Attendance | None:
        """The chosen member."""
        return next((a for a in self.led.roster if a.digit == self.chosen), None)

    def choose(self, digit: int) -> str:
        """Choose by digit; 0 is everyone."""
        if digit != EVERYONE and digit not in [a.digit for a in self.led.roster]:
            return _("Nobody has the digit {digit} today.").format(digit=digit)
        self.chosen = digit
        member = self.member
        if member is None:
            return _("Everyone is chosen. h: all who are not marked yet are here.")
        return _("{name} is chosen. Enter shows more.").format(name=member.name)

    def move(self, step: int) -> str:
        """Choose the member above or below."""
        digits = [a.digit for a in self.led.roster]
        if not digits:
            return _("Nobody is expected today.")
        place = digits.index(self.chosen) + step if self.chosen in digits else (0 if step > 0 else len(digits) - 1)
        return self.choose(digits[max(0, min(place, len(digits) - 1))])

    def needs_member(self) -> str | None:
        """Why a mark does nothing now, or none if somebody is chosen."""
        if self.member is not None:
            return None
        if self.chosen == EVERYONE:
            return _("For everyone there is only h. Choose one member by digit.")
        return _("Nobody is chosen. Press a digit first.")

    def mark(self, status: Status, excuse: Excuse | None = None) -> str:
        """Set the chosen member's status."""
        member = self.member
        if member is None:
            return self.needs_member() or ""
        attendances.mark(self._record, self.led.id, member.member, status, excuse=excuse)
        self.led.changed()
        return self._about(self.member)

    def _about(self, member: Attendance | None) -> str:
        if member is None:
            return ""
        words = _(STATUS_WORDS[member.status])
        if member.status is Status.LATE and member.arrived_at is not None:
            at = clock_time(member.arrived_at, self.led.session.zone)
            return _("{name}: late, {time}. l again: 5 minutes earlier.").format(name=member.name, time=at)
        return _("{name}: {status}.").format(name=member.name, status=words)

    def everyone_here(self, seen: int) -> bool:
        """Mark all the others here, if that makes as many as were counted; whether it was done."""
        if not counts_match(self.led.roster, seen):
            return False
        attendances.everyone_here(self._record, self.led.id)
        self.led.changed()
        return True

    def out_or_back(self) -> str:
        """The chosen member steps out, or is back."""
        member = self.member
        if member is None:
            return self.needs_member() or ""
        is_out = attendances.out_or_back(self._record, self.led.id, member.member)
        self.led.changed()
        sentence = _("{name} stepped out. o again: back.") if is_out else _("{name} is back.")
        return sentence.format(name=member.name)

    def set_mode(self, mode: Mode) -> None:
        """In the room, by video or by phone."""
        if self.member is not None:
            attendances.set_mode(self._record, self.led.id, self.member.member, mode)
            self.led.changed()

    def give_reason(self, reason: str) -> None:
        """Why the chosen member is excused, in words."""
        if self.member is not None:
            attendances.give_reason(self._record, self.led.id, self.member.member, reason)
            self.led.changed()

    def follow_up(self, what: str, who: str = "", *, kind: FollowUpKind | None = None) -> None:
        """Something to do for the chosen member."""
        if self.member is not None:
            follow_ups.add(self._record, self.led.id, what, member=self.member.member, who=who, kind=kind)

    def undo(self) -> str:
        """Take the last action back, and say which."""
        return self._replayed(undoing.undo(self._record, self.led.id), _("Undone"), _("There is nothing to undo."))

    def redo(self) -> str:
        """Do the action taken back last again."""
        done = undoing.redo(self._record, self.led.id)
        return self._replayed(done, _("Done again"), _("There is nothing to do again."))

    def _replayed(self, done: Done | None, did: str, nothing: str) -> str:
        if done is None:
            return nothing
        self.led.changed()
        what = _(VERB_WORDS.get(done.verb, N_("a change")))
        now = next((a for a in self.led.roster if a.member == done.member), None)
        if now is None:
            return _("{did}: {what}.").format(did=did, what=what)
        status = _(STATUS_WORDS[now.status])
        return _("{did}: {what} of {name}, who is now: {status}.").format(
            did=did, what=what, name=now.name, status=status
        )
