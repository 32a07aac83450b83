"""One row a member: signs only."""

from __future__ import annotations

from rich.text import Text
from textual.events import Click
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from agenda.attendance import Status
from facilitator.console.parts.colour import BLUE, GOLD, GREEN, QUIET, STRONG, WORDS
from facilitator.console.people.view import MemberView
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
        return Text("     " + " ".join(map(fitted, titles, widths)), BLUE, no_wrap=True)


def _widths(width: int) -> tuple[int, ...]:
    return WIDE if width >= WIDE_FROM else NARROW


def _row(member: MemberView, widths: tuple[int, ...]) -> Text:
    bold = "bold " if member.is_chosen else ""
    here = f"{member.mark} · {member.extra}" if member.extra else member.mark
    row = Text(f" {'▸' if member.is_chosen else ' '}{member.digit}  ", bold + QUIET, no_wrap=True)
    cells = (
        (member.name, STRONG),
        (here, bold + _colour(member.status)),
        (member.last_homework, bold + WORDS),
        (member.turn, bold + (GOLD if member.takes_turn else QUIET)),
        (member.new_homework, bold + WORDS),
    )
    for (text, style), width in zip(cells, widths, strict=True):
        row.append(fitted(text, width) + " ", style)
    return row


def _colour(status: Status) -> str:
    if status.present:
        return GREEN
    return WORDS if status.away else QUIET


def fitted(text: str, width: int) -> str:
    """A text in exactly so many columns, cut with a sign where it is longer; one line whatever it holds."""
    whole = Text(text.replace("\n", " "))
    whole.truncate(width, overflow="ellipsis", pad=True)
    return whole.plain
