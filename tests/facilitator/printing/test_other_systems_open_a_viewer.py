"""Windows and macOS: the PDF is opened in the viewer that people know there."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path
from typing import Any

import pytest

from agenda.error import Refused
from facilitator.printing import viewer as viewers
from facilitator.printing.viewer import viewer

PDF = Path("handout.pdf")


def test_where_there_is_a_queue_no_viewer_is_opened() -> None:
    assert viewer("linux") is None


def test_windows_starts_what_opens_a_pdf_there(monkeypatch: pytest.MonkeyPatch) -> None:
    started: list[Path] = []
    monkeypatch.setattr(os, "startfile", started.append, raising=False)
    opens = viewer("win32")
    assert opens is not None
    opens(PDF)
    assert started == [PDF]


def test_macos_opens_it_and_waits_for_the_answer_only_so_long(monkeypatch: pytest.MonkeyPatch) -> None:
    called: list[tuple[list[str], float]] = []

    def run(words: list[str], *, timeout: float, **_rest: Any) -> None:
        called.append((words, timeout))

    monkeypatch.setattr(subprocess, "run", run)
    opens = viewer("darwin")
    assert opens is not None
    opens(PDF)
    assert called == [(["open", "handout.pdf"], viewers.PATIENCE)]


@pytest.mark.parametrize(
    ("platform", "error"),
    [("win32", OSError()), ("darwin", FileNotFoundError()), ("darwin", subprocess.TimeoutExpired("open", 5))],
)
def test_a_viewer_that_cannot_be_opened_is_said(
    monkeypatch: pytest.MonkeyPatch, platform: str, error: Exception
) -> None:
    def fail(*_words: Any, **_rest: Any) -> None:
        raise error

    monkeypatch.setattr(os, "startfile", fail, raising=False)
    monkeypatch.setattr(subprocess, "run", fail)
    opens = viewer(platform)
    assert opens is not None
    with pytest.raises(Refused):
        opens(PDF)
