"""Words as large as the sheet allows: the template measures them, and takes the largest letters in which all fits."""

from __future__ import annotations

from collections.abc import Iterator

from facilitator.paperwork.paper import Paper
from facilitator.paperwork.tree import Block, Blocks, Json

STANDARD, LARGE = 14, 18
"""Points of the letters, as the template sets them."""

NO_WORDS = ("kind",)
MOST_LOOKED_AT = 6
"""Longest words that are measured by themselves: what fits in height may still be too wide."""


def letters(paper: Paper) -> int:
    """How large they are where all fits."""
    return LARGE if paper.is_large else STANDARD


def fitted(blocks: Blocks, *, most: int, least: int, sides: int = 1, is_display: bool = False) -> Block:
    """All of it on so many sides, in letters from ``most`` points down to ``least``; more than that goes on overleaf.

    With ``is_display`` it is read from across a room and stands in the middle of its page.
    """
    longest = sorted(set(_words(blocks)), key=len, reverse=True)[:MOST_LOOKED_AT] if is_display else []
    return {
        "kind": "fitted", "blocks": blocks, "most": most, "least": least, "sides": sides, "display": is_display,
        "longest": longest,
    }  # fmt: skip


def _words(tree: Json) -> Iterator[str]:
    if isinstance(tree, str):
        yield from tree.split()
    elif isinstance(tree, dict):
        for key, value in tree.items():
            if key not in NO_WORDS:
                yield from _words(value)
    elif isinstance(tree, list | tuple):
        for one in tree:
            yield from _words(one)
