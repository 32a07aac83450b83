"""A kiosk whose process is killed is there again by itself, and nobody is ever handed the shell it was started from."""

from __future__ import annotations

import os
import random
import signal
import sys
from datetime import UTC, datetime
from pathlib import Path
from signal import SIGKILL, SIGSEGV

import pytest

from agenda.public import KioskMode, KioskState
from facilitator.kiosk.again import LEFT, MOST_QUICK, keep_up
from facilitator.stage.kiosk import hashed, kiosk_json
from facilitator.whole_file import write_whole
from tests.terminal import FACILITATOR, Terminal, a_terminal

SHELL = "THE SHELL IS BACK"
LEAVE = "482913"
READY = ("Please type your code.", "○  ○  ○  ○")


def a_stage(folder: Path) -> Path:
    folder.mkdir(mode=0o700, parents=True)
    state = KioskState(1, datetime.now(UTC), KioskMode.CODES, "ab" * 16, *hashed(LEAVE))
    write_whole(folder / "kiosk.json", kiosk_json(state))
    return folder


def started_from_a_shell(stage: Path) -> tuple[str, ...]:
    command = " ".join((*FACILITATOR, "kiosk", "--stage", str(stage)))
    return (
        "/bin/sh",
        "-c",
        f"stty echo; {command}; stty -a | tr ' ' '\\n' | grep -x -- '-*echo'; echo {SHELL}; read line",
    )


def children(pid: int) -> list[int]:
    found = Path(f"/proc/{pid}/task/{pid}/children").read_text("ascii").split()
    return [int(each) for each in found]


def the_screen(terminal: Terminal) -> int:
    """The process that draws: the child of the child of the shell."""
    [watch] = children(terminal.pid)
    terminal.until(lambda: bool(children(watch)), "has started a screen")
    return children(watch)[0]


@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc")
@pytest.mark.timeout(200)
def test_a_killed_screen_is_back_and_no_key_reaches_a_shell(tmp_path: Path) -> None:
    chance = random.Random(3)
    with a_terminal(*started_from_a_shell(a_stage(tmp_path / "stage")), width=80, height=24) as terminal:
        for _each in range(4):
            terminal.shows(*READY)
            terminal.press(chance.choice(["", "1", "\x1b", "\x03"]))
            killed = the_screen(terminal)
            os.kill(killed, chance.choice([SIGKILL, SIGSEGV]))
            terminal.press("\x03\x1a\x1c\x04exit\r12\x03")
            terminal.until(lambda gone=killed: the_screen(terminal) != gone, "has started another")  # type: ignore[misc]
        terminal.shows(*READY)
        assert SHELL not in terminal.text
        terminal.press("\x1b")
        terminal.shows("For the facilitator")
        terminal.press(LEAVE)
        terminal.shows(SHELL)
        assert b"Traceback" not in terminal.sent
        assert b"echo\r\n" in terminal.sent, "the shell's own settings are back"
        assert b"-echo" not in terminal.sent


@pytest.mark.slow
@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGHUP])
def test_the_system_can_end_it_and_its_screen(number: signal.Signals, tmp_path: Path) -> None:
    stage = a_stage(tmp_path / "stage")
    with a_terminal(*FACILITATOR, "kiosk", "--stage", str(stage), width=80, height=24) as terminal:
        terminal.shows(*READY)
        [screen] = children(terminal.pid)
        terminal.signal(number)
        assert terminal.ends() == (0 if number == signal.SIGTERM else -number)
        assert not Path(f"/proc/{screen}").exists()


@pytest.mark.slow
@pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc")
def test_without_its_watch_the_screen_ends_and_shares_no_keyboard(tmp_path: Path) -> None:
    with a_terminal(*started_from_a_shell(a_stage(tmp_path / "stage")), width=80, height=24) as terminal:
        terminal.shows(*READY)
        screen = the_screen(terminal)
        os.kill(children(terminal.pid)[0], SIGKILL)
        terminal.until(lambda: not Path(f"/proc/{screen}").exists(), "has ended with its watch")


def test_one_that_never_worked_is_given_up_only_where_nobody_switched_it_on(tmp_path: Path) -> None:
    count = tmp_path / "count"
    count.touch()
    fails = (sys.executable, "-c", f"import sys; open({str(count)!r}, 'a').write('x'); sys.exit(7)")
    program = (
        "import sys; from facilitator.kiosk import again; again.WAITS = (0.0,);"
        f"sys.exit(again.keep_up({fails!r}, 'One moment', lambda: len(open({str(count)!r}).read()) < {{on_for}}))"
    )
    for on_for, starts in ((0, MOST_QUICK), (6, MOST_QUICK + 6)):
        with a_terminal(sys.executable, "-c", program.format(on_for=starts if on_for else 0)) as terminal:
            assert terminal.ends() == 7
        assert len(count.read_text("ascii")) == starts
    assert callable(keep_up)
    assert LEFT == 0
