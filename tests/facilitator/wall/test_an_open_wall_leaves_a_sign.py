"""The wall says that it is open, again and again, and takes that back when it is closed."""

from __future__ import annotations

from facilitator.stage import open_walls
from tests.facilitator.wall.states import AStage
from tests.until import until


async def test_an_open_wall_is_seen_and_a_closed_one_is_not(stage: AStage) -> None:
    wall = stage.wall()
    async with wall.run_test(size=(48, 14)) as pilot:
        await until(lambda: open_walls(stage.folder, stage.clock.now()) == 1, pilot)
        stage.passes(60)
        await until(lambda: open_walls(stage.folder, stage.clock.now()) == 1, pilot)
    assert open_walls(stage.folder, stage.clock.now()) == 0
