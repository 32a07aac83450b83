"""The kiosk file: read whole or not at all, without a name where members type codes, forgotten after some hours."""

from __future__ import annotations

import json
import stat
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from agenda.public import KioskMode, KioskName, KioskState
from facilitator.stage import Publisher
from facilitator.stage.kiosk import FORGOTTEN_AFTER, kiosk_from, kiosk_json, opens, read_kiosk
from tests.builders import NAMES, NOON
from tests.facilitator.kiosk.kiosks import LEAVE, a_kiosk_state

CODES, ROOM = a_kiosk_state(), a_kiosk_state(KioskMode.NAMES)


@pytest.mark.parametrize("kiosk", [CODES, ROOM])
def test_what_was_written_is_read(kiosk: KioskState, tmp_path: Path) -> None:
    publisher = Publisher(tmp_path / "stage", lambda: NOON)
    assert publisher.publish_kiosk(kiosk_json(kiosk))
    assert read_kiosk(tmp_path / "stage", NOON) == kiosk
    assert stat.S_IMODE((tmp_path / "stage" / "kiosk.json").stat().st_mode) == 0o600
    assert publisher.publish_kiosk(None)
    assert publisher.publish_kiosk(None), "there is none already"
    assert read_kiosk(tmp_path / "stage", NOON) is None
    publisher.close()
    assert not publisher.publish_kiosk(kiosk_json(kiosk))


def test_only_the_console_that_has_the_stage_writes_it(tmp_path: Path) -> None:
    first, second = (Publisher(tmp_path / "stage", lambda: NOON) for _each in range(2))
    assert not second.publish_kiosk(kiosk_json(ROOM))
    assert read_kiosk(tmp_path / "stage", NOON) is None
    first.close()
    second.close()


def test_with_codes_there_is_nothing_about_any_member_in_it() -> None:
    raw = kiosk_json(CODES).decode()
    assert not [name for name in NAMES if name in raw]
    assert json.loads(raw)["names"] == []
    with pytest.raises(ValueError, match="no names"):
        replace(CODES, names=(KioskName("ab", "Ana"),))


def test_the_leave_code_is_not_in_it_and_opens() -> None:
    assert LEAVE not in kiosk_json(CODES).decode()
    assert opens(CODES, LEAVE)
    assert not opens(CODES, "000000")
    assert not opens(CODES, "")


def test_names_of_yesterday_are_not_shown(tmp_path: Path) -> None:
    publisher = Publisher(tmp_path / "stage", lambda: NOON)
    publisher.publish_kiosk(kiosk_json(ROOM))
    assert read_kiosk(tmp_path / "stage", NOON + FORGOTTEN_AFTER / 2) == ROOM
    assert read_kiosk(tmp_path / "stage", NOON + FORGOTTEN_AFTER) is None
    publisher.close()


def other(**fields: object) -> bytes:
    return json.dumps({**json.loads(kiosk_json(ROOM)), **fields}).encode()


@pytest.mark.parametrize("raw", [
    b"", b"{", b"[]", b"7", b"null", b"[" * 5000, kiosk_json(ROOM)[:-7], other(schema=2), other(mode="faces"),
    other(mode="codes"), other(names={"key": "a"}), other(names=[{"key": "a"}]), other(names=[{"key": "a", "name": 7}]),
    other(names=[{"key": "a", "name": "x" * 999}]), other(names=[{"key": "a", "name": "\ud800"}]), other(token=""),
    other(names=[{"key": "a", "name": "b"}] * 99), other(published_at="2026-11-24T12:00:00"), other(revision="x"),
], ids=[f"{number}" for number in range(19)])  # fmt: skip
def test_anything_else_is_no_kiosk_file(raw: bytes) -> None:
    assert kiosk_from(raw) is None


def a_folder(file: Path) -> None:
    file.unlink()
    file.mkdir()


FAULTS: dict[str, Callable[[Path], object]] = {
    "garbled": lambda file: file.write_bytes(b"\x00\xff"),
    "cut": lambda file: file.write_bytes(file.read_bytes()[:40]),
    "huge": lambda file: file.write_bytes(file.read_bytes() + b" " * 100_000),
    "a link": lambda file: file.symlink_to(file.rename(file.with_name("elsewhere"))),
    "a folder": a_folder,
}


@pytest.mark.parametrize("fault", FAULTS)
def test_a_spoilt_file_is_no_kiosk_and_the_next_one_is_right(fault: str, tmp_path: Path) -> None:
    publisher = Publisher(tmp_path / "stage", lambda: NOON)
    publisher.publish_kiosk(kiosk_json(ROOM))
    FAULTS[fault](tmp_path / "stage" / "kiosk.json")
    assert read_kiosk(tmp_path / "stage", NOON) is None
    assert publisher.publish_kiosk(kiosk_json(ROOM))
    assert read_kiosk(tmp_path / "stage", NOON) == ROOM
    publisher.close()
