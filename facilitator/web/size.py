"""How large a page is set in a browser: one of three sizes, chosen here from the widths of its letters.

Pure, so that every page of the curriculum can be measured without a browser, and the same page is always set alike.
All lengths are hundredths of the height of the wall. A window is one of three shapes; between two of them it is set as
the narrower one, which has the same height and at most that width, so that nothing leaves it.
"""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

from facilitator.wall.scenes import Line, Words
from facilitator.web.letters import width

LINE_HEIGHT, TITLE_HEIGHT, HERO_HEIGHT = 1.2, 1.1, 1.05
SIZES = {"large": 9.0, "middle": 8.2, "small": 6.4}
"""Of the lines of a page."""
HEROES = {"huge": 28.0, "great": 21.0, "tall": 15.0, "clear": 12.0}
AIRS = {"airy": 0.75, "even": 0.5, "close": 0.25, "tight": 0.08}
"""Between two lines, in shares of their size."""
TOP, TITLE_GAP, BOTTOM = 7.0, 4.5, 89.5
"""Where the title begins, what lies between it and the first line, and where the last line ends."""
SIGN_WIDTH = 1.5
"""Of the column of signs before the lines, in shares of their size."""
HERO_GAP = 2.0
"""Above and below a hero."""
CAREFUL = 0.985
"""Of a width that is counted on: a browser rounds each letter."""
MOST_HERO_ROWS = 3


@dataclass(frozen=True, slots=True)
class Shape:
    """A kind of window; ``side`` is its margin; ``beside``, ``code`` and ``disc`` are what each takes on the right.

    ``slim`` is what a drawing takes where the letters would otherwise be smaller.
    """

    name: str
    width: float
    side: float
    title: float
    beside: float
    slim: float
    code: float
    disc: float

    def column(self, words: Words, *, has_drawing: bool, is_slim: bool = False) -> float:
        """How wide a row may be."""
        drawing = 0.0 if not has_drawing else self.slim if is_slim else self.beside
        taken = self.code if words.qr else self.disc if words.disc is not None else drawing
        return (self.width - 2 * self.side - taken) * CAREFUL

    @property
    def whole(self) -> float:
        """How wide a row of the title may be."""
        return (self.width - 2 * self.side) * CAREFUL


SHAPES = (
    Shape("wide", 1600 / 9, 10, 9.6, 50, 34, 70, 34),
    Shape("desk", 160, 8, 9.0, 44, 30, 66, 32),
    Shape("square", 400 / 3, 7, 8.8, 32, 24, 56, 26),
)
"""16:9, 16:10 and 4:3."""
_FROM = {"wide": "16/9", "desk": "16/10"}
"""From which shape of the window on; what is narrower than all is set as the last."""


@dataclass(frozen=True, slots=True)
class Setting:
    """What was chosen for one shape. ``fits`` is false for a page that no size holds: the browser shrinks it.

    ``is_slim``: its drawing is smaller, so that its letters are not.
    """

    shape: str
    size: str
    air: str
    hero: str
    fits: bool
    is_slim: bool = False

    @property
    def letters(self) -> float:
        """The size of its lines, in hundredths of the height."""
        return SIZES[self.size]

    @property
    def classes(self) -> str:
        """Its names in the style sheet."""
        chosen = (self.size, self.air, self.hero, "slim" if self.is_slim else "full")
        return " ".join(f"{self.shape}-{name}" for name in chosen)


def style() -> str:
    """The style sheet's part: every length by its name, for each shape; the wider ones come later and win."""
    return "".join(_style(shape) for shape in reversed(SHAPES))


def _style(shape: Shape) -> str:
    unit = "1vh" if shape.name in _FROM else f"min(1vh, {100 / shape.width:.4f}vw)"
    lengths = {
        "side": shape.side,
        "title-size": shape.title,
        "code": shape.code,
        "disc": shape.disc,
    }
    root = f"--unit: calc({unit} * var(--larger)); " + "".join(f"--{name}: {each}; " for name, each in lengths.items())
    chosen = {"size": SIZES, "air": AIRS, "hero": HEROES}
    rules = "".join(
        f".{shape.name}-{name} {{ --{what}: {each}; }}\n"
        for what, steps in chosen.items()
        for name, each in steps.items()
    )
    drawings = {"full": shape.beside, "slim": shape.slim}  # both: a narrower shape's rules hold here as well
    rules += "".join(f".{shape.name}-{name} {{ --beside: {each}; }}\n" for name, each in drawings.items())
    declared = f":root {{ {root}}}\n{rules}"
    return f"@media (min-aspect-ratio: {_FROM[shape.name]}) {{\n{declared}}}\n" if shape.name in _FROM else declared


