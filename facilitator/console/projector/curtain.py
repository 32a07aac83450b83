"""The curtain's keys, the same on every screen of the console."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from textual.app import App
from textual.events import Event, Key
from textual.widgets import Input, TextArea

from facilitator.console.devices.clicker import Clicker
from facilitator.console.parts.layout import is_of_another_script
from facilitator.language import _

if TYPE_CHECKING:
    from facilitator.console.workplace import Workplace


TIME_TO_READ = 12.0
"""Seconds for which it stands that the keyboard is set to other letters."""


class CurtainKeys(App[None]):
    """Mix in for the app: F9 and ctrl+space lower, ``b`` and ``.`` lower and may raise what they lowered."""

    curtain: Any
    workplace_or_none: Workplace | None
    _clicker: Clicker | None = None
    _told_of_letters = False

    @property
    def clicker(self) -> Clicker | None:
        """What was heard of keys; none before a record is open, when there is no wall to cover."""
        if self._clicker is None and self.workplace_or_none is not None:
            self._clicker = Clicker(self.workplace_or_none.clock.monotonic)
        return self._clicker

    async def on_event(self, event: Event) -> None:
        if isinstance(event, Key) and not event.is_forwarded:
            if self.clicker is not None:
                self.clicker.hear(event.key)
            self._look_at_the_letters(event)
        await super().on_event(event)

    def _look_at_the_letters(self, key: Key) -> None:
        """Say once that most keys do nothing on a keyboard of another script; in a field every letter is welcome."""
        if self._told_of_letters or isinstance(self.focused, Input | TextArea):
            return
        if is_of_another_script(key.character):
            self._told_of_letters = True
            self.notify(
                _("Most keys here are Latin letters. F9 or Ctrl+Space covers the wall on any keyboard."),
                title=_("This keyboard is not in Latin letters"),
                severity="warning",
                timeout=TIME_TO_READ,
                markup=False,
            )

    def action_curtain(self) -> None:
        """Cover the wall, from wherever the facilitator is."""
        if self.clicker is not None:
            self.clicker.forget()
            self.lower()

    def action_clicker_curtain(self) -> None:
        """Cover the wall; the calm second press in a running session uncovers the page again."""
        workplace, clicker = self.workplace_or_none, self.clicker
        if workplace is None or clicker is None:
            return
        if not workplace.wall.curtain:
            self.lower()
            clicker.lowered()
        elif self.is_leading and clicker.may_raise(workplace.wall.shown.scene):
            self.uncover()

    def uncover(self) -> None:
        """Raise the curtain."""
        if self.workplace_or_none is not None and self.clicker is not None:
            self.clicker.forget()
            self.workplace_or_none.wall.uncover()
            self.curtain = False

    @property
    def is_a_bounce(self) -> bool:
        """Whether the clicker's key heard now is still the press before."""
        return self.clicker is not None and self.clicker.is_a_bounce

    @property
    def is_leading(self) -> bool:
        """Whether a running session is before the facilitator, with no dialog over it."""
        return bool(getattr(self.screen, "is_leading", False))

    def lower(self) -> None:
        """Cover the wall."""
        if self.workplace_or_none is not None:
            self.workplace_or_none.wall.lower()
            self.curtain = True
