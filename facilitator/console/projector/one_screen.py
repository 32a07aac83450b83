"""F4 where the projector repeats this screen: the whole screen is the wall, until it is covered and F4 comes again.

The page is drawn by the wall's own widget from the very state a wall is told. Only paging, ``m`` and the curtain work,
messages wait, and whatever else a part of the console might open over it stays unseen.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, cast

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.screen import Screen

from facilitator.console.hour.move_dialog import Move, MoveDialog
from facilitator.console.hour.move_on import moves
from facilitator.console.hour.screen import SessionScreen
from facilitator.console.parts.confirm import ConfirmDialog
from facilitator.console.projector.shared_screen import ON, PUBLIC
from facilitator.language import _
from facilitator.wall.app import POLL
from facilitator.wall.sheet import Sheet

if TYPE_CHECKING:
    from facilitator.console.app import ConsoleApp

PUBLIC_MOVES = frozenset({"phase", "break"})
"""Ways of ``m`` that say nothing about anybody."""


class OneScreen(Screen[None]):
    """The wall on the console's own screen."""

    CSS_PATH = "../../wall/wall.tcss"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("space,right", "page('next_page')", _("next page"), id="one-screen.next", priority=True,
                tooltip=_("The next page of this phase")),
        Binding("left", "page('previous_page')", _("page before"), id="one-screen.previous", priority=True,
                tooltip=_("The page before in this phase")),
        Binding("pagedown", "page('clicker_next')", _("next page or phase"), id="one-screen.pagedown", priority=True,
                tooltip=_("The next page; past the last one the next phase, whose clock starts after 10 seconds")),
        Binding("pageup", "page('clicker_back')", _("back"), id="one-screen.pageup", priority=True,
                tooltip=_("The page before; within a minute also back into the phase before")),
        Binding("m,M", "move_on", _("move on"), id="one-screen.m", tooltip=_("Go to another phase or take a break")),
        Binding("c,C", "uncover", _("raise the curtain"), id="one-screen.c", tooltip=_("Raises the curtain")),
    ]  # fmt: skip

    def __init__(self) -> None:
        super().__init__(classes=PUBLIC)
        self.sheet = Sheet()

    def compose(self) -> ComposeResult:
        self.look()  # before it is drawn, so that the first picture is the right one
        yield self.sheet

    def on_mount(self) -> None:
        self.app.add_class(ON)
        self.set_interval(POLL, self.look)

    def on_unmount(self) -> None:
        self.app.remove_class(ON)

    def look(self) -> None:
        """Show what a wall would show."""
        workplace = self.console.workplace
        self.sheet.show(workplace.wall.state, workplace.clock.now())

    @property
    def is_leading(self) -> bool:
        """Whether a session is running behind this screen."""
        return self.session is not None and self.session.is_leading

    def action_page(self, way: str) -> None:
        if self.session is not None and self.is_leading:
            getattr(self.session, f"action_{way}")()
            self.look()

    def action_move_on(self) -> None:
        session = self.session
        if session is None or not self.is_leading:
            return
        ways, cursor = moves(session.led)
        public = tuple(way for way in ways if way.kind in PUBLIC_MOVES)
        ahead = public.index(ways[cursor]) if ways[cursor] in public else len(public) - 1

        def go(move: Move | None) -> None:
            session.dialogs.go(move)
            self.look()

        dialog = MoveDialog(public, ahead, hint=_("Enter goes there. Esc stays. All else is on the console: F4."))
        self.app.push_screen(dialog.add_class(PUBLIC), go)

    def action_uncover(self) -> None:
        """Without a preview: here that would be the page itself."""
        if self.console.workplace.wall.curtain and self.is_leading:
            self.console.uncover()
            self.look()

    def come_back(self) -> None:
        """The console's face again, once nobody sees it."""

        def answered(yes: bool | None) -> None:
            if yes:
                self.dismiss(None)

        question = ConfirmDialog(
            _("Is the projector covered?"), _("It is covered: the console"), _("Not yet"), careful=True
        )
        self.app.push_screen(question.add_class(PUBLIC), answered)

    @property
    def session(self) -> SessionScreen | None:
        """The running session's screen, which lies below."""
        return next((s for s in self.app.screen_stack if isinstance(s, SessionScreen)), None)

    @property
    def console(self) -> ConsoleApp:
        """The application, with its workplace."""
        return cast("ConsoleApp", self.app)
