"""The kiosk's one screen: a title, a line, and below them the keys, the names or nothing."""

from __future__ import annotations

from collections.abc import Callable

from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.containers import Center, Grid, Vertical
from textual.events import Key
from textual.getters import query_one
from textual.screen import Screen
from textual.widgets import Static

from agenda.public import KioskName
from facilitator.kiosk.touch import Touch
from facilitator.kiosk.visit import CODE_DIGITS, Page, Visit
from facilitator.kiosk.words import words
from facilitator.language import _
from facilitator.stage.kiosk import LEAVE_DIGITS
from legible import one_line

BACK, LEAVE, NOT_ME = "back", "leave", "not me"
WITH_KEYS = (Page.CODE, Page.LEAVE)
FEW = 4
"""So many names stand in two columns, more in three."""


class KioskScreen(Screen[None], inherit_bindings=False):
    """No binding at all: every key comes here, and all but digits, Backspace and the way to the leave code do nothing.

    Whoever puts it up calls ``show`` after each thing that happens.
    """

    AUTO_FOCUS = None
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (64, "-wide")]
    VERTICAL_BREAKPOINTS = [(0, "-tiny"), (22, "-low"), (30, "-tall")]

    heading = query_one("#heading", Static)
    line = query_one("#line", Static)
    dots = query_one("#dots", Static)
    names = query_one("#names", Grid)

    def __init__(self, visit: Visit, monotonic: Callable[[], float]) -> None:
        super().__init__()
        self._visit = visit
        self._monotonic = monotonic
        self._shown: tuple[Page, str] | None = None
        self._buttons: tuple[KioskName, ...] = ()

    def compose(self) -> ComposeResult:
        with Vertical(id="page"):
            yield Static(id="heading", markup=False)
            yield Static(id="line", markup=False)
            yield Touch(words(Page.WELCOME)[1], NOT_ME, id="not-me")
            yield Static(id="dots", markup=False)
            with Center(id="pad-place"), Grid(id="pad"):
                for digit in "123456789":
                    yield Touch(digit, digit)
                yield Static(id="no-key")
                yield Touch("0", "0")
                yield Touch("⌫", BACK)
            with Center(id="names-place"):
                yield Grid(id="names")
        yield Touch(_("Facilitator"), LEAVE, id="foot")

    def on_mount(self) -> None:
        self.show()

    def on_key(self, event: Key) -> None:
        event.stop()
        event.prevent_default()
        if event.key in ("escape", "ctrl+q", "ctrl+c"):
            self._do(LEAVE)
        elif event.key == "backspace":
            self._do(BACK)
        elif event.character is not None and event.character in "0123456789":
            self._do(event.character)

    @on(Touch.Touched)
    def touched(self, event: Touch.Touched) -> None:
        self._do(event.what)

    def show(self) -> None:
        """Bring the screen in line with the visit."""
        page = self._visit.page
        if (page, self._visit.typed) != self._shown:
            self._shown = page, self._visit.typed
            title, line = words(page)
            self.heading.update(Text(title))
            self.line.update(Text("" if page is Page.WELCOME else line))  # there it is something to touch
            self.dots.update(Text(_dots(page, len(self._visit.typed))))
            for each in Page:
                self.set_class(each is page, f"-{each.value}")
        self._show_names(self._visit.state.names if self._visit.state else ())

    def _show_names(self, names: tuple[KioskName, ...]) -> None:
        """Always the same buttons in the same places; made anew only when the group itself changed."""
        if names != self._buttons:
            self._buttons = names
            self.names.remove_children()
            self.names.mount_all(
                Touch(f"{number}  {one_line(name.name)}" if number <= 9 else one_line(name.name), f"name {number}")
                for number, name in enumerate(names, 1)
            )
            self.names.set_class(len(names) <= FEW, "-few")

    def _do(self, what: str) -> None:
        now = self._monotonic()
        if what == LEAVE:
            self._visit.ask_to_leave(now)
        elif what == BACK:
            self._visit.back()
        elif what == NOT_ME:
            self._visit.not_me()
        elif what.startswith("name"):
            self._visit.name(int(what.split()[1]) - 1, now)
        else:
            self._visit.digit(what, now)
        if self._visit.left:
            self.app.exit()
        else:
            self.show()


def _dots(page: Page, typed: int) -> str:
    """One sign for each digit, so that nobody reads a code over a shoulder."""
    if page not in WITH_KEYS:
        return ""
    return "  ".join(
        "●" if place < typed else "○" for place in range(CODE_DIGITS if page is Page.CODE else LEAVE_DIGITS)
    )
