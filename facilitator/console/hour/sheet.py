"""The right side of the Room face in rows: the page that is up, and what to say or ask, one thing marked as next."""

from __future__ import annotations

from dataclasses import dataclass

from rich.console import Console
from rich.text import Text

from agenda.public import PublicPage
from content.prompt import Prompt
from facilitator.console.parts.colour import BLUE, QUIET, STRONG, WORDS

LEAST_VERB = 5
"""Columns of the verbs, where none is longer."""
ROOMY = 60
"""Columns from which the prompts have an empty row between them."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """``first`` and ``last`` are the rows of the prompt that comes now, to bring into sight."""

    text: Text
    first: int
    last: int


def sheet(heading: Text, page: PublicPage, said: tuple[Prompt, ...], at: int, width: int) -> Sheet:
    """All of it within so many columns; ``at`` is which of the prompts comes now."""
    rows = [heading, Text(), *page_rows(page, width)]
    first = last = 0
    verbs = max([LEAST_VERB, *(len(prompt.verb) for prompt in said)])
    if said:
        rows += [Text(), Text()] if width >= ROOMY else [Text()]
    for place, prompt in enumerate(said):
        drawn = _prompt_rows(prompt, place == at, verbs, width)
        if place and width >= ROOMY:
            rows.append(Text())
        if place == at:
            first, last = len(rows), len(rows) + len(drawn) - 1
        rows += drawn
    return Sheet(Text("\n").join(rows), first, last)


def page_rows(page: PublicPage, width: int, style: str = WORDS) -> list[Text]:
    """A page as the group reads it."""
    return [
        *_wrapped(Text(page.title, f"bold {style}"), width),
        *(row for line in page.lines for row in _wrapped(Text(line, style), width)),
    ]


def _prompt_rows(prompt: Prompt, is_now: bool, verbs: int, width: int) -> list[Text]:
    indent = verbs + 4
    words = _wrapped(Text(prompt.words, STRONG if is_now else WORDS), width - indent)
    before = Text.assemble((prompt.verb.ljust(verbs), BLUE), " ", ("▸ " if is_now else "  ", STRONG), " ")
    return [Text.assemble(before if not place else " " * indent, row) for place, row in enumerate(words)]


def quiet_rows(heading: str, page: PublicPage | None, title: str, width: int) -> list[Text]:
    """What comes next: its page in full where it is known, else its title."""
    rows = page_rows(page, width) if page is not None else _wrapped(Text(title), width)
    return [Text(heading, QUIET), Text(), *rows]


def _wrapped(text: Text, width: int) -> list[Text]:
    return list(text.wrap(_MEASURE, max(8, width))) or [Text()]


_MEASURE = Console(width=200, color_system=None)
"""Knows how wide signs are; nothing is written to it."""
