"""Telephone numbers, in a sentence or alone: a telephone can call them at a touch, and a voice reads each digit."""

from __future__ import annotations

import re

from markupsafe import Markup, escape

_NUMBER = re.compile(r"(?<![\d.,:/+-])\+?[0-9](?:[ \u00a0]?[0-9]){2,14}(?![\d:/]|[.,-]\d)")
"""Three digits or more, as an emergency number has; not a time, a date or a sum."""
_ALONE = re.compile(r"\+?[0-9() \u00a0.-]+")
"""What may stand in a field that holds a number and nothing else."""
_FEWEST, _MOST = 3, 15
_LOCAL_ZERO = "(0)"
"""Is dialled only without the number of the country before it."""
_GROUP = re.compile(r"[0-9]+")


def with_numbers(text: str) -> Markup:
    """The sentence as HTML, each number in it a link."""
    whole = _dialled(text)
    if whole:
        return _link(whole, text)
    return Markup("").join(_link(_signs(one), one) if is_number else escape(one) for one, is_number in pieces(text))


def read_out(text: str) -> str:
    """The sentence as a voice should say it: “1 1 2”, not “a hundred and twelve”; a pause between two groups."""
    return _digits(text) if _dialled(text) else _NUMBER.sub(lambda found: _digits(found[0]), text)


def _dialled(text: str) -> str:
    """The number to call, where the whole text is one."""
    if not _ALONE.fullmatch(text):
        return ""
    number = _signs(text.replace(_LOCAL_ZERO, "") if text.startswith("+") else text)
    return number if _FEWEST <= len(number.removeprefix("+")) <= _MOST else ""


def _digits(number: str) -> str:
    plus = "+ " if number.startswith("+") else ""
    return plus + ", ".join(" ".join(group) for group in _GROUP.findall(number))


def pieces(text: str) -> list[tuple[str, bool]]:
    """The sentence in pieces, each with whether it is a number to call."""
    found, done = [], 0
    for number in _NUMBER.finditer(text):
        found += [(text[done : number.start()], False), (number[0], True)]
        done = number.end()
    return [one for one in (*found, (text[done:], False)) if one[0]]


def _signs(text: str) -> str:
    return "".join(sign for sign in text if sign.isascii() and (sign.isdecimal() or sign == "+"))


def _link(number: str, shown: str) -> Markup:
    return Markup('<a class="call" href="tel:{}">{}</a>').format(number, shown)
