"""From a change to the wall: a page and the curtain (``wall_delay`` measures, this makes lines of it)."""

from __future__ import annotations

from pathlib import Path
from statistics import quantiles

from tests.benchmarks import wall_delay
from tests.benchmarks.measuring import Line


def measure(folder: Path) -> list[Line]:
    lines = []
    for what, taken in wall_delay.measure(folder / "wall", wall_delay.CHANGES).items():
        cuts = quantiles(taken, n=100)
        shown = {"p50": cuts[49], "p95": cuts[94], "p99": cuts[98]}
        name, budget = wall_delay.BUDGET[what]
        said = ", ".join(f"{each} {value:.0f} ms" for each, value in shown.items())
        lines.append(Line(f"change to wall painted: {what}, {name}", shown[name], budget, said, "ms"))
    return lines
