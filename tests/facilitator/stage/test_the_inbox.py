"""What comes out of the inbox: the check-ins of this session, once each, and nothing else, whatever lies in it."""

from __future__ import annotations

import json
import os
import secrets
import stat
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from facilitator.stage.inbox import AT_ONCE, MOST_BYTES, CheckIn, Inbox, check_in, hand_over
from tests.builders import NOON

TOKEN = "cd" * 16


class AnInbox:
    """An inbox in a folder of the test, and what came out of it."""

    def __init__(self, stage: Path) -> None:
        self.stage, self.folder = stage, stage / "inbox"
        self.inbox = Inbox(stage)
        self.came: list[CheckIn] = []

    def hands(self, who: str, token: str = TOKEN, minutes: float = 0) -> Path:
        before = set(self.left())
        assert hand_over(self.stage, check_in(token, who, NOON + timedelta(minutes=minutes)))
        return next(file for file in self.left() if file not in before)

    def takes(self) -> int:
        def keep(given: CheckIn) -> bool:
            self.came.append(given)
            return True

        return self.inbox.take(TOKEN, keep)

    def left(self) -> list[Path]:
        """What lies there still."""
        return sorted(self.folder.iterdir()) if self.folder.is_dir() else []

    def who(self) -> list[str]:
        return [one.who for one in self.came]


@pytest.fixture
def inbox(tmp_path: Path) -> AnInbox:
    return AnInbox(tmp_path / "stage")


def test_check_ins_come_out_once_in_their_order(inbox: AnInbox) -> None:
    for who, minutes in (("2222", 2), ("1111", 1), ("3333", 3)):
        inbox.hands(who, minutes=minutes)
    assert inbox.takes() == 0
    assert inbox.who() == ["1111", "2222", "3333"]
    assert inbox.came[0].at == NOON + timedelta(minutes=1)
    assert inbox.left() == []
    assert inbox.takes() == 0
    assert len(inbox.came) == 3


def test_a_console_that_ends_before_it_kept_one_finds_it_again(inbox: AnInbox) -> None:
    inbox.hands("1111")

    def ends(given: CheckIn) -> bool:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        inbox.inbox.take(TOKEN, ends)
    assert AnInbox.takes(again := AnInbox(inbox.stage)) == 0
    assert again.who() == ["1111"]


def a_folder(path: Path) -> None:
    path.mkdir()


def a_full_folder(path: Path) -> None:
    path.mkdir()
    (path / "inside").write_text("somebody's")


def valid(**other: object) -> bytes:
    fields = {"schema": 1, "token": TOKEN, "entry": secrets.token_hex(16), "at": NOON.isoformat(), "who": "1111"}
    return json.dumps({**fields, **other}).encode()


FAULTS: dict[str, Callable[[Path], object]] = {
    "empty": lambda path: path.write_bytes(b""),
    "no json": lambda path: path.write_bytes(b"\xff\xfe{"),
    "a list": lambda path: path.write_bytes(b"[1, 2]"),
    "a number": lambda path: path.write_bytes(b"7"),
    "deep": lambda path: path.write_bytes(b"[" * 1000),
    "half": lambda path: path.write_bytes(valid()[:-9]),
    "huge": lambda path: path.write_bytes(valid(who="1" * MOST_BYTES)),
    "padded": lambda path: path.write_bytes(valid() + b" " * MOST_BYTES),
    "long": lambda path: path.write_bytes(valid(who="1" * 65)),
    "a field too many": lambda path: path.write_bytes(valid(name="Ana")),
    "a field too few": lambda path: path.write_bytes(b'{"schema": 1}'),
    "another schema": lambda path: path.write_bytes(valid(schema=2)),
    "another session": lambda path: path.write_bytes(valid(token="ef" * 16)),
    "no token": lambda path: path.write_bytes(valid(token="")),
    "no text": lambda path: path.write_bytes(valid(who=1111)),
    "letters nobody sees": lambda path: path.write_bytes(valid(who="11\u200b1")),
    "control": lambda path: path.write_bytes(valid(who="\x1b[2J")),
    "half a surrogate": lambda path: path.write_bytes(valid(who="\ud800")),
    "no zone": lambda path: path.write_bytes(valid(at="2026-11-24T12:00:00")),
    "no instant": lambda path: path.write_bytes(valid(at="yesterday")),
    "a link": lambda path: path.symlink_to(path.parent.parent / "good"),
    "a link to nothing": lambda path: path.symlink_to("nowhere"),
    "a second name of a file": lambda path: path.hardlink_to(path.parent.parent / "good"),
    "a pipe": os.mkfifo,
    "a folder": a_folder,
    "a full folder": a_full_folder,
}


