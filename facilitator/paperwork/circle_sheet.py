"""The sheet in the facilitator's hand: who was expected, last homework, boxes to tick. No goals, no diagnoses."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from agenda.error import N_
from facilitator.paperwork.paper import Paper
from facilitator.paperwork.tree import Block, Blocks, Document, choice, heading, lead, paragraph, run, table
from facilitator.paperwork.worksheet_form import box_of

ROW_HEIGHT = 2.9
"""Letters a row is high at least: room to write by hand, and eight rows on a page."""

LONGEST_HOMEWORK = 64


@dataclass(frozen=True, slots=True)
class CircleRow:
    """One member who is expected: digit, display name, what was agreed last time."""

    digit: int
    name: str
    last_homework: str = ""


@dataclass(frozen=True, slots=True)
class CircleSheet:
    """The facilitator's sheet for one session."""

    group: str
    rows: tuple[CircleRow, ...]
    day: date | None = None
    lesson: str = ""


def circle_sheet(sheet: CircleSheet, paper: Paper) -> Document:
    """One wide page for a whole circle. It names people, so it says that it must be shredded."""
    says = paper.says
    title = says(N_("Circle sheet"))
    about = " · ".join(filter(None, (sheet.group, paper.day(sheet.day), sheet.lesson)))
    columns = (
        ("", 3),
        (says(N_("Name")), 12),
        (says(N_("Last homework")), 17),
        (says(N_("Here")), 6),
        (says(N_("Homework")), 15),
        (says(N_("Turn")), 6),
        (says(N_("New homework")), 13),
        (says(N_("In their words")), 14),
    )
    blocks = [
        heading(title, 1, about),
        lead(says(N_("For the facilitator only. Shred after use."))),
        table(columns, [_row(row, paper) for row in sheet.rows], ROW_HEIGHT),
    ]
    return Document(title, blocks, mark=says(N_("Shred after use")), is_wide=True)


def _row(row: CircleRow, paper: Paper) -> list[Blocks]:
    says = paper.says
    done = [says(N_("done")), says(N_("some")), says(N_("not yet"))]
    return [
        [paragraph(run(str(row.digit), is_strong=True))],
        [paragraph(run(row.name, is_strong=True))],
        [paragraph(run(_start_of(row.last_homework)))] if row.last_homework else [],
        [box_of(row.name, says(N_("Here")), paper)],
        [_ticks(row.name, done, paper)],
        [box_of(row.name, says(N_("Turn")), paper)],
        [],
        [],
    ]


def _start_of(text: str) -> str:
    """Enough to remember it by: the table is read in passing, and eight people must fit on one page."""
    line = " ".join(text.split())
    return line if len(line) <= LONGEST_HOMEWORK else line[: LONGEST_HOMEWORK - 1].rstrip() + "…"


def _ticks(name: str, options: list[str], paper: Paper) -> Block:
    empty = paper.says(N_("{row}, {column}: not ticked")).format(row=name, column=paper.says(N_("Homework")))
    return choice("", [(text, False) for text in options], paper.says(N_("ticked")), empty)
