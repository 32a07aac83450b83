"""The first picture of Home with the group's name, the passphrase given, on an existing record."""

from __future__ import annotations

import sys
import time
from pathlib import Path
from statistics import median

from tests.benchmarks.measuring import FACILITATOR, PASSPHRASE, Line, by_turns, first_paint, spread
from tests.benchmarks.records import GROUP, a_practice_record

BARE = [sys.executable, str(Path(__file__).with_name("bare_screen.py"))]


def derive(record: Path) -> float:
    """Seconds for the key, as costly as in use."""
    from agenda.record.keys.key_file import unlock

    started = time.perf_counter()
    unlock(record, PASSPHRASE)
    return time.perf_counter() - started


def home(record: Path, group: str = GROUP, *, killed: bool = False) -> float:
    """Seconds until Home is painted. It is then left by Ctrl+Q, or killed: then the next looks at all pages."""
    return first_paint(
        [*FACILITATOR, "--record", str(record)],
        group.encode(),
        leave="" if killed else "\x11",
        FACILITATOR_PASSPHRASE=PASSPHRASE,
        FACILITATOR_STAGE=str(record.parent / "stage"),
    )


def measure(folder: Path) -> list[Line]:
    record = a_practice_record(folder)
    taken = by_turns(
        {
            "ours": lambda: home(record),
            "bare": lambda: first_paint(BARE, b"Bare-and-ready"),
            "key": lambda: derive(record),
        }
    )
    ratio = median(taken["ours"]) / (median(taken["bare"]) + median(taken["key"]))
    said = f"{spread(taken['ours'])} against {spread(taken['bare'])} + key {spread(taken['key'])}"
    return [Line("first picture of Home / a bare Textual app and the key", ratio, 1.25, said)]
