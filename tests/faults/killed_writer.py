"""SIGKILL in every kind of write: a process that writes marks, drafts, keys and backups, and ends at any moment.

The writer says each write once it is confirmed; what it said must be there afterwards, and of what it had not said at
most the one write it was in the middle of.
"""

from __future__ import annotations

import os
import random
import signal
import time
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

from agenda.record.backup.folder import backups_in
from agenda.record.backup.making import back_up
from agenda.record.backup.name import backup_folder
from agenda.record.backup.restoring import restore
from agenda.record.connection import Record
from agenda.record.keys import key_file as keys
from agenda.record.opening import open_record
from agenda.record.rows import draft as drafts
from tests.builders import CHEAP, NOON
from tests.faults.outcome import Outcome
from tests.faults.storage import SECRET, a_new_record, mark, marks_in, refusal

KINDS = ("mark", "mark", "draft", "keys", "backup")
WORD = "a word of its own "
DRAFT = "a-draft"
LATEST = 0.02
"""Seconds after a confirmed write within which the kill comes."""
WRITES = 12
"""Confirmed at most, before it is killed."""

Said = dict[str, int]


def killed_in_a_write(chance: random.Random, folder: Path) -> Outcome:
    """One writer, from its start to its kill."""
    record, path = a_new_record(folder), folder / "record"
    assert record.raw_key is not None
    slot = keys.add_passphrase(path, record.raw_key, f"{WORD}0", None, cost=CHEAP)
    record.close()
    said = _lives(lambda say: _write(path, random.Random(chance.random()), slot, say), chance)
    wrong = [*_marks_and_draft(path, said), *_keys(path, said), *_backups(path, folder, said)]
    return Outcome("; ".join(wrong) or "whole", sum(said.values()), len(wrong))


def _lives(write: Callable[[int], None], chance: random.Random) -> Said:
    """What the writer had said when it was killed."""
    read, say = os.pipe()
    pid = os.fork()
    if pid == 0:
        try:
            os.close(read)
            write(say)
        finally:
            os._exit(0)  # nothing of the process that started it may be tidied up here
    os.close(say)
    said: Said = {}
    lines = chance.randrange(WRITES + 1)
    with os.fdopen(read) as heard:
        for _line in range(lines):
            _hear(heard.readline(), said)
        time.sleep(chance.random() * LATEST)
        os.kill(pid, signal.SIGKILL)
        for line in heard:
            _hear(line, said)
    os.waitpid(pid, 0)
    return said


def _hear(line: str, said: Said) -> None:
    if line.endswith("\n"):
        kind, number = line.split()
        said[kind] = int(number)


def _write(path: Path, chance: random.Random, slot: str, say: int) -> None:
    record = open_record(path, SECRET)
    counts = dict.fromkeys(KINDS, 0)
    while True:
        kind = chance.choice(KINDS)
        counts[kind] += 1
        slot = _do(record, kind, counts[kind], chance, slot)
        os.write(say, f"{kind} {counts[kind]}\n".encode())


def _do(record: Record, kind: str, number: int, chance: random.Random, slot: str) -> str:
    assert record.path is not None
    assert record.raw_key is not None
    match kind:
        case "mark":
            mark(record, number, chance)
        case "draft":
            drafts.save(record, DRAFT, str(number))
        case "keys":
            return keys.change_passphrase(record.path, record.raw_key, slot, f"{WORD}{number}", cost=CHEAP)
        case _:
            back_up(record.path, record.raw_key, NOON + timedelta(minutes=number), source=record.db)
    return slot


def _marks_and_draft(path: Path, said: Said) -> list[str]:
    record = open_record(path, SECRET)
    try:
        found = {"mark": marks_in(record), "draft": int(drafts.draft(record, DRAFT) or 0)}
    finally:
        record.close()
    return [kind for kind, number in found.items() if number - said.get(kind, 0) not in (0, 1)]


def _keys(path: Path, said: Said) -> list[str]:
    last = said.get("keys", 0)
    opening = [number for number in (last, last + 1) if refusal(lambda: keys.unlock(path, f"{WORD}{number}")) is None]  # noqa: B023 - done at once
    return [] if len(opening) == 1 else ["keys"]


def _backups(path: Path, folder: Path, said: Said) -> list[str]:
    """Each backup that counts can be brought back, and none that was confirmed is missing."""
    found = backups_in(backup_folder(path))
    if len(found) - said.get("backup", 0) not in (0, 1):
        return ["backup"]
    for number, one in enumerate(found[:1]):
        restored = folder / f"restored-{number}"
        restore(one.path, restored, NOON)
        record = open_record(restored, SECRET)
        try:
            marks_in(record)
        finally:
            record.close()
    return []
