"""The blocks a sheet is made of, as plain data. ``templates/block.typ`` knows how each kind looks.

A block is a JSON object with a ``kind``. All words in it are plain text; the press makes them printable in one place.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass

Json = str | float | bool | None | Sequence["Json"] | Mapping[str, "Json"]
Block = Mapping[str, Json]
Blocks = Sequence[Block]

MOST_ON_A_PAGE = 1400
"""Letters that a page of large print holds with all the room that stands between them."""

SHORTEST_LINE = 30
_NO_WORDS = ("kind", "svg", "link")


@dataclass(frozen=True, slots=True)
class Document:
    """One thing on paper, from its title to its last page. ``mark`` stands at the foot of each page."""

    title: str
    blocks: Blocks
    mark: str = ""
    is_wide: bool = False
    is_large: bool | None = None
    """Whether its letters are large; None: as the paper says. One print-out can hold sheets for different eyes."""


@dataclass(frozen=True, slots=True)
class Field:
    """Something to know: what is known, else this many lines to write on."""

    label: str
    value: str = ""
    lines: int = 1
    svg: str = ""
    """A drawing that says the same as the label."""


def run(text: str, is_strong: bool = False, is_large: bool = False) -> Block:
    """Words that look alike."""
    return {"text": text, "strong": is_strong, "large": is_large}


def paragraphs(text: str) -> list[Json]:
    """Free text as its paragraphs, each one run; empty lines are not kept."""
    return [[run(line.strip())] for line in text.splitlines() if line.strip()]


def heading(text: str, level: int = 2, eyebrow: str = "", *, is_small: bool = False) -> Block:
    """A heading; level 1 is the title of the document, with a small line above it, in smaller letters where asked."""
    return {"kind": "heading", "level": level, "text": text, "eyebrow": eyebrow, "small": is_small}


def paragraph(*runs: Block) -> Block:
    """Runs that flow together."""
    return {"kind": "paragraph", "runs": runs}


def lead(text: str) -> Block:
    """The sentence under a title."""
    return {"kind": "lead", "text": text}


def listing(items: Sequence[Blocks], first: int | None = None) -> Block:
    """A list; with ``first`` its items are numbered from there."""
    return {"kind": "list", "items": items, "first": first}


def picture(svg: str, alternative: str, millimetres: float) -> Block:
    """A drawing, so wide and so high."""
    return {"kind": "picture", "svg": svg, "alternative": alternative, "tenths": round(millimetres * 10)}


def beside(blocks: Blocks, picture: Block | None) -> Block:
    """Blocks with a drawing at their right; without one they have the whole width."""
    return {"kind": "beside", "blocks": blocks, "picture": picture}


def pictures(label: str, items: Iterable[tuple[str, str]]) -> Block:
    """Small drawings in rows, each over its word: to point at, or to put a ring around one."""
    shown: list[Json] = [{"svg": svg, "text": text} for svg, text in items]
    return {"kind": "pictures", "label": label, "items": shown}


def ways(rows: Iterable[tuple[str, str]], blanks: Iterable[str] = ()) -> Block:
    """Numbers to call, large, each with what it is beside it; ``blanks`` are labels of lines to write one on."""
    shown: list[Json] = [{"number": number, "text": text} for number, text in rows]
    return {"kind": "ways", "rows": shown, "blanks": list(blanks)}


def to_the_foot(least: float = 0) -> Block:
    """Lines to write on down to the foot of the page; ``least`` letters high."""
    return {"kind": "fill", "least": least}


def asked(items: Sequence[str], first: int = 1) -> Block:
    """Questions that share what is left of the page, with lines to write on."""
    return {"kind": "asked", "items": list(items), "first": first}


def spring() -> Block:
    """What is left of the page, empty; several share it."""
    return {"kind": "spring"}


def strip(blocks: Blocks) -> Block:
    """A strip to tear off at the foot of the page."""
    return {"kind": "strip", "blocks": blocks}


def lines(count: int) -> Block:
    """Room to write."""
    return {"kind": "lines", "count": count}


def blank() -> Block:
    """One line to write on, level with the number in front of it."""
    return {"kind": "blank"}


def box(blocks: Blocks, title: str = "") -> Block:
    """A frame around what belongs together."""
    return {"kind": "box", "title": title, "blocks": blocks, "whole": _fits_a_page(blocks)}


def together(*blocks: Block) -> Block:
    """Blocks that no page break parts, as long as a page can hold them."""
    return {"kind": "together", "blocks": blocks, "whole": _fits_a_page(blocks)}


def leading(*blocks: Block) -> Block:
    """Blocks that never stand alone at the foot of a page: they go on with what follows."""
    return {"kind": "together", "blocks": blocks, "whole": True, "sticky": True}


def form(*fields: Field, in_pairs: bool = False) -> Block:
    """Labels on the left, what is known or lines on the right; short ones two in a row."""
    rows: list[Json] = [
        {"label": one.label, "value": paragraphs(one.value), "lines": one.lines, "svg": one.svg} for one in fields
    ]
    return {"kind": "form", "rows": rows, "pairs": in_pairs}


def question(field: Field) -> Block:
    """A label with what is known, or lines, below it in the full width."""
    return {"kind": "question", "label": field.label, "value": paragraphs(field.value), "lines": field.lines}


def choice(label: str, options: Iterable[tuple[str, bool]], ticked: str, empty: str) -> Block:
    """Boxes to tick. ``ticked`` and ``empty`` are what a screen reader says of a box."""
    shown: list[Json] = [{"text": text, "ticked": is_ticked} for text, is_ticked in options]
    return {"kind": "choice", "label": label, "options": shown, "says_ticked": ticked, "says_empty": empty}


def days(label: str, names: Iterable[str], empty: str, *, is_large: bool = False) -> Block:
    """A box to tick for each day, seven in a row; large ones are for a pen on the fridge."""
    shown: list[Json] = [{"text": name, "ticked": False} for name in names]
    return {
        "kind": "days", "label": label, "options": shown, "says_ticked": "", "says_empty": empty, "large": is_large,
    }  # fmt: skip


def halves(first: Blocks, second: Blocks) -> Block:
    """Two that share a page, to be cut apart in the middle."""
    return {"kind": "halves", "halves": [first, second]}


def codes(*beside: Block) -> Block:
    """Codes next to each other; each keeps the words that belong to it."""
    return {"kind": "codes", "codes": beside}


def scale(numbers: Sequence[int], low: str, high: str) -> Block:
    """Numbers to circle, with a word under each end."""
    return {"kind": "scale", "numbers": [str(one) for one in numbers], "low": low, "high": high}


def small(text: str) -> Block:
    """A word of help under a label."""
    return {"kind": "small", "text": text}


def new_page() -> Block:
    """What follows begins on a page of its own."""
    return {"kind": "page"}


def display(blocks: Blocks, points: int, in_the_middle: bool = False) -> Block:
    """Words to be read from across a room, this large; a title in them is a little larger."""
    return {"kind": "display", "blocks": blocks, "points": points, "middle": in_the_middle}


def table(columns: Sequence[tuple[str, int]], rows: Sequence[Sequence[Blocks]], height: float) -> Block:
    """A table whose columns share the width in these parts; titles stand on each page, ``height`` is in letters."""
    titles: list[Json] = [{"title": title, "part": part} for title, part in columns]
    return {"kind": "table", "columns": titles, "rows": rows, "height": height}


def _fits_a_page(tree: Json) -> bool:
    return _space(tree) <= MOST_ON_A_PAGE


def _space(tree: Json) -> int:
    """Roughly how many letters of a page this takes: what is unbreakable and too long would run off its foot."""
    if isinstance(tree, str):
        return max(SHORTEST_LINE, len(tree))
    if isinstance(tree, Mapping):
        return sum(_space(value) for key, value in tree.items() if key not in _NO_WORDS)
    return sum(map(_space, tree)) if isinstance(tree, Sequence) else 0


def mapped(tree: Json, change: Callable[[str], str]) -> Json:
    """The same tree with all its words changed; names of fields, kinds and drawings stay as they are."""
    if isinstance(tree, str):
        return change(tree)
    if isinstance(tree, Mapping):
        return {key: value if key in _NO_WORDS else mapped(value, change) for key, value in tree.items()}
    if isinstance(tree, Sequence):
        return [mapped(value, change) for value in tree]
    return tree
