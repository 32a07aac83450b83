"""Ten years of a service with forty groups, against a record with one group that meets first next week."""

from __future__ import annotations

from pathlib import Path
from statistics import median

from tests.benchmarks.first_frame import home
from tests.benchmarks.measuring import Line, by_turns, spread
from tests.benchmarks.records import GROUP, a_record_of_ten_years, an_empty_record


def measure(folder: Path) -> list[Line]:
    empty, full = an_empty_record(folder), a_record_of_ten_years(folder)
    size = full.stat().st_size / 1e6
    taken = by_turns({"full": lambda: home(full, GROUP), "empty": lambda: home(empty, GROUP)})
    ratio = median(taken["full"]) / median(taken["empty"])
    said = f"{spread(taken['full'])} with {size:.0f} MB against {spread(taken['empty'])}"
    return [Line("first picture of Home with ten years of forty groups / with one new group", ratio, 1.1, said)]
