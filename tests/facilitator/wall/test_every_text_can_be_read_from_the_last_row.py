"""Contrast of every letter on every scene, as rendered: 15:1 or more (docs/domain.md 8)."""

from __future__ import annotations

import pytest
from rich.color import Color
from rich.segment import Segment
from rich.style import Style

from tests.facilitator.wall.states import EVERY_SCENE, AStage, strips

LEAST = 15.0


def luminance(color: Color | None) -> float:
    assert color is not None
    channels = [part / 255 for part in color.get_truecolor()]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(style: Style) -> float:
    ink, ground = luminance(style.color), luminance(style.bgcolor)
    return (max(ink, ground) + 0.05) / (min(ink, ground) + 0.05)


def test_the_measure_is_the_published_one() -> None:
    assert contrast(Style.parse("black on white")) == pytest.approx(21) or contrast(
        Style.parse("#000000 on #ffffff")
    ) == pytest.approx(21)
    assert contrast(Style.parse("#767676 on #ffffff")) == pytest.approx(4.54, abs=0.01)


@pytest.mark.parametrize("is_dark", [False, True], ids=["light", "dark"])
@pytest.mark.parametrize("scene", EVERY_SCENE)
async def test_every_letter_stands_out(scene: str, is_dark: bool, stage: AStage) -> None:
    stage.publish(EVERY_SCENE[scene])
    wall = stage.wall(is_dark=is_dark)
    async with wall.run_test(size=(60, 20)):
        segments: list[Segment] = [segment for strip in strips(wall) for segment in strip]
    written = [segment for segment in segments if segment.text.strip()]
    assert written
    for segment in written:
        assert segment.style is not None
        assert contrast(segment.style) >= LEAST, segment.text
        assert not segment.style.dim


@pytest.mark.parametrize("scene", EVERY_SCENE)
async def test_no_ground_is_dark(scene: str, stage: AStage) -> None:
    stage.publish(EVERY_SCENE[scene])
    wall = stage.wall()
    async with wall.run_test(size=(48, 14)):
        grounds = {segment.style.bgcolor for strip in strips(wall) for segment in strip if segment.style}
    assert min(luminance(ground) for ground in grounds) > 0.8
    assert len(grounds) == 1


@pytest.mark.slow
async def test_the_title_and_the_part_that_is_on_are_bold(stage: AStage) -> None:
    stage.publish(EVERY_SCENE["agenda"])
    wall = stage.wall()
    async with wall.run_test(size=(48, 14)):
        bold = [each.text for strip in strips(wall) for each in strip if each.style and each.style.bold]
    assert bold == ["Today", "► Goals"]
