"""What every key does here, made from the bindings themselves."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, ClassVar

from rich.table import Table
from rich.text import Text
from textual.app import App, ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.dom import DOMNode
from textual.screen import ModalScreen, Screen
from textual.widget import Widget
from textual.widgets import ContentSwitcher, Static

from facilitator.console.parts.colour import KEY
from facilitator.console.parts.dialog import ConsoleDialog
from facilitator.language import _

_LABELS = {
    "full_stop": ".", "question_mark": "?", "exclamation_mark": "!", "plus": "+", "minus": "-", "space": "Space",
    "enter": "Enter", "escape": "Esc", "pageup": "PageUp", "pagedown": "PageDown", "backspace": "Backspace",
    "tab": "Tab", "up": "↑", "down": "↓", "left": "←", "right": "→", "delete": "Delete", "equals_sign": "=",
    "underscore": "_", "shift+tab": "Shift+Tab",
}  # fmt: skip
_NOT_TYPED = {"ctrl+at", "ctrl+@"}
"""How terminals send a combination that stands in the list under its own name."""


@dataclass(frozen=True, slots=True)
class KeyHelp:
    """One line of help: the keys, and what they do."""

    keys: str
    does: str


class KeysDialog(ConsoleDialog[None]):
    """The keys of one screen and those that work everywhere."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("f1,question_mark", "close", _("close"), id="keys.close", tooltip=_("Close this list")),
    ]

    def __init__(self, over: Screen[Any]) -> None:
        super().__init__()
        self._over = over

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog keys"):
            yield Static(Text(_("What the keys do")), classes="question", markup=False)
            with VerticalScroll(can_focus=True):
                for heading, lines in self._parts():
                    yield Static(Text(heading), classes="label", markup=False)
                    yield Static(_table(lines), markup=False)
            yield Static(Text(_("Esc or F1 closes.")), classes="hint", markup=False)

    def on_mount(self) -> None:
        self.query_one(VerticalScroll).focus()

    def action_close(self) -> None:
        self.dismiss(None)

    def _parts(self) -> Iterable[tuple[str, list[KeyHelp]]]:
        here, everywhere = help_of(self._over), help_of(self.app)
        known = {line.does for line in everywhere}
        mine = [line for line in here if line.does not in known]
        if mine:
            yield _("Here"), mine
        yield _("Everywhere"), everywhere


def help_of(node: DOMNode) -> list[KeyHelp]:
    """The keys of a screen or of the app that have a help text and work now, nearest class first.

    A screen with faces has keys on each: those of the face that is up come first, those of the others last.
    """
    found: dict[str, tuple[list[str], str]] = {}
    faces = list(_faces(node)) if isinstance(node, Screen) else []
    for owner in (*(face for face in faces if face.display), node, *(face for face in faces if not face.display)):
        for binding in _bindings(type(owner)):
            name = binding.id or binding.action
            if not binding.tooltip or owner.check_action(binding.action.partition("(")[0], ()) is False:
                continue
            keys, _does = found.setdefault(name, ([], binding.tooltip))
            keys += [label for label in map(key_label, binding.key.split(",")) if label and label not in keys]
    return _joined(found.values())


def _faces(screen: Screen[Any]) -> Iterable[Widget]:
    return (face for switcher in screen.query(ContentSwitcher) for face in switcher.children)


def key_label(key: str) -> str:
    """A key as it is written on the keyboard; nothing for one nobody needs to be told about."""
    name = key.strip()
    if name in _NOT_TYPED or (len(name) == 1 and name.isupper()):
        return ""
    if name in _LABELS:
        return _LABELS[name]
    return name if len(name) == 1 else "+".join(part.capitalize() for part in name.split("+"))


def _bindings(owner: type) -> Iterable[Binding]:
    for one in owner.__mro__:
        if one in (Screen, ModalScreen, App, DOMNode, object):
            continue  # Textual's own have no help
        yield from _as_bindings(one.__dict__.get("BINDINGS", ()))


def _as_bindings(given: Iterable[BindingType]) -> Iterable[Binding]:
    return (binding for binding in given if isinstance(binding, Binding))


def _joined(found: Iterable[tuple[list[str], str]]) -> list[KeyHelp]:
    """Lines that say the same are one line."""
    lines: dict[str, list[str]] = {}
    for keys, does in found:
        lines.setdefault(does, []).extend(key for key in keys if key not in lines.get(does, []))
    return [KeyHelp(_span(keys), does) for does, keys in lines.items()]


def _span(keys: list[str]) -> str:
    digits = [key for key in keys if key.isdecimal()]
    if len(digits) > 2:
        keys = [f"{digits[0]}-{digits[-1]}", *(key for key in keys if key not in digits)]
    return " ".join(keys)


def _table(lines: list[KeyHelp]) -> Table:
    table = Table.grid(padding=(0, 2))
    table.add_column(min_width=14, max_width=18)
    table.add_column(ratio=1)
    for line in lines:
        table.add_row(Text(line.keys, style=KEY), Text(line.does))
    return table
