"""Certificates (docs/domain.md 3: A): for taking part to the end, and for a goal that was reached."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from agenda.error import N_
from facilitator.paperwork.paper import Paper
from facilitator.paperwork.tree import Block, Blocks, Document, Json, paragraph, run

MOST_IN_THE_FRAME = 260
"""Letters of name and goal that a frame as high as the page surely holds; with more it grows over the page."""


@dataclass(frozen=True, slots=True)
class Taken:
    """What somebody took part in: so many sessions, from one day to another."""

    name: str
    sessions: int
    first: date
    last: date
    on: date


@dataclass(frozen=True, slots=True)
class Reached:
    """A goal that its owner reached, in their own words."""

    name: str
    goal: str
    achieved_on: date
    on: date


def completion_certificate(taken: Taken, paper: Paper) -> Document:
    """It names no illness and no service: it may hang on a wall."""
    says = paper.says
    span = says(N_("{first} to {last}")).format(first=paper.day(taken.first), last=paper.day(taken.last))
    body = [
        paragraph(run(says(N_("has taken part in our group and has completed it.")))),
        paragraph(run(says(N_("Sessions attended: {count}")).format(count=taken.sessions), is_strong=True)),
        paragraph(run(span)),
        paragraph(run(says(N_("Thank you for your courage, your words and your company.")))),
    ]
    return _certificate(says(N_("Certificate")), says(N_("With respect and joy we confirm that")), taken, body, paper)


def goal_certificate(reached: Reached, paper: Paper) -> Document:
    """The goal stands in the middle, as its owner said it."""
    says = paper.says
    body = [
        paragraph(run(says(N_("has reached a goal of their own:")))),
        *(paragraph(run(line.strip(), is_strong=True)) for line in reached.goal.splitlines() if line.strip()),
        paragraph(run(says(N_("Achieved on {date}")).format(date=paper.day(reached.achieved_on)))),
        paragraph(run(says(N_("Step by step, you did it. Well done.")))),
    ]
    return _certificate(says(N_("Goal achieved")), says(N_("We congratulate")), reached, body, paper)


def _certificate(title: str, before: str, whose: Taken | Reached, body: Blocks, paper: Paper) -> Document:
    signed: list[Json] = [
        {"label": paper.says(N_("Date")), "value": paper.day(whose.on)},
        {"label": paper.says(N_("For the group")), "value": ""},
    ]
    words = whose.name + (whose.goal if isinstance(whose, Reached) else "")
    block: Block = {
        "kind": "certificate", "title": title, "before": before, "name": whose.name, "blocks": body, "signed": signed,
        "whole": len(words) <= MOST_IN_THE_FRAME,
    }  # fmt: skip
    return Document(title, [block])
