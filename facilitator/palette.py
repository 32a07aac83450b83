"""Every colour of the product, once, under what it means. Plain data: wall, kiosk and paper load nothing else with it.

Style sheets of the terminal name a colour ``$gold``, pages ``var(--ink)``, paper ``colours.ink``; none of them holds a
value. Contrast is worked out from here by a test: 4.5:1 on the console, 7:1 on pages, 15:1 on wall and kiosk.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

BLACK, WHITE = "#000000", "#ffffff"

INK, PAPER = "#101010", "#fffdf7"
"""Letters on the wall and what they stand on; every drawn code too, on a dark ground as well."""
HEADING = "#04202f"
POOL = "#061a1c"
CREAM = "#fbf8ee"
NIGHT = "#0c1114"


class Console(NamedTuple):
    """The facilitator's own screen."""

    ground: str = "#171920"
    sheet: str = "#1e2129"
    """What lies on the ground: dialogs, lists, a page that is read."""
    bar: str = "#272a34"
    """Bars, fields, and the line of a list the cursor is on."""
    field: str = "#343844"
    """The field one writes in."""
    chosen: str = "#323744"
    """The line of the member who is chosen."""
    words: str = "#e8e6d9"
    quiet: str = "#a0a2a9"
    """Labels, and what is past or not asked for."""
    gold: str = "#e8c37e"
    """What is on now, what is pressed, and time that runs out: look here."""
    green: str = "#a3cf85"
    """Here, on, done: nothing to do."""
    blue: str = "#8fbccf"
    """What a thing is: headings, verbs, and what was just done."""
    red: str = "#f0a193"
    """A problem, and a day that is past."""
    print: str = "#f7f5ee"
    """Paper as the screen shows it before it is printed."""
    print_ink: str = "#14161a"


class Wall(NamedTuple):
    """The projector's screen, in a terminal and in a browser alike."""

    open: str
    holding: str
    curtain: str
    ink: str
    title: str
    """Titles, and the part of the agenda that is on."""
    done: str
    curtain_title: str


class Kiosk(NamedTuple):
    """Self check-in, in a terminal and in a browser alike."""

    ground: str = PAPER
    ink: str = INK
    heading: str = HEADING
    key: str = "#dfede8"
    """What is touched."""
    key_ink: str = "#021520"
    welcome: str = "#d9eae4"
    """The ground of the answer, which is the same for everybody."""
    welcome_ink: str = POOL
    field: str = WHITE


class Telephone(NamedTuple):
    """The facilitator's telephone."""

    ground: str
    ink: str
    quiet: str
    button: str
    next: str
    """The button that is pressed most."""
    on_next: str


class Page(NamedTuple):
    """A lesson to read at home."""

    ground: str
    ink: str
    quiet: str
    teal: str
    """Headings, links, numbers."""
    line: str
    box: str
    urgent: str
    """Where to find help at once."""
    urgent_line: str


class Drawn(NamedTuple):
    """A drawing of the pack; its files name these colours and hold none (``content.drawing.Colour``)."""

    ink: str
    calm: str
    warm: str
    shade: str
    go: str
    """What helps, and what is done."""


class Sheet(NamedTuple):
    """Paper, which is white by itself."""

    ink: str = "#1a1c1e"
    accent: str = "#0b4556"
    rule: str = "#3d484d"
    """Lines to write on and of tables: dark enough to stand where a copy knows black and white only."""


CONSOLE = Console()
WALL = Wall(
    open=PAPER, holding=CREAM, curtain="#e9f2ef", ink=INK, title=HEADING, done="#242424", curtain_title=POOL
)  # fmt: skip
DARK_WALL = Wall(
    open=NIGHT, holding="#10151a", curtain="#0d1716", ink=CREAM, title=PAPER, done="#ebe8df", curtain_title="#f6fbf9"
)
KIOSK = Kiosk()
TELEPHONE = Telephone(
    ground=PAPER, ink="#14181b", quiet="#3d4449", button="#e4efec", next="#123c4a", on_next=WHITE
)  # fmt: skip
DARK_TELEPHONE = Telephone(
    ground=NIGHT, ink=CREAM, quiet="#c9c7bd", button="#22302f", next="#bfe0d8", on_next="#06201f"
)  # fmt: skip
PAGE = Page(
    ground=PAPER, ink="#1a1a18", quiet="#41463f", teal="#064a50", line="#9db5ae", box="#e4f0ea",
    urgent="#fbe6df", urgent_line="#82290f",
)  # fmt: skip
DARK_PAGE = Page(
    ground="#12191b", ink="#ece8de", quiet="#c6ccc5", teal="#a5dccf", line="#4f6a67", box="#1d2c2c",
    urgent="#3a1f18", urgent_line="#f0a68f",
)  # fmt: skip
PRINTED_PAGE = Page(
    ground=WHITE, ink=BLACK, quiet=BLACK, teal=BLACK, line="#777777", box=WHITE, urgent=WHITE,
    urgent_line=BLACK,
)  # fmt: skip
SHEET = Sheet()
DRAWN = Drawn(ink=HEADING, calm="#bfe0e8", warm="#f0c99a", shade="#90a4ab", go="#2e7d4a")
"""On the light wall and on a light page."""
DARK_DRAWN = Drawn(ink=CREAM, calm="#2f5f6b", warm="#8a6433", shade="#4a565b", go="#7fd09a")
PRINTED_DRAWN = DRAWN._replace(ink=BLACK)
"""On paper."""


def _named(colours: Console | Wall | Kiosk | Telephone | Page | Drawn | Sheet, before: str = "") -> dict[str, str]:
    return {before + name.replace("_", "-"): value for name, value in colours._asdict().items()}


def on_paper() -> dict[str, str]:
    """The names the templates of paper know."""
    return _named(SHEET)


def on_sheet() -> dict[str, str]:
    """The colours of a drawing on paper, by what they mean."""
    return PRINTED_DRAWN._asdict()


def in_terminal() -> dict[str, str]:
    """Variables for Textual's style sheets: ``$gold``, ``$wall-ink``, ``$dark-wall-ink``, ``$kiosk-key``.

    The console draws the wall too, so all three programs know all names. None is a name of Textual's own: to set
    ``$panel`` or ``$surface`` would change every widget of its.
    """
    return {
        **_named(CONSOLE),
        **_named(WALL, "wall-"),
        **_named(DARK_WALL, "dark-wall-"),
        **_named(KIOSK, "kiosk-"),
    }


def in_browser(colours: Mapping[str, Wall | Kiosk | Telephone | Page | Drawn], before: str = "") -> str:
    """The head of a page's style sheet: its colours by name, for each place they hold in; ``before`` begins each name.

    A place is a selector, or a selector within ``@media``: ``"@media print :root"``.
    """
    return "".join(_rule(place, _named(each, before)) for place, each in colours.items())


def _rule(place: str, named: Mapping[str, str]) -> str:
    declared = " ".join(f"--{name}: {value};" for name, value in named.items())
    media, _space, selector = place.rpartition(" ")
    return f"{media} {{ {selector} {{ {declared} }} }}\n" if media else f"{selector} {{ {declared} }}\n"