@pytest.mark.parametrize("fault", FAULTS)
def test_what_is_no_check_in_is_counted_and_put_away(fault: str, inbox: AnInbox) -> None:
    inbox.hands("1111")
    (inbox.stage / "good").write_bytes(valid())
    FAULTS[fault](inbox.folder / "0.json")
    assert inbox.takes() == 1
    assert inbox.who() == ["1111"], "the good one beside it was lost"
    assert [file.name for file in inbox.left() if not file.name.startswith(".away-")] == []
    assert (inbox.stage / "good").read_bytes(), "what a link points to was touched"
    assert inbox.takes() == 0, "told twice"


def test_one_that_would_do_is_taken(inbox: AnInbox) -> None:
    inbox.hands("1111")
    (inbox.folder / "0.json").write_bytes(valid(who="2222"))
    assert inbox.takes() == 0
    assert sorted(inbox.who()) == ["1111", "2222"]


def test_the_same_file_again_is_no_check_in(inbox: AnInbox) -> None:
    raw = inbox.hands("1111").read_bytes()
    assert inbox.takes() == 0
    (inbox.folder / "again.json").write_bytes(raw)
    (inbox.folder / "and-again.json").write_bytes(raw)
    assert inbox.takes() == 2
    assert inbox.who() == ["1111"]


def test_what_keep_does_not_take_is_counted(inbox: AnInbox) -> None:
    inbox.hands("?!")
    assert inbox.inbox.take(TOKEN, lambda given: False) == 1
    assert inbox.left() == []


def test_a_flood_is_taken_in_turns(inbox: AnInbox) -> None:
    inbox.hands("1111").unlink()
    for number in range(2 * AT_ONCE + 5):
        (inbox.folder / f"{number}.json").write_bytes(b"x")
    assert [inbox.takes() for _turn in range(4)] == [AT_ONCE, AT_ONCE, 5, 0]


@pytest.mark.parametrize("way", ["link", "file"])
def test_an_inbox_that_is_no_folder_is_put_away_and_made_anew(way: str, inbox: AnInbox, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "0.json").write_bytes(valid())
    inbox.stage.mkdir(mode=0o700)
    if way == "link":
        inbox.folder.symlink_to(elsewhere)
    else:
        inbox.folder.write_text("in the way")
    assert not hand_over(inbox.stage, check_in(TOKEN, "1111", NOON))
    assert inbox.takes() == 1
    assert inbox.came == []
    assert (elsewhere / "0.json").exists()
    inbox.hands("1111")
    assert inbox.takes() == 0
    assert inbox.who() == ["1111"]


def test_half_a_file_of_a_killed_kiosk_is_no_news_and_goes_after_a_minute(inbox: AnInbox) -> None:
    inbox.hands("1111")
    half = inbox.folder / ".ab.part"
    half.write_bytes(b'{"who": "47')
    now = time.time()
    os.utime(half, (now, now))
    assert inbox.takes() == 0
    assert half.exists()
    os.utime(half, (now - 100, now - 100))
    assert inbox.takes() == 0
    assert not half.exists()


def test_nothing_there_is_nothing_to_say(inbox: AnInbox) -> None:
    assert inbox.takes() == 0
    assert not inbox.folder.exists()


def test_files_of_one_kind_have_one_length_and_are_the_owners_alone(inbox: AnInbox) -> None:
    files = [inbox.hands(who, minutes=n / 7) for n, who in enumerate(("0000", "4711", "4711", "9999"))]
    assert len({file.stat().st_size for file in files}) == 1
    assert {stat.S_IMODE(file.stat().st_mode) for file in files} == {0o600}
    assert stat.S_IMODE(inbox.folder.stat().st_mode) == 0o700


def test_two_entries_are_never_the_same(inbox: AnInbox) -> None:
    one, other = check_in(TOKEN, "1111", NOON), check_in(TOKEN, "1111", NOON)
    assert one.entry != other.entry
    assert replace(one, entry=other.entry) == other
