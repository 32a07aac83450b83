"""Watching the laptop's own clock: sleep and somebody setting it back."""

from __future__ import annotations

from datetime import timedelta

from agenda.record.rows import hour as hours
from facilitator.console.hour.led_hour import LedHour
from facilitator.language import _, ngettext

TOLERANCE = timedelta(seconds=2)


class ClockWatch:
    """Compares both readings of the clock at each look (docs/design.md 5)."""

    def __init__(self, led: LedHour) -> None:
        self._led = led
        self._clock = led.workplace.clock
        self._now, self._monotonic = self._clock.now(), self._clock.monotonic()
        self._mend_a_start_in_the_future()

    def look(self) -> str | None:
        """What happened to the clock since the last look, in words; a jump back is journalled."""
        now, monotonic = self._clock.now(), self._clock.monotonic()
        passed = timedelta(seconds=monotonic - self._monotonic)
        jump = (now - self._now) - passed
        if jump < -TOLERANCE:
            told = self._set_back(-jump)  # where it is refused, the next look finds the same jump
            self._now, self._monotonic = now, monotonic
            return told
        self._now, self._monotonic = now, monotonic
        if jump > TOLERANCE:
            minutes = max(1, round(jump / timedelta(minutes=1)))
            return ngettext(
                "The laptop slept for {minutes} minute. The clock went on.",
                "The laptop slept for {minutes} minutes. The clock went on.",
                minutes,
            ).format(minutes=minutes)
        return None

    def _set_back(self, jump: timedelta) -> str:
        hours.clock_set_back(self._led.workplace.record, self._led.id, jump)
        return _("The laptop's clock was set back. The minutes of this phase are kept.")

    def _mend_a_start_in_the_future(self) -> None:
        """The clock may have been set back while no console ran: then what is on began later than now."""
        began = [run.began_at for run in self._led.hour.runs if run.ended_at is None]
        now = self._now + self._led.session.clock_shift
        if began and began[0] - now > TOLERANCE:
            self._set_back(began[0] - now)
