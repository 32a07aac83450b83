"""A bare Textual table in which a key changes a cell. What a mark in ours is compared with."""

from __future__ import annotations

from typing import Any, ClassVar

from textual.app import App, ComposeResult
from textual.binding import BindingType
from textual.widgets import DataTable

WORDS = {"h": "● here", "x": "× absent"}


class BareTable(App[None]):
    BINDINGS: ClassVar[list[BindingType]] = [("h", "mark('h')"), ("x", "mark('x')")]

    def compose(self) -> ComposeResult:
        yield DataTable()

    def on_mount(self) -> None:
        table: DataTable[Any] = self.query_one(DataTable)
        table.add_column("name", key="name", width=24)
        table.add_column("here", key="here", width=18)
        for place in range(8):
            table.add_row(f"Member-{place}", "not yet", key=str(place))

    def action_mark(self, key: str) -> None:
        self.query_one(DataTable).update_cell("0", "here", WORDS[key])


if __name__ == "__main__":
    BareTable().run()
