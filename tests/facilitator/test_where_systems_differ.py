"""What another system does otherwise, simulated on this one (docs/decisions/0012-where-systems-differ.md)."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from agenda.error import Refused
from facilitator import in_place
from facilitator.stage import Publisher
from facilitator.stage.inbox import check_in, hand_over
from facilitator.whole_file import write_whole
from tests.builders import NOON
from tests.facilitator.wall.states import a_state
from tests.terminal import FACILITATOR, ROOT, a_terminal

Replace = Callable[..., None]


def windows(monkeypatch: pytest.MonkeyPatch, held_for: int) -> list[str]:
    """``os.replace`` is refused so many times, as while another program has the file open. What was waited for."""
    real = os.replace
    waited: list[str] = []

    def replace(source: str, target: str) -> None:
        if len(waited) < held_for:
            raise PermissionError(errno.EACCES, "in use")
        real(source, target)

    monkeypatch.setattr(in_place, "WAITS", (0.1, 0.2, 0.3))
    monkeypatch.setattr(time, "sleep", lambda seconds: waited.append(str(seconds)))
    monkeypatch.setattr(os, "replace", replace)
    return waited


def test_a_file_that_is_being_read_is_replaced_a_moment_later(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    waited = windows(monkeypatch, 2)
    write_whole(tmp_path / "note.txt", b"old")
    write_whole(tmp_path / "note.txt", b"new")
    assert (tmp_path / "note.txt").read_bytes() == b"new"
    assert waited == ["0.1", "0.2"]


def test_one_that_is_held_for_good_is_refused_in_words_and_stays_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write_whole(tmp_path / "note.txt", b"old")
    windows(monkeypatch, 99)
    with pytest.raises(Refused, match="cannot be written"):
        write_whole(tmp_path / "note.txt", b"new")
    assert [path.name for path in tmp_path.iterdir()] == ["note.txt"]
    assert (tmp_path / "note.txt").read_bytes() == b"old"


def test_a_wall_that_reads_does_not_keep_the_console_from_publishing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    publisher = Publisher(tmp_path / "stage", lambda: NOON)
    windows(monkeypatch, 3)
    assert publisher.publish(a_state())
    assert publisher.problem is None
    publisher.close()


def test_elsewhere_nobody_waits_for_what_is_not_allowed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    if os.name == "nt":
        pytest.skip("this is the system that waits")
    assert in_place.WAITS == ()


@pytest.mark.parametrize("number", [errno.EINVAL, errno.ENOTSUP])
def test_where_a_folder_cannot_be_synchronised_a_check_in_is_kept_all_the_same(
    number: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    real = os.fsync

    def fsync(file: int) -> None:
        if os.path.isdir(f"/proc/self/fd/{file}"):
            raise OSError(number, "not for folders")
        real(file)

    monkeypatch.setattr(os, "fsync", fsync)
    assert hand_over(tmp_path / "stage", check_in("ab" * 16, "4711", NOON))


WITHOUT = "import sys; sys.modules.update(dict.fromkeys({names!r})); "


def python_without(*names: str, then: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-W", "ignore", "-c", WITHOUT.format(names=names) + then],
        cwd=ROOT,
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def test_without_locks_of_the_system_a_console_has_no_wall_and_says_why(tmp_path: Path) -> None:
    then = (
        "from datetime import datetime, UTC; from pathlib import Path; from facilitator.stage import Publisher;"
        f"one = Publisher(Path({str(tmp_path / 'stage')!r}), lambda: datetime.now(UTC));"
        "print(one.has_wall, one.problem)"
    )
    done = python_without("fcntl", then=then)
    assert done.stderr == ""
    assert done.stdout == "False The wall cannot be updated: its folder cannot be written.\n"


def test_without_locks_of_the_system_a_record_is_not_opened_for_writing(tmp_path: Path) -> None:
    then = (
        "from pathlib import Path; from agenda.record.lock import WriterLock; from agenda.error import Refused\n"
        f"try: WriterLock(Path({str(tmp_path / 'record')!r})).acquire()\n"
        "except Refused as refused: print(refused.message)"
    )
    done = python_without("fcntl", then=then)
    assert done.stderr == ""
    assert done.stdout == "The folder of the record cannot be written.\n"


def test_without_settings_of_a_terminal_and_signals_of_posix_the_kiosk_is_kept_up() -> None:
    then = (
        "import signal\n"
        "for name in ('SIGHUP', 'SIGQUIT', 'SIGTSTP'): delattr(signal, name)\n"
        "from facilitator.kiosk import again\n"
        "print(again.keep_up((sys.executable, '-c', 'print(1)'), 'One moment', lambda: True))"
    )
    done = python_without("termios", "fcntl", then=then)
    assert "Traceback" not in done.stderr
    assert done.stdout.split() == ["1", "0"]


@pytest.mark.slow
@pytest.mark.parametrize("encoding", ["cp1252", "ascii", "cp437"])
def test_a_terminal_that_knows_few_letters_still_shows_the_screen(encoding: str, tmp_path: Path) -> None:
    env = {"PYTHONIOENCODING": encoding, "PYTHONUTF8": "0"}
    with a_terminal(*FACILITATOR, "wall", "--stage", str(tmp_path), width=60, height=18, env=env) as terminal:
        terminal.shows("One moment, please")
        terminal.press("qq")
        assert terminal.ends() == 0
        assert b"Traceback" not in terminal.sent
