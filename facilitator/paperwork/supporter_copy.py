"""The handout for a family member or friend: the lesson's text and how they can help; nothing of anybody's plan."""

from __future__ import annotations

import re

from agenda.error import N_
from content.lesson import Lesson
from facilitator.paperwork.crisis_box import crisis_box
from facilitator.paperwork.paper import Paper
from facilitator.paperwork.prose import blocks_of
from facilitator.paperwork.tree import Block, Document, box, heading, lead, listing, paragraph, run, to_the_foot
from facilitator.whom_to_call import CrisisHelp

_END = re.compile(r"(?<=[.!?…])[\"”»’)]*(\s+)(?![a-z])")
_QUOTES = ("“”", "«»")


def supporter_copy(lesson: Lesson, paper: Paper, crisis: CrisisHelp) -> Document:
    """What a supporter reads. It names nobody, so a copy that is lost tells of nobody."""
    says = paper.says
    help_ = [block for text in lesson.supporters for block in _in_points(text)]
    blocks = [
        heading(lesson.entry.title, 1, says(N_("For you who support somebody"))),
        lead(lesson.entry.in_a_sentence),
        *([box(help_, says(N_("How you can help")))] if help_ else []),
        *blocks_of(lesson.handout),
        crisis_box(crisis, paper),
        to_the_foot(),
    ]
    return Document(lesson.entry.title, blocks, mark=lesson.entry.title)


def _in_points(text: str) -> list[Block]:
    """The sentences one by one, their words as they are; one alone is no list."""
    found = sentences(text)
    return [listing([[paragraph(run(one))] for one in found])] if len(found) > 1 else [paragraph(run(text))]


def sentences(text: str) -> list[str]:
    """Each sentence; what somebody says in quotation marks is never parted from its sentence."""
    found, start = [], 0
    for end in _END.finditer(text):
        said = text[start : end.start(1)]
        if not _is_quoting(said):
            found.append(said.strip())
            start = end.end()
    return [*found, text[start:].strip()] if text[start:].strip() else found


def _is_quoting(said: str) -> bool:
    return said.count('"') % 2 == 1 or any(said.count(one[0]) > said.count(one[1]) for one in _QUOTES)
