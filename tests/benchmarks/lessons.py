"""A lesson asked for until it can be shown, against reading its file and parsing the Markdown in it, nothing more.

Milliseconds beside the ratio say what a person waits: a lesson should be there within 50.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from statistics import median

from markdown_it import MarkdownIt

from agenda.public import PublicState, Scene
from content.load import builtin_pack_folder, load_lesson, load_pack
from content.pack import LessonEntry
from facilitator.console.hour.pages import public_page
from facilitator.wall.layout import compose
from facilitator.wall.scenes import words
from tests.benchmarks.measuring import Line, by_turns, spread

NOW = datetime(2026, 11, 24, 13, 0, tzinfo=UTC)
BUDGET = 2.0
WAIT = 50.0
"""Milliseconds until the slowest lesson is there."""


def measure(_folder: Path) -> list[Line]:
    pack = load_pack(builtin_pack_folder())
    slowest = max(pack.lessons(), key=lambda entry: entry.path.stat().st_size)
    taken = by_turns({"ours": _timed(lambda: load_lesson(slowest)), "bare": _timed(lambda: _bare(slowest))})
    shown = by_turns({"shown": _timed(lambda: _shown(slowest))})["shown"]
    listed = by_turns({"listed": _timed(lambda: load_pack(pack.folder))})["listed"]
    count = len(list(pack.lessons()))
    said = f"{spread(taken['ours'])} against {spread(taken['bare'])}"
    ratio = median(taken["ours"]) / median(taken["bare"])
    return [
        Line("the longest lesson, loaded / its file read and parsed as Markdown", ratio, BUDGET, said),
        Line("the longest lesson, loaded", median(taken["ours"]) * 1000, WAIT, spread(taken["ours"]), "ms"),
        Line(
            "the longest lesson, loaded and all its pages placed on a wall",
            median(shown) * 1000,
            WAIT,
            spread(shown),
            "ms",
        ),
        Line(f"the list of {count} lessons", median(listed) * 1000, WAIT, spread(listed), "ms"),
    ]


def _bare(entry: LessonEntry) -> None:
    assert MarkdownIt("commonmark", {"html": False}).parse(entry.path.read_text("utf-8"))


def _shown(entry: LessonEntry) -> None:
    """Load it and place every page as a wall of 48x14 shows it."""
    for page in load_lesson(entry).pages:
        state = PublicState(1, NOW, "UTC", "en", Scene.PAGE, public_page(page.title, page.lines), curtain=False)
        assert compose(words(state, NOW), 48, 14)


def _timed(work: Callable[[], object]) -> Callable[[], float]:
    def once() -> float:
        started = time.perf_counter()
        work()
        return time.perf_counter() - started

    return once
