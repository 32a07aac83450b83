"""An hour that nobody ended is asked about before anybody is led back into it."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from agenda.error import Refused
from agenda.record.rows import session as sessions
from agenda.record.rows import unended as unended_hours
from agenda.record.rows.unended import Unended
from facilitator.console.calendar.next_session import plan_next
from facilitator.console.console import Console
from facilitator.console.parts.ask_words import ask_form
from facilitator.console.parts.choice import ChoiceDialog
from facilitator.console.parts.field import FormField
from facilitator.console.parts.form import Texts
from facilitator.console.parts.reading import heard_time, time_of
from facilitator.error_words import error_words
from facilitator.language import _, clock_time, long_date


async def ask_when_it_ended(console: Console, found: Unended) -> bool | None:
    """Whether it has ended now; false where it goes on, none where nothing was said."""
    session = found.session
    likely = (
        (_("At {time}, as planned"), found.planned),
        (_("At {time}, when the last thing was written"), found.last_written),
    )
    times = [at for _words, at in likely if at is not None]
    known = [words.format(time=clock_time(at, session.zone)) for words, at in likely if at is not None]
    day = _("{day} {year}").format(day=long_date(session.day), year=session.day.year)
    question = _("The session of {day} was not ended. When was it over?").format(day=day)
    place = await console.ask(
        ChoiceDialog(question, [*known, _("At another time"), _("It is still going on: back into it")])
    )
    if place is None:
        return None
    if place > len(times):
        return False
    if place == len(times):
        return await _at_another_time(console, found) or None
    _end(console, found, times[place])
    return True


async def _at_another_time(console: Console, found: Unended) -> bool:
    zone = ZoneInfo(found.session.zone)

    def at(texts: Texts) -> datetime | None:
        said = time_of(texts["at"])
        return None if said is None else datetime.combine(found.session.day, said, zone)

    def check(texts: Texts) -> dict[str, str]:
        moment = at(texts)
        if moment is None:
            return {"at": _("A time as in 14:00, 14.30 or 2 pm.")}
        try:
            unended_hours.refuse_to_end_at(console.workplace.record, found.session.id, moment)
        except Refused as refused:
            return {"at": error_words(refused).message}
        return {}

    def write(texts: Texts) -> None:
        moment = at(texts)
        if moment is not None:  # the form has asked already
            _end(console, found, moment)

    likely = found.planned or found.last_written
    value = "" if likely is None else clock_time(likely, found.session.zone)
    field = FormField("at", _("It was over at"), value, heard=heard_time)
    return await ask_form(console, _("When was it over?"), (field,), write, check)


def _end(console: Console, found: Unended, at: datetime) -> None:
    """End it, and plan the one after it where nobody has."""
    workplace, session = console.workplace, found.session
    unended_hours.ended_at(workplace.record, session.id, at)
    if sessions.to_come(workplace.record, session.group) is None:
        plan_next(workplace, session.group)
    time = clock_time(at, session.zone)
    console.say(_("The session ended at {time}.").format(time=time))
