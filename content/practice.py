"""The exercise as the wall shows it: what to do in a few words, while the file and the paper have it in full."""

from __future__ import annotations

import re

MOST_STEPS = 4
"""Beside the line that says how it is done; a page has no more."""
MOST_LETTERS = 170
"""Of all steps together, so that they stay large."""
LONGEST_STEP = 84
"""Letters of a step that is read from the last row."""
LONGEST_TOLD = 260
"""Letters of a step to do; what is longer shows how it is done, and is for who leads."""
_SENTENCE = re.compile(r"[^.?!…]*[.?!…]+[\"”)]*(?=\s+[^a-z]|\s*$)")
_MARKS = re.compile(r"[\"“”]")


def steps_in_short(steps: tuple[str, ...]) -> tuple[str, ...]:
    """The first sentence of each step that is told to the group and short enough; the rest stays with who leads.

    The last item of a practice says who may do something else, so it is no step; nor is any after a long one, where
    the facilitators show how it goes.
    """
    short: list[str] = []
    for step in steps[:-1]:
        first = _first_sentence(step)
        if len(step) <= LONGEST_TOLD and len(first) <= LONGEST_STEP:
            short.append(first)
    while len(short) > MOST_STEPS or sum(map(len, short)) > MOST_LETTERS:
        short.pop()
    return tuple(short)


def _first_sentence(step: str) -> str:
    """Up to the end of a sentence at which no quotation is open."""
    for end in (found.end() for found in _SENTENCE.finditer(step)):
        if len(_MARKS.findall(step[:end])) % 2 == 0:
            return step[:end].strip()
    return step
