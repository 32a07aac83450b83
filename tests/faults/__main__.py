"""Every fault, again and again: ``python -m tests.faults`` writes what came of it into ``docs/reliability.md``.

``--share 0.01`` tries a hundredth of each, which takes a minute and writes nothing. The same seeds are the same tries.
"""

from __future__ import annotations

import random
import sys
import tempfile
import time
import traceback
from argparse import ArgumentParser
from collections import Counter
from collections.abc import Callable, Iterable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import assert_never

from agenda.error import Damaged
from agenda.record.backup.container import is_whole
from agenda.record.backup.restoring import restore
from tests.agenda.record.backup.kept import a_kept_record
from tests.builders import NOON
from tests.faults import backups, forged_stage, killed_writer, odd_input, storage
from tests.faults.chain import Chain
from tests.faults.outcome import Outcome
from tests.faults.practice import a_practice_record, an_environment, begin_the_hour
from tests.faults.stood import Stood
from tests.faults.test_killed_at_any_moment import ENDS, PHASES

DOCUMENT = Path(__file__).parents[2] / "docs" / "reliability.md"
BATCH = 25
"""Calls a process makes before the next batch goes to whichever is free."""


@dataclass(frozen=True, slots=True)
class Fault:
    """``once`` is called so often; a call may be several tries, as its outcome says."""

    what: str
    calls: int
    once: Callable[[random.Random, Path], Outcome | Stood]


@dataclass
class Row:
    """What came of one fault."""

    tries: int = 0
    confirmed: int = 0
    lost: int = 0
    ends: Counter[str] = field(default_factory=Counter)

    def add(self, other: Row) -> None:
        self.tries += other.tries
        self.confirmed += other.confirmed
        self.lost += other.lost
        self.ends.update(other.ends)


def damaged_backup(chance: random.Random, folder: Path) -> Stood:
    """One backup, harmed ten times and once more: never whole, never restored, and named in a sentence."""
    kept = a_kept_record(folder)
    backup = kept.back_up().path
    kept.record.close()
    wrong = []
    for _try in range(10):
        spoilt, happened = backups.damage(chance.choice([*backups.FAULTS.values()]), chance, folder, backup)
        refused = storage.refusal(lambda: restore(spoilt, folder / "never", NOON))  # noqa: B023 - done at once
        if is_whole(spoilt) or not isinstance(refused, Damaged):
            wrong.append(f"taken for good: {happened}")
        spoilt.unlink()
    by_command = backups.try_it(chance.choice([*backups.FAULTS.values()]), chance, folder, backup)
    if not by_command.is_honest:
        wrong.append(f"not said: {by_command.happened}")
    return Stood("backup", 11, tuple(wrong))


def console_killed(chance: random.Random, folder: Path) -> Stood:
    """One console after the other on one record, used by keys in a terminal, each killed at a moment of its own."""
    env = an_environment(folder)
    record = a_practice_record(folder / "group" / "record", chance.randrange(1, 99))
    begin_the_hour(record, env)
    chain = Chain(record, folder, PHASES, env, chance)
    for end in chance.sample(ENDS, len(ENDS)):
        chain.live(end)
    return Stood("console", len(ENDS))


STORAGE = {
    "disk full, protected, gone or faulty at a write": 600,
    "file moved, removed or replaced while open": 150,
    "copy put back beside what a kill left": 300,
    "two files copied by cp while marks are written": 600,
    "record or key file cut, zeroed, a bit turned": 2000,
    "second console, record locked": 200,
}
FAULTS = (
    Fault("SIGKILL in every kind of write: marks, drafts, keys, backups", 1200, killed_writer.killed_in_a_write),
    Fault("SIGKILL of a console while keys are pressed and words typed", 8, console_killed),
    *(Fault(what, calls, storage.TRIES[what]) for what, calls in STORAGE.items()),
    Fault("backup cut, zeroed, a bit turned, made longer", 60, damaged_backup),
    Fault("bytes that are no keys: not UTF-8, cut sequences, old mouse reports", 60, odd_input.odd_input),
    Fault("stage and inbox forged: wall, kiosk, telephone, console", 60, forged_stage.forged_stage),
    Fault("the console's own files forged while it publishes", 60, forged_stage.a_publisher_on_it),
    Fault("forged before the eyes of a real wall and kiosk", 12, forged_stage.forged_before_their_eyes),
    Fault("forged before a real console in its hour", 8, forged_stage.forged_before_the_console),
)


