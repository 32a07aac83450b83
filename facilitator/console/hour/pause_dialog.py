"""``p``: something came up. The clock stands, the wall says Pause, and here is what helps now."""

from __future__ import annotations

from collections.abc import Callable
from enum import StrEnum
from typing import ClassVar, assert_never

from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import VerticalScroll
from textual.getters import query_one
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from facilitator.console.parts.colour import KEY, QUIET, STRONG
from facilitator.console.parts.dialog import ConsoleDialog
from facilitator.language import _
from facilitator.wall.block import block

TALL = 36
"""Rows of the terminal from which the three words stand in large letters."""
WIDTH = 60


class PauseEnd(StrEnum):
    """How a pause ends."""

    GO_ON = "go-on"
    ALONG = "along"
    END = "end"


KEYS = {PauseEnd.GO_ON: "g", PauseEnd.ALONG: "a", PauseEnd.END: "e"}


class PauseDialog(ConsoleDialog[PauseEnd]):
    """Stays until one of its ways on is chosen; nothing else closes it, and nothing is written unless asked."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("p,P,g,G", "choose('go-on')", _("go on"), id="came-up.go-on", tooltip=_("The group goes on")),
        Binding("a,A", "choose('along')", _("one goes along"), id="came-up.along",
                tooltip=_("One of you goes along with somebody; the group goes on with the other")),
        Binding("e,E", "choose('end')", _("end now"), id="came-up.end", tooltip=_("End the session now")),
        Binding("f,F", "follow_up", _("a follow-up"), id="came-up.follow-up",
                tooltip=_("Write down that there is something to follow up")),
        Binding("pagedown,space", "scroll(1)", _("further down"), show=False, id="came-up.down", priority=True,
                tooltip=_("More of what helps, further down")),
        Binding("pageup", "scroll(-1)", _("further up"), show=False, id="came-up.up", priority=True,
                tooltip=_("More of what helps, further up")),
        Binding("escape", "stay", show=False, id="dialog.close", tooltip=_("The pause stays until you choose")),
    ]  # fmt: skip

    ways = query_one(OptionList)
    note = query_one("#came-up-note", Static)

    def __init__(self, grounding: tuple[str, ...], crisis: tuple[str, ...], follow_up: Callable[[], str]) -> None:
        super().__init__()
        self._grounding, self._crisis, self._follow_up = grounding, crisis, follow_up

    def compose(self) -> ComposeResult:
        with VerticalScroll(classes="dialog", can_focus=False):
            yield Static(_("If somebody is in danger"), classes="question came-up-crisis", markup=False)
            for line in self._crisis or (_("Follow your service's crisis plan. Its numbers are not set up here yet."),):
                yield Static(Text(line), markup=False)
            for word, what in _what_helps():
                yield Static(_big_line(word, what, is_tall=self.app.size.height >= TALL), classes="came-up-line",
                             markup=False)  # fmt: skip
            yield OptionList(*(Option(_way_line(way), id=way.value) for way in PauseEnd), markup=False)
            yield Static(_("The clock stands, the wall says Pause. f writes a follow-up; nothing is written else."),
                         id="came-up-note", classes="hint", markup=False)  # fmt: skip
            for place, line in enumerate(self._grounding, 1):
                yield Static(Text.assemble((f"{place}  ", QUIET), line), classes="came-up-step", markup=False)

    def on_mount(self) -> None:
        self.ways.highlighted = None  # a stray Enter ends no pause
        self.ways.focus()

    @on(OptionList.OptionSelected)
    def take_chosen(self, event: OptionList.OptionSelected) -> None:
        self.action_choose(event.option.id or "")

    def action_choose(self, way: str) -> None:
        self.dismiss(PauseEnd(way))

    def action_follow_up(self) -> None:
        """Only here, and only now: what came up is nobody's business but by a person's own decision."""
        self.note.update(Text(self._follow_up()))

    def action_scroll(self, by: int) -> None:
        sheet = self.query_one(VerticalScroll)
        sheet.scroll_relative(y=by * max(1, sheet.size.height - 2), animate=False)

    def action_stay(self) -> None:
        """A clicker sends Esc; it must not end a pause."""


def _big_line(word: str, what: str, *, is_tall: bool) -> Text:
    """The word to be seen from where one stands, and below it how."""
    rows = block(word, WIDTH, 5, most_rows=1, largest=1) if is_tall else []
    return Text.assemble(("\n".join(rows or [word.upper()]), STRONG), "\n", what)


def _what_helps() -> tuple[tuple[str, str], ...]:
    return (
        (_("Stay"), _("Stay where you are. Speak slowly, and more quietly than before.")),
        (_("Breathe"), _("Feel your feet on the floor. Breathe out, longer than you breathe in.")),
        (_("Ask"), _("Ask quietly: Would you like to stay, or step out with one of us?")),
    )


def _way_line(way: PauseEnd) -> Text:
    return Text.assemble((f"{KEYS[way]}  ", KEY), _way_words(way))


def _way_words(way: PauseEnd) -> str:
    match way:
        case PauseEnd.GO_ON:
            return _("The group goes on")
        case PauseEnd.ALONG:
            return _("One of us goes along, the group goes on with the other")
        case PauseEnd.END:
            return _("End the session now")
        case _:
            assert_never(way)
