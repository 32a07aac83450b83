"""The plan of a session that has not begun: kind, day, lesson, minutes."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from dataclasses import dataclass
from datetime import date
from typing import Any, ClassVar

from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.getters import query_one
from textual.widgets import OptionList, Static

from agenda.record.rows import group as groups
from agenda.record.rows import session as sessions
from agenda.session import PhaseKey, Session, SessionKind
from facilitator.console.calendar import next_session
from facilitator.console.calendar.minutes import ask_for_minutes
from facilitator.console.parts.ask_words import Texts, ask_form
from facilitator.console.parts.choice import ChoiceDialog
from facilitator.console.parts.colour import KEY, QUIET
from facilitator.console.parts.dialog import ConsoleDialog
from facilitator.console.parts.form import FormField
from facilitator.console.parts.reading import date_of, day_hint, doubted_day, heard_day
from facilitator.console.parts.wording import kind_words, part_words
from facilitator.language import _, long_date, ngettext

KINDS = tuple(kind for kind in SessionKind if kind is not SessionKind.CANCELLED)


@dataclass(frozen=True, slots=True)
class Line:
    """One thing that can be planned: its label, how it stands, and what asks for another."""

    label: str
    stands: str
    ask: Callable[[], Coroutine[Any, Any, None]]


class PlanDialog(ConsoleDialog[None]):
    """Each line opens its own question; every answer is kept at once."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *(Binding(str(n), f"ask({n})", _("change"), id=f"plan.{n}", show=False,
                  tooltip=_("Change the line of this number")) for n in range(1, 6)),
        Binding("enter", "take", _("change"), id="plan.change", tooltip=_("Change the highlighted line")),
    ]  # fmt: skip

    options = query_one(OptionList)

    def __init__(self, session: str) -> None:
        super().__init__()
        self._planned = session

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog"):
            yield Static("", id="plan-title", classes="question", markup=False)
            yield OptionList(markup=False)
            yield Static(_("A number or Enter changes a line. Esc: back."), classes="hint", markup=False)

    def on_mount(self) -> None:
        self.options.focus()
        self._show()

    @on(OptionList.OptionSelected)
    def ask_chosen(self, event: OptionList.OptionSelected) -> None:
        self.action_ask(event.option_index + 1)

    def action_ask(self, number: int) -> None:
        """Open the question of a line, counted from 1."""
        lines = self._lines()
        if number <= len(lines):
            self.console.begin(self._asked(lines[number - 1]))

    async def _asked(self, line: Line) -> None:
        await self.answered(line.ask())
        if self._session.kind is not SessionKind.CANCELLED:
            self._show()

    def action_take(self) -> None:
        self.options.action_select()

    @property
    def _session(self) -> Session:
        return sessions.session(self.record, self._planned)

    def _show(self) -> None:
        title = _("Plan of session {number}").format(number=self._session.number)
        self.query_one("#plan-title", Static).update(Text(title))
        place = self.options.highlighted or 0
        self.options.clear_options()
        self.options.add_options([_text(n, line) for n, line in enumerate(self._lines(), 1)])
        self.options.highlighted = place

    def _lines(self) -> tuple[Line, ...]:
        found = self._session
        return (
            Line(_("Kind"), kind_words(found.kind), self._ask_kind),
            Line(_("Day"), long_date(found.day), self._ask_day),
            Line(_("Lesson"), self._lesson(), self._ask_lesson),
            Line(_("Minutes"), self._minutes(), self._ask_minutes),
            Line(_("Cancel"), _("this session does not take place"), self._ask_cancel),
        )

    def _lesson(self) -> str:
        lesson = sessions.lesson_of(self.record, self._planned)
        if lesson is None:
            return _("none yet")
        pages = part_words(sessions.part_of(self.record, self._planned))
        return ", ".join(filter(None, (lesson.title, pages)))

    def _minutes(self) -> str:
        phases = sessions.planned_phases(self.record, self._planned)
        lesson = next((p.minutes for p in phases if p.key is PhaseKey.LESSON), 0)
        said = ngettext("{all} in all, {n} for the lesson", "{all} in all, {n} for the lesson", lesson)
        return said.format(all=self._session.minutes, n=lesson)

    async def _ask_kind(self) -> None:
        place = KINDS.index(self._session.kind)
        question = ChoiceDialog(_("What kind of session?"), [kind_words(k) for k in KINDS], chosen=place)
        chosen = await self.console.ask(question)
        if chosen is not None:
            sessions.replan(self.record, self._planned, kind=KINDS[chosen])

    async def _ask_day(self) -> None:
        def write(texts: Texts) -> None:
            day = date_of(texts["day"], self._today)
            if day is not None:
                sessions.move(self.record, self._planned, day=day)

        field = FormField(
            "day", _("Day"), self._session.day.isoformat(),
            hint=day_hint(), heard=lambda text: heard_day(text, self._today),
        )  # fmt: skip
        await ask_form(self.console, _("On which day?"), [field], write, self._day_problems, doubt=self._doubted)

    def _doubted(self, texts: Texts) -> str:
        day = date_of(texts["day"], self._today)
        weekday = groups.group(self.record, self._session.group).weekday
        return "" if day is None else doubted_day(day, self._today, weekday)

    def _day_problems(self, texts: Texts) -> dict[str, str]:
        day = date_of(texts["day"], self._today)
        closed = groups.closed_dates(self.record, self._session.group)
        if day is None:
            return {"day": _("A day as in 2026-12-24 or 24 December.")}
        if day in {one.day for one in closed}:
            return {"day": _("The group does not meet on {day}.").format(day=long_date(day))}
        return {}

    async def _ask_lesson(self) -> None:
        if any(self.console.workplace.pack.lessons()):
            await self.console.ask(self.console.rooms.library(self._session.group, self._planned))
        else:
            self.console.say(_("The curriculum has no lessons."))

    async def _ask_minutes(self) -> None:
        found = self._session
        if await ask_for_minutes(self.console, found.group, found.kind):
            sessions.replan(self.record, self._planned, kind=found.kind)

    async def _ask_cancel(self) -> None:
        field = FormField("reason", _("Why, in a few words"), hint=_("May stay empty."))
        title = _("The session on {day} does not take place").format(day=long_date(self._session.day))
        cancel = lambda texts: sessions.cancel(self.record, self._planned, texts["reason"].strip())  # noqa: E731
        if await ask_form(self.console, title, [field], cancel):
            self.dismiss(None)

    @property
    def _today(self) -> date:
        return next_session.today(self.console.workplace, self._session.zone)


def _text(number: int, line: Line) -> Text:
    return Text.assemble((f"{number}  ", KEY), (f"{line.label:<9}", QUIET), line.stands)
