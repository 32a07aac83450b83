"""Something came up: the clock stands until the group goes on."""

from __future__ import annotations

from collections.abc import Callable

from agenda.follow_up import FollowUpKind
from facilitator.console.console import Console
from facilitator.console.hour.pause_dialog import PauseDialog
from facilitator.console.people.marks import Marks
from facilitator.language import _


async def stay_paused(console: Console, marks: Marks, draw: Callable[[], object]) -> str:
    """Pause, with a follow-up for the chosen member; what helps now stands in the dialog until the group goes on."""
    led = marks.led
    if not led.timeline().paused:
        with led.workplace.record.atomic():
            led.pause()
            marks.attendance.follow_up("", kind=FollowUpKind.CAME_UP)
        draw()
    words = led.source.words
    await console.ask(PauseDialog(words.grounding, words.crisis))
    led.resume()
    return _("The group goes on. The clock runs again.")
