"""A key whose handler fails: one sentence and a number on the terminal, nothing of the record, and the wall holds."""

from __future__ import annotations

import re
import sys
from pathlib import Path

import pytest

from tests.terminal import Terminal, a_terminal

PROGRAM = """
import sys
from pathlib import Path
from facilitator.console.app import ConsoleApp
from facilitator.console.hour.led_hour import LedHour
from facilitator.console.people.attendance_marks import AttendanceMarks
from facilitator.console.home.screen import HomeScreen
from facilitator.console.hour.screen import SessionScreen
from facilitator.crash import run_quietly
from tests.facilitator.console.hour.hour import a_workplace, a_record_ready

def fails(self, *given, **named):
    somebody = "Maria Rossi"
    raise RuntimeError(f"{somebody} {self} {given}")

if sys.argv[2] == "key":
    AttendanceMarks.mark = fails
if sys.argv[2] == "beat":
    LedHour.settle = fails
if sys.argv[2] == "show":
    LedHour.shown = fails
workplace = a_workplace(Path(sys.argv[1]), a_record_ready(("Maria Rossi", "Bruno")))
app = ConsoleApp(lambda app: HomeScreen(resume=True), workplace)
code = run_quietly(app, mouse=False)
print("wall let go:", not workplace.wall.has_wall)
sys.exit(code)
"""
NEVER = ("Traceback", "RuntimeError", 'File "', ".py", "somebody", "locals", "raise ", "textual", "LedHour(", "Maria")


def sentence_after(terminal: Terminal) -> str:
    """What was printed once the screen was gone."""
    return terminal.sent.decode("utf-8", "replace").rpartition("\x1b[?1049l")[2]


@pytest.mark.slow
@pytest.mark.parametrize("way", ["key", "beat", "show"])
def test_a_failing_handler_is_one_sentence_and_a_number(way: str, tmp_path: Path, home: Path) -> None:
    files = sorted(home.rglob("*"))
    with a_terminal(sys.executable, "-c", PROGRAM, str(tmp_path), way) as terminal:
        terminal.until(lambda: "today 14:00" in terminal.text, "Home is up")
        terminal.press("\r")
        if way == "key":
            terminal.until(lambda: "ON THE WALL" in terminal.text, "the hour is on")
            terminal.press("1")
            terminal.until(lambda: "Maria Rossi is chosen" in terminal.text, "a member is chosen")
            terminal.press("l")
        assert terminal.ends() == 1
        said = sentence_after(terminal)
        assert len(re.findall(r"error number \d{3}-\d{3}", " ".join(said.split()))) == 1
        assert "Start Facilitator again" in " ".join(said.split())
        assert [word for word in NEVER if word in said] == []
        assert "wall let go: True" in said
    assert sorted(home.rglob("*")) == files
