"""Something came up: the clock stands until the group goes on."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import assert_never

from agenda.error import Refused
from agenda.follow_up import FollowUpKind
from agenda.record.rows import follow_up as follow_ups
from facilitator.console.console import Console
from facilitator.console.hour.pause_dialog import PauseDialog, PauseEnd
from facilitator.console.people.marks import Marks
from facilitator.crisis_help import crisis_help
from facilitator.error_words import error_words
from facilitator.language import _


async def stay_paused(
    console: Console, marks: Marks, draw: Callable[[], object], end: Callable[[], Awaitable[bool]]
) -> str:
    """Pause until one of the ways on is chosen; ``end`` asks and ends the session, and says whether it did."""
    led = marks.led
    if not led.timeline().paused:
        led.pause()
        draw()
    words = led.source.words
    while True:
        way = await console.ask(
            PauseDialog(words.grounding, crisis_help(words.crisis).texts, lambda: _write_follow_up(marks))
        )
        match way:
            case PauseEnd.END:
                if await end():
                    return ""
            case PauseEnd.GO_ON | None:
                led.resume()
                return _("The group goes on. The clock runs again.")
            case PauseEnd.ALONG:
                led.resume()
                return _("One of you goes along. The group goes on, and the clock runs again.")
            case _:
                assert_never(way)


def _write_follow_up(marks: Marks) -> str:
    """For the chosen member, else for the group; what to say, without a name, for others may see the screen."""
    member, led = marks.chosen.member, marks.led
    try:
        follow_ups.add(
            led.workplace.record, led.id, "", member=member.member if member else None, kind=FollowUpKind.CAME_UP
        )
    except Refused as refused:
        return error_words(refused).message
    if member is None:
        return _("A follow-up for the group is written; catch-up asks about it.")
    return _("A follow-up for the member who was chosen is written; catch-up asks about it.")
