"""Certificates (docs/domain.md 3: A): for taking part, and for a goal that was reached.

What counts as "completed" differs from place to place, and the program does not judge it (docs/domain.md 1: G): a
certificate says what the record says, how many sessions and lessons, and never that somebody completed anything.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from agenda.error import N_
from facilitator.language import catalogue
from facilitator.paperwork.paper import Paper
from facilitator.paperwork.tree import Block, Blocks, Document, Json, paragraph, run

NO_BREAK = "\u00a0"
MOST_IN_THE_FRAME = 260
"""Letters of name and goal that a frame as high as the page surely holds; with more it grows over the page."""


@dataclass(frozen=True, slots=True)
class Taken:
    """What somebody took part in: so many sessions with so many lessons, each counted once, in these days."""

    name: str
    sessions: int
    lessons: int
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


def taken_part_certificate(taken: Taken, paper: Paper) -> Document:
    """It names no illness and no service: it may hang on a wall."""
    says, ngettext = paper.says, catalogue(paper.tag).ngettext
    held = ngettext("took part in {count} session", "took part in {count} sessions", taken.sessions)
    had = ngettext("and worked through {count} lesson.", "and worked through {count} lessons.", taken.lessons)
    counted = [held.format(count=taken.sessions), *([had.format(count=taken.lessons)] if taken.lessons else [])]
    body = [
        paragraph(run("\n".join(counted), is_strong=True)),
        paragraph(run(_span(taken, paper))),
        paragraph(run(says(N_("Thank you for your courage, your words and your company.")))),
    ]
    title = says(N_("Certificate of taking part"))
    return _certificate(title, says(N_("With respect and joy we confirm that")), taken, body, paper)


def _span(taken: Taken, paper: Paper) -> str:
    """From the first to the last day; one day alone is said once."""
    if taken.first == taken.last:
        return paper.day(taken.first)
    return paper.says(N_("{first} to {last}")).format(first=paper.day(taken.first), last=paper.day(taken.last))


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
    head, space, rest = title.partition(" ")
    shown = head + space + rest.replace(" ", NO_BREAK)
    block: Block = {
        "kind": "certificate", "title": shown, "before": before, "name": whose.name, "blocks": body, "signed": signed,
        "whole": len(words) <= MOST_IN_THE_FRAME,
    }  # fmt: skip
    return Document(title, [block])
