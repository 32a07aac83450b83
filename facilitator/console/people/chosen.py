"""Who is chosen: the member the next key is about."""

from __future__ import annotations

from agenda.attendance import Attendance
from facilitator.console.hour.led_hour import LedHour
from facilitator.language import _

EVERYONE = 0
"""The digit that stands for all of them."""


class Chosen:
    """Nobody, one member by their digit, or everyone."""

    def __init__(self, led: LedHour) -> None:
        self.led = led
        self.digit: int | None = None

    @property
    def member(self) -> Attendance | None:
        """The chosen member as they are marked now."""
        return next((a for a in self.led.roster if a.digit == self.digit), None)

    @property
    def is_everyone(self) -> bool:
        """Whether the next key is about all of them."""
        return self.digit == EVERYONE

    def choose(self, digit: int) -> str:
        """Choose by digit; what to say about it."""
        if digit != EVERYONE and digit not in [a.digit for a in self.led.roster]:
            return _("Nobody has the digit {digit} today.").format(digit=digit)
        self.digit = digit
        member = self.member
        if member is None:
            return _("Everyone is chosen. h: all who are not marked yet are here.")
        return _("{name} is chosen. Enter shows more.").format(name=member.name)

    def move(self, step: int) -> str:
        """Choose the member above or below."""
        digits = [a.digit for a in self.led.roster]
        if not digits:
            return _("Nobody is expected today.")
        place = digits.index(self.digit) + step if self.digit in digits else (0 if step > 0 else len(digits) - 1)
        return self.choose(digits[max(0, min(place, len(digits) - 1))])

    def nobody(self) -> None:
        """Choose nobody."""
        self.digit = None

    @property
    def missing(self) -> str:
        """Why a mark does nothing now; empty if somebody is chosen."""
        if self.member is not None:
            return ""
        if self.is_everyone:
            return _("For everyone there is only h. Choose one member by digit.")
        return _("Nobody is chosen. Press a digit first.")
