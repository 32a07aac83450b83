"""When an app fails: one sentence and a number, no code, no values, no path, nothing on disk."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.facilitator.wall.terminal import a_terminal

PROGRAM = """
import sys, threading, asyncio
from textual.app import App
from textual.widgets import Label
from textual.message import Message
from facilitator.crash import QuietCrash, run_quietly

class Failing(QuietCrash, App[None]):
    CSS = "Nonsense {{{" if "{way}" == "style" else ""

    def on_crash(self, number):
        return f"It stopped (error {{number}})."

    def compose(self):
        maria_rossi = "Maria Rossi"
        if "{way}" == "compose":
            raise RuntimeError(maria_rossi)
        yield Label("Standing")

    def on_mount(self):
        maria_rossi = "Maria Rossi"
        if "{way}" == "mount":
            raise RuntimeError(maria_rossi)
        if "{way}" == "worker":
            self.run_worker(self.fail, thread=True)
        if "{way}" == "later":
            self.call_later(self.fail)
            self.call_later(self.fail)
        if "{way}" == "input":
            self._driver.process_message = lambda message: self.fail()

    def fail(self):
        maria_rossi = "Maria Rossi"
        raise RuntimeError(maria_rossi)

    async def run_async(self, **options):
        maria_rossi = "Maria Rossi"
        if "{way}" == "start":
            raise RuntimeError(maria_rossi)
        return await super().run_async(**options)

sys.exit(run_quietly(Failing(), mouse=False))
"""
WAYS = ["compose", "mount", "worker", "later", "style", "start"]
NEVER = ["Maria", "Traceback", "raise", "RuntimeError", "File ", ".py", "locals", "textual"]


def program(way: str) -> str:
    return PROGRAM.replace("{way}", way).replace("{{", "{").replace("}}", "}")


@pytest.mark.slow
@pytest.mark.parametrize("way", WAYS)
def test_a_failing_app_says_one_sentence_and_exits_with_1(way: str, home: Path) -> None:
    before = sorted(home.rglob("*"))
    with a_terminal("-c", program(way), width=100, height=30) as terminal:
        assert terminal.ends() == 1
        assert terminal.sent.count("It stopped (error ") == 1
        for each in NEVER:
            assert each not in terminal.sent
    assert sorted(home.rglob("*")) == before


def test_a_fault_while_reading_keys_shows_no_code_either() -> None:
    with a_terminal("-c", program("input"), width=100, height=30) as terminal:
        terminal.until(lambda: "Standing" in terminal.text)
        terminal.child.send("x")
        assert terminal.ends() == 1
        assert "It stopped (error 000-000)." in terminal.sent
        for each in NEVER:
            assert each not in terminal.sent
