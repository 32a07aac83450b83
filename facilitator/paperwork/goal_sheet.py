"""The goal-tracking sheet of one member (docs/domain.md 4: D): a recovery goal, short-term goals, their steps."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import Enum

from agenda.error import N_
from facilitator.paperwork.paper import Paper
from facilitator.paperwork.tree import (
    Block,
    Blocks,
    Document,
    Field,
    blank,
    choice,
    form,
    growing,
    heading,
    listing,
    paragraph,
    question,
    run,
    together,
)

SHORT_TERM_GOALS = 3
STEPS = 4


class Achieved(Enum):
    """How far a goal was reached, in the words of the sheet."""

    FULLY = N_("fully")
    PARTIALLY = N_("partially")
    NOT_AT_ALL = N_("not at all")


@dataclass(frozen=True, slots=True)
class GoalStep:
    """One step toward a short-term goal: about six days."""

    text: str
    by: date | None = None


@dataclass(frozen=True, slots=True)
class ShortTermGoal:
    """A part of the recovery goal: about six weeks, up to four steps."""

    text: str
    start: date | None = None
    reviewed: date | None = None
    how_known: str = ""
    steps: tuple[GoalStep, ...] = ()
    achieved: Achieved | None = None
    helped: str = ""
    next_steps: str = ""


@dataclass(frozen=True, slots=True)
class GoalSheet:
    """What is known of one member's goals. Everything but the name may be missing: it is written by hand then."""

    name: str
    recovery_goal: str = ""
    set_on: date | None = None
    modified: date | None = None
    achieved: date | None = None
    short_term: tuple[ShortTermGoal, ...] = ()


def goal_sheet(sheet: GoalSheet, paper: Paper) -> Document:
    """The member's sheet: each short-term goal there is, and room for one more while there are fewer than three."""
    says = paper.says
    has_room = len(sheet.short_term) < SHORT_TERM_GOALS
    goals = [*sheet.short_term, *([ShortTermGoal("")] if has_room else [])]
    blocks = [
        heading(says(N_("My goals")), 1),
        form(
            Field(says(N_("Name")), sheet.name),
            Field(says(N_("Date set")), paper.day(sheet.set_on)),
            Field(says(N_("Modified")), paper.day(sheet.modified)),
            Field(says(N_("Achieved on")), paper.day(sheet.achieved)),
            in_pairs=True,
        ),
        heading(says(N_("My personal recovery goal"))),
        _room_or(sheet.recovery_goal, 2),
        *(block for number, goal in enumerate(goals, 1) for block in _short_term(number, goal, paper)),
    ]
    title = says(N_("Goal sheet: {name}")).format(name=sheet.name)
    return Document(title, blocks, mark=says(N_("My goals")))


def _short_term(number: int, goal: ShortTermGoal, paper: Paper) -> Blocks:
    """Its last line becomes more lines where it is still to be written and the page has room."""
    says = paper.says
    achieved = [(says(one.value), goal.achieved is one) for one in Achieved]
    block = together(
        heading(says(N_("Short-term goal {number}")).format(number=number)),
        _room_or(goal.text, 2),
        form(
            Field(says(N_("Start date")), paper.day(goal.start)),
            Field(says(N_("Date reviewed")), paper.day(goal.reviewed)),
            in_pairs=True,
        ),
        form(Field(says(N_("How will we know?")), goal.how_known)),
        *_steps(goal.steps, paper),
        choice(says(N_("Achieved")), achieved, says(N_("ticked")), says(N_("not ticked"))),
        form(Field(says(N_("What helped")), goal.helped), Field(says(N_("Next steps")), goal.next_steps)),
    )
    return [block] if goal.next_steps else growing(block)


def _room_or(text: str, count: int) -> Block:
    return question(Field("", text, count))


def _steps(steps: tuple[GoalStep, ...], paper: Paper) -> list[Block]:
    """All steps that are known, and lines up to the fourth."""
    known: list[list[Block]] = [[paragraph(run(_step_words(step, paper)))] for step in steps]
    items = [*known, *[[blank()]] * (STEPS - len(known))]
    return [paragraph(run(paper.says(N_("Steps")), is_strong=True)), listing(items, 1)]


def _step_words(step: GoalStep, paper: Paper) -> str:
    if step.by is None:
        return step.text
    return paper.says(N_("{step} (by {date})")).format(step=step.text, date=paper.day(step.by))
