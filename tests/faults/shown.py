"""What a screen of the console says, read as a person would read it: from its characters alone."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

Facts = dict[str, object]
"""What is so, by name; the screen, the record and the keys pressed use the same names and values."""

_WORDS = {"not yet": "unknown", "here": "here", "late": "late", "excused": "excused", "absent": "absent"}
_ROW = re.compile(r"^ {3,4}([▸ ])(\d)  (\S+) +[·●◐○×] (not yet|here|late|excused|absent)(?: (\d\d:\d\d))?(.*)$")
_LAST, _TURN, _TODAY, _TOLD = slice(56, 71), slice(72, 98), slice(99, 113), slice(56, 113)
"""Where a row has homework from last time, the turn, and homework agreed today; or the one column in their place."""
_COLUMNS = re.compile(
    r"^ +name +here +(last time +turn +homework|one small step, last time|homework, day and place) *$"
)
_LAST_WORDS = {"": None, "to ask": "to ask", "● done": "done", "◐ some": "some", "○ not yet": "not yet"}
_TURN_WORDS = re.compile(r"(?P<said>today|not today|● held)|ask: .+|spare|rests to .+|")
_TODAY_WORDS = re.compile(r"(?:·|option (?P<option>\d)|own words|● agreed)(?= · |$)")
_PAGE = re.compile(r"ON THE WALL +page (\d+) of (\d+)")
_FIRST, _WIDE, _TALL = 3, 8, 9
"""The large number on the Room face: the column of its first digit, columns and rows of one."""
_LINES = {"top": (0, 3), "middle": (4, 3), "foot": (8, 3), "┌": (2, 0), "┐": (2, 7), "└": (6, 0), "┘": (6, 7)}
"""Where a stroke of a digit is looked for: row and column."""
_DIGITS = {
    frozenset(lit.split()): digit for digit, lit in enumerate((
        "top foot ┌ ┐ └ ┘", "top", "top middle foot ┐ └", "top middle foot ┐ ┘", "middle ┌ ┐ ┘", "top middle foot ┌ ┘",
        "top middle foot ┌ └ ┘", "top ┐ ┘", "top middle foot ┌ ┐ └ ┘", "top middle foot ┌ ┐ ┘",
    ))
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Shown:
    """``facts`` are those this screen shows; ``times`` are arrivals as written, by digit."""

    facts: Facts
    times: dict[int, str]
    people: frozenset[str]
    """What the columns of People say of each member by the names of facts; empty on another face."""
    chosen: frozenset[int]
    is_room: bool
    is_curtain: bool
    is_wall_on: bool
    pages: int | None
    minutes_left: int | None


def is_so(what: Facts, said: Facts) -> bool:
    """Whether all that is said is among what is so; what neither side knows of is no contradiction."""
    return all(what.get(name, value) == value for name, value in said.items())


def read(rows: Sequence[str], phases: Sequence[str]) -> Shown:
    """Read a screen of 120x36, given the titles of the hour's phases in their order."""
    facts: Facts = {}
    times: dict[int, str] = {}
    chosen = set()
    title = next((found[1] for found in map(_COLUMNS.match, rows) if found), "")
    says = _says(title)
    for row in rows:
        found = _ROW.match(row)
        if found is None:
            continue
        digit = int(found[2])
        facts[f"member {digit}"] = (found[3], _WORDS[found[4]])
        facts[f"out {digit}"] = re.search(r"· out \d\d:\d\d", found[6]) is not None
        facts |= _work(digit, row, says)
        if found[5]:
            times[digit] = found[5]
        if found[1] == "▸":
            chosen.add(digit)
    page = next(filter(None, map(_PAGE.search, rows)), None)
    if page is not None:
        facts["page"] = int(page[1]) - 1
    facts |= _strip(rows, phases)
    return Shown(
        facts=facts,
        times=times,
        people=says,
        chosen=frozenset(chosen),
        is_room=page is not None,
        is_curtain="c curtain up" in rows[-1],
        is_wall_on="b curtain" in rows[-1],
        pages=None if page is None else int(page[2]),
        minutes_left=None if page is None else _large_number(rows),
    )


def _says(title: str) -> frozenset[str]:
    """What the columns under this title say of a member, beside who they are and whether they are here."""
    match title.split(" "):
        case ["last", *_]:
            return frozenset({"member", "last", "turn", "agreed"})
        case ["homework,", *_]:
            return frozenset({"member", "agreed"})
        case ["one", *_]:
            return frozenset({"member"})
        case _:
            return frozenset()


def _work(digit: int, row: str, says: frozenset[str]) -> Facts:
    """The homework and the turn of a member; a cell that is drawn by half says nothing."""
    facts: Facts = {}
    last, turn, today = (row[cell].rstrip() for cell in (_LAST, _TURN, _TODAY))
    if "last" in says and last in _LAST_WORDS:
        facts[f"last {digit}"] = _LAST_WORDS[last]
    if "turn" in says and (said := _TURN_WORDS.fullmatch(turn)):
        facts[f"turn {digit}"] = said["said"]
    if "agreed" in says:
        sign = today if "last" in says else row[_TOLD].rstrip()
        if agreed := _TODAY_WORDS.match(sign):
            is_none = sign == "·"
            facts[f"agreed {digit}"] = int(agreed["option"]) if agreed["option"] else None if is_none else agreed[0]
    return facts


def _strip(rows: Sequence[str], phases: Sequence[str]) -> Facts:
    """The line of phases: which is on. Its minutes are those that are left, and change by themselves."""
    line = " +".join(rf"(▸ )?{re.escape(title)}(?: \d+(?: of \d+)?)?" for title in phases)
    for row in rows:
        found = re.search(line, row)
        if found is not None:
            now = [place for place, sign in enumerate(found.groups()) if sign]
            return {"phase": now[0] if now else None}
    return {}


def _large_number(rows: Sequence[str]) -> int | None:
    """The minutes in thin strokes: nine rows, each digit told by which of its seven strokes are there."""
    left = [row[_FIRST : _FIRST + 3 * (_WIDE + 2)].ljust(3 * (_WIDE + 2)) for row in rows]
    top = next((place for place, row in enumerate(left) if re.match(r" *[╭╶╷]", row)), None)
    if top is None or top + _TALL > len(left):
        return None
    digits = ""
    for column in range(0, len(left[0]), _WIDE + 2):
        block = [row[column : column + _WIDE] for row in left[top : top + _TALL]]
        if "".join(block).strip():
            lit = frozenset(name for name, (row, at) in _LINES.items() if block[row][at] in "─│")
            digits += str(_DIGITS.get(lit, "?"))
    return int(digits) if digits.isdecimal() else None
