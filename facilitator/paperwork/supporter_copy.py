"""The handout for a family member or friend: the lesson's text and how they can help; nothing of anybody's plan."""

from __future__ import annotations

from agenda.error import N_
from content.lesson import Lesson
from facilitator.paperwork.crisis_box import crisis_box
from facilitator.paperwork.paper import Paper
from facilitator.paperwork.prose import blocks_of
from facilitator.paperwork.tree import Block, Document, box, heading, lead, paragraph, run
from facilitator.whom_to_call import CrisisHelp


def supporter_copy(lesson: Lesson, paper: Paper, crisis: CrisisHelp) -> Document:
    """What a supporter reads. It names nobody, so a copy that is lost tells of nobody."""
    says = paper.says
    help_: list[Block] = [paragraph(run(text)) for text in lesson.supporters]
    blocks = [
        heading(lesson.entry.title, 1, says(N_("For you who support somebody"))),
        lead(lesson.entry.in_a_sentence),
        *([box(help_, says(N_("How you can help")))] if help_ else []),
        *blocks_of(lesson.handout),
        crisis_box(crisis, paper),
    ]
    return Document(lesson.entry.title, blocks, mark=lesson.entry.title)
