"""Enter in People: what the record has on the chosen member for this session, and what can be set."""

from __future__ import annotations

from dataclasses import dataclass

from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.getters import query_one
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from agenda.attendance import Attendance, Mode, Status
from facilitator.console.dialogs.base import ConsoleDialog
from facilitator.console.marking import STATUS_WORDS
from facilitator.language import _, clock_time


@dataclass(frozen=True, slots=True)
class MemberSheet:
    """One member in one session: the only place of the hour where a reason is shown."""

    attendance: Attendance
    absences: tuple[str, ...]
    follow_ups: tuple[str, ...]
    zone: str


class MemberDialog(ConsoleDialog[str]):
    """Gives back what to do: ``room``, ``video``, ``phone``, ``reason`` or ``follow-up``."""

    ways = query_one(OptionList)

    def __init__(self, sheet: MemberSheet) -> None:
        super().__init__()
        self._sheet = sheet

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog"):
            yield Static(Text(self._sheet.attendance.name, "bold #e8c37e"), classes="question", markup=False)
            for line in self._facts():
                yield Static(Text(line), markup=False)
            yield Static("", markup=False)
            yield OptionList(*(Option(Text(words), id=name) for name, words in self._ways()), markup=False)
            yield Static(_("Enter does it. Esc goes back."), classes="hint", markup=False)

    def on_mount(self) -> None:
        self.ways.highlighted = 0
        self.ways.focus()

    def _facts(self) -> list[str]:
        a = self._sheet.attendance
        status = _(STATUS_WORDS[a.status])
        if a.arrived_at is not None:
            status = _("{status}, since {time}").format(status=status, time=clock_time(a.arrived_at, self._sheet.zone))
        facts = [status]
        if a.reason:
            facts.append(_("Reason: {reason}").format(reason=a.reason))
        return [*facts, *self._sheet.absences, *self._sheet.follow_ups]

    def _ways(self) -> list[tuple[str, str]]:
        modes = {Mode.ROOM: _("Takes part in the room"), Mode.VIDEO: _("Takes part by video")}
        modes[Mode.PHONE] = _("Takes part by phone")
        ways = [("follow-up", _("Write a follow-up: something to do for them"))]
        if self._sheet.attendance.status is Status.EXCUSED:
            ways.insert(0, ("reason", _("The reason in words")))
        return [
            *ways,
            *((mode.value, words) for mode, words in modes.items() if mode is not self._sheet.attendance.mode),
        ]

    @on(OptionList.OptionSelected)
    def choose(self, event: OptionList.OptionSelected) -> None:
        self.dismiss(event.option.id)
