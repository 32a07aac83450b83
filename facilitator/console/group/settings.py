"""What a group decides about itself: when it meets, what it agreed, its minutes, where its codes lead."""

from __future__ import annotations

from collections.abc import Callable

from agenda.address import LONGEST_ADDRESS, public_address
from agenda.calendar_title import LONGEST_TITLE, calendar_title
from agenda.error import Refused
from agenda.member import LONGEST_NAME
from agenda.record.action import action
from agenda.record.rows import group as groups
from agenda.record.rows import session as sessions
from agenda.session import SessionKind
from facilitator.console.calendar.minutes import ask_for_minutes
from facilitator.console.console import Console
from facilitator.console.parts.ask_words import Texts, ask_form
from facilitator.console.parts.choice import ChoiceDialog
from facilitator.console.parts.form import FormField
from facilitator.console.parts.reading import heard_time, number_of, time_of
from facilitator.console.parts.wording import kind_words, weekday_words
from facilitator.console.setup.steps import LEAST_MINUTES, MOST_MINUTES
from facilitator.error_words import error_words
from facilitator.language import _
from legible import one_line

LINES, LINE_LENGTH = 5, 42
"""Agreements the wall can hold, and letters in one."""
KINDS = tuple(kind for kind in SessionKind if kind is not SessionKind.CANCELLED)


async def agreements(console: Console, group_id: str) -> None:
    """The group's own lines for the wall."""
    record = console.workplace.record
    own = groups.group(record, group_id).agreements or console.workplace.words.agreements.lines
    lines = (*own, *[""] * LINES)[:LINES]
    fields = tuple(
        FormField(f"line{n}", str(n), line, longest=LINE_LENGTH, draft_key=f"group.{group_id}.agreement{n}")
        for n, line in enumerate(lines, 1)
    )
    hint = _("Five lines at most. The wall shows them to everybody. All empty: those of the curriculum.")
    write = lambda texts: groups.set_agreements(record, group_id, tuple(texts.values()))  # noqa: E731
    await ask_form(console, _("What this group agreed"), fields, write, hint=hint, beside=True)


async def address(console: Console, group_id: str) -> None:
    """The web address that the handouts' codes lead to, and the title of the next session in a calendar."""
    record = console.workplace.record
    hint = _("Where your site shows the handouts, as in https://example.org/imr. Empty: none.")
    in_calendars = _("In members' calendars, where others may read it. Empty: Appointment.")
    key = f"group.{group_id}.address"
    now, title = groups.address(record, group_id), groups.calendar_title(record, group_id)
    fields = (
        FormField("address", _("Address"), now, hint=hint, longest=LONGEST_ADDRESS, draft_key=key),
        FormField("title", _("Calendar title"), title, hint=in_calendars, longest=LONGEST_TITLE),
    )

    def write(texts: Texts) -> None:
        with action(record, "group.set_address"):  # one intent, whatever of it changed: u takes it back as a whole
            groups.set_address(record, group_id, texts["address"])
            groups.set_calendar_title(record, group_id, texts["title"])

    await ask_form(console, _("The codes on handouts"), fields, write, _code_problems)


async def minutes(console: Console, group_id: str) -> None:
    """Minutes of the parts, for one kind of session; the session planned next follows them at once."""
    usual = KINDS.index(SessionKind.USUAL)
    words = [kind_words(kind) for kind in KINDS]
    place = await console.ask(ChoiceDialog(_("For which kind of session?"), words, chosen=usual))
    if place is None or not await ask_for_minutes(console, group_id, KINDS[place]):
        return
    record = console.workplace.record
    following = sessions.next_session(record, group_id)
    if following is not None and following.started_at is None and following.kind is KINDS[place]:
        sessions.replan(record, following.id, kind=KINDS[place])


async def change(console: Console, group_id: str) -> None:
    """Name, day, time and length."""
    record = console.workplace.record
    group = groups.group(record, group_id)
    question = ChoiceDialog(_("On which day does the group meet?"), weekday_words(), chosen=group.weekday)
    weekday = await console.ask(question)
    if weekday is None:
        return
    fields = (
        FormField("name", _("Name"), group.name, longest=LONGEST_NAME),
        FormField("starts", _("Begins at"), f"{group.starts:%H:%M}", heard=heard_time),
        FormField("minutes", _("Minutes"), str(group.minutes), digits=True, longest=3),
        FormField("place", _("Where"), group.place, hint=_("As it stands on what members take home. May stay empty.")),
    )

    def write(texts: Texts) -> None:
        starts, length = time_of(texts["starts"]), number_of(texts["minutes"])
        if starts is not None:
            changed = {"name": texts["name"], "place": texts["place"]}
            groups.change(record, group_id, weekday=weekday, starts=starts, minutes=length, **changed)

    if await ask_form(console, _("Name and time"), fields, write, _time_problems, beside=True):
        console.say(_("A session planned already keeps its day and time; p on Home moves it."))


def _code_problems(texts: Texts) -> dict[str, str]:
    wrong = {}
    checks: dict[str, Callable[[str], str]] = {"address": public_address, "title": calendar_title}
    for field, check in checks.items():
        try:
            if texts[field].strip():
                check(texts[field])
        except Refused as refused:
            words = error_words(refused)
            wrong[field] = f"{words.message} {words.hint}"
    return wrong


def _time_problems(texts: Texts) -> dict[str, str]:
    wrong = {} if one_line(texts["name"]) else {"name": _("The group needs a name.")}
    if time_of(texts["starts"]) is None:
        wrong["starts"] = _("A time as in 14:00, 14.30 or 2 pm.")
    if not LEAST_MINUTES <= number_of(texts["minutes"]) <= MOST_MINUTES:
        wrong["minutes"] = _("From {least} to {most} minutes.").format(least=LEAST_MINUTES, most=MOST_MINUTES)
    return wrong
