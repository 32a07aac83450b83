"""A drawing of a pack: a small strict form of SVG that prints, projects and is read aloud the same everywhere.

A file holds shapes and names of colours, no values: whoever draws it puts in those of its own ground. What a browser or
printer could trip over, or run, has no place in the form at all.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from xml.etree import ElementTree
from xml.sax.saxutils import escape

from content.error import N_, DamagedFile, Problem, damaged, problem
from content.pack import Pack
from content.table import read_text

DRAWINGS, ENDING = "drawings", ".svg"
NAME = re.compile(r"[a-z0-9][a-z0-9-]{0,39}", re.ASCII)
SIDE = 240
"""Units from edge to edge of the view box, both ways."""
MOST_BYTES = 6_000
LEAST_STROKE, USUAL_STROKE = 6.0, 8.0
"""Units: 0.4 and 0.5 mm in a drawing 15 mm wide, which a bad copy of a copy still shows."""
MOST_SHAPES = 30


class Colour(StrEnum):
    """What a colour means; its value is the ground's it is drawn on."""

    INK = "ink"
    CALM = "calm"
    WARM = "warm"
    SHADE = "shade"
    GO = "go"
    """What helps, and what is done: lines only."""


LINES = frozenset({Colour.INK, Colour.GO})
FILLS = frozenset({Colour.INK, Colour.CALM, Colour.WARM, Colour.SHADE})
_SVG = "{http://www.w3.org/2000/svg}"
_PLACES: Mapping[str, tuple[str, ...]] = {
    "path": ("d",),
    "line": ("x1", "y1", "x2", "y2"),
    "polyline": ("points",),
    "circle": ("cx", "cy", "r"),
    "ellipse": ("cx", "cy", "rx", "ry"),
    "rect": ("x", "y", "width", "height"),
}
_ROUNDED = ("rx", "ry")
_LOOKS = ("stroke", "stroke-width", "fill")
_NUMBER = re.compile(r"-?(?:\d+\.?\d*|\.\d+)")
_PATH = re.compile(r"[MmLlHhVvCcSsQqTtAaZz0-9\s,.\-]+")


@dataclass(frozen=True, slots=True)
class Shape:
    """One shape: its kind, where it is, and its looks by name. ``stroke`` and ``fill`` are None where there is none."""

    kind: str
    places: tuple[tuple[str, str], ...]
    stroke: Colour | None
    width: float
    fill: Colour | None


@dataclass(frozen=True, slots=True)
class Drawing:
    """A drawing that can be shown. ``title`` names it, ``text`` says what is seen to those who do not see it."""

    name: str
    title: str
    text: str
    shapes: tuple[Shape, ...]

    def svg(self, colours: Mapping[str, str]) -> str:
        """The drawing in these colours, each under its name, as SVG that needs nothing else."""
        shapes = "".join(_as_svg(shape, colours) for shape in self.shapes)
        return (
            f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {SIDE} {SIDE}" role="img"'
            f' stroke-linecap="round" stroke-linejoin="round"><title>{escape(self.text)}</title>{shapes}</svg>'
        )


def drawings_of(pack: Pack) -> dict[str, tuple[Path, str]]:
    """Every drawing's file by its name, and what the file is called in messages; a site's before ours."""
    found: dict[str, tuple[Path, str]] = {}
    for folder, prefix in pack.folders():
        for path in sorted((folder / DRAWINGS).glob(f"*{ENDING}")):
            found[path.stem] = (path, f"{prefix}{DRAWINGS}/{path.name}")
    return found


def load_drawing(path: Path, file: str) -> Drawing:
    """The drawing in this file. Raises ``DamagedFile`` with its first fault: half a drawing says something else."""
    if path.stat().st_size > MOST_BYTES:
        raise damaged(file, 1, N_("A drawing has at most {most} bytes."), most=MOST_BYTES)
    return drawing_from(path.stem, read_text(path, file), file)


def drawing_from(name: str, text: str, file: str) -> Drawing:
    """The drawing that these lines hold. Raises ``DamagedFile``."""
    found = tuple(faults(name, text, file))
    if found:
        raise DamagedFile(found[0])
    root = ElementTree.fromstring(text)  # noqa: S314 - faults() lets no declaration through
    title, desc = (_words(root, tag) for tag in ("title", "desc"))
    return Drawing(name, title, desc, tuple(_shape(one) for one in root if one.tag.removeprefix(_SVG) in _PLACES))


