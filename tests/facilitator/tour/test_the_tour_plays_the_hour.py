"""The tour plays the real applications; what it wrote into docs is what it writes today."""

from __future__ import annotations

import json
import re
import time
from pathlib import Path

import pytest
from click.testing import CliRunner

from agenda.record.practice.group import PEOPLE
from facilitator.cli import cli
from facilitator.tour.stops import STOPS
from tests.facilitator.tour.looks import KEPT, in_one, of_tour

DOCS = Path(__file__).parents[3] / "docs"
DAY = "2026-11-24"
NAMES = [name for name, _full in PEOPLE]


@pytest.fixture(scope="module")
def tour(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The tour as it is on a laptop set to English and UTC: Home shows the laptop's own time."""
    folder = tmp_path_factory.mktemp("tour")
    with pytest.MonkeyPatch.context() as laptop:
        laptop.setenv("LANG", "C.UTF-8")
        laptop.setenv("TZ", "UTC")
        time.tzset()
        result = CliRunner().invoke(cli, ["demo", "--tour", str(folder), "--seed", "1", "--today", DAY])
    time.tzset()
    assert result.exit_code == 0, result.output
    return folder


pytestmark = [pytest.mark.slow, pytest.mark.xdist_group("tour"), pytest.mark.timeout(300)]


@pytest.mark.parametrize("size", ["120x36", "80x24"])
def test_every_stop_has_text_and_a_picture_of_both_screens(tour: Path, size: str) -> None:
    written = {path.name for path in (tour / size).iterdir()}
    wanted = {
        f"{number:02}-{stop.name}.{screen}.{kind}"
        for number, stop in enumerate(STOPS, 1)
        for screen in ("console", "wall")
        for kind in ("txt", "svg")
    }
    assert written == wanted | {"export.json"}


def test_no_picture_names_an_outside_address(tour: Path) -> None:
    for picture in tour.rglob("*.svg"):
        addresses = set(re.findall(r"https?://[^\s\"'<)]+", picture.read_text(encoding="utf-8")))
        assert addresses <= {"http://www.w3.org/2000/svg"}, picture.name


def test_the_wall_never_names_anybody(tour: Path) -> None:
    for page in (*tour.rglob("*.wall.txt"), *tour.rglob("*.wall.svg")):
        text = page.read_text(encoding="utf-8")
        assert not [name for name in NAMES if name in text], page.name


def test_the_room_face_never_names_anybody(tour: Path) -> None:
    pages = [page for page in tour.rglob("*.console.txt") if "ON THE WALL" in page.read_text(encoding="utf-8")]
    assert len(pages) >= 30
    for page in pages:
        text = page.read_text(encoding="utf-8")
        assert not [name for name in NAMES if name in text], page.name


def test_the_hour_is_in_the_export(tour: Path) -> None:
    lists = json.loads((tour / "120x36" / "export.json").read_text(encoding="utf-8"))
    today = next(one for one in lists["sessions"] if one["day"] == DAY)
    marks = [a["status"] for a in lists["attendance"] if a["session"] == today["id"]]
    assert sorted(marks) == ["excused", *["here"] * 6, "late"]
    assert today["ended_at"] is not None
    assert len([run for run in lists["phase_runs"] if run["session"] == today["id"]]) == 10


@pytest.mark.parametrize("size", ["120x36", "80x24"])
def test_the_pages_in_docs_are_those_of_today(tour: Path, size: str) -> None:
    """Refresh them with: facilitator demo --tour docs/tour --today 2026-11-24 (and keep only the text)."""
    drawn = {path.name: path.read_text(encoding="utf-8") for path in (tour / size).glob("*.txt")}
    kept = {path.name: path.read_text(encoding="utf-8") for path in (DOCS / "tour" / size).glob("*.txt")}
    assert drawn.keys() == kept.keys()
    assert [name for name in drawn if drawn[name] != kept[name]] == []


@pytest.mark.parametrize("screen", ["console", "wall"])
@pytest.mark.parametrize("size", ["120x36", "80x24"])
def test_every_run_of_letters_has_the_colours_it_had(tour: Path, size: str, screen: str) -> None:
    """Refresh them with: python -m tests.facilitator.tour.looks TOUR, after a look at its pictures."""
    kept = (KEPT / f"{size}.{screen}.txt").read_text(encoding="utf-8")
    assert in_one(of_tour(tour, size, screen)).splitlines() == kept.splitlines()
