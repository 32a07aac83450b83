"""The command as people run it."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from agenda.public import PublicPage
from facilitator.stage import Publisher
from tests.facilitator.wall.states import a_state
from tests.facilitator.wall.terminal import WALL, a_terminal


def a_real_publisher(folder: Path) -> Publisher:
    from agenda.clock import SystemClock

    return Publisher(folder, SystemClock().now)


@pytest.mark.slow
def test_it_shows_the_stage_under_its_own_title_and_closes_on_two_presses(tmp_path: Path) -> None:
    publisher = a_real_publisher(tmp_path / "stage")
    with a_terminal(*WALL, "--stage", str(tmp_path / "stage")) as terminal:
        terminal.until(lambda: "One moment, please" in terminal.text)
        publisher.publish(a_state(page=PublicPage("Hello", ("[b]everyone[/b]",))))
        terminal.until(lambda: "Hello" in terminal.text and "[b]everyone[/b]" in terminal.text)
        assert "\x1b]2;Facilitator\x07" in terminal.sent
        assert str(tmp_path) not in terminal.sent
        terminal.child.send("qq")
        assert terminal.ends() == 0
    publisher.close()


@pytest.mark.slow
def test_a_killed_wall_is_right_at_once_when_started_again(tmp_path: Path) -> None:
    publisher = a_real_publisher(tmp_path / "stage")
    publisher.publish(a_state(page=PublicPage("Still here")))
    with a_terminal(*WALL, "--stage", str(tmp_path / "stage")) as terminal:
        terminal.until(lambda: "Still here" in terminal.text)
        terminal.child.kill(9)
    publisher.publish(a_state(page=PublicPage("Still here")))
    with a_terminal(*WALL, "--stage", str(tmp_path / "stage")) as terminal:
        terminal.until(lambda: "Still here" in terminal.text)
        assert "One moment" not in terminal.sent
    publisher.close()


def run(*arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, *WALL, *arguments], capture_output=True, text=True, stdin=subprocess.DEVNULL)


def test_without_a_terminal_it_says_so_and_names_another_way(tmp_path: Path) -> None:
    done = run("--stage", str(tmp_path / "stage"))
    assert (done.returncode, done.stdout) == (1, "")
    assert "needs a terminal window" in done.stderr
    assert "facilitator demo --tour" in done.stderr
    assert not (tmp_path / "stage").exists()


def test_a_refused_stage_is_a_sentence_and_a_hint(tmp_path: Path) -> None:
    (tmp_path / "stage").symlink_to(tmp_path)
    with a_terminal(*WALL, "--stage", str(tmp_path / "stage"), width=100) as terminal:
        assert terminal.ends() == 1
        assert "The folder for the wall is a link to somewhere else." in terminal.text
        assert "--stage" in terminal.text
        assert str(tmp_path) not in terminal.text