def faults(name: str, text: str, file: str) -> Iterator[Problem]:
    """Everything in which these lines are not of the form."""
    if not NAME.fullmatch(name):
        yield problem(file, 1, N_("“{name}” is no name of a drawing: use a-z, 0-9 and hyphens."), name=name)
    if len(text.encode()) > MOST_BYTES:
        yield problem(file, 1, N_("A drawing has at most {most} bytes."), most=MOST_BYTES)
        return
    if "<!" in text or "<?" in text:
        yield problem(file, 1, N_("A drawing has no declarations, entities or comments."))
        return
    try:
        root = ElementTree.fromstring(text)  # noqa: S314 - it holds no declaration
    except ElementTree.ParseError as error:
        yield problem(file, error.position[0], N_("This is no SVG that can be read."))
        return
    if root.tag != f"{_SVG}svg" or dict(root.attrib) != {"viewBox": f"0 0 {SIDE} {SIDE}"}:
        yield problem(file, 1, N_("A drawing begins with <svg>, its name space, and viewBox=“0 0 240 240” alone."))
    for tag in ("title", "desc"):
        if not _words(root, tag):
            yield problem(file, 1, N_("A drawing says in <{tag}> what is seen."), tag=tag)
    shapes = [one for one in root if one.tag not in (f"{_SVG}title", f"{_SVG}desc")]
    if not 1 <= len(shapes) <= MOST_SHAPES:
        yield problem(file, 1, N_("A drawing has 1 to {most} shapes."), most=MOST_SHAPES)
    for one in shapes:
        yield from _faults_of_shape(one, text, file)


def _faults_of_shape(one: ElementTree.Element, text: str, file: str) -> Iterator[Problem]:
    kind = one.tag.removeprefix(_SVG)
    line = _line_of(one, text)
    if kind not in _PLACES or len(one):
        yield problem(file, line, N_("“{kind}” is no shape of a drawing."), kind=kind)
        return
    allowed = {*_PLACES[kind], *_LOOKS, *(_ROUNDED if kind == "rect" else ())}
    for key in sorted({*one.attrib} - allowed):
        yield problem(file, line, N_("A {kind} of a drawing has no “{key}”."), kind=kind, key=key)
    for key in _PLACES[kind]:
        value = one.get(key, "")
        numbers = [float(number) for number in _NUMBER.findall(value)]
        form = _PATH if key == "d" else re.compile(r"[0-9\s,.\-]+")
        if not numbers or not form.fullmatch(value):
            yield problem(file, line, N_("“{key}” holds no place of a drawing."), key=key)
        elif any(abs(number) > SIDE for number in numbers):
            yield problem(file, line, N_("“{key}” leads out of the drawing."), key=key)
    stroke, fill = one.get("stroke", "none"), one.get("fill", "none")
    if stroke not in {"none", *LINES}:
        yield problem(file, line, N_("A line is ink or go, not “{colour}”."), colour=stroke)
    if fill not in {"none", *FILLS}:
        yield problem(file, line, N_("A fill is calm, warm, shade or ink, not “{colour}”."), colour=fill)
    if stroke == fill == "none":
        yield problem(file, line, N_("This shape cannot be seen: it has neither a line nor a fill."))
    width = one.get("stroke-width")
    if width is not None and (not _NUMBER.fullmatch(width) or float(width) < LEAST_STROKE):
        yield problem(file, line, N_("A line is at least {least} wide."), least=f"{LEAST_STROKE:g}")


def _shape(one: ElementTree.Element) -> Shape:
    kind = one.tag.removeprefix(_SVG)
    keys = (*_PLACES[kind], *_ROUNDED) if kind == "rect" else _PLACES[kind]
    places = tuple((key, one.get(key, "")) for key in keys if key in one.attrib)
    stroke, fill = one.get("stroke", "none"), one.get("fill", "none")
    return Shape(
        kind, places, None if stroke == "none" else Colour(stroke), float(one.get("stroke-width", USUAL_STROKE)),
        None if fill == "none" else Colour(fill),
    )  # fmt: skip


def _as_svg(shape: Shape, colours: Mapping[str, str]) -> str:
    looks = {"fill": "none" if shape.fill is None else colours[shape.fill]}
    if shape.stroke is not None:
        looks |= {"stroke": colours[shape.stroke], "stroke-width": f"{shape.width:g}"}
    attributes = "".join(f' {key}="{value}"' for key, value in (*shape.places, *looks.items()))
    return f"<{shape.kind}{attributes}/>"


def _words(root: ElementTree.Element, tag: str) -> str:
    return " ".join((root.findtext(f"{_SVG}{tag}") or "").split())


def _line_of(one: ElementTree.Element, text: str) -> int:
    """The line of a shape: where its places stand for the first time."""
    for value in one.attrib.values():
        if (place := text.find(f'"{value}"')) >= 0:
            return text.count("\n", 0, place) + 1
    return 1
