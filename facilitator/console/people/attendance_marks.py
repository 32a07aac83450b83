"""Marking who is here: what a key writes about the chosen member, and the sentence People shows for it.

These sentences hold names: they belong on the People face and nowhere else.
"""

from __future__ import annotations

from agenda.attendance import Excuse, Mode, Status, counts_match, heads
from agenda.error import N_
from agenda.follow_up import FollowUpKind
from agenda.record.rows import attendance as attendances
from agenda.record.rows import follow_up as follow_ups
from facilitator.console.hour.led_hour import LedHour
from facilitator.console.people.chosen import Chosen
from facilitator.console.people.status import status_word
from facilitator.language import _, clock_time

EXCUSE_WORDS = {
    Excuse.WORK: N_("work or training"),
    Excuse.APPOINTMENT: N_("another appointment"),
    Excuse.UNWELL: N_("not feeling well"),
    Excuse.FAMILY: N_("family"),
    Excuse.COULD_NOT_COME: N_("could not get here"),
    Excuse.HOLIDAY: N_("holiday"),
}
"""In the order of the digits under which they are offered."""


class AttendanceMarks:
    """Attendance in one session; every method writes at most one action."""

    def __init__(self, led: LedHour, chosen: Chosen) -> None:
        self._led, self._chosen = led, chosen
        self._record = led.workplace.record

    def mark(self, status: Status, excuse: Excuse | None = None) -> str:
        """Set the chosen member's status."""
        member = self._chosen.member
        if member is None:
            return self._chosen.missing
        attendances.mark(self._record, self._led.id, member.member, status, excuse=excuse)
        return self._about_the_chosen()

    def _about_the_chosen(self) -> str:
        member = self._chosen.member
        if member is None:
            return ""
        if member.status is Status.LATE and member.arrived_at is not None:
            at = clock_time(member.arrived_at, self._led.session.zone)
            return _("{name}: late, {time}. l again: 5 minutes earlier.").format(name=member.name, time=at)
        return _("{name}: {status}.").format(name=member.name, status=status_word(member.status))

    def everyone_here(self, seen: int) -> bool:
        """Mark all the others here, if that makes as many as were counted; whether it was done."""
        roster = attendances.roster(self._record, self._led.id)  # a round may have marked some since the last drawing
        if not counts_match(roster, seen):
            return False
        if not all(a.confirmed for a in roster):
            attendances.everyone_here(self._record, self._led.id)
        return True

    def counted(self) -> tuple[int, int]:
        """How many are marked in the room now, and of how many it is not known."""
        roster = attendances.roster(self._record, self._led.id)
        return heads(roster), sum(1 for a in roster if a.status is Status.UNKNOWN)

    def out_or_back(self) -> str:
        """The chosen member steps out, or is back."""
        member = self._chosen.member
        if member is None:
            return self._chosen.missing
        is_out = attendances.out_or_back(self._record, self._led.id, member.member)
        sentence = _("{name} stepped out. o again: back.") if is_out else _("{name} is back.")
        return sentence.format(name=member.name)

    def set_mode(self, mode: Mode) -> None:
        """In the room, by video or by phone."""
        if self._chosen.member is not None:
            attendances.set_mode(self._record, self._led.id, self._chosen.member.member, mode)

    def give_reason(self, reason: str) -> None:
        """Why the chosen member is excused, in words."""
        if self._chosen.member is not None:
            attendances.give_reason(self._record, self._led.id, self._chosen.member.member, reason)

    def follow_up(self, what: str, who: str = "", *, kind: FollowUpKind | None = None) -> None:
        """Something to do for the chosen member."""
        if self._chosen.member is not None:
            follow_ups.add(self._record, self._led.id, what, member=self._chosen.member.member, who=who, kind=kind)
