"""The largest that is taken, and the first that is too much."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from agenda.public import KioskMode, KioskName
from facilitator.stage import stage_folder
from facilitator.stage.inbox import LONGEST, MOST_BYTES, CheckIn, Inbox, check_in, hand_over
from facilitator.stage.kiosk import FORGOTTEN_AFTER, MOST_NAMES, kiosk_from, kiosk_json, read_kiosk
from tests.builders import NOON
from tests.facilitator.kiosk.kiosks import a_kiosk_state

TOKEN = "cd" * 16


def taken(stage: Path) -> list[str]:
    came: list[CheckIn] = []

    def keep(given: CheckIn) -> bool:
        came.append(given)
        return True

    Inbox(stage).take(TOKEN, keep)
    return [one.who for one in came]


@pytest.mark.parametrize(("letters", "is_taken"), [(0, False), (1, True), (LONGEST, True), (LONGEST + 1, False)])
def test_a_check_in_says_at_most_so_many_letters(letters: int, is_taken: bool, tmp_path: Path) -> None:
    assert hand_over(tmp_path / "stage", check_in(TOKEN, "7" * letters, NOON))
    assert taken(tmp_path / "stage") == (["7" * letters] if is_taken else [])


@pytest.mark.parametrize(("size", "is_taken"), [(MOST_BYTES, True), (MOST_BYTES + 1, False)])
def test_a_file_in_the_inbox_is_at_most_so_large(size: int, is_taken: bool, tmp_path: Path) -> None:
    assert hand_over(tmp_path / "stage", check_in(TOKEN, "4711", NOON))
    (file,) = (tmp_path / "stage" / "inbox").iterdir()
    file.write_bytes(file.read_bytes().ljust(size))
    assert taken(tmp_path / "stage") == (["4711"] if is_taken else [])


@pytest.mark.parametrize(("count", "is_read"), [(MOST_NAMES, True), (MOST_NAMES + 1, False)])
def test_a_kiosk_file_has_at_most_so_many_names(count: int, is_read: bool) -> None:
    names = tuple(KioskName(f"{number:02}", f"Somebody {number}") for number in range(count))
    state = replace(a_kiosk_state(KioskMode.NAMES), names=names)
    assert (kiosk_from(kiosk_json(state)) == state) is is_read


@pytest.mark.parametrize(("age", "is_read"), [(timedelta(seconds=1), True), (timedelta(), False)])
def test_a_kiosk_file_is_forgotten_at_the_hour(age: timedelta, is_read: bool, tmp_path: Path) -> None:
    state = a_kiosk_state()
    (tmp_path / "kiosk.json").write_bytes(kiosk_json(state))
    now = state.published_at + FORGOTTEN_AFTER - age
    assert (read_kiosk(tmp_path, now) is not None) is is_read


def test_a_kiosk_file_of_another_version_is_none() -> None:
    fields = json.loads(kiosk_json(a_kiosk_state()))
    assert kiosk_from(json.dumps({**fields, "schema": fields["schema"] + 1}).encode()) is None


@pytest.mark.parametrize("kind", ["relative", "link", "open to others", "ours"])
def test_the_systems_runtime_folder_is_used_only_when_it_is_ours_alone(
    kind: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    folder = tmp_path / "run"
    folder.mkdir(mode=0o755 if kind == "open to others" else 0o700)
    (tmp_path / "link").symlink_to(folder)
    named = {"relative": "run", "link": str(tmp_path / "link")}.get(kind, str(folder))
    monkeypatch.setenv("XDG_RUNTIME_DIR", named)
    assert stage_folder(None).is_relative_to(folder) is (kind == "ours")
    assert not stage_folder(None).is_relative_to(tmp_path / "link")
