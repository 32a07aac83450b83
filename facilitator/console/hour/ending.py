"""The end of an hour: the wall says goodbye, and what is private waits until everyone has left."""

from __future__ import annotations

from datetime import timedelta

from agenda.public import Scene
from agenda.record.rows import session as sessions
from agenda.session import PhaseKey
from content.lesson import HomeworkOption
from facilitator.console.calendar.next_session import plan_next
from facilitator.console.console import Console
from facilitator.console.hour.led_hour import LedHour
from facilitator.console.hour.pages import goodbye_page
from facilitator.console.parts.confirm import ConfirmDialog
from facilitator.console.projector.broadcast import Shown
from facilitator.console.rounds.rounds import catch_up as still_open
from facilitator.console.workplace import Workplace
from facilitator.language import _, clock_time, long_date, ngettext

Options = tuple[HomeworkOption, ...]
MINUTE = timedelta(minutes=1)


async def really_end(console: Console, led: LedHour) -> bool:
    """Ask with what is so; "Not yet" is where the cursor stands."""
    question = " ".join((*_facts(led), _("End the session?")))
    answer = await console.ask(ConfirmDialog(question, _("End now"), _("Not yet"), careful=True))
    return answer is True


def _facts(led: LedHour) -> tuple[str, ...]:
    """What speaks for or against it, and nothing about any one person: the group may read along."""
    left = -((led.workplace.clock.now() - led.timeline().end_at) // MINUTE)
    facts = []
    if left > 0:
        facts.append(ngettext("{count} minute is left.", "{count} minutes are left.", left).format(count=left))
    elif left < 0:
        facts.append(ngettext("{count} minute over.", "{count} minutes over.", -left).format(count=-left))
    here = [a.member for a in led.roster if a.status.present]
    agreed = sum(member in led.now.agreed for member in here)
    if any(phase.key is PhaseKey.NEW_HOMEWORK for phase in led.hour.phases) and agreed < max(1, len(here)):
        if not agreed:
            facts.append(_("Homework is not agreed."))
        else:
            facts.append(_("Homework is agreed with {count} of {all}.").format(count=agreed, all=len(here)))
    return tuple(facts)


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


async def everyone_has_left(console: Console) -> bool:
    """Wait at the goodbye until everyone has left; false if the hour was ended by mistake and goes on.

    A clicker sends Esc as well, so Esc only asks.
    """
    question = _("Notes hold private text. Has everyone left?")
    hint = _("Ended by mistake? Esc leads back into the hour.")
    while True:
        answer = await console.ask(
            ConfirmDialog(question, _("Everyone has left"), _("Not yet"), hint=hint, careful=True)
        )
        if answer:
            return True
        if answer is None and await _goes_back(console):
            return False


async def _goes_back(console: Console) -> bool:
    question = _("The session has ended. Back into the hour?")
    answers = _("Back into the hour"), _("Stay at the goodbye")
    answer = await console.ask(ConfirmDialog(question, *answers, careful=True))
    return answer is True


async def private_work(console: Console, led: LedHour, options: Options) -> None:
    """Once everyone has left: what is still open, then the notes, drafted already."""
    await catch_up(console, led, options)
    await console.ask(console.rooms.notes(led.id))


async def catch_up(console: Console, led: LedHour, options: Options) -> bool:
    """Ask what is still open; whether anything was."""
    if not still_open(led.workplace.record, led.id, options):
        return False
    await console.ask(console.rooms.catch_up(led.id))
    return True
