"""Watching the laptop's own clock: sleep, and somebody setting it back or forward."""

from __future__ import annotations

from datetime import datetime, timedelta

from agenda.record.rows import hour as hours
from facilitator.console.hour.led_hour import LedHour
from facilitator.language import _, ngettext

TOLERANCE = timedelta(seconds=2)


class ClockWatch:
    """Compares the readings of the clock at each look (docs/design.md 5)."""

    def __init__(self, led: LedHour) -> None:
        self._led = led
        self._clock = led.workplace.clock
        self._now, self._monotonic, self._elapsed = self._readings()
        self._taken_for_sleep: list[timedelta] = []
        """Jumps forward that nobody could tell from sleep; one that comes back was none."""
        self._mend_a_start_in_the_future(self._now)

    def look(self) -> str | None:
        """What happened to the clock since the last look, in words; that it was set is journalled."""
        readings = self._readings()
        told = self._told_of(*readings)  # where it is refused, the next look finds the same jump
        self._now, self._monotonic, self._elapsed = readings
        return told

    def _told_of(self, now: datetime, monotonic: float, elapsed: float | None) -> str | None:
        awake = timedelta(seconds=monotonic - self._monotonic)
        if elapsed is None or self._elapsed is None:
            return self._without_a_clock_of_sleep(now, (now - self._now) - awake)
        passed = timedelta(seconds=elapsed - self._elapsed)
        jump = (now - self._now) - passed
        if jump < -TOLERANCE:
            return self._set_back(-jump)
        if jump > TOLERANCE:
            return self._set_forward(jump, now)
        return _slept(passed - awake) if passed - awake > TOLERANCE else None

    def _without_a_clock_of_sleep(self, now: datetime, jump: timedelta) -> str | None:
        """A jump forward is sleep, until the clock jumps back by just as much."""
        if jump > TOLERANCE:
            self._taken_for_sleep.append(jump)
            return _slept(jump)
        if jump >= -TOLERANCE:
            return None
        for taken in self._taken_for_sleep:
            if abs(taken + jump) <= TOLERANCE:
                self._mend_a_start_in_the_future(now)
                self._taken_for_sleep.remove(taken)
                return _("The laptop's clock is back. What it had jumped ahead is not counted.")
        return self._set_back(-jump)

    def _readings(self) -> tuple[datetime, float, float | None]:
        return self._clock.now(), self._clock.monotonic(), self._clock.elapsed()

    def _set_back(self, jump: timedelta) -> str:
        hours.clock_set_back(self._led.workplace.record, self._led.id, jump)
        return _("The laptop's clock was set back. The minutes of this phase are kept.")

    def _set_forward(self, jump: timedelta, now: datetime) -> str:
        with self._led.workplace.record.atomic():
            hours.clock_set_forward(self._led.workplace.record, self._led.id, jump)
            self._mend_a_start_in_the_future(now)
        return _("The laptop's clock was set forward. The minutes of this phase are kept.")

    def _mend_a_start_in_the_future(self, laptop: datetime) -> None:
        """The clock may have been set back while no console ran, or something may have begun by a wrong clock: then
        what is on began later than now.
        """
        began = [run.began_at for run in self._led.hour.runs if run.ended_at is None]
        now = laptop + self._led.session.clock_shift
        if began and began[0] - now > TOLERANCE:
            self._set_back(began[0] - now)


def _slept(length: timedelta) -> str:
    minutes = max(1, round(length / timedelta(minutes=1)))
    return ngettext(
        "The laptop slept for {minutes} minute. The clock went on.",
        "The laptop slept for {minutes} minutes. The clock went on.",
        minutes,
    ).format(minutes=minutes)