def batch(place: int, seeds: range) -> Row:
    """So many calls of one fault."""
    fault, row = FAULTS[place], Row()
    for seed in seeds:
        with tempfile.TemporaryDirectory(prefix="facilitator-faults-") as folder:
            row.add(_once(fault, seed, Path(folder)))
    return row


def _once(fault: Fault, seed: int, folder: Path) -> Row:
    try:
        outcome = fault.once(random.Random(f"{fault.what} {seed}"), folder)
    except Exception:  # what nobody foresaw is what is looked for
        traceback.print_exc()
        return Row(1, 0, 1, Counter({f"not foreseen (seed {seed})": 1}))
    match outcome:
        case Outcome():
            return Row(1, outcome.confirmed, outcome.lost, Counter({outcome.ended: 1}))
        case Stood():
            ends = Counter(outcome.wrong)
            ends["as it must be"] = outcome.tries - len(outcome.wrong)
            return Row(outcome.tries, 0, len(outcome.wrong), ends)
        case _:
            assert_never(outcome)


def run(share: float, workers: int) -> dict[str, Row]:
    """All faults, each a share of its calls."""
    rows = {fault.what: Row() for fault in FAULTS}
    with ProcessPoolExecutor(workers) as pool:
        jobs = [
            (fault.what, pool.submit(batch, place, range(start, min(start + BATCH, calls))))
            for place, fault in enumerate(FAULTS)
            if (calls := max(1, round(fault.calls * share)))
            for start in range(0, calls, BATCH)
        ]
        for what, job in jobs:
            rows[what].add(job.result())
    return rows


def table(rows: dict[str, Row]) -> str:
    """The rows as Markdown."""
    lines = ["| fault | tries | marks confirmed | lost or false | how it ended |", "|---|---|---|---|---|"]
    lines += [
        f"| {what} | {row.tries:,} | {row.confirmed:,} | {row.lost} | {_ends(row)} |" for what, row in rows.items()
    ]
    tries, lost = sum(row.tries for row in rows.values()), sum(row.lost for row in rows.values())
    confirmed = sum(row.confirmed for row in rows.values())
    return "\n".join([*lines, f"| **together** | **{tries:,}** | **{confirmed:,}** | **{lost}** | |"])


def _ends(row: Row) -> str:
    return "; ".join(f"{words} {count:,}" for words, count in row.ends.most_common() if count)


def main(words: Iterable[str]) -> int:
    parser = ArgumentParser(prog="python -m tests.faults", description=__doc__)
    parser.add_argument("--share", type=float, default=1.0, help="of the calls of each fault")
    parser.add_argument("--workers", type=int, default=2)
    asked = parser.parse_args(list(words))
    started = time.monotonic()
    rows = run(asked.share, asked.workers)
    said = table(rows)
    print(said)
    if asked.share >= 1:
        _write(said, round((time.monotonic() - started) / 60))
    return int(any(row.lost for row in rows.values()))


def _write(said: str, minutes: int) -> None:
    before, _mark, _old = DOCUMENT.read_text().partition("<!-- measured -->")
    day = datetime.now(UTC).date().isoformat()
    when = f"Made on {day} by `python -m tests.faults`, in {minutes} minutes on two cores."
    DOCUMENT.write_text(f"{before}<!-- measured -->\n{when}\n\n{said}\n")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
