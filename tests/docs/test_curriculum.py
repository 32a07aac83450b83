"""The page of all lessons says what the lessons say."""

from __future__ import annotations

import pytest

from content.load import builtin_pack_folder, load_pack
from tests.docs.curriculum import PAGE, page


@pytest.mark.slow
def test_the_page_is_what_the_lessons_give() -> None:
    assert PAGE.read_text("utf-8") == page(), "refresh it: python -m tests.docs.curriculum"


@pytest.mark.slow
def test_every_lesson_and_every_module_has_its_place() -> None:
    text = page()
    pack = load_pack(builtin_pack_folder())
    rows = [line for line in text.splitlines() if line.startswith("|")]
    assert len(rows) == len(list(pack.lessons())) + 2 * len(pack.modules)
    assert all(f"| {entry.aim} |" in text for entry in pack.lessons())
    assert sum(1 for line in rows if line.startswith("| ↳ ")) == 3
