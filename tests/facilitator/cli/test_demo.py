"""``facilitator demo``: the practice group made, kept or thrown away."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable
from datetime import datetime, time
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from agenda.error import WrongKey
from agenda.record.export import export
from agenda.record.opening import open_record
from facilitator.cli import demo, main

DAY = "2026-11-24"


@pytest.fixture(autouse=True)
def temporary(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A temporary folder of the test's own, so that it can say what is left in it."""
    place = tmp_path / "temporary"
    place.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(place))
    return place


@pytest.fixture
def at_a_terminal(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(demo, "_is_in_a_terminal", lambda: True)


def ended(*args: object) -> int | str | None:
    with pytest.raises(SystemExit) as caught:
        main(["demo", *(str(arg) for arg in args)])
    return caught.value.code


def lists(path: Path, passphrase: str = "practice") -> dict[str, Any]:
    record = open_record(path, passphrase, read_only=True)
    try:
        return export(record)
    finally:
        record.close()


def stands_in(monkeypatch: pytest.MonkeyPatch, console: Callable[..., int]) -> None:
    monkeypatch.setattr("facilitator.console.start.run_console", console)


@pytest.mark.slow
def test_it_is_kept_where_it_was_asked_for_and_the_passphrase_is_said(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], temporary: Path
) -> None:
    path = tmp_path / "practice"
    assert ended("--no-open", "--keep", path, "--today", DAY) == 0
    said = capsys.readouterr().out
    assert str(path) in said
    assert "Passphrase: practice" in said
    found = lists(path)
    assert len(found["members"]) == 8
    assert found["sessions"][-1]["day"] == DAY
    assert list(temporary.iterdir()) == []


