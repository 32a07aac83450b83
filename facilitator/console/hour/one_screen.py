"""F4 where the projector repeats this screen: the whole screen is the wall, until it is covered and F4 comes again.

The page is drawn by the wall's own widget from the very state a wall is told. Only paging, ``m``, ``p`` and the curtain
work, messages wait, and whatever else a part of the console might open over it stays unseen.
"""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from facilitator.console.hour.move_dialog import MoveDialog, MoveKind
from facilitator.console.hour.move_on import moves
from facilitator.console.hour.pause_dialog import PauseDialog
from facilitator.console.hour.screen import SessionScreen
from facilitator.console.parts.confirm import ConfirmDialog
from facilitator.console.parts.screen import ConsoleScreen
from facilitator.console.projector.shared_screen import ON, PUBLIC
from facilitator.language import _
from facilitator.wall.app import POLL
from facilitator.wall.sheet import Sheet

PUBLIC_MOVES = frozenset({MoveKind.PHASE, MoveKind.BREAK})
"""Ways of ``m`` that say nothing about anybody."""


class OneScreen(ConsoleScreen[None]):
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
        Binding("p,P", "pause", _("pause"), id="one-screen.p",
                tooltip=_("Something came up; p again: the group goes on")),
        Binding("c,C", "uncover", _("raise the curtain"), id="one-screen.c", tooltip=_("Raises the curtain")),
    ]  # fmt: skip

    def __init__(self) -> None:
        super().__init__(classes=PUBLIC)
        self.sheet = Sheet(is_always_hinted=True)

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
        pauses = self.session is not None and self.is_leading and self.session.led.timeline().paused
        self.sheet.hint = _("p: go on. F4: back") if pauses and not self._asks_beneath else _("F4: back")

    @property
    def is_leading(self) -> bool:
        """Whether a session is running behind this screen."""
        return self.session is not None and self.session.is_leading

    def action_page(self, way: str) -> None:
        if self.session is not None and self.is_leading:
            getattr(self.session, f"action_{way}")()
            self.look()

    def action_move_on(self) -> None:
        if self.session is not None and self.is_leading:
            self.console.begin(self._move_on(self.session))

    async def _move_on(self, session: SessionScreen) -> None:
        choices, cursor = moves(session.led)
        public = tuple(move for move in choices if move.kind in PUBLIC_MOVES)
        ahead = public.index(choices[cursor]) if choices[cursor] in public else len(public) - 1
        dialog = MoveDialog(public, ahead, hint=_("Enter goes there. Esc stays. All else is on the console: F4."))
        move = await self.console.ask(dialog.add_class(PUBLIC))
        if move is not None:
            await session.go(move)
        self.look()

    def action_pause(self) -> None:
        """The clock stands and the wall's page says so; ``p`` again goes on. What helps stands on the console."""
        session = self.session
        if session is None or not self.is_leading or self._asks_beneath:
            return
        if session.led.timeline().paused:
            session.led.resume()
        else:
            session.led.pause()
        session.draw()
        self.look()

    @property
    def _asks_beneath(self) -> bool:
        """Whether the console asks already how the pause ends; then it ends there."""
        return any(isinstance(screen, PauseDialog) for screen in self.app.screen_stack)

    def action_uncover(self) -> None:
        """Without a preview: here that would be the page itself."""
        if self.console.workplace.wall.curtain and self.is_leading:
            self.console.uncover()
            self.look()

    def come_back(self) -> None:
        """The console's face again, once nobody sees it."""
        self.console.begin(self._come_back())

    async def _come_back(self) -> None:
        question = ConfirmDialog(
            _("Is the projector covered?"), _("It is covered: the console"), _("Not yet"), careful=True
        )
        if await self.console.ask(question.add_class(PUBLIC)):
            session = self.session
            self.dismiss(None)
            if session is not None and session.is_leading and session.led.timeline().paused:
                session.action_pause()  # now the console asks how the pause ends

    @property
    def session(self) -> SessionScreen | None:
        """The running session's screen, which lies below."""
        return next((s for s in self.app.screen_stack if isinstance(s, SessionScreen)), None)
