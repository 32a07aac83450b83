"""The end of an hour: the wall says goodbye, and what is private waits until everyone has left."""

from __future__ import annotations

from agenda.public import Scene
from agenda.record.rows import session as sessions
from content.lesson import HomeworkOption
from facilitator.console.calendar.next_session import plan_next
from facilitator.console.console import Console
from facilitator.console.hour.led_hour import LedHour
from facilitator.console.hour.pages import goodbye_page
from facilitator.console.parts.confirm import ConfirmDialog
from facilitator.console.projector.broadcast import Shown
from facilitator.console.rounds.rounds import catch_up as still_open
from facilitator.console.workplace import Workplace
from facilitator.language import _, clock_time, long_date

Options = tuple[HomeworkOption, ...]


def end(led: LedHour) -> Shown:
    """End the session, plan the next one, and what the wall shows from now on."""
    sessions.end(led.workplace.record, led.id)
    page = goodbye_page(led.source, next_time(led.workplace, led.group.id))
    return Shown(Scene.GOODBYE, page, zone=led.session.zone, locale=led.session.locale)


def next_time(workplace: Workplace, group_id: str) -> tuple[str, str]:
    """When the group meets again, planned now if it was not, in two lines for the wall."""
    found = sessions.next_session(workplace.record, group_id)
    if found is None:
        found = sessions.session(workplace.record, plan_next(workplace, group_id))
    time = clock_time(found.planned_at, found.zone)
    return _("We meet again on"), _("{day} at {time}").format(day=long_date(found.day), time=time)


async def private_work(console: Console, led: LedHour, options: Options) -> None:
    """Once everyone has left: what is still open, then the notes, drafted already."""
    question = _("Notes hold private text. Has everyone left?")
    while not await console.ask(ConfirmDialog(question, _("Everyone has left"), _("Not yet"))):
        pass
    await catch_up(console, led, options)
    await console.ask(console.rooms.notes(led.id))


async def catch_up(console: Console, led: LedHour, options: Options) -> bool:
    """Ask what is still open; whether anything was."""
    if not still_open(led.workplace.record, led.id, options):
        return False
    await console.ask(console.rooms.catch_up(led.id))
    return True
