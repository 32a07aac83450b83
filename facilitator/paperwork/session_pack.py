"""What is printed before the hour: handouts for all expected and two more, goal sheets, the circle sheet."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from content.lesson import Lesson
from facilitator.paperwork.circle_sheet import CircleSheet, circle_sheet
from facilitator.paperwork.goal_sheet import GoalSheet, goal_sheet
from facilitator.paperwork.handout import Enclosed, lesson_handout
from facilitator.paperwork.paper import Paper
from facilitator.paperwork.tree import Document

SPARE = 2
"""Handouts more than people expected: a guest, a coffee cup."""


@dataclass(frozen=True, slots=True)
class SessionPack:
    """What one session needs on paper. ``goal_sheets`` are those of the members to be asked today; ``large`` counts
    who reads large print; ``spare`` is how many handouts more there are.
    """

    circle: CircleSheet
    lesson: Lesson | None = None
    module: str = ""
    goal_sheets: tuple[GoalSheet, ...] = ()
    address: str | None = None
    next_session: date | None = None
    enclosed: Enclosed = field(default_factory=Enclosed)
    large: int = 0
    spare: int = SPARE


def session_pack(pack: SessionPack, paper: Paper) -> tuple[Document, ...]:
    """The documents in the order of their use; the press starts each on a sheet of its own."""
    return tuple(_documents(pack, paper))


def _documents(pack: SessionPack, paper: Paper) -> Iterator[Document]:
    if pack.lesson is not None:
        yield from [_handout(pack, pack.lesson, paper, None)] * (len(pack.circle.rows) + pack.spare - pack.large)
        if pack.large:
            yield from [_handout(pack, pack.lesson, paper, True)] * pack.large
    yield from (goal_sheet(one, paper) for one in pack.goal_sheets)
    yield circle_sheet(pack.circle, paper)


def _handout(pack: SessionPack, lesson: Lesson, paper: Paper, is_large: bool | None) -> Document:
    return lesson_handout(lesson, paper, pack.module, pack.address, pack.next_session, pack.enclosed, is_large=is_large)
