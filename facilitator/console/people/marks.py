"""All that the keys of People write, about one chosen member or everyone."""

from __future__ import annotations

from agenda.attendance import Attendance
from facilitator.console.hour.led_hour import LedHour
from facilitator.console.people.attendance_marks import AttendanceMarks
from facilitator.console.people.chosen import Chosen
from facilitator.console.people.homework_marks import HomeworkMarks
from facilitator.console.people.turn_marks import TurnMarks
from facilitator.language import _


class Marks:
    """The marks of one session, and who is chosen."""

    def __init__(self, led: LedHour) -> None:
        self.led = led
        self.chosen = Chosen(led)
        self.attendance = AttendanceMarks(led, self.chosen)
        self.homework = HomeworkMarks(led, self.chosen)
        self.turns = TurnMarks(led, self.chosen)
        self.spoken: set[str] = set()
        """Who has spoken in this hour, as far as it was marked. Never in the record: it is gone with the screen."""

    def spoke(self) -> str:
        """The chosen member has spoken; again: not yet after all."""
        member = self.chosen.member
        if member is None:
            return self.chosen.missing
        self.spoken ^= {member.member}
        if member.member in self.spoken:
            return _("{name} has spoken.").format(name=member.name)
        return _("{name} has not spoken yet.").format(name=member.name)

    def is_quiet(self, attendance: Attendance) -> bool:
        """Whether they are here and have not spoken, once anybody was marked as having spoken."""
        return bool(self.spoken) and attendance.status.present and attendance.member not in self.spoken
