"""``python -m tests.facilitator.wall.pictures DIR [WIDTH HEIGHT]``: each scene in a terminal.

Those in ``docs/pictures/wall`` are made so, at 48x14; a few of them again at 120x36, where titles are drawn large.
"""

from __future__ import annotations

import asyncio
import sys
import tempfile
from pathlib import Path

from tests.facilitator.wall.states import EVERY_SCENE, AStage


async def draw(into: Path, width: int, height: int) -> None:
    into.mkdir(parents=True, exist_ok=True)
    for name, state in EVERY_SCENE.items():
        with tempfile.TemporaryDirectory() as folder:
            stage = AStage(Path(folder) / "stage")
            stage.publish(state)
            wall = stage.wall()
            async with wall.run_test(size=(width, height)):
                (into / f"{name}.svg").write_text(wall.export_screenshot(simplify=True), encoding="utf-8")
            stage.publisher.close()


if __name__ == "__main__":
    into, width, height = (*sys.argv[1:], *("", "48", "14")[len(sys.argv) - 1 :])
    asyncio.run(draw(Path(into), int(width), int(height)))
