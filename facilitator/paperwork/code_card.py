"""Members' kiosk codes as slips to cut out and hand over, each to its owner and to nobody else."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from agenda.error import N_
from facilitator.paperwork.paper import Paper
from facilitator.paperwork.tree import Document, Json, heading, lead


@dataclass(frozen=True, slots=True)
class CodeCard:
    """Whose code it is."""

    name: str
    code: str


def code_cards(cards: Sequence[CodeCard], paper: Paper) -> Document:
    """Two slips in a row, a dashed line around each."""
    title = paper.says(N_("Codes for checking in"))
    slips: list[Json] = [
        {
            "name": one.name,
            "code": one.code,
            "text": paper.says(N_("Type it on the screen at the door.")),
            "warning": paper.says(N_("Keep private.")),
        }
        for one in cards
    ]
    blocks = [
        heading(title, 1),
        lead(paper.says(N_("Keep private. Cut out, and give each person theirs alone. Shred what is left."))),
        {"kind": "slips", "slips": slips},
    ]
    return Document(title, blocks, mark=paper.says(N_("Keep private")))
