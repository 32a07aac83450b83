"""A record of ten years backed up, verified and brought back, beside copying its file; and opened after a kill."""

from __future__ import annotations

import os
import shutil
import time
from pathlib import Path
from statistics import median

from agenda.record.keys.key_file import key_file_path
from tests.benchmarks.first_frame import home
from tests.benchmarks.measuring import FACILITATOR, PASSPHRASE, Line, by_turns, run, spread
from tests.benchmarks.records import GROUP, a_record_of_ten_years

TURNS = 3
"""Each takes seconds, and what a disk does besides is far less than what is told apart here."""


def measure(folder: Path) -> list[Line]:
    record = a_record_of_ten_years(folder)
    made = _backed_up(record, folder / "place")[1]
    taken = by_turns(
        {
            "copied": lambda: _copied(record, folder / "copy"),
            "backed up": lambda: _backed_up(record, folder / "another place")[0],
            "record verified": lambda: _command("verify", str(record)),
            "backup verified": lambda: _command("verify", str(made)),
            "restored": lambda: _restored(made, folder / "restored" / "record"),
            "opened": lambda: home(record, GROUP, killed=True),
        },
        TURNS,
    )
    copied, size = taken["copied"], record.stat().st_size / 1e6
    beside = f"copying its {size:.0f} MB takes {spread(copied)}"
    ratios = [("backed up", 25), ("record verified", 15), ("backup verified", 20), ("restored", 4)]
    lines = [
        Line(
            f"a record of ten years, {what} / its file copied",
            median(taken[what]) / median(copied),
            budget,
            spread(taken[what]),
        )
        for what, budget in ratios
    ]
    opened = median(taken["opened"]) * 1000
    return [*lines, Line("first picture of Home after a kill, ten years", opened, 2000, beside, unit="ms")]


def _command(*words: str) -> float:
    return run([*FACILITATOR, *words], FACILITATOR_PASSPHRASE=PASSPHRASE)


def _copied(record: Path, target: Path) -> float:
    """Seconds until record and key file are copied and on the disk, as a backup is."""
    started = time.perf_counter()
    for source, copy in ((record, target), (key_file_path(record), key_file_path(target))):
        shutil.copyfile(source, copy)
        with copy.open("rb+") as file:
            os.fsync(file.fileno())
    return time.perf_counter() - started


def _backed_up(record: Path, place: Path) -> tuple[float, Path]:
    shutil.rmtree(place, ignore_errors=True)
    place.mkdir()
    taken = _command("backup", "--record", str(record), str(place))
    (made,) = place.iterdir()
    return taken, made


def _restored(backup: Path, target: Path) -> float:
    shutil.rmtree(target.parent, ignore_errors=True)
    target.parent.mkdir()
    return _command("restore", str(backup), "--to", str(target))
