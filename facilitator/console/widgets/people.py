"""The People face: one row a member, signs only."""

from __future__ import annotations

from rich.cells import cell_len, set_cell_size
from rich.text import Text
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.events import Click
from textual.message import Message
from textual.reactive import reactive
from textual.widgets import Static

from agenda.attendance import Status
from facilitator.console.view import MemberView, PeopleView
from facilitator.language import _

NAME_WIDTH, MARK_WIDTH = 24, 18
_COLOURS = {Status.HERE: "#a3cf85", Status.LATE: "#a3cf85", Status.UNKNOWN: "#a0a2a9"}


class MemberRow(Static):
    """One member; a touch chooses them."""

    class Touched(Message):
        """The row of this digit was touched."""

        def __init__(self, row: MemberRow, digit: int) -> None:
            super().__init__()
            self.row = row
            self.digit = digit

        @property
        def control(self) -> MemberRow:
            return self.row

    member: reactive[MemberView | None] = reactive(None)
    """What the row shows."""

    def watch_member(self, member: MemberView | None) -> None:
        if member is not None:
            self.set_class(member.is_chosen, "-chosen")
            self.update(_row(member), layout=False)

    def on_click(self, event: Click) -> None:
        event.stop()
        if self.member is not None:
            self.post_message(self.Touched(self, self.member.digit))


class PeopleFace(Vertical):
    """Given a ``PeopleView``, shows it."""

    def __init__(self, members: int, *, id: str) -> None:
        super().__init__(id=id)
        self._members = members

    def compose(self) -> ComposeResult:
        yield Static(id="people-summary", markup=False)
        yield Static(_header(), id="people-header", markup=False)
        with Vertical(id="people-rows"):
            for _place in range(self._members):
                yield MemberRow(markup=False)
        yield Static(id="people-message", markup=False)

    def show(self, view: PeopleView, back_in: str = "") -> None:
        """Put the values on the screen; only rows that differ are drawn again."""
        summary = Text.assemble((view.here, "bold #a3cf85"), "    ", view.open, "    ", (back_in, "#a0a2a9"))
        self.query_one("#people-summary", Static).update(summary, layout=False)
        for row, member in zip(self.query(MemberRow), view.rows, strict=True):
            row.member = member

    def say(self, sentence: str) -> None:
        """One line about what a key did."""
        message = self.query_one("#people-message", Static)
        # A new layout of the whole screen takes longer than the key itself: only where the line needs more rows.
        needs_rows = cell_len(sentence) > message.size.width or message.size.height > 1
        message.update(Text(sentence, "#8fbccf"), layout=needs_rows)


def _header() -> Text:
    name, here = set_cell_size(_("name"), NAME_WIDTH), set_cell_size(_("here"), MARK_WIDTH)
    return Text(f"     {name}  {here}", "#8fbccf")


def _row(member: MemberView) -> Text:
    bold = "bold " if member.is_chosen else ""
    row = Text(f" {'▸' if member.is_chosen else ' '}{member.digit}  ", bold + "#a0a2a9")
    row.append(fitted(member.name, NAME_WIDTH) + "  ", "bold #e8e6d9")
    row.append(fitted(member.mark, MARK_WIDTH) + "  ", bold + _COLOURS.get(member.status, "#e8e6d9"))
    row.append(member.extra, "#a0a2a9")
    row.no_wrap = True
    row.overflow = "ellipsis"
    return row


def fitted(text: str, width: int) -> str:
    """A text in exactly so many columns, cut with a sign where it is longer; one line whatever it holds."""
    line = text.replace("\n", " ")
    whole = Text(line)
    whole.truncate(width, overflow="ellipsis", pad=True)
    return whole.plain
