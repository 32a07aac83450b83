"""For somebody's own appointment with a doctor or another helper: goal, one question, room for the answer."""

from __future__ import annotations

from dataclasses import dataclass

from agenda.error import N_
from facilitator.paperwork.fitted import fitted, letters
from facilitator.paperwork.paper import Paper
from facilitator.paperwork.tree import Block, Document, Field, form, heading, lead, question, together

LEAST_POINTS = 11
FEW, SOME, MANY = 1, 2, 5
"""Lines to write on."""


@dataclass(frozen=True, slots=True)
class MyAppointment:
    """What is known in the member's own words; all else has room to be written."""

    goal: str = ""


def my_appointment(known: MyAppointment, paper: Paper) -> Document:
    """One side, to be held in the hand during the talk. No name stands on it."""
    says = paper.says
    some = FEW if paper.is_large else SOME
    title = says(N_("For my appointment"))
    blocks: list[Block] = [
        heading(title, 1),
        lead(says(N_("I may read from this sheet. I may ask for a slower word."))),
        form(Field(says(N_("With whom and when")))),
        _asked(N_("My goal"), paper, some, known.goal),
        _asked(N_("What helps me"), paper, some),
        _asked(N_("What troubles me"), paper, some),
        _asked(N_("My one question"), paper, SOME),
        _asked(N_("The answer"), paper, MANY - (2 if paper.is_large else 0)),
        form(Field(says(N_("Next appointment")))),
    ]
    return Document(
        title, [fitted(blocks, most=letters(paper), least=LEAST_POINTS)], mark=title, is_large=paper.is_large
    )


def _asked(label: str, paper: Paper, lines: int, known: str = "") -> Block:
    return together(question(Field(paper.says(label), known, lines)))
