"""Windows are closed, laptops shut down, corners dragged, consoles opened twice: no traceback, and nothing is lost."""

from __future__ import annotations

from pathlib import Path
from signal import SIGHUP, SIGTERM

import pytest

from agenda.record.opening import lease, open_record
from tests.builders import TEXTS
from tests.faults.kept import PASSPHRASE, read_kept
from tests.faults.practice import Env, a_practice_record, an_environment, begin_the_hour
from tests.terminal import FACILITATOR, Terminal, a_terminal

LEAVES_THE_SCREEN = b"\x1b[?1049l"
"""What gives a terminal back the screen it had before; the names on ours go with it."""


@pytest.fixture
def env(tmp_path: Path) -> Env:
    return an_environment(tmp_path)


@pytest.fixture
def record(tmp_path: Path, env: Env) -> Path:
    made = a_practice_record(tmp_path / "record", seed=1)
    begin_the_hour(made, env)
    return made


def mark_ana_here(terminal: Terminal) -> None:
    terminal.shows("ON THE WALL")
    terminal.press("1h")
    terminal.shows("● here", "Ana: here.")


def ana_is_kept(record: Path, folder: Path) -> None:
    assert read_kept(record, folder / "copy").facts["member 1"] == ("Ana", "here")


def nobody_has_it(record: Path) -> None:
    """It was closed, and not only left: the next start finds nothing to look through."""
    opened = open_record(record, PASSPHRASE, read_only=True)
    try:
        assert lease(opened) is None
    finally:
        opened.close()
    assert not Path(f"{record}-journal").exists()


@pytest.mark.slow
def test_told_to_end_it_leaves_as_if_asked_and_no_name_stays_on_the_screen(
    record: Path, env: Env, tmp_path: Path
) -> None:
    with a_terminal(*FACILITATOR, "--record", str(record), env=env) as console:
        mark_ana_here(console)
        console.signal(SIGTERM)
        assert console.ends() == 0
        assert LEAVES_THE_SCREEN in console.sent
        assert b"Traceback" not in console.sent
    ana_is_kept(record, tmp_path)
    nobody_has_it(record)


@pytest.mark.slow
def test_told_that_its_terminal_is_gone_it_leaves_as_if_asked(record: Path, env: Env, tmp_path: Path) -> None:
    with a_terminal(*FACILITATOR, "--record", str(record), env=env) as console:
        mark_ana_here(console)
        console.signal(SIGHUP)
        assert console.ends() == 0
        assert b"Traceback" not in console.sent
    ana_is_kept(record, tmp_path)
    nobody_has_it(record)


@pytest.mark.slow
def test_its_window_is_closed(record: Path, env: Env, tmp_path: Path) -> None:
    with a_terminal(*FACILITATOR, "--record", str(record), env=env) as console:
        mark_ana_here(console)
        console.hang_up()
        assert console.code() == 0
        assert b"Traceback" not in console.sent
    ana_is_kept(record, tmp_path)
    nobody_has_it(record)
    with a_terminal(*FACILITATOR, "--record", str(record), env=env) as again:
        again.shows("ON THE WALL", "c curtain up")
        again.press("\t")
        again.shows("1 here", "7 not yet")


@pytest.mark.slow
@pytest.mark.parametrize("keys", ["", "1h", "m", "c", "3e", "?"])
def test_dragged_to_twenty_by_five_and_back_it_is_what_it_was(record: Path, env: Env, keys: str) -> None:
    with a_terminal(*FACILITATOR, "--record", str(record), env=env) as console:
        console.shows("ON THE WALL", "NEXT", "F1 keys")
        console.press(keys)
        console.listen_for(0.5)  # whatever the keys opened; what matters comes after
        before = console.text
        for width, height in ((20, 5), (60, 18), (20, 5), (120, 36)):
            console.resize(width, height)
            console.listen_for(0.3)
        console.until(lambda: without_time(console.text) == without_time(before), f"shows again\n{before}")
        console.press("\x11")
        assert console.ends() == 0
        assert b"Traceback" not in console.sent


def without_time(text: str) -> list[str]:
    """A screen but for its first line, where a minute may have passed, and the minutes of the phase."""
    return [row for row in text.splitlines()[1:] if "█" not in row and "back to Room" not in row]


@pytest.mark.slow
def test_a_second_console_only_reads_and_says_who_writes(record: Path, env: Env, tmp_path: Path) -> None:
    with a_terminal(*FACILITATOR, "--record", str(record), env=env) as first:
        mark_ana_here(first)
        before = read_kept(record, tmp_path / "before").lists
        with a_terminal(*FACILITATOR, "--record", str(record), env=env) as second:
            second.shows("ONLY READS", f"{TEXTS.facilitator} has this record open since", "This console only")
            second.press("\r")
            second.shows("This console only reads: another one has the record.")
            second.press("1xc\r pu\t+")
            second.listen_for(0.5)  # time in which it could do harm
            second.press("\x11")
            assert second.ends() == 0
            assert b"Traceback" not in second.sent
        assert read_kept(record, tmp_path / "after").lists == before
        first.press("2h")
        first.shows("Bruno: here.")