def settings(words: Words, *, has_drawing: bool) -> tuple[Setting, ...]:
    """What to choose for each shape of window."""
    return tuple(setting(words, shape, has_drawing=has_drawing) for shape in SHAPES)


def setting(words: Words, shape: Shape, *, has_drawing: bool) -> Setting:
    """The largest size at which everything stands on the page; then as much air as there is; the hero first of all.

    Letters come before the drawing: where a smaller one leaves them larger, it is smaller.
    """
    usual = setting_in_column(words, shape, shape.column(words, has_drawing=has_drawing))
    if not has_drawing or usual.size == next(iter(SIZES)):
        return usual
    slim = setting_in_column(words, shape, shape.column(words, has_drawing=True, is_slim=True))
    return replace(slim, is_slim=True) if (slim.fits, slim.letters) > (usual.fits, usual.letters) else usual


def setting_in_column(words: Words, shape: Shape, column: float) -> Setting:
    """The same for a column of this width, whatever stands beside it."""
    free = BOTTOM - TOP - _title_height(words, shape)
    lines = _aligned(words.lines)
    hero = next((line for line in lines if line.part == "hero"), None)
    for name, size in _heroes(hero, column):
        left = free - (_rows(hero, column, size) * size * HERO_HEIGHT + 2 * HERO_GAP if hero else 0.0)
        chosen = _chosen(_blocks(lines, hero), column, left, ("small",) if hero else tuple(SIZES))
        if chosen is not None:
            return Setting(shape.name, *chosen, name, fits=True)
    return Setting(shape.name, "small", "tight", "clear", fits=False)


def _blocks(lines: list[Line], hero: Line | None) -> list[list[Line]]:
    """The lines before and after the hero, which brings its own room."""
    if hero is None:
        return [lines]
    place = lines.index(hero)
    return [block for block in (lines[:place], lines[place + 1 :]) if block]


def _aligned(lines: tuple[Line, ...]) -> list[Line]:
    """Where one line has a sign, every line begins behind the column of signs."""
    is_signed = any(line.sign for line in lines)
    return [replace(line, sign=line.sign or " ") for line in lines] if is_signed else list(lines)


def _heroes(hero: Line | None, column: float) -> list[tuple[str, float]]:
    if hero is None:
        return [("clear", HEROES["clear"])]
    longest = max((width(word, is_bold=True) for word in hero.text.split()), default=0.0)
    return [
        (name, size)
        for name, size in HEROES.items()
        if longest * size <= column and _rows(hero, column, size) <= MOST_HERO_ROWS
    ]


def _chosen(blocks: list[list[Line]], column: float, free: float, sizes: tuple[str, ...]) -> tuple[str, str] | None:
    lines = [line for block in blocks for line in block]
    gaps = len(lines) - len(blocks)
    for name in sizes:
        size = SIZES[name]
        if name != sizes[-1] and any(_breaks(line, _room(line, column, size)) for line in lines):
            continue
        tall = sum(_rows(line, column, size) for line in lines) * size * LINE_HEIGHT
        for air, share in AIRS.items():
            if tall + gaps * share * size <= free:
                return name, air
    return None


def _title_height(words: Words, shape: Shape) -> float:
    if not words.title or words.is_title_hero or words.big:
        return 0.0
    rows = rows_of(words.title, shape.whole / shape.title, is_bold=True)
    return rows * shape.title * TITLE_HEIGHT + (TITLE_GAP if words.lines else 0.0)


def _rows(line: Line, column: float, size: float) -> int:
    return rows_of(line.text, _room(line, column, size), is_bold=line.part in ("hero", "now"))


def _room(line: Line, column: float, size: float) -> float:
    return column / size - (SIGN_WIDTH if line.sign else 0.0)


def _breaks(line: Line, room: float) -> bool:
    """Whether a word would be broken inside, as an address might."""
    return any(width(word, is_bold=line.part == "now") > room for word in line.text.split())


def rows_of(text: str, room: float, *, is_bold: bool) -> int:
    """How many rows the text takes in a column of so many shares of its size, broken between words."""
    rows, at, space = 1, 0.0, width(" ", is_bold=is_bold)
    for word in text.split():
        wide = width(word, is_bold=is_bold)
        if at and at + space + wide > room:
            rows, at = rows + 1, 0.0
        if wide > room:  # a word that is longer than a row is broken inside
            rows += math.ceil(wide / max(room, 1.0)) - 1
            wide = room
        at += (space if at else 0.0) + wide
    return rows
