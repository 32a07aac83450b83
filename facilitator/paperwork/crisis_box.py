"""Where to find help at once, framed: on the first page of a handout, on a plan, wherever a sheet points to it."""

from __future__ import annotations

from agenda.error import N_
from facilitator.pages.number import pieces
from facilitator.paperwork.paper import Paper
from facilitator.paperwork.tree import Block, beside, box, listing, paragraph, run, ways
from facilitator.whom_to_call import CrisisHelp

BLANKS = (N_("Name and number"), N_("When a life is in danger"))


def crisis_box(help_: CrisisHelp, paper: Paper, drawn: Block | None = None) -> Block:
    """The numbers, large, beside a drawing where there is one; lines to write on where nobody has said them yet."""
    title = paper.says(N_("If you need help at once"))
    if not help_.is_known:
        return box([ways((), map(paper.says, BLANKS))], title)
    if help_.words:
        return box([listing([[paragraph(*_runs(line))] for line in help_.words])], title)
    return box([beside([ways((row.number, row.beside) for row in help_.rows)], drawn)], title)


def _runs(words: str) -> list[Block]:
    """A pack's own sentence, to the letter; the numbers in it are large."""
    return [run(piece, is_strong=is_number, is_large=is_number) for piece, is_number in pieces(words)]
