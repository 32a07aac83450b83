"""The page of rooms names every room there is, and no other; the files it names are there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.docs.test_documents import ROOT

PAGE = (ROOT / "docs/architecture.md").read_text("utf-8")
BUILDINGS = ("facilitator", "facilitator/console", "agenda", "agenda/record", "content")
LISTED = re.findall(r"^\| `(\w+(?:/\w+)+)` \|", PAGE, re.MULTILINE)
LONGEST = 120
"""Lines of the page: it is read in one go."""


def rooms_of(building: str) -> set[str]:
    """Its folders with something in them; what Python leaves behind is none."""
    folders = (each for each in (ROOT / building).iterdir() if each.is_dir() and each.name != "__pycache__")
    return {f"{building}/{each.name}" for each in folders if _holds_a_file(each)}


def _holds_a_file(folder: Path) -> bool:
    return any(each.is_file() and each.suffix != ".pyc" for each in folder.rglob("*"))


@pytest.mark.parametrize("building", BUILDINGS)
def test_every_room_stands_on_the_page_once(building: str) -> None:
    listed = [room for room in LISTED if room.rpartition("/")[0] == building]
    assert sorted(listed) == sorted(rooms_of(building))


def test_the_page_lists_rooms_of_these_buildings_only() -> None:
    assert {room.rpartition("/")[0] for room in LISTED} == set(BUILDINGS)


@pytest.mark.parametrize("document", ["docs/architecture.md", "docs/design.md", "CONTRIBUTING.md"])
def test_every_file_of_ours_that_a_page_names_is_there(document: str) -> None:
    named = re.findall(
        r"`((?:agenda|content|facilitator|legible|tests|docs)/[\w./-]+)`", (ROOT / document).read_text("utf-8")
    )
    assert named
    for name in named:
        assert (ROOT / name).exists(), name


def test_the_page_is_one_page() -> None:
    assert len(PAGE.splitlines()) <= LONGEST


def test_the_files_of_the_stage_are_called_what_the_page_calls_them() -> None:
    from facilitator.stage import folder, walls

    listed = re.findall(r"^\| `([a-z.]+)/?` \|", PAGE, re.MULTILINE)
    ours = (folder.STATE, folder.KIOSK, folder.INBOX, folder.PROMPT, folder.PRESSES, folder.LOCK, walls.WALLS)
    assert sorted(listed) == sorted(ours)
