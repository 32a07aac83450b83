"""What a circle reads together without a projector: pages of a lesson as cards, the agenda, the flip chart."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from agenda.error import N_
from agenda.flip_chart import ChartLine
from content.lesson import Page
from facilitator.paperwork.fitted import fitted
from facilitator.paperwork.paper import Paper
from facilitator.paperwork.tree import Block, Blocks, Document, display, heading, listing, new_page, paragraph, run

CARD_POINTS = 40
"""Read across a circle of chairs: what letters of a card or poster should have at least."""

LARGEST_POINTS = 96
SMALLEST_POINTS = 24
"""Rather a smaller letter than half a card on another side."""

CHART_POINTS = 30


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the hour on the poster; ``about`` is what it is about today."""

    title: str
    about: str = ""


def wall_cards(pages: Sequence[Page], title: str) -> Document:
    """One card a side, in letters as large as it holds; numbered, so that dropped cards find their order again."""
    cards = [_card(page.title, page.lines, is_first=number == 0) for number, page in enumerate(pages)]
    return Document(title, _apart(cards), mark=title, is_wide=True)


def agenda_poster(parts: Sequence[Part], title: str, paper: Paper) -> Document:
    """The parts of the hour in their order. No minutes: a circle that is late should not read so on its wall."""
    items = [[_part(part)] for part in parts]
    name = paper.says(N_("Today"))
    return Document(name, [_as_large_as_it_goes([heading(name, 1), listing(items, 1)])], mark=title, is_wide=True)


def flip_chart_sheets(lines: Iterable[ChartLine], paper: Paper) -> Document:
    """What the group collected, page by page, as it stood on the wall."""
    title = paper.says(N_("Flip chart"))
    pages = [list(group) for _page, group in groupby(lines, key=lambda line: line.page)]
    charts = [
        display(
            [
                heading(page[0].heading or title, 1 if number == 0 else 2),
                listing([[paragraph(run(line.text))] for line in page]),
            ],
            CHART_POINTS,
        )
        for number, page in enumerate(pages)
    ]
    return Document(title, _apart(charts), mark=title)


def _card(title: str, lines: Sequence[str], is_first: bool) -> Block:
    said: list[Block] = [listing([[paragraph(run(line))] for line in lines])] if lines else []
    return _as_large_as_it_goes([heading(title, 1 if is_first else 2), *said])


def _as_large_as_it_goes(blocks: Blocks) -> Block:
    return fitted(blocks, most=LARGEST_POINTS, least=SMALLEST_POINTS, is_display=True)


def _part(part: Part) -> Block:
    if not part.about:
        return paragraph(run(part.title, is_strong=True))
    return paragraph(run(f"{part.title}:", is_strong=True), run(f" {part.about}"))


def _apart(cards: Sequence[Block]) -> list[Block]:
    return [block for number, card in enumerate(cards) for block in ((new_page(), card) if number else (card,))]
