"""Quotation marks as a printer sets them; files and keyboards have straight ones. Nothing else of a text is changed."""

from __future__ import annotations

import re

_APOSTROPHE = re.compile(r"(?<=\w)'(?=\w)")
_OPENING = re.compile(r"(^|[\s(\[“‘–—-])(['\"])(?=\S)")
_CLOSED = str.maketrans("'\"", "’”")
_OPENED = {"'": "‘", '"': "“"}
ENGLISH = "en"
"""The only language whose marks are known here; every other keeps its own, apart from the apostrophe."""


def typographic(text: str, locale: str) -> str:
    """The text with an apostrophe that is one, and in English with marks that open and close."""
    text = _APOSTROPHE.sub("’", text)
    if locale.replace("_", "-").split("-")[0] != ENGLISH:
        return text
    for _nested in range(2):  # a mark may open right after another
        text = _OPENING.sub(lambda found: found[1] + _OPENED[found[2]], text)
    return text.translate(_CLOSED)
