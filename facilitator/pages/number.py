"""Telephone numbers in a sentence, so that a telephone can call them at a touch."""

from __future__ import annotations

import re
from itertools import chain

from markupsafe import Markup, escape

_NUMBER = re.compile(r"(?<![\d.,:/+-])\+?[0-9](?:[ \u00a0]?[0-9]){2,14}(?![\d:/]|[.,-]\d)")
"""Three digits or more, as an emergency number has; not a time, a date or a sum."""


def with_numbers(text: str) -> Markup:
    """The sentence as HTML, each number in it a link."""
    return Markup("").join(chain.from_iterable(_pieces(text)))


def _pieces(text: str) -> list[list[Markup]]:
    pieces, done = [], 0
    for found in _NUMBER.finditer(text):
        number = "".join(sign for sign in found[0] if sign.isascii() and (sign.isdecimal() or sign == "+"))
        link = Markup('<a class="call" href="tel:{}">{}</a>').format(number, found[0])
        pieces.append([escape(text[done : found.start()]), link])
        done = found.end()
    return [*pieces, [escape(text[done:])]]
