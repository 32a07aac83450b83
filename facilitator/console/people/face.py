"""The People face: one row a member, signs only."""

from __future__ import annotations

from typing import assert_never

from rich.cells import cell_len
from rich.text import Text
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.events import Click
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget
from textual.widgets import Static

from agenda.attendance import Status
from facilitator.console.hour.view import MemberView, PeopleView
from facilitator.language import _

WIDE, NARROW = (20, 26, 15, 26, 14), (13, 19, 11, 17, 11)
"""Columns for name, here, homework from last time, turn, homework today."""
WIDE_FROM = 111


class MemberRow(Widget):
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
        self.set_class(member is not None and member.is_chosen, "-chosen")

    def render(self) -> Text:
        return Text() if self.member is None else _row(self.member, _widths(self.size.width))

    def on_click(self, event: Click) -> None:
        event.stop()
        if self.member is not None:
            self.post_message(self.Touched(self, self.member.digit))


class PeopleHeader(Widget):
    """The names of the columns."""

    def render(self) -> Text:
        titles = (_("name"), _("here"), _("last time"), _("turn"), _("homework"))
        widths = _widths(self.size.width)
        return Text("     " + " ".join(map(fitted, titles, widths)), "#8fbccf", no_wrap=True)


class PeopleFace(Vertical):
    """Given a ``PeopleView``, shows it."""

    def __init__(self, members: int, *, id: str) -> None:
        super().__init__(id=id)
        self._members = members

    def compose(self) -> ComposeResult:
        yield Static(id="people-summary", markup=False)
        yield PeopleHeader(id="people-header")
        with Vertical(id="people-rows"):
            for _place in range(self._members):
                yield MemberRow()
        yield Static(id="people-message", markup=False)

    def show(self, view: PeopleView, back_in: str = "") -> None:
        """Put the values on the screen; only rows that differ are drawn again."""
        summary = Text(view.here, "bold #a3cf85", no_wrap=True, overflow="ellipsis")
        for words, style in ((view.open, ""), (view.homework, ""), (view.turns, "#e8c37e"), (back_in, "#a0a2a9")):
            if words:
                summary.append("    ").append(words, style or "not bold #e8e6d9")
        self.query_one("#people-summary", Static).update(summary, layout=False)
        for row, member in zip(self.query(MemberRow), view.rows, strict=True):
            row.member = member

    def say(self, sentence: str) -> None:
        """One line about what a key did."""
        message = self.query_one("#people-message", Static)
        # A new layout of the whole screen takes longer than the key itself: only where the line needs more rows.
        needs_rows = cell_len(sentence) > message.size.width or message.size.height > 1
        message.update(Text(sentence, "#8fbccf"), layout=needs_rows)


def _widths(width: int) -> tuple[int, ...]:
    return WIDE if width >= WIDE_FROM else NARROW


def _row(member: MemberView, widths: tuple[int, ...]) -> Text:
    bold = "bold " if member.is_chosen else ""
    here = f"{member.mark} · {member.extra}" if member.extra else member.mark
    row = Text(f" {'▸' if member.is_chosen else ' '}{member.digit}  ", bold + "#a0a2a9", no_wrap=True)
    cells = (
        (member.name, "bold #e8e6d9"),
        (here, bold + _colour(member.status)),
        (member.last_homework, bold + "#e8e6d9"),
        (member.turn, bold + ("#e8c37e" if member.takes_turn else "#a0a2a9")),
        (member.new_homework, bold + "#e8e6d9"),
    )
    for (text, style), width in zip(cells, widths, strict=True):
        row.append(fitted(text, width) + " ", style)
    return row


def _colour(status: Status) -> str:
    match status:
        case Status.HERE | Status.LATE:
            return "#a3cf85"
        case Status.UNKNOWN:
            return "#a0a2a9"
        case Status.EXCUSED | Status.ABSENT:
            return "#e8e6d9"
        case _:
            assert_never(status)


def fitted(text: str, width: int) -> str:
    """A text in exactly so many columns, cut with a sign where it is longer; one line whatever it holds."""
    whole = Text(text.replace("\n", " "))
    whole.truncate(width, overflow="ellipsis", pad=True)
    return whole.plain
