"""Handouts and the session pack for eight in one PDF, against WeasyPrint setting the same content in the same letters.

The pack is the one of the practice group's next session: ten handouts, the goal sheets of those to be asked, the circle
sheet. Both are warm: loaded, with their fonts found. Every turn has words that were never set before, and both make
PDF/UA. WeasyPrint comes with the extra ``bench`` and calls Pango, which most systems have (Debian: libpango-1.0-0,
libpangoft2-1.0-0, libharfbuzz-subset0). Without it these lines are left out of the table, and that is said.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from importlib import import_module
from importlib.util import find_spec
from itertools import count
from pathlib import Path
from statistics import median
from typing import Any, cast

from agenda.record import opening
from agenda.record.rows import group as groups
from agenda.record.rows import session as sessions
from content.lesson import Lesson
from content.load import builtin_pack_folder, load_lesson, load_pack
from facilitator.paperwork.goal_sheet import GoalSheet
from facilitator.paperwork.handout import lesson_handout
from facilitator.paperwork.paper import Paper
from facilitator.paperwork.press import press
from facilitator.paperwork.session_pack import SessionPack, session_pack
from facilitator.paperwork.tree import Document
from facilitator.session_paper.pack import session_pack_of
from tests.benchmarks.measuring import PASSPHRASE, Line, by_turns, spread
from tests.benchmarks.paper_html import page
from tests.benchmarks.records import MEMBERS, a_practice_record
from tests.builders import CHEAP

LESSON = "what-recovery-means"
MODULE = "Recovery Strategies"
BUDGET = 1 / 8

Documents = Sequence[Document]


def measure(folder: Path) -> list[Line]:
    if find_spec("weasyprint") is None:
        print("paper is left out: WeasyPrint is not installed (pip install -e '.[bench]')", file=sys.stderr)
        return []
    return [line_of(f"handouts for {MEMBERS}", _handouts()), line_of(f"session pack for {MEMBERS}", _packs(folder))]


def line_of(what: str, jobs: Iterator[Documents], budget: float = BUDGET) -> Line:
    taken = by_turns({"ours": _timed(ours, jobs), "weasyprint": _timed(theirs, jobs)}, times=9)
    ratio = median(taken["ours"]) / median(taken["weasyprint"])
    said = f"{spread(taken['ours'])} against {spread(taken['weasyprint'])}"
    return Line(f"{what} in one PDF, warm / WeasyPrint on the same content", ratio, budget, said)


def _handouts() -> Iterator[Documents]:
    """The handout again and again, each time with another title, so that nobody can have it in stock."""
    lesson = a_lesson()
    return ([lesson_handout(renamed(lesson, number), Paper(), MODULE)] * MEMBERS for number in count(1))


def _packs(folder: Path) -> Iterator[Documents]:
    """The pack again and again, all its sheets with other words each time."""
    pack = _pack(folder)
    assert len(pack.circle.rows) == MEMBERS
    assert pack.goal_sheets
    return (session_pack(_other(pack, number), Paper()) for number in count(1))


def _pack(folder: Path) -> SessionPack:
    record = opening.open_record(a_practice_record(folder, cost=CHEAP), PASSPHRASE)
    try:
        session = sessions.next_session(record, groups.all_groups(record)[0].id)
        assert session is not None
        return session_pack_of(record, session.id, a_lesson(), MODULE)
    finally:
        record.close()


def _other(pack: SessionPack, number: int) -> SessionPack:
    rows = tuple(replace(row, last_homework=f"{number} {row.last_homework}") for row in pack.circle.rows)
    return replace(
        pack,
        circle=replace(pack.circle, rows=rows, group=f"{pack.circle.group} {number}"),
        lesson=None if pack.lesson is None else renamed(pack.lesson, number),
        goal_sheets=tuple(_other_goal(sheet, number) for sheet in pack.goal_sheets),
    )


def _other_goal(sheet: GoalSheet, number: int) -> GoalSheet:
    parts = tuple(replace(part, text=f"{part.text} ({number})") for part in sheet.short_term)
    return replace(sheet, recovery_goal=f"{sheet.recovery_goal} ({number})", short_term=parts)


def a_lesson() -> Lesson:
    return load_lesson(load_pack(builtin_pack_folder()).lesson_named(LESSON))


def renamed(lesson: Lesson, number: int) -> Lesson:
    questions = tuple(f"{question} ({number})" for question in lesson.questions)
    return replace(lesson, entry=replace(lesson.entry, title=f"{lesson.entry.title} {number}"), questions=questions)


def _timed(make: Callable[[Documents], bytes], jobs: Iterator[Documents]) -> Callable[[], float]:
    def once() -> float:
        documents = next(jobs)
        started = time.perf_counter()
        pdf = make(documents)
        taken = time.perf_counter() - started
        assert pdf.startswith(b"%PDF")
        return taken

    return once


def ours(documents: Documents) -> bytes:
    return press(documents, Paper()).pdf


def theirs(documents: Documents) -> bytes:
    weasyprint: Any = import_module("weasyprint")
    return cast(bytes, weasyprint.HTML(string=page(documents)).write_pdf(pdf_variant="pdf/ua-1"))
