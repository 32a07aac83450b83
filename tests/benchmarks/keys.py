"""From a key to its mark committed and painted, against the same key in a bare table."""

from __future__ import annotations

import random
import sys
from pathlib import Path
from statistics import median, quantiles

from tests.benchmarks.measuring import FACILITATOR, PASSPHRASE, Line, Pty
from tests.benchmarks.records import a_practice_record

KEYS = 200
WORDS = {"h": "● here".encode(), "x": "× absent".encode()}
BARE = [sys.executable, str(Path(__file__).with_name("bare_table.py"))]


def one_key(pty: Pty, key: str) -> float:
    """Seconds until the word of this key is painted; a record is written before its console paints."""
    # Not in step with the applications' own beats, or every sample would be the same one.
    pty.rest(random.uniform(0.03, 0.09))
    pressed = pty.press(key)
    return pty.paints(WORDS[key]) - pressed


def measure(folder: Path) -> list[Line]:
    record = a_practice_record(folder)
    where = {"FACILITATOR_PASSPHRASE": PASSPHRASE, "FACILITATOR_STAGE": str(folder / "stage")}
    ours = Pty([*FACILITATOR, "--record", str(record)], 120, 40, **where)
    bare = Pty(BARE, 120, 40)
    try:
        ours.paints(b"Enter")
        ours.rest(1)
        ours.press("\r")
        ours.paints(b"NO WALL")
        ours.press("1")
        ours.paints(b"Ana is chosen")
        bare.paints(b"Member-7")
        taken: dict[str, list[float]] = {"ours": [], "bare": []}
        for place in range(KEYS + 4):
            for name, pty in (("ours", ours), ("bare", bare)):
                seconds = one_key(pty, "hx"[place % 2])
                if place >= 4:
                    taken[name].append(seconds)
    finally:
        ours.close()
        bare.close()
    p95 = {name: quantiles(seconds, n=20)[18] for name, seconds in taken.items()}
    said = " against ".join(
        f"p50 {median(taken[name]) * 1000:.1f}, p95 {p95[name] * 1000:.1f} ms" for name in ("ours", "bare")
    )
    return [
        Line("key to mark committed and painted / to a cell of a bare table, p95", p95["ours"] / p95["bare"], 1.3, said)
    ]
