"""The plain part of TOML, read at once: what nearly every list and front matter of a curriculum is written in.

Sixty small files are read for a list of lessons, and Python's own reader, which knows all of TOML and goes letter by
letter, would take most of the time. What is not plain beyond doubt is left to that one.
"""

from __future__ import annotations

import re

_TEXT = r'"[^"\\\x00-\x1f\x7f]*"'
_GAP = r"[ \t\n]*"
_LINE = re.compile(
    rf"""[ \t]*(?:
        (?P<key>[A-Za-z0-9_-]+)[ \t]*=[ \t]*(?:
            (?P<text>{_TEXT})
            | (?P<whole>0|[1-9][0-9]{{0,8}})
            | (?P<flag>true|false)
            | \[{_GAP}(?P<texts>(?:{_TEXT}(?:{_GAP},{_GAP}{_TEXT})*(?:{_GAP},)?{_GAP})?)\]
        )
        | \[(?P<table>[A-Za-z0-9_-]+)\]
        | \#[^\x00-\x08\x0a-\x1f\x7f]*
    )?[ \t]*\n""",
    re.VERBOSE,
)
_TEXTS = re.compile(_TEXT)


def read_plain(source: str) -> dict[str, object] | None:
    """What ``tomllib.loads`` would say of this text; none where that one has to be asked."""
    found: dict[str, object] = {}
    table = found
    place, text = 0, source if source.endswith("\n") else source + "\n"
    while place < len(text):
        line = _LINE.match(text, place)
        if line is None:
            return None
        place = line.end()
        if (name := line["table"]) is not None:
            if name in found:
                return None
            found[name] = table = {}
        elif (key := line["key"]) is not None:
            if key in table:
                return None
            table[key] = _value(line)
    return found


def _value(line: re.Match[str]) -> object:
    if (text := line["text"]) is not None:
        return text[1:-1]
    if (whole := line["whole"]) is not None:
        return int(whole)
    if (flag := line["flag"]) is not None:
        return flag == "true"
    return [one[1:-1] for one in _TEXTS.findall(line["texts"])]
