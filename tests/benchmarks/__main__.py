"""``python -m tests.benchmarks [NAME ...]``: measure everything, or what is named, and print the table.

Everything is a ratio of two things done by turns on one machine, so that it means the same on another; only the wall
and a lesson have milliseconds for a budget, because people see them.
"""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from tests.benchmarks import (
    commands,
    drafts,
    first_frame,
    keys,
    lessons,
    paper,
    paper_many,
    safekeeping,
    ten_years,
    wall,
    web,
)
from tests.benchmarks.measuring import Line

ALL: dict[str, Callable[[Path], list[Line]]] = {
    "first-frame": first_frame.measure,
    "commands": commands.measure,
    "keys": keys.measure,
    "lessons": lessons.measure,
    "wall": wall.measure,
    "web": web.measure,
    "ten-years": ten_years.measure,
    "safekeeping": safekeeping.measure,
    "drafts": drafts.measure,
    "paper": paper.measure,
    "paper-many": paper_many.measure,
}


def main() -> int:
    named = sys.argv[1:] or list(ALL)
    unknown = [name for name in named if name not in ALL]
    if unknown:
        print(f"unknown: {', '.join(unknown)}; there are {', '.join(ALL)}", file=sys.stderr)
        return 2
    print(f"| what | measured {datetime.now(UTC):%Y-%m-%d} | budget | medians, with the middle half |")
    print("|---|---|---|---|")
    missed = 0
    for name in named:
        with tempfile.TemporaryDirectory(prefix="facilitator-") as folder:
            for line in ALL[name](Path(folder)):
                missed += not line.is_kept
                print(row(line), flush=True)
    return 1 if missed else 0


def row(line: Line) -> str:
    """One line as it stands in the README."""
    unit = f" {line.unit}" if line.unit else ""
    number = f"{line.measured:.0f}" if line.unit else f"{line.measured:.2f}"
    missed = "" if line.is_kept else " **missed**"
    return f"| {line.what} | {number}{unit}{missed} | {line.budget:g}{unit} | {line.said} |"


if __name__ == "__main__":
    sys.exit(main())
