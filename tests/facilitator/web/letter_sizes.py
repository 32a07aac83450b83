"""``python -m tests.facilitator.web.letter_sizes``: how large the letters of every page of the curriculum are.

In hundredths of the height of the wall, from the same rule that sets the pages; a test in Chromium measures it there.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import cache
from statistics import median

from agenda.public import PublicState
from content.load import load_lesson
from facilitator.console.hour.pages import wall_page
from facilitator.curriculum import curriculum
from facilitator.wall.scenes import Words, words
from facilitator.web.size import SHAPES, Setting, Shape, setting
from tests.facilitator.wall.states import NOW, a_state

FEW = 4
"""Lines of a page whose letters should be large."""


@cache
def pages() -> tuple[PublicState, ...]:
    """Every page of every lesson, as the console publishes it."""
    entries = curriculum("en").lessons()
    return tuple(a_state(page=wall_page(page)) for each in entries for page in load_lesson(each).pages)


@cache
def said() -> tuple[Words, ...]:
    """The same in the wall's words."""
    return tuple(words(state, NOW) for state in pages())


def measured(shape: Shape, *, has_drawing: bool) -> list[tuple[Words, Setting]]:
    """Each page, and how it is set."""
    return [(each, setting(each, shape, has_drawing=has_drawing)) for each in said()]


def as_they_are(shape: Shape) -> list[tuple[Words, Setting]]:
    """Each page with the drawing it names, if it names one."""
    return [(each, setting(each, shape, has_drawing=bool(each.drawing))) for each in said()]


def report() -> Iterator[str]:
    """For each shape a line for the pages as they are, and one as if each had no drawing, or one."""
    yield f"{len(pages())} pages; letters in % of the height of the wall"
    for shape in SHAPES:
        for beside, found in (
            ("as they are   ", as_they_are(shape)),
            ("text alone    ", measured(shape, has_drawing=False)),
            ("with a drawing", measured(shape, has_drawing=True)),
        ):
            few = median(each.letters for page, each in found if len(page.lines) <= FEW)
            least = min(each.letters for _page, each in found)
            full = sum(not each.fits for _page, each in found)
            counted = ", ".join(f"{size} %: {n}" for size, n in sorted(Counter(e.letters for _p, e in found).items()))
            yield f"{shape.name:6} {beside}  up to {FEW} lines {few} %, least {least} %, too full {full}  ({counted})"


if __name__ == "__main__":
    print("\n".join(report()))
