"""A copy of a copy: blurred and in black and white alone, the numbers to call are still read, digit by digit."""

from __future__ import annotations

import re
import subprocess
from io import BytesIO

import pytest
from PIL import ImageFilter
from PIL.Image import Image

from facilitator.paperwork.paper import Paper
from facilitator.paperwork.press import press
from tests.facilitator.paperwork.every_kind import sheets
from tests.facilitator.paperwork.every_lesson import CRISIS
from tests.facilitator.paperwork.opened import pictures_of

pytestmark = [pytest.mark.system, pytest.mark.slow]
DOTS = 200


def copied(picture: Image) -> Image:
    """As a worn copier gives it back: soft, then only black and white."""
    soft = picture.convert("L").filter(ImageFilter.GaussianBlur(1.6))
    return soft.point(lambda value: 255 if value > 150 else 0).convert("1")


def read(picture: Image) -> str:
    held = BytesIO()
    picture.save(held, "PNG")
    asked = ("tesseract", "stdin", "stdout", "--dpi", str(DOTS), "--psm", "4")
    return subprocess.run(asked, input=held.getvalue(), capture_output=True, check=True, timeout=120).stdout.decode()


@pytest.mark.parametrize("paper", [Paper(), Paper(is_large=True)], ids=["standard", "large"])
@pytest.mark.parametrize("kind", ["handout", "plans", "supporter", "cover page", "welcome", "missed"])
def test_every_number_to_call_is_read_from_a_copy_of_a_copy(kind: str, paper: Paper) -> None:
    pages = pictures_of(press(sheets(kind, paper), paper).pdf, DOTS)
    digits = [re.sub(r"\D", "", line) for page in pages for line in read(copied(page)).splitlines()]
    for row in CRISIS.rows:
        wanted = re.sub(r"\D", "", row.number)
        assert any(wanted in line for line in digits), row.number
