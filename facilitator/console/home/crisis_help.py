"""Whom to turn to in a crisis, on one screen: it stands on every sheet, on the pages for members, and in a pause."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import ClassVar

from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.getters import query_one
from textual.widgets import OptionList, Static

from agenda.error import N_, NotWritten
from facilitator.console.parts.ask_words import Texts, ask_form
from facilitator.console.parts.colour import QUIET, STRONG
from facilitator.console.parts.dialog import ConsoleDialog
from facilitator.console.parts.form import FormField
from facilitator.crisis_help import LONGEST, MOST_LINES, of_this_place, remember
from facilitator.language import _, long_date
from facilitator.whom_to_call import CrisisHelp, CrisisLine


class CrisisHelpDialog(ConsoleDialog[None]):
    """The number for a life in danger first, then the others. Whatever is changed or looked at is dated."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("a,A", "add", _("add"), id="crisis.add", tooltip=_("One more number")),
        Binding("x,X,delete", "remove", _("take away"), id="crisis.remove",
                tooltip=_("Takes the highlighted one away")),
        Binding("y,Y", "looked_at", _("all is right"), id="crisis.looked-at",
                tooltip=_("Somebody has looked: every number is still right")),
    ]  # fmt: skip

    lines = query_one(OptionList)

    def __init__(self, today: date) -> None:
        super().__init__()
        self._today = today
        self._help = CrisisHelp()

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog"):
            yield Static(_("Crisis help where you are"), classes="question", markup=False)
            yield OptionList(markup=False)
            yield Static("", id="crisis-looked-at", classes="quiet", markup=False)
            yield Static(
                _("On every handout, plan and page for members, and in a pause. No names of persons: it goes home."),
                classes="hint", markup=False,
            )  # fmt: skip
            yield Static(
                _("Enter writes the highlighted one. a adds one. x takes one away. y: all is still right. Esc: back."),
                classes="hint", markup=False,
            )  # fmt: skip

    def on_mount(self) -> None:
        self.lines.focus()
        self._show()

    @on(OptionList.OptionSelected)
    def write_chosen(self) -> None:
        place = self.lines.highlighted or 0
        if place == 0:
            self.console.begin(self._write_danger())
        else:
            self.console.begin(self._write_line(place - 1))

    def action_add(self) -> None:
        if len(self._help.lines) >= MOST_LINES:
            self.console.say(_("Five numbers are as many as a sheet holds. Take one away first."), is_problem=True)
            return
        self.console.begin(self._write_line(len(self._help.lines)))

    def action_remove(self) -> None:
        place = self.lines.highlighted or 0
        if place == 0 and self._help.in_danger is None:  # nothing was taken away, and nobody has looked at the others
            self.console.say(_("Nothing is written on this line yet."))
            return
        left = [line for number, line in enumerate(self._help.lines, 1) if number != place]
        self._keep(replace(self._help, lines=tuple(left), in_danger=None if place == 0 else self._help.in_danger))

    def action_looked_at(self) -> None:
        if self._keep(self._help):
            self.console.say(_("Written down: somebody looked today, and all is still right."))

    async def _write_danger(self) -> None:
        known = self._help.in_danger or CrisisLine(_("when a life is in danger"))
        fields = (
            FormField("number", _("Number"), known.number, hint=_("As in 112 or 911."), longest=LONGEST),
            FormField("name", _("What it is for"), known.name, longest=LONGEST),
        )

        def write(texts: Texts) -> None:
            line = CrisisLine(texts["name"].strip(), texts["number"].strip())
            self._keep_or_refuse(replace(self._help, in_danger=line if line.number else None))

        await self.answered(ask_form(self.console, _("When a life is in danger"), fields, write))
        self._show()

    async def _write_line(self, place: int) -> None:
        known = self._help.lines[place] if place < len(self._help.lines) else CrisisLine("")
        fields = (
            FormField("name", _("What it is called"), known.name, hint=_("As in Crisis team."), longest=LONGEST),
            FormField("number", _("Number"), known.number, longest=LONGEST),
            FormField(
                "hours", _("When somebody answers"), known.hours, hint=_("As in day and night."), longest=LONGEST
            ),
        )

        def write(texts: Texts) -> None:
            line = CrisisLine(*(texts[key].strip() for key in ("name", "number", "hours")))
            self._keep_or_refuse(
                replace(self._help, lines=(*self._help.lines[:place], line, *self._help.lines[place + 1 :]))
            )

        await self.answered(ask_form(self.console, _("A number to call"), fields, write, _needs_both))
        self._show()

    def _keep(self, changed: CrisisHelp) -> bool:
        is_kept = self.tried(lambda: self._keep_or_refuse(changed))
        self._show()
        return is_kept

    def _keep_or_refuse(self, changed: CrisisHelp) -> None:
        """Raises ``NotWritten`` where the disk does not take it; what was there is there still."""
        if not remember(replace(changed, looked_at=self._today)):
            raise NotWritten(
                N_("The settings of this program cannot be written."), N_("Look whether the disk is full or protected.")
            )

    def _show(self) -> None:
        self._help = of_this_place()
        place = self.lines.highlighted or 0
        self.lines.clear_options()
        self.lines.add_options([_danger_line(self._help.in_danger), *map(_line, self._help.lines)])
        self.lines.highlighted = min(place, len(self._help.lines))
        day = self._help.looked_at
        said = _("Nobody has looked at it yet.") if day is None else _("Looked at on {day} {year}.")
        words = said if day is None else said.format(day=long_date(day), year=day.year)
        self.query_one("#crisis-looked-at", Static).update(words)


def _needs_both(texts: Texts) -> dict[str, str]:
    needed = {"name": _("What is it called?"), "number": _("Which number is it?")}
    return {key: words for key, words in needed.items() if not texts[key].strip()}


def _danger_line(line: CrisisLine | None) -> Text:
    if line is None:
        return Text(_("When a life is in danger: not written yet"), f"not bold {QUIET}")
    return _line(line)


def _line(line: CrisisLine) -> Text:
    return Text(line.number, STRONG).append(f"   {line.beside}", f"not bold {QUIET}")
