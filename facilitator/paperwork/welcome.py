"""The welcome for somebody new: what the group is, when it meets, and that one may just listen."""

from __future__ import annotations

from dataclasses import dataclass, field

from agenda.error import N_
from facilitator.paperwork.crisis_box import crisis_box
from facilitator.paperwork.fitted import fitted, letters
from facilitator.paperwork.paper import Paper
from facilitator.paperwork.tree import (
    Block,
    Document,
    Field,
    box,
    form,
    heading,
    lead,
    leading,
    listing,
    new_page,
    paragraph,
    run,
)
from facilitator.whom_to_call import CrisisHelp

LEAST_POINTS = 11
"""One side, in large print two: nothing stands alone overleaf."""


@dataclass(frozen=True, slots=True)
class Welcome:
    """What the record knows; what it does not know is written by hand. It names nobody."""

    when: str = ""
    """Day and time of the first session they come to."""
    place: str = ""
    agreements: tuple[str, ...] = ()
    lesson: str = ""
    idea: str = ""
    lines: tuple[str, ...] = ()
    """How the next lesson begins."""
    crisis: CrisisHelp = field(default_factory=CrisisHelp)


def welcome(page: Welcome, paper: Paper) -> Document:
    """One leaf, without the name of an illness, a service or a person: it may lie on a kitchen table."""
    says = paper.says
    title = says(N_("Welcome"))
    if paper.is_large:
        blocks = [_on_a_side(_about(page, title, paper), paper), new_page(), _on_a_side(_more(page, paper), paper)]
    else:
        blocks = [_on_a_side([*_about(page, title, paper), *_more(page, paper)], paper)]
    return Document(title, blocks, mark=title)


def _on_a_side(blocks: list[Block], paper: Paper) -> Block:
    return fitted(blocks, most=letters(paper), least=LEAST_POINTS)


def _about(page: Welcome, title: str, paper: Paper) -> list[Block]:
    says = paper.says
    what = says(
        N_(
            "A few people meet for an hour. We learn what helps in hard times, and each of us works towards a goal "
            "of our own, in small steps. It is not school: there are no marks and no wrong answers."
        )
    )
    bring = says(N_("Yourself. If you use them: your glasses, something to drink. Paper and pens are there."))
    return [
        heading(title, 1),
        lead(says(N_("It is good that you are coming. You do not need to prepare anything."))),
        form(
            Field(says(N_("Your first day")), page.when),
            Field(says(N_("Place")), page.place),
            Field(says(N_("Who to ask for"))),
            Field(says(N_("What to bring")), bring),
        ),
        leading(heading(says(N_("What this group is")))),
        paragraph(run(what)),
    ]


def _more(page: Welcome, paper: Paper) -> list[Block]:
    says = paper.says
    return [
        leading(heading(says(N_("You may just listen")))),
        paragraph(run(says(N_("Listening is taking part. Nobody has to tell anything.")))),
        *_listed(page.agreements),
        *_next_lesson(page, paper),
        crisis_box(page.crisis, paper),
    ]


def _next_lesson(page: Welcome, paper: Paper) -> list[Block]:
    if not page.lesson:
        return []
    idea: list[Block] = [paragraph(run(page.idea))] if page.idea else []
    title = paper.says(N_("What it will be about: {lesson}")).format(lesson=page.lesson)
    return [box([*idea, *_listed(page.lines)], title)]


def _listed(lines: tuple[str, ...]) -> list[Block]:
    return [listing([[paragraph(run(line))] for line in lines])] if lines else []
