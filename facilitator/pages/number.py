"""Telephone numbers in a sentence, so that a telephone can call them at a touch."""

from __future__ import annotations

import re

from markupsafe import Markup, escape

_NUMBER = re.compile(r"(?<![\d.,:/+-])\+?[0-9](?:[ \u00a0]?[0-9]){2,14}(?![\d:/]|[.,-]\d)")
"""Three digits or more, as an emergency number has; not a time, a date or a sum."""


def with_numbers(text: str) -> Markup:
    """The sentence as HTML, each number in it a link."""
    return Markup("").join(map(_as_html, pieces(text)))


def pieces(text: str) -> list[tuple[str, bool]]:
    """The sentence in pieces, each with whether it is a number to call."""
    found, done = [], 0
    for number in _NUMBER.finditer(text):
        found += [(text[done : number.start()], False), (number[0], True)]
        done = number.end()
    return [one for one in (*found, (text[done:], False)) if one[0]]


def _as_html(piece: tuple[str, bool]) -> Markup:
    words, is_number = piece
    if not is_number:
        return escape(words)
    number = "".join(sign for sign in words if sign.isascii() and (sign.isdecimal() or sign == "+"))
    return Markup('<a class="call" href="tel:{}">{}</a>').format(number, words)
