"""Console and wall as many people will have them: two windows of one terminal program, here tmux."""

from __future__ import annotations

import re
import shlex
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from agenda.record.opening import create_record
from tests.builders import CHEAP
from tests.terminal import FACILITATOR, LONGEST_WAIT, ROOT

pytestmark = pytest.mark.system


class Windows:
    """A tmux server of its own, each window with one command and a size of its own."""

    def __init__(self, socket: Path) -> None:
        self._tmux = ("tmux", "-S", str(socket), "-f", "/dev/null")

    def open(self, name: str, *command: str, width: int, height: int) -> None:
        """A new window that stays open with its last words when the command has ended."""
        line = f"{shlex.join(command)}; echo ended with $?; cat"
        self._run("new-session", "-d", "-s", name, "-x", str(width), "-y", str(height), "-c", str(ROOT), line)

    def press(self, name: str, *keys: str) -> None:
        """Keys by tmux's names for them."""
        self._run("send-keys", "-t", name, *keys)

    def resize(self, name: str, width: int, height: int) -> None:
        """Another size."""
        self._run("resize-window", "-t", name, "-x", str(width), "-y", str(height))

    def title(self, name: str) -> str:
        """What the terminal was told to write above the window."""
        return self._run("display-message", "-p", "-t", name, "#{pane_title}").strip()

    def text(self, name: str) -> str:
        """What the window shows."""
        return self._run("capture-pane", "-p", "-t", name)

    def shows(self, name: str, *words: str) -> str:
        """The window's text once all these words are in it."""
        deadline = time.monotonic() + LONGEST_WAIT
        while not all(word in (text := self.text(name)) for word in words):
            assert time.monotonic() < deadline, f"{name} does not show {words} but\n{text}"
            time.sleep(0.05)
        return text

    def end(self) -> None:
        """Close them all."""
        self._run("kill-server")

    def _run(self, *arguments: str) -> str:
        done = subprocess.run([*self._tmux, *arguments], capture_output=True, text=True, timeout=LONGEST_WAIT)
        assert done.returncode == 0, done.stderr
        return done.stdout


@pytest.fixture
def windows(tmp_path: Path) -> Iterator[Windows]:
    opened = Windows(tmp_path / "tmux")
    yield opened
    opened.end()


@pytest.mark.parametrize(("width", "height"), [(120, 36), (80, 24)])
def test_the_wall_follows_the_practice_hour_and_shows_no_name(windows: Windows, width: int, height: int) -> None:
    windows.open("console", *FACILITATOR, "demo", width=width, height=height)
    windows.shows("console", "STILL OPEN")
    windows.open("wall", *FACILITATOR, "wall", width=80, height=24)
    windows.press("console", "Enter")
    windows.shows("console", "CURTAIN", "ON THE WALL")
    windows.press("console", "c", "Enter")
    windows.shows("console", "WALL ON")
    windows.shows("wall", "Welcome")
    windows.press("console", "1", "h")
    people = windows.shows("console", "● here")
    chosen = re.search(r"▸1 +(\S+)", people)
    assert chosen is not None, people
    name = chosen[1]
    windows.press("console", "m", "Enter")
    windows.shows("console", "Last session")
    assert name not in windows.text("wall")
    windows.press("console", "F9")
    windows.shows("console", "CURTAIN")
    windows.resize("console", 20, 5)
    windows.resize("console", width, height)
    windows.shows("console", "CURTAIN")
    assert windows.title("console") == windows.title("wall") == "Facilitator"
    assert "Traceback" not in windows.text("console") + windows.text("wall")


@pytest.mark.parametrize(("width", "height"), [(120, 36), (80, 24)])
def test_before_the_passphrase_the_wall_shows_the_letter_of_the_question(
    windows: Windows, width: int, height: int, tmp_path: Path
) -> None:
    record, _code = create_record(tmp_path / "our.record", "four calm mice", name="Robin Vale", cost=CHEAP)
    record.close()
    windows.open("wall", *FACILITATOR, "wall", width=80, height=24)
    windows.shows("wall", "One moment, please")
    command = (*FACILITATOR, "--record", str(tmp_path / "our.record"))
    windows.open("console", *command, width=width, height=height)
    windows.shows("console", "What does the projector show?", "The wall is open and shows the letter")
    assert "██" in windows.shows("wall", "If the back row cannot read this")
    windows.press("console", "1")
    windows.shows("console", "The passphrase of this record")
    windows.shows("wall", "A quiet moment")
    windows.press("console", "four calm mice", "Enter")
    windows.shows("console", "There is no group yet.")
    windows.press("console", "F4")
    windows.shows("console", "F4 is for a projector that repeats this screen.")


def test_the_demo_line_ends_with_its_key(windows: Windows) -> None:
    windows.open("console", *FACILITATOR, "demo", width=120, height=36)
    windows.shows("console", "STILL OPEN")
    windows.press("console", "C-q")
    windows.shows("console", "ended with 0")
