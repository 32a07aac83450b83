"""The facilitator's telephone: the file that prompts it, and the folder through which its buttons reach the console.

The file holds words of the curriculum and the hash of the pairing code. A button is one small file with the code
itself, which only console and telephone know, and a number that rises: nothing old or made up turns a page.
"""

from __future__ import annotations

import hashlib
import hmac
import json
import os
import secrets
from contextlib import suppress
from dataclasses import asdict, dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from pathlib import Path
from typing import Any

from agenda.public import MOST_LINES, PROMPT_SCHEMA, PromptState, PublicPage
from facilitator.stage.folder import PRESSES, PROMPT, StageRefused, open_stage, read_inside
from facilitator.stage.message import drop, instant, short_text, written
from facilitator.stage.reader import read_raw

STALE_AFTER = timedelta(seconds=6)
"""Without a new file for so long the console is gone, and the telephone says so."""
PRESSED_WITHIN = timedelta(seconds=5)
"""A button older than this is not obeyed: who pressed it has long looked up again."""
MOST_BYTES = 512
AT_ONCE = 20
LONGEST = 600
"""Letters of one thing to say."""
MOST_ASKS = 12


class Button(StrEnum):
    """What a telephone can do. It says which way the curtain is meant to go: what it shows may be a moment old."""

    NEXT = "next"
    BACK = "back"
    CURTAIN = "curtain"
    UNCOVER = "uncover"
    PAUSE = "pause"
    """Something came up. How the group goes on is chosen at the console, where what helps stands."""
    HERE = "here"
    """Not to be pressed: what the server says for a telephone that has brought the code."""


@dataclass(frozen=True, slots=True)
class Press:
    """One button, pressed once."""

    code: str
    number: int
    button: Button
    at: datetime


def new_pairing() -> str:
    """A code nobody can guess, for one telephone."""
    return secrets.token_urlsafe(12)


def pairing_hash(code: str) -> str:
    """What may stand in the file; the code is long and random, so a quick hash is enough."""
    return hashlib.sha256(code.encode("utf-8", "replace")).hexdigest()


def pairs(state: PromptState, code: str) -> bool:
    """Whether this is the code of the telephone that is paired now."""
    return hmac.compare_digest(pairing_hash(code), state.pairing)


def prompt_json(state: PromptState) -> bytes:
    """The state as UTF-8 JSON."""
    fields = asdict(state)
    for name in ("published_at", "until"):
        if fields[name] is not None:
            fields[name] = written(fields[name])
    return json.dumps(fields, ensure_ascii=False, sort_keys=True).encode("utf-8", "replace")


def read_prompt(folder: Path, now: datetime) -> PromptState | None:
    """What the telephone may show; none if no telephone is paired, the console is gone, or the file is spoilt."""
    state = prompt_from(read_raw(folder, PROMPT))
    return state if state is not None and abs(now - state.published_at) < STALE_AFTER else None


def prompt_from(raw: bytes | None) -> PromptState | None:
    """The state in these bytes, or none."""
    if raw is None:
        return None
    try:
        fields = json.loads(raw)
        page = fields["page"]
        if fields["schema"] != PROMPT_SCHEMA or len(fields["ask"]) > MOST_ASKS or len(page["lines"]) > 2 * MOST_LINES:
            return None
        return PromptState(
            revision=int(fields["revision"]),
            published_at=instant(fields["published_at"]),
            pairing=_text(fields["pairing"]),
            heading=_text(fields["heading"]),
            page=PublicPage(_text(page["title"]), tuple(_text(line) for line in page["lines"])),
            ask=tuple(_text(line) for line in fields["ask"]),
            following=_text(fields["following"]),
            until=None if fields["until"] is None else instant(fields["until"]),
            curtain=fields["curtain"] is not False,
            taken=fields["taken"] is not False,
            paused=fields["paused"] is True,
        )
    except (ValueError, LookupError, TypeError, OverflowError, RecursionError, AttributeError):
        return None


def press(stage: Path, pressed: Press) -> bool:
    """Hand a button to the console, in full or not at all; false if that cannot be done."""
    raw = json.dumps({**asdict(pressed), "at": written(pressed.at)}, sort_keys=True).encode()
    return drop(stage, PRESSES, f"{pressed.number:012}-{secrets.token_hex(8)}.json", raw)


class Presses:
    """The console's end: takes out what was pressed on the paired telephone, in order, and nothing twice."""

    def __init__(self, stage: Path, code: str) -> None:
        self._folder = stage / PRESSES
        self._code = code
        self._last = 0
        self.others = 0
        """How many things the last look put away that were no button of the paired telephone."""

    def take(self, now: datetime) -> tuple[Button, ...]:
        """The buttons pressed since the last look. Whatever else lies there is removed and not obeyed."""
        names = self._names()
        found = sorted((each for each in map(self._taken, names) if each), key=lambda each: each.number)
        obeyed = []
        for each in found:
            is_ours = hmac.compare_digest(each.code.encode(), self._code.encode()) and each.number > self._last
            if is_ours and abs(now - each.at) <= PRESSED_WITHIN:
                self._last = each.number
                obeyed.append(each.button)
        self.others = len(names) - len(obeyed)
        return tuple(obeyed)

    def _names(self) -> list[str]:
        if not os.path.lexists(self._folder):
            return []
        try:
            open_stage(self._folder)
            return sorted(name for name in os.listdir(self._folder) if not name.startswith("."))[:AT_ONCE]
        except (OSError, StageRefused):
            self._put_away(self._folder)  # in its place: a telephone could press no more
            return []

    def _taken(self, name: str) -> Press | None:
        raw = read_inside(self._folder, name, MOST_BYTES)
        self._put_away(self._folder / name)
        return None if raw is None else _press(raw)

    def _put_away(self, path: Path) -> None:
        with suppress(OSError):
            path.unlink()
            return
        with suppress(OSError):
            path.rename(path.with_name(f".away-{secrets.token_hex(8)}"))


def _press(raw: bytes) -> Press | None:
    try:
        fields = json.loads(raw)
        if set(fields) != {"code", "number", "button", "at"} or type(fields["number"]) is not int:
            return None
        return Press(_text(fields["code"]), fields["number"], Button(fields["button"]), instant(fields["at"]))
    except (ValueError, LookupError, TypeError, OverflowError, RecursionError):
        return None


def _text(value: Any) -> str:
    return short_text(value, LONGEST, may_be_empty=True)
