"""A code drawn in letters is read from a picture of the screen by somebody else's program."""

from __future__ import annotations

import pytest
import zxingcpp
from PIL import Image
from textual.strip import Strip

from agenda.public import PublicPage, Scene
from tests.facilitator.wall.states import ADDRESS, AStage, a_state, strips

PIXELS = 6
"""Of one module on the picture."""
TEXT = "A goal of my own. Put into words a goal for about six months that is really yours."
HALVES = {" ": (False, False), "▀": (True, False), "▄": (False, True), "█": (True, True)}
Colour = tuple[int, int, int]


def picture(rows: list[Strip]) -> Image.Image:
    """The screen with two pixels a cell, one above the other; letters that are no blocks are left out."""
    width = max(row.cell_length for row in rows)
    image = Image.new("RGB", (width, 2 * len(rows)))
    for y, row in enumerate(rows):
        x = 0
        for segment in row:
            assert segment.style is not None
            ink, ground = _colour(segment.style.color), _colour(segment.style.bgcolor)
            for letter in segment.text:
                for half, is_ink in enumerate(HALVES.get(letter, (False, False))):
                    image.putpixel((min(x, width - 1), 2 * y + half), ink if is_ink else ground)
                x += 1
    return image.resize((width * PIXELS, 2 * len(rows) * PIXELS), Image.Resampling.NEAREST)


def _colour(colour: object) -> Colour:
    found = colour.get_truecolor()  # type: ignore[attr-defined]
    return (int(found[0]), int(found[1]), int(found[2]))


@pytest.mark.parametrize("is_dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize(("payload", "size"), [(ADDRESS, (60, 20)), (ADDRESS, (80, 24)), (TEXT, (120, 40))])
async def test_it_is_read_from_the_screen(payload: str, size: tuple[int, int], is_dark: bool, stage: AStage) -> None:
    stage.publish(a_state(Scene.CODE, PublicPage("Home"), qr=payload))
    wall = stage.wall(is_dark=is_dark)
    async with wall.run_test(size=size):
        image = picture(strips(wall))
    found = zxingcpp.read_barcodes(image)
    assert [one.text for one in found] == [payload]
