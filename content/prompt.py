"""A prompt for the facilitator told apart into the verb and the words: say this, ask that, do something."""

from __future__ import annotations

import re
from dataclasses import dataclass

VERBS = ("Say", "Ask", "Do", "Read", "Listen for", "Wait for")
"""What a prompt of the built-in pack begins with. Another verb before a colon at the start of a line is one too."""

_LONGEST = 12
"""Letters of a verb; what is longer before a colon is a sentence."""
_IN_BETWEEN = re.compile(r"(?<=[.?!…])\s+(?=(?:Then )?(?:" + "|".join((*VERBS, *map(str.lower, VERBS))) + r"): )")
_HEAD = re.compile(r"(?:Then )?(\w+(?: \w+){0,2}): (.+)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Prompt:
    """``verb`` in small letters, empty where the line names none."""

    verb: str
    words: str


def prompts(lines: tuple[str, ...]) -> tuple[Prompt, ...]:
    """One prompt for each thing to say, ask or do: ``Praise every try. Ask: What helped?`` is two.

    A question without a verb is when to say what follows, and stays with it: ``Nobody did it? Say: Never mind.``
    """
    return tuple(_prompt(part) for line in lines for part in _parts(line))


def _parts(line: str) -> list[str]:
    found: list[str] = []
    for part in _IN_BETWEEN.split(line):
        if found and found[-1].endswith("?") and not _prompt(found[-1]).verb:
            found[-1] += f" {part}"
        else:
            found.append(part)
    return found


def _prompt(part: str) -> Prompt:
    found = _HEAD.fullmatch(part)
    if found is None or len(found[1]) > _LONGEST:
        return Prompt("", part)
    return Prompt(found[1].casefold(), found[2])
