"""Contrast of every letter on every page, and keys large enough for a finger, at both usual sizes."""

from __future__ import annotations

from pathlib import Path

import pytest

from agenda.public import KioskMode, KioskState
from facilitator.kiosk.touch import Touch
from tests.facilitator.kiosk.kiosks import AKiosk, a_kiosk, a_kiosk_state
from tests.facilitator.wall.test_every_text_can_be_read_from_the_last_row import LEAST, contrast

SIZES = [(80, 24), (120, 36)]
ROOM = a_kiosk_state(KioskMode.NAMES)
PAGES: dict[str, tuple[KioskState | None, str]] = {
    "code": (a_kiosk_state(), "12"), "names": (ROOM, ""), "welcome": (ROOM, "3"), "leave": (ROOM, "\x1b"),
    "holding": (None, ""),
}  # fmt: skip


async def opened(kiosk: AKiosk, page: str) -> None:
    state, keys = PAGES[page]
    await kiosk.tells(state)
    await kiosk.press(*("escape" if key == "\x1b" else key for key in keys))
    assert kiosk.app.visit.page == page


@pytest.mark.slow
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("page", PAGES)
async def test_every_letter_stands_out(page: str, size: tuple[int, int], tmp_path: Path) -> None:
    async with a_kiosk(tmp_path, size=size) as kiosk:
        await opened(kiosk, page)
        strips = kiosk.app.screen._compositor.render_strips()
        written = [segment for strip in strips for segment in strip if segment.text.strip()]
        assert written
        for segment in written:
            assert segment.style is not None
            assert contrast(segment.style) >= LEAST, segment.text
            assert not segment.style.dim


@pytest.mark.slow
@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("page", ["code", "names", "leave"])
async def test_every_key_is_whole_on_the_screen_and_as_large_as_a_finger(
    page: str, size: tuple[int, int], tmp_path: Path
) -> None:
    async with a_kiosk(tmp_path, size=size) as kiosk:
        await opened(kiosk, page)
        keys = [key for key in kiosk.app.screen.query("Grid > Touch").results(Touch) if key.region.area]
        assert len(keys) == (9 if page == "names" else 11)
        for key in keys:
            assert key.region.width >= 10
            assert key.region.height >= 3
            assert kiosk.app.screen.region.contains_region(key.region)
        places = [(key.region.x, key.region.y) for key in keys]
        assert len(set(places)) == len(keys)
        middle = sum(key.region.x + key.region.width / 2 for key in keys if key.region.y == keys[0].region.y) / 3
        assert abs(middle - size[0] / 2) <= 2, "not in the middle"


@pytest.mark.parametrize("size", [(48, 14), (40, 12), (20, 6), (200, 60)])
async def test_at_other_sizes_it_still_works_by_keys(size: tuple[int, int], tmp_path: Path) -> None:
    async with a_kiosk(tmp_path, size=size) as kiosk:
        await kiosk.press(*"4711")
        assert kiosk.app.visit.page == "welcome"
        assert len(kiosk.inbox()) == 1


async def test_a_name_is_text_and_never_markup(tmp_path: Path) -> None:
    from dataclasses import replace

    name = replace(ROOM.names[0], name="[red]Ana[/] [@click=app.quit]x[/]")
    async with a_kiosk(tmp_path, replace(ROOM, names=(name,)), size=(120, 36)) as kiosk:
        assert "[red]Ana[/] [@click=app.quit]x[/]" in kiosk.text()
