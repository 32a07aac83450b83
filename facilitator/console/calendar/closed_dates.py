"""The days on which a group does not meet."""

from __future__ import annotations

from typing import ClassVar

from rich.text import Text
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.getters import query_one
from textual.widgets import OptionList, Static

from agenda.group import ClosedDate
from agenda.record.rows import group as groups
from facilitator.console.calendar import next_session
from facilitator.console.parts.ask_words import Texts, ask_form
from facilitator.console.parts.colour import QUIET
from facilitator.console.parts.dialog import ConsoleDialog
from facilitator.console.parts.form import FormField
from facilitator.console.parts.reading import date_of, day_hint, doubted_day, heard_day
from facilitator.language import _, long_date


class ClosedDatesDialog(ConsoleDialog[None]):
    """A list of days; planning skips them."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("a,A", "add", _("add"), id="closed.add", tooltip=_("One more day")),
        Binding("x,X,delete", "remove", _("take away"), id="closed.remove",
                tooltip=_("The group meets on the highlighted day after all")),
    ]  # fmt: skip

    days = query_one(OptionList)

    def __init__(self, group_id: str) -> None:
        super().__init__()
        self._group = group_id
        self._dates: tuple[ClosedDate, ...] = ()

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog"):
            yield Static(_("Days on which the group does not meet"), classes="question", markup=False)
            yield OptionList(markup=False)
            yield Static("", id="closed-empty", markup=False)
            yield Static("", id="closed-keys", classes="hint", markup=False)

    def on_mount(self) -> None:
        self.days.focus()
        self._show()

    def action_add(self) -> None:
        self.console.begin(self._add())

    async def _add(self) -> None:
        workplace = self.console.workplace
        group = groups.group(self.record, self._group)
        today = next_session.today(workplace, group.zone)

        def check(texts: Texts) -> dict[str, str]:
            day = date_of(texts["day"], today)
            if day is None:
                return {"day": _("A day as in 2026-12-24 or 24 December.")}
            if day in {one.day for one in self._dates}:
                return {"day": _("This day is closed already.")}
            return {}

        def doubt(texts: Texts) -> str:
            day = date_of(texts["day"], today)
            return "" if day is None else doubted_day(day, today, group.weekday)

        def write(texts: Texts) -> None:
            day = date_of(texts["day"], today)
            if day is not None:
                groups.close_date(self.record, self._group, day, texts["reason"].strip())

        fields = (
            FormField("day", _("Day"), hint=day_hint(), heard=lambda text: heard_day(text, today)),
            FormField("reason", _("Why"), hint=_("May stay empty.")),
        )
        title = _("The group does not meet")
        await self.answered(ask_form(self.console, title, fields, write, check, doubt=doubt))
        self._show()

    def action_remove(self) -> None:
        place = self.days.highlighted
        if place is None or place >= len(self._dates):
            return
        chosen = self._dates[place].id
        self.tried(lambda: groups.open_date(self.record, chosen))
        self._show()

    def _show(self) -> None:
        self._dates = groups.closed_dates(self.record, self._group)
        place = self.days.highlighted or 0
        self.days.clear_options()
        self.days.add_options([_line(one) for one in self._dates])
        self.days.highlighted = min(place, len(self._dates) - 1) if self._dates else None
        self.query_one("#closed-empty", Static).update("" if self._dates else _("None so far."))
        keys = (
            _("a adds a day. x takes the highlighted one away. Esc: back.")
            if self._dates
            else _("a adds a day. Esc: back.")
        )
        self.query_one("#closed-keys", Static).update(keys)


def _line(one: ClosedDate) -> Text:
    return Text(f"{long_date(one.day)} {one.day.year}").append(f"  {one.reason}", style=f"not bold {QUIET}")
