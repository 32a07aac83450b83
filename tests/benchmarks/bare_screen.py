"""The least a Textual application can be: one line of text. What ours is compared with."""

from __future__ import annotations

from textual.app import App, ComposeResult
from textual.widgets import Static


class BareScreen(App[None]):
    def compose(self) -> ComposeResult:
        yield Static("Bare-and-ready")


if __name__ == "__main__":
    BareScreen().run()
