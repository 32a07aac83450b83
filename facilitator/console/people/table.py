"""The people of the hour in lines: signs only."""

from __future__ import annotations

from rich.style import Style
from rich.text import Text
from textual.events import Click
from textual.geometry import Region, Size
from textual.message import Message
from textual.strip import Strip
from textual.widget import Widget

from agenda.attendance import Status
from facilitator.console.parts.colour import BLUE, GOLD, GREEN, QUIET, STRONG, WORDS
from facilitator.console.parts.told_apart import told_apart
from facilitator.console.people.view import MemberView
from facilitator.language import _

WIDE, NARROW = (20, 26, 15, 26, 14), (13, 19, 11, 17, 11)
"""Columns for name, here, homework from last time, turn, homework today."""
WIDE_FROM = 111
QUIET_SIGN = "◌"
"""Has not spoken yet today."""
SHORT = 3
"""Columns where one stands for the last three."""
HEADER = 1
"""Lines above the first member."""


class PeopleTable(Widget):
    """The names of the columns, and a line a member; a touch chooses them.

    One widget, not one a member: what a key costs is above all how many widgets lie between the lines it changed.
    """

    COMPONENT_CLASSES = {"people-table--chosen"}

    class Touched(Message):
        """The line of this digit was touched."""

        def __init__(self, table: PeopleTable, digit: int) -> None:
            super().__init__()
            self.table = table
            self.digit = digit

        @property
        def control(self) -> PeopleTable:
            return self.table

    def __init__(self) -> None:
        super().__init__()
        self.members: tuple[MemberView, ...] = ()
        self.told = ""

    def show(self, members: tuple[MemberView, ...], told: str = "") -> None:
        """Other members, or others of their signs; only lines that differ are drawn again.

        ``told`` names the column that stands for the last three; empty where they stand for themselves.
        """
        before, self.members = self.members, members
        had, self.told = self.told, told
        if len(before) != len(members) or had != told:
            self.refresh(layout=True)
        for place, (old, new) in enumerate(zip(before, members, strict=False)):
            if old != new:
                self.refresh(Region(0, HEADER + place, self.size.width, 1))

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        return HEADER + len(self.members)

    def render_line(self, y: int) -> Strip:
        width = self.size.width
        if y < HEADER:
            return self._strip(_titles(_widths(width, self.told), self.told), self.rich_style)
        if y - HEADER >= len(self.members):
            return Strip.blank(width, self.rich_style)
        member = self.members[y - HEADER]
        chosen = self.get_component_rich_style("people-table--chosen")
        widths = _widths(width, self.told)
        name = told_apart([one.name for one in self.members], widths[0])[y - HEADER]
        return self._strip(_line(member, name, widths), chosen if member.is_chosen else self.rich_style)

    def on_click(self, event: Click) -> None:
        event.stop()
        place = event.y - HEADER
        if 0 <= place < len(self.members):
            self.post_message(self.Touched(self, self.members[place].digit))

    def _strip(self, line: Text, style: Style) -> Strip:
        line.style = style
        return Strip(line.render(self.app.console)).adjust_cell_length(self.size.width, style)


def _titles(widths: tuple[int, ...], told: str) -> Text:
    last = (told,) if told else (_("last time"), _("turn"), _("homework"))
    titles = (_("name"), _("here"), *last)
    return Text.assemble(("     " + " ".join(map(fitted, titles, widths)), BLUE))


def _widths(width: int, told: str) -> tuple[int, ...]:
    name, here, *last = WIDE if width >= WIDE_FROM else NARROW
    return (name, here, sum(last) + len(last) - 1) if told else (name, here, *last)


def _line(member: MemberView, name: str, widths: tuple[int, ...]) -> Text:
    bold = "bold " if member.is_chosen else ""
    here = f"{member.mark} · {member.extra}" if member.extra else member.mark
    row = Text()
    row.append(
        f" {'▸' if member.is_chosen else ' '}{member.digit} {QUIET_SIGN if member.is_quiet else ' '}", bold + QUIET
    )
    signs = (
        (member.last_homework, bold + WORDS),
        (member.turn, bold + (GOLD if member.takes_turn else QUIET)),
        (member.new_homework, bold + WORDS),
    )
    last = ((member.told, bold + WORDS),) if len(widths) == SHORT else signs
    cells = ((name, STRONG), (here, bold + _colour(member.status)), *last)
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
