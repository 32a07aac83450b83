"""What the console says of its keys: in sentences, at the foot of a screen, in lines that have a key each."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any

from textual.screen import Screen
from textual.widgets import Static

from facilitator.console.parts.footer import KeyFooter
from tests.docs.catalogue import sentences, written
from tests.facilitator.console.hour.hour import own_text, text_of

NAME = (
    r"Enter|Esc|Tab|Backspace|F\d{1,2}|Ctrl\+[A-Z]\w*|Space|space(?= ticks)|"
    r"A number(?= or Enter)|[Aa] digit(?= or | takes| gives)|(?<=Press )(?:a|the) digit"
)
"""Keys with names of their own. “A digit” is a key where it is pressed or does something."""
LETTER = r"(?<![\w'’“{<./-])(?:[b-z](?![\w'’”}>/.)-])|[b-z](?=\.(?:\s|$))|a(?=: | adds\b))"
"""One letter that stands alone; ``a`` is a word as well, so it counts only where it does something."""
KEY = re.compile(rf"(?<![\w<{{-])(?:{NAME})(?![\w}}-])|{LETTER}")
OF_ANOTHER_WINDOW = frozenset({"F11"})
"""What a browser or a wall's own window takes."""
TOGETHER = re.compile(r"^(?: or |, | and )$")
"""What stands between two keys that do the same."""
END = re.compile(r"[.;](?:\s|$)")
ROW = re.compile(r"^\s+(\d|[a-z]|Enter|Space|Backspace|Tab)\s{2,}(\S.*)$", re.M)
APART = "\u00a6"
"""What stands between two columns that are read one after the other."""
FRAME = re.compile(r"[\u2500-\u259f▸▌]")


@dataclass(frozen=True, slots=True)
class Claim:
    """That a key does something, in the words that say so."""

    key: str
    does: str


def claims(sentence: str) -> tuple[Claim, ...]:
    """What a sentence says of each key it names; two keys joined by “or” do the same."""
    words = " ".join(sentence.split())
    found = [key for key in KEY.finditer(words) if key[0] not in OF_ANOTHER_WINDOW]
    said: list[Claim] = []
    for place, key in enumerate(found):
        after = place + 1
        while after < len(found) and TOGETHER.match(words[found[after - 1].end() : found[after].start()]):
            after += 1
        rest = words[found[after - 1].end() : found[after].start() if after < len(found) else len(words)]
        does = END.split(rest, maxsplit=1)[0].strip(" :,.")
        said.append(Claim(key[0], does))
    return tuple(said)


@cache
def of_the_catalogue() -> dict[str, re.Pattern[str]]:
    """Every sentence of the catalogue that names a key, and how it is found on a screen."""
    every = (one for id in sentences(written()) for one in ((id,) if isinstance(id, str) else id))
    return {sentence: _pattern(sentence) for sentence in sorted(every) if _is_said(sentence) and claims(sentence)}


def _is_said(sentence: str) -> bool:
    """Whether it is more than the name of a key, which stands at the foot of a screen."""
    return " " in sentence.strip()


def _pattern(sentence: str) -> re.Pattern[str]:
    words = re.escape(" ".join(sentence.split()))
    return re.compile(r"(?<!\w)" + re.sub(r"\\\{\w+\\\}", f"[^{APART}]+?", words) + r"(?!\w)")


def standing(screen: Screen[Any]) -> Iterator[str]:
    """The sentences of the catalogue that name keys and stand on this screen."""
    text = APART.join(" ".join(FRAME.sub(" ", part).split()) for part in (own_text(screen), *_columns(screen)))
    return (sentence for sentence, pattern in of_the_catalogue().items() if pattern.search(text))


def _columns(screen: Screen[Any]) -> Iterator[str]:
    """What stands in each of the parts that lie side by side, where a line is wrapped within its column."""
    rows = text_of(screen).split("\n")
    for part in screen.query(Static):
        box = part.region
        if part.display and box.width < screen.size.width - 2 and box.height > 1:
            yield "\n".join(row[box.x : box.right] for row in rows[max(0, box.y) : box.bottom])


def foot_of(screen: Screen[Any]) -> list[Claim]:
    """What the foot of a screen says."""
    return [Claim(label, words) for footer in screen.query(KeyFooter) for label, words in footer.pairs]


def rows_of(screen: Screen[Any]) -> list[Claim]:
    """A key, some space, and what it stands for: the lines of a choice, of a menu, of a round."""
    return [Claim(key, does.strip()) for key, does in ROW.findall(own_text(screen))]
