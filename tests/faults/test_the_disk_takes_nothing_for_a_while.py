"""A console in a terminal whose disk really takes nothing for a while: nothing raw, nothing ended, nothing lost."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests.faults.kept import read_kept
from tests.faults.practice import a_practice_record, an_environment, begin_the_hour
from tests.terminal import FACILITATOR, Terminal, a_terminal

RAW = (b"Traceback", b"sqlite", b"SQLITE", b"SQLCIPHER", b"error number", b"OperationalError", b"ERROR")


def no_file_grows_beyond(console: Terminal, most: int) -> None:
    """The system refuses each write to a file past so many bytes; -1 is none."""
    if sys.platform != "linux":
        pytest.skip("only Linux limits the files of a program that runs")
    import resource

    _before, highest = resource.prlimit(console.pid, resource.RLIMIT_FSIZE)
    resource.prlimit(console.pid, resource.RLIMIT_FSIZE, (highest if most < 0 else most, highest))


@pytest.mark.slow
@pytest.mark.parametrize("room", [0, 600, 5000], ids=["none", "a part of the journal", "a part of an action"])
def test_marks_are_refused_in_words_and_taken_once_there_is_room(room: int, tmp_path: Path) -> None:
    env = an_environment(tmp_path)
    record = a_practice_record(tmp_path / "group" / "record", seed=1)
    begin_the_hour(record, env)
    with a_terminal(*FACILITATOR, "--record", str(record), env=env) as console:
        console.shows("ON THE WALL")
        console.press("1h")
        console.shows("Ana: here.")
        no_file_grows_beyond(console, room)
        for digit, name, key in (("2", "Bruno", "h"), ("3", "Carla", "x"), ("4", "Davide", "l")):
            console.press(digit)
            console.shows(f"{name} is chosen")
            console.press(key)
            console.shows("This was not written.")
        no_file_grows_beyond(console, -1)
        console.press("2h")
        console.shows("Bruno: here.")
        console.press("\x11")
        assert console.ends() == 0
        assert [word for word in RAW if word in console.sent] == []
    kept = read_kept(record, tmp_path / "copy").facts
    assert [kept[f"member {digit}"] for digit in (1, 2, 3, 4)] == [
        ("Ana", "here"), ("Bruno", "here"), ("Carla", "unknown"), ("Davide", "unknown")
    ]  # fmt: skip
