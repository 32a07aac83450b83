"""How long a change takes to the wall: from before it is published until its bytes arrive in the wall's terminal.

    python tests/benchmarks/wall_delay.py [CHANGES]

Budget (README.md): a page at p95 within 60 ms, the curtain at p99 within 100 ms.
"""

from __future__ import annotations

import os
import random
import select
import sys
import tempfile
import time
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from statistics import quantiles
from typing import Any

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT))

import pexpect  # noqa: E402

from agenda.public import PublicPage, PublicState, Scene  # noqa: E402
from facilitator.stage import Publisher  # noqa: E402

CHANGES = 200
LONGEST_WAIT = 5.0
WALL = ["-c", "from facilitator.cli import main; main()", "wall", "--stage"]
BUDGET = {"page": ("p95", 60.0), "curtain": ("p99", 100.0)}


class Wall:
    """The real wall in a terminal of 48x14, and a stage to publish on."""

    def __init__(self, folder: Path) -> None:
        self.publisher = Publisher(folder, lambda: datetime.now(UTC))
        self.child: Any = pexpect.spawn(
            sys.executable, [*WALL, str(folder)], dimensions=(14, 48), cwd=str(ROOT), env=dict(os.environ)
        )
        self.revision = 0

    def waits_for(self, mark: bytes) -> None:
        """Read until the mark has been painted."""
        seen, deadline = b"", time.perf_counter() + LONGEST_WAIT
        while mark not in seen:
            left = deadline - time.perf_counter()
            if left <= 0 or not select.select([self.child.fileno()], [], [], left)[0]:
                raise SystemExit(f"{mark.decode()} was not painted within {LONGEST_WAIT:g} s")
            seen = seen[-200:] + os.read(self.child.fileno(), 65536)

    def change(self, mark: str, is_covered: bool = False) -> float:
        """Publish, wait until it is painted; milliseconds."""
        self.revision += 1
        page = PublicPage(mark, ("Everyone's glass has a size.", "Stress pours in."))
        state = PublicState(self.revision, datetime.now(UTC), "Europe/Rome", "en", Scene.PAGE, page)
        started = time.perf_counter()
        self.publisher.publish(replace(state, curtain=is_covered))
        self.waits_for(b"quiet moment" if is_covered else mark.encode())
        return (time.perf_counter() - started) * 1000


def measure(folder: Path, changes: int) -> dict[str, list[float]]:
    wall = Wall(folder)
    try:
        wall.waits_for(b"One moment")
        delays: dict[str, list[float]] = {"page": [], "curtain": []}
        for number in range(changes):
            # Not in step with the wall's own looks, or every sample would be the same one.
            time.sleep(random.uniform(0.03, 0.09))
            delays["page"].append(wall.change(f"Page-{number}-"))
            time.sleep(random.uniform(0.03, 0.09))
            delays["curtain"].append(wall.change("", is_covered=True))
        return delays
    finally:
        wall.child.close(force=True)
        wall.publisher.close()


def main() -> None:
    changes = min(int(sys.argv[1]) if len(sys.argv) > 1 else CHANGES, 2000)
    with tempfile.TemporaryDirectory() as folder:
        delays = measure(Path(folder) / "stage", changes)
    for what, taken in delays.items():
        cuts = quantiles(taken, n=100)
        shown = {"p50": cuts[49], "p95": cuts[94], "p99": cuts[98]}
        name, budget = BUDGET[what]
        print(
            f"{what:8}",
            *(f"{each} {value:5.1f} ms" for each, value in shown.items()),
            f"budget {name} {budget:g} ms: {'kept' if shown[name] <= budget else 'MISSED'}",
            sep="   ",
        )


if __name__ == "__main__":
    main()
