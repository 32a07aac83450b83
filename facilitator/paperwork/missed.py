"""For somebody who was away: what we did, that their plan is still theirs, when we meet again.

It is handed over or sent folded, with the writing inside: outside stands "For you" and nothing else.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from agenda.error import N_
from agenda.homework import Plan
from facilitator.paperwork.crisis_box import crisis_box
from facilitator.paperwork.fitted import fitted, letters
from facilitator.paperwork.paper import Paper
from facilitator.paperwork.said_plan import plan_words
from facilitator.paperwork.tree import (
    Block,
    Document,
    box,
    display,
    heading,
    lead,
    leading,
    listing,
    new_page,
    paragraph,
    run,
    small,
)
from facilitator.whom_to_call import CrisisHelp

OUTSIDE_POINTS = 40
LEAST_POINTS = 11
"""The inside is one side, so that the outside stays neutral."""


@dataclass(frozen=True, slots=True)
class Missed:
    """What somebody missed, for them alone."""

    name: str
    lesson: str = ""
    did: tuple[str, ...] = ()
    """Up to three things."""
    plans: tuple[Plan, ...] = ()
    next_time: str = ""
    crisis: CrisisHelp = field(default_factory=CrisisHelp)


def you_were_missed(missed: Missed, paper: Paper) -> Document:
    """One leaf: the letter, and overleaf its outside. No mark stands at the foot, for it would show."""
    title = paper.says(N_("You were missed"))
    inside = fitted(_inside(missed, title, paper), most=letters(paper), least=LEAST_POINTS)
    outside = display([paragraph(run(paper.says(N_("For you")), is_strong=True))], OUTSIDE_POINTS, in_the_middle=True)
    return Document(title, [inside, new_page(), outside], is_large=paper.is_large)


def _inside(missed: Missed, title: str, paper: Paper) -> list[Block]:
    says = paper.says
    hello = says(N_("Hello {name}. Your place was kept for you. You need no reason for having been away."))
    blocks: list[Block] = [heading(title, 1), lead(hello.format(name=missed.name))]
    if missed.did:
        heading_ = says(N_("What we did: {lesson}")).format(lesson=missed.lesson)
        blocks += [leading(heading(heading_)), listing([[paragraph(run(line))] for line in missed.did])]
    if missed.plans:
        plans: list[Block] = [paragraph(*plan_words(plan, paper)) for plan in missed.plans]
        blocks.append(box(plans, says(N_("Your plan is still yours"))))
    when = run(missed.next_time, is_strong=True)
    blocks += [
        leading(heading(says(N_("We meet again")))),
        *([paragraph(when)] if missed.next_time else []),
        paragraph(run(says(N_("You do not have to catch up on anything first. It is good to have you back.")))),
        crisis_box(missed.crisis, paper),
        small(says(N_("Fold twice with the writing inside: outside stands only “For you”."))),
    ]
    return blocks
