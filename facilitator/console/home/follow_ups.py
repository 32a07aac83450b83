"""What is still to do for or with the members of a group."""

from __future__ import annotations

from typing import ClassVar

from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.getters import query_one
from textual.widgets import OptionList, Static

from agenda.error import AgendaError
from agenda.follow_up import FollowUp
from agenda.record import undo as undoing
from agenda.record.rows import follow_up as follow_ups
from agenda.record.rows import group as groups
from agenda.record.rows import member as members
from facilitator.console.calendar import next_session as planning
from facilitator.console.parts.colour import QUIET
from facilitator.console.parts.dialog import ConsoleDialog
from facilitator.console.parts.wording import to_do_words
from facilitator.language import _, short_date


class FollowUpsDialog(ConsoleDialog[None]):
    """The list, oldest first; d marks the highlighted one as done."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("d,D", "done", _("done"), id="follow-ups.done", tooltip=_("The highlighted one is done")),
        Binding("u,U", "undo", _("undo"), id="follow-ups.undo", tooltip=_("It is not done after all")),
    ]

    todo = query_one(OptionList)

    def __init__(self, group_id: str) -> None:
        super().__init__()
        self._group = group_id
        self._found: tuple[FollowUp, ...] = ()
        self._done: list[FollowUp] = []

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog"):
            yield Static(_("To do for or with members"), classes="question", markup=False)
            yield OptionList(markup=False)
            yield Static("", id="follow-ups-empty", markup=False)
            yield Static("", id="follow-ups-keys", classes="hint", markup=False)

    def on_mount(self) -> None:
        self.todo.focus()
        self._show()

    @on(OptionList.OptionSelected)
    def done_by_enter(self) -> None:
        self.action_done()

    def action_done(self) -> None:
        place = self.todo.highlighted
        if place is None or place >= len(self._found):
            return
        chosen = self._found[place]
        try:
            follow_ups.done(self.record, chosen.session, chosen.id)
        except AgendaError as error:
            self.console.refuse(error)
        else:
            self._done.append(chosen)
            self._show()

    def action_undo(self) -> None:
        """Only what was marked here, last first."""
        if not self._done:
            return
        record, session = self.record, self._done[-1].session
        last = undoing.undoable(record, session)
        try:
            if last is not None and last.verb == "follow_up.done":
                undoing.undo(record, session)
                self._done.pop()
        except AgendaError as error:
            self.console.refuse(error)
        self._show()

    def _show(self) -> None:
        workplace = self.console.workplace
        group = groups.group(workplace.record, self._group)
        today = planning.today(workplace, group.zone)
        names = {m.id: m.name for m in members.members(workplace.record, self._group, today)}
        self._found = follow_ups.open_of_group(workplace.record, self._group)
        place = self.todo.highlighted or 0
        self.todo.clear_options()
        self.todo.add_options([_line(one, names.get(one.member or "", "")) for one in self._found])
        self.todo.highlighted = min(place, len(self._found) - 1) if self._found else None
        self.query_one("#follow-ups-empty", Static).update("" if self._found else _("Nothing is left to do."))
        self.query_one("#follow-ups-keys", Static).update(self._keys())

    def _keys(self) -> str:
        """The keys that have something to do now."""
        if self._found:
            return _("d or Enter: done. u: undo. Esc: back.") if self._done else _("d or Enter: done. Esc: back.")
        return _("u: undo. Esc: back.") if self._done else _("Esc: back.")


def _line(one: FollowUp, name: str) -> Text:
    line = Text(f"{name}  " if name else "", style="bold")
    line.append(to_do_words(one), style="not bold")
    after = [short_date(one.by)] if one.by else []
    after += [one.who] if one.who else []
    return line.append(f"  {' · '.join(after)}" if after else "", style=f"not bold {QUIET}")
