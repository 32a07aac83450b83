"""A lesson's sentences with their lines, part by part, for whoever measures the wording."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from content.front import body_of
from content.markdown import Item, items_of, line_of, parts_of, plain

_TAG = re.compile(r"\s*\[[a-z-]+\]")
_FIELD = re.compile(r"^(?:what|when|where|obstacle)\s*:\s*", re.IGNORECASE)
_SENTENCE_END = re.compile(r"(?<=[.!?…])[\"”’')]*\s+|\s+/\s+")  # a slash parts the cells of an example


@dataclass(frozen=True, slots=True)
class Passage:
    """A paragraph, a list item or a heading as plain text, and where it stands."""

    file: str
    line: int
    text: str
    part: str = ""

    @property
    def words(self) -> int:
        """How many words it has."""
        return len(self.text.split())

    def sentences(self) -> tuple[str, ...]:
        """Its sentences; a colon or a semicolon ends none, a slash between spaces does."""
        return tuple(one for one in _SENTENCE_END.split(self.text) if one)


def passages_of(text: str, file: str) -> tuple[Passage, ...]:
    """Every passage of a Markdown file, without the marks that are only for the program."""
    return tuple(
        Passage(file, line, _FIELD.sub("", _TAG.sub("", words)), part.title)
        for part in parts_of(body_of(text))
        for node in part.nodes
        for line, words in ([(line_of(node), plain(node))] if node.type == "heading" else _flat(items_of((node,))))
        if words
    )


def _flat(items: Iterable[Item]) -> Iterator[tuple[int, str]]:
    for item in items:
        yield item.line, item.text
        yield from _flat(item.inner)
