"""The pairing dialog in a terminal: its code is read from a picture of the screen, and it closes by itself."""

from __future__ import annotations

from pathlib import Path

import pytest
import zxingcpp
from PIL import Image
from rich.segment import Segment

from facilitator.console.devices.pairing_dialog import PairingDialog
from facilitator.console.devices.servers import Servers
from facilitator.stage.telephone import Button, Press, new_pairing, pairs, press, read_prompt
from tests.facilitator.console.hour.hour import NARROW, WIDE, AnHour, an_hour
from tests.facilitator.console.hour.test_moving_on import chooses
from tests.keys import settle
from tests.until import until

ADDRESS = f"http://192.168.100.200:58765/telephone?pair={new_pairing()}"
DOT = 4


def picture(hour: AnHour) -> Image.Image:
    """The screen as an eye sees it: two square modules in each cell, in the colours they are drawn in."""
    rows = hour.on_top._compositor.render_strips()
    image = Image.new("RGB", (hour.app.size.width * DOT, hour.app.size.height * 2 * DOT))
    for y, strip in enumerate(rows):
        x = 0
        for segment in strip:
            for sign in segment.text:
                for half in (0, 1):
                    image.paste(
                        _colour(segment, sign, half), (x, (2 * y + half) * DOT, x + DOT, (2 * y + half + 1) * DOT)
                    )
                x += DOT
    return image


def _colour(segment: Segment, sign: str, half: int) -> tuple[int, int, int]:
    style = segment.style
    is_ink = sign == "█" or (sign == "▀" and half == 0) or (sign == "▄" and half == 1)
    found = (style.color if is_ink else style.bgcolor) if style else None
    return found.get_truecolor() if found else (0, 0, 0)


@pytest.mark.parametrize("size", [NARROW, WIDE])
async def test_the_code_can_be_scanned(size: tuple[int, int], tmp_path: Path) -> None:
    async with an_hour(tmp_path, size=size) as hour:
        hour.app.push_screen(PairingDialog(ADDRESS))
        await settle(hour.pilot)
        read = zxingcpp.read_barcodes(picture(hour))
        assert [each.text for each in read] == [ADDRESS]


@pytest.mark.slow
async def test_it_closes_when_the_telephone_is_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Servers, "address", lambda self, *, network=False: "http://127.0.0.2:1/?token=x")
    async with an_hour(tmp_path) as hour:
        await chooses(hour, "A telephone as the prompter")
        await hour.press("y")
        await until(lambda: isinstance(hour.on_top, PairingDialog), hour.pilot)
        (read,) = zxingcpp.read_barcodes(picture(hour))
        code = read.text.removeprefix("http://127.0.0.2:1/telephone?pair=")
        state = read_prompt(hour.stage, hour.clock.now())
        assert state is not None
        assert pairs(state, code)
        assert not state.taken
        assert press(hour.stage, Press(code, 1, Button.HERE, hour.clock.now()))
        await until(lambda: hour.on_top is hour.screen, hour.pilot)
        state = read_prompt(hour.stage, hour.clock.now())
        assert state is not None
        assert state.taken