@pytest.mark.slow
def test_a_passphrase_from_the_environment_is_used_and_never_said(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("FACILITATOR_PASSPHRASE", "my own words")
    assert ended("--no-open", "--keep", tmp_path / "practice") == 0
    shown = capsys.readouterr()
    assert "my own words" not in shown.out + shown.err
    assert "Passphrase:" not in shown.out
    assert lists(tmp_path / "practice", "my own words")["groups"]
    with pytest.raises(WrongKey):
        open_record(tmp_path / "practice", "practice")


@pytest.mark.parametrize("ending", ["", ".keys"])
def test_an_existing_path_is_refused_and_left_alone(
    tmp_path: Path, ending: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / f"practice{ending}").write_text("mine")
    assert ended("--no-open", "--keep", tmp_path / "practice") == 1
    assert "already" in capsys.readouterr().err
    assert [(f.name, f.read_text()) for f in tmp_path.iterdir() if f.is_file()] == [(f"practice{ending}", "mine")]


@pytest.mark.slow
def test_without_keeping_nothing_is_left(temporary: Path, home: Path) -> None:
    before = sorted(home.rglob("*"))
    assert ended("--no-open") == 0
    assert list(temporary.iterdir()) == []
    assert sorted(home.rglob("*")) == before


@pytest.mark.slow
@pytest.mark.usefixtures("at_a_terminal")
def test_the_console_opens_on_it_and_then_it_is_thrown_away(
    monkeypatch: pytest.MonkeyPatch, temporary: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    opened: list[tuple[str, bool]] = []

    def console(path: Path, passphrase: str | None, *, practice: bool) -> int:
        assert path.is_file()
        assert path.parent.stat().st_mode & 0o077 == 0
        opened.append((passphrase or "", practice))
        return 0

    stands_in(monkeypatch, console)
    assert ended() == 0
    assert opened == [("practice", True)]
    assert list(temporary.iterdir()) == []


@pytest.mark.slow
@pytest.mark.usefixtures("at_a_terminal")
@pytest.mark.parametrize(("problem", "code"), [(KeyboardInterrupt(), 130), (ValueError("canary"), 1)])
def test_it_is_thrown_away_also_when_the_console_is_interrupted_or_fails(
    problem: BaseException, code: int, monkeypatch: pytest.MonkeyPatch, temporary: Path
) -> None:
    def console(*_: object, **__: object) -> int:
        raise problem

    stands_in(monkeypatch, console)
    assert ended() == code
    assert list(temporary.iterdir()) == []


@pytest.mark.slow
@pytest.mark.usefixtures("at_a_terminal")
def test_the_consoles_exit_code_is_ours(monkeypatch: pytest.MonkeyPatch) -> None:
    stands_in(monkeypatch, lambda *_, **__: 1)
    assert ended() == 1


def test_without_a_terminal_it_names_the_tour_and_makes_nothing(
    capsys: pytest.CaptureFixture[str], temporary: Path, tmp_path: Path
) -> None:
    assert ended("--keep", tmp_path / "practice") == 1
    assert "--tour DIR" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == [temporary]


def test_a_day_is_a_day(capsys: pytest.CaptureFixture[str]) -> None:
    assert ended("--no-open", "--today", "tomorrow") == 2
    assert ended("--no-open", "--seed", "x") == 2
    capsys.readouterr()


@pytest.mark.parametrize(
    ("now", "starts"),
    [
        ((9, 0, 0), time(9, 0)),
        ((9, 0, 1), time(9, 5)),
        ((9, 4, 59), time(9, 5)),
        ((9, 58, 0), time(10, 0)),
        ((23, 54, 0), time(23, 55)),
        ((23, 58, 0), time(23, 55)),
    ],
)
def test_the_practice_session_begins_in_a_moment_but_never_tomorrow(now: tuple[int, int, int], starts: time) -> None:
    moment = datetime(2026, 11, 24, *now, tzinfo=ZoneInfo("Europe/Rome"))
    assert demo._next_five_minutes(moment) == starts


@pytest.mark.slow
@pytest.mark.usefixtures("at_a_terminal")
def test_an_opened_practice_session_is_at_hand_now(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    stands_in(monkeypatch, lambda *_, **__: 0)
    before = datetime.now(ZoneInfo("UTC"))
    assert ended("--keep", tmp_path / "practice") == 0
    planned = datetime.fromisoformat(lists(tmp_path / "practice")["sessions"][-1]["planned_at"])
    assert abs((planned - before).total_seconds()) <= 6 * 60


@pytest.mark.parametrize("found", [None, LookupError(), ValueError()])
def test_where_the_zone_cannot_be_told_it_is_utc(found: object, monkeypatch: pytest.MonkeyPatch) -> None:
    def zone() -> object:
        if isinstance(found, Exception):
            raise found
        return found

    monkeypatch.setattr("babel.localtime.get_localzone", zone)
    assert demo.laptop_zone() == "UTC"


def test_the_tour_plays_the_same_practice_group(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    played: list[tuple[object, ...]] = []
    monkeypatch.setattr("facilitator.tour.play.run_tour", lambda *args: played.append(args))
    assert ended("--tour", tmp_path, "--seed", 3, "--today", DAY) == 0
    assert [(path, seed, str(day)) for path, seed, day in played] == [(tmp_path, 3, DAY)]


@pytest.mark.slow
def test_the_same_seed_and_date_give_the_same_export_in_two_processes(tmp_path: Path) -> None:
    env = {**os.environ, "FACILITATOR_PASSPHRASE": "practice", "TZ": "Europe/Rome"}

    def facilitator(*args: object) -> bytes:
        command = [sys.executable, "-m", "facilitator", *(str(arg) for arg in args)]
        return subprocess.run(command, env=env, capture_output=True, timeout=60, check=True).stdout

    def exported(name: str) -> dict[str, Any]:
        """Without what the export itself is written down as: that happens now."""
        lists: dict[str, Any] = json.loads(facilitator("--record", tmp_path / name, "export", "--json", "-"))
        del lists["accesses"]
        return {**lists, "journal": [row for row in lists["journal"] if row["table"] != "accesses"]}

    exports = []
    for name in ("one", "two"):
        facilitator("demo", "--no-open", "--keep", tmp_path / name, "--seed", 11, "--today", DAY)
        exports.append(exported(name))
    assert exports[0] == exports[1]
    assert json.dumps(exports[0]) == json.dumps(exports[1])
    assert len(exports[0]["journal"]) > 100
