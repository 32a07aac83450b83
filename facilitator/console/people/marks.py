"""All that the keys of People write, about one chosen member or everyone."""

from __future__ import annotations

from facilitator.console.hour.led_hour import LedHour
from facilitator.console.people.attendance_marks import AttendanceMarks
from facilitator.console.people.chosen import Chosen
from facilitator.console.people.homework_marks import HomeworkMarks
from facilitator.console.people.turn_marks import TurnMarks


class Marks:
    """The marks of one session, and who is chosen."""

    def __init__(self, led: LedHour) -> None:
        self.led = led
        self.chosen = Chosen(led)
        self.attendance = AttendanceMarks(led, self.chosen)
        self.homework = HomeworkMarks(led, self.chosen)
        self.turns = TurnMarks(led, self.chosen)
