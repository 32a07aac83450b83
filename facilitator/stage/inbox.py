"""The inbox: one small file a check-in, from the kiosk to the console, which may be down meanwhile.

The kiosk cannot tell right from wrong, so every entry looks the same here: all files of one kiosk have one length. One
that takes an earlier entry back names that entry's number and nobody.
"""

from __future__ import annotations

import json
import os
import secrets
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from facilitator.stage.folder import INBOX, StageRefused, open_stage, read_inside
from facilitator.stage.message import HALF, drop, instant, written

SCHEMA = 1
MOST_BYTES = 1024
AT_ONCE = 100
"""Files looked at in one go; a flood waits its turn and the console stays awake."""
LONGEST = 64
NOTHING = "0" * 32
"""What an entry takes back that takes back none."""
_NOBODY = "-"
_AWAY = ".away"
_FORGOTTEN = 60.0
"""Seconds after which a half-written file belongs to a kiosk that was killed."""


@dataclass(frozen=True, slots=True)
class CheckIn:
    """Somebody typed a code or touched a name (``who``: the code or the key) at an instant of the laptop's clock.

    Or they say that the entry with the number ``takes_back`` was not theirs; then ``who`` is nobody.
    """

    token: str
    entry: str
    at: datetime
    who: str
    takes_back: str = NOTHING


def check_in(token: str, who: str, at: datetime) -> CheckIn:
    """A new one, with a number of its own."""
    return CheckIn(token, secrets.token_hex(16), at, who)


def not_me(token: str, entry: str, letters: int, at: datetime) -> CheckIn:
    """That entry was somebody else's: as long as the entry itself, whose ``who`` had so many letters."""
    return CheckIn(token, secrets.token_hex(16), at, _NOBODY * letters, entry)


def hand_over(stage: Path, given: CheckIn) -> bool:
    """Put it into the inbox, in full or not at all; false if that cannot be done."""
    fields = {**asdict(given), "at": written(given.at), "schema": SCHEMA}
    return drop(stage, INBOX, f"{secrets.token_hex(16)}.json", json.dumps(fields, sort_keys=True).encode())


class Inbox:
    """The console's end. Whatever is taken out is gone from the folder, and what is no check-in is put away."""

    def __init__(self, stage: Path) -> None:
        self._folder = stage / INBOX
        self._seen: set[str] = set()

    def take(self, token: str, keep: Callable[[CheckIn], bool]) -> int:
        """Give each check-in of this session to ``keep``, oldest first; how many things there were that are none.

        A file goes only after ``keep`` came back: a console killed in between finds it again. ``keep`` says whether
        it could be a check-in at all, and must not mind being told twice.
        """
        try:
            names = self._names()
        except (OSError, StageRefused):
            return self._put_away(self._folder)
        found = [(name, given) for name in names if (given := self._read(name)) is not None]
        others = len(names) - len(found)
        for name, given in sorted(found, key=lambda each: each[1].at):
            is_new = given.token == token and given.entry not in self._seen
            others += not (is_new and keep(given))
            self._seen.add(given.entry)
            self._put_away(self._folder / name)
        read = {name for name, _given in found}
        for name in names:
            if name not in read:
                self._put_away(self._folder / name)
        return others

    def _names(self) -> list[str]:
        if not os.path.lexists(self._folder):
            return []
        open_stage(self._folder)
        with os.scandir(self._folder) as entries:
            return [entry.name for entry in self._waiting(entries)]

    def _waiting(self, entries: Iterator[os.DirEntry[str]]) -> Iterator[os.DirEntry[str]]:
        taken = 0
        for entry in entries:
            if not entry.name.startswith("."):
                yield entry
                taken += 1
                if taken == AT_ONCE:
                    return
            elif entry.name.endswith(HALF):
                _forget_half(entry)

    def _read(self, name: str) -> CheckIn | None:
        raw = read_inside(self._folder, name, MOST_BYTES)
        return None if raw is None else _check_in(raw)

    def _put_away(self, path: Path) -> int:
        """Out of the way: a file or a link is deleted, a folder with something in it gets a name nobody looks at."""
        with suppress(OSError):
            if path.is_dir() and not path.is_symlink():
                try:
                    path.rmdir()
                except OSError:
                    path.rename(path.with_name(f"{_AWAY}-{secrets.token_hex(8)}"))
            else:
                path.unlink()
        return 1


def _forget_half(entry: os.DirEntry[str]) -> None:
    with suppress(OSError):
        if time.time() - entry.stat(follow_symlinks=False).st_mtime > _FORGOTTEN:
            os.unlink(entry.path)


def _check_in(raw: bytes) -> CheckIn | None:
    try:
        fields = json.loads(raw)
        takes_back = fields.pop("takes_back", NOTHING)  # a kiosk that was started before an update writes none
        if set(fields) != {"schema", "token", "entry", "at", "who"} or fields["schema"] != SCHEMA:
            return None
        at = instant(fields["at"])
        return CheckIn(_text(fields["token"]), _text(fields["entry"]), at, _text(fields["who"]), _text(takes_back))
    except (ValueError, LookupError, TypeError, OverflowError, RecursionError, AttributeError):
        return None


def _text(value: Any) -> str:
    if not isinstance(value, str) or not 0 < len(value) <= LONGEST or not (value.isascii() and value.isprintable()):
        raise ValueError("not a short text")
    return value
