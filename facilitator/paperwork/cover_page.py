"""The cover page for a colleague who must lead tonight: all that they need to know, on one leaf.

It names people and says what they told the group, so each side of it says that it is to be shredded.
"""

from __future__ import annotations

from collections.abc import Sequence
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
    heading,
    leading,
    listing,
    paragraph,
    run,
    small,
    together,
)
from facilitator.whom_to_call import CrisisHelp

SIDES = 2
LEAST_POINTS = 9
"""A large group with long plans is read in small letters rather than on a second leaf."""


@dataclass(frozen=True, slots=True)
class Tonight:
    """The lesson of the day in five lines: its title, its idea, and what comes in it."""

    title: str
    idea: str = ""
    begins: str = ""
    """Where it goes on, if a part of it was given before."""
    points: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class MembersPlans:
    """What one member will be asked about."""

    name: str
    plans: tuple[Plan, ...] = ()


@dataclass(frozen=True, slots=True)
class CoverPage:
    """What a group knows before its hour. Everything but its name and its time may be missing."""

    group: str
    when: str
    stopped: tuple[str, ...] = ()
    tonight: Tonight | None = None
    agreements: tuple[str, ...] = ()
    turns: tuple[str, ...] = ()
    spare: str = ""
    plans: tuple[MembersPlans, ...] = ()
    promised: tuple[str, ...] = ()
    parked: tuple[str, ...] = ()
    crisis: CrisisHelp = field(default_factory=CrisisHelp)


def cover_page(page: CoverPage, paper: Paper) -> Document:
    """What is nothing is said as well: a colleague must not wonder whether it was forgotten."""
    says = paper.says
    title = says(N_("To lead today"))
    blocks: list[Block] = [
        heading(title, 1, f"{page.group} · {page.when}"),
        *_part(says(N_("Where we stopped")), _lines(page.stopped, says(N_("This is the first session.")))),
        *_part(says(N_("Today’s lesson")), _tonight(page.tonight, paper)),
        *_part(says(N_("Whose goal is looked at")), [_turns(page, paper)]),
        *_plans(page.plans, paper),
        *_part(says(N_("What was promised")), _lines(page.promised, says(N_("Nothing is open.")))),
        *_part(says(N_("What waits on the flip chart")), _lines(page.parked, says(N_("Nothing waits.")))),
        *_part(says(N_("What we agreed")), [paragraph(run(" ".join(page.agreements)))] if page.agreements else []),
        crisis_box(page.crisis, paper),
    ]
    whole = fitted(blocks, most=letters(paper), least=LEAST_POINTS, sides=SIDES)
    return Document(title, [whole], mark=says(N_("Confidential. Shred after the session.")))


def _part(title: str, said: Sequence[Block]) -> list[Block]:
    """A heading with what belongs to it; nothing where there is nothing to say."""
    return [leading(heading(title)), *said] if said else []


def _lines(lines: Sequence[str], nothing: str) -> list[Block]:
    if len(lines) > 1:
        return [listing([[paragraph(run(line))] for line in lines])]
    return [paragraph(run(next(iter(lines), nothing)))]


def _tonight(tonight: Tonight | None, paper: Paper) -> list[Block]:
    if tonight is None:
        return [paragraph(run(paper.says(N_("No lesson is chosen. In the console: p on Home."))))]
    title = [run(tonight.title, is_strong=True), *([run(f" ({tonight.begins})")] if tonight.begins else [])]
    idea = [paragraph(run(tonight.idea))] if tonight.idea else []
    points = [listing([[paragraph(run(point))] for point in tonight.points])] if tonight.points else []
    return [together(paragraph(*title), *idea, *points)]


def _turns(page: CoverPage, paper: Paper) -> Block:
    if not page.turns:
        return paragraph(run(paper.says(N_("Nobody’s today."))))
    words = [run(", ".join(page.turns), is_strong=True)]
    if page.spare:
        words.append(run(". " + paper.says(N_("If one of them would rather not: {name}.")).format(name=page.spare)))
    return paragraph(*words)


def _plans(people: Sequence[MembersPlans], paper: Paper) -> list[Block]:
    says = paper.says
    planned = [one for one in people if one.plans]
    without = ", ".join(one.name for one in people if not one.plans)
    said: list[Block] = [
        together(paragraph(run(f"{one.name}: ", is_strong=True), *plan_words(plan, paper)))
        for one in planned
        for plan in one.plans
    ]
    if without:
        said.append(paragraph(run(says(N_("Without a plan: {names}.")).format(names=without))))
    asked = small(says(N_("In their words. Ask: What did you try? Every answer is welcome.")))
    return _part(says(N_("The plans of last time")), [*([asked] if planned else []), *said])
