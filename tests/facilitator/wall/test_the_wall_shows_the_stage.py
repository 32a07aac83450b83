"""The wall follows the stage, falls calm when it is silent, and is right at once when it comes back."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from agenda.public import PublicPage
from facilitator.wall.app import WallApp
from facilitator.wall.layout import Row, compose
from facilitator.wall.scenes import Words
from facilitator.wall.sheet import Sheet
from tests.facilitator.wall.states import EVERY_SCENE, AStage, a_state, text
from tests.until import until

CALM = "One moment, please"
QUIET = "A quiet moment"


def page(title: str) -> PublicPage:
    return PublicPage(title)


async def test_a_wall_opened_first_waits_calmly_and_then_follows(stage: AStage) -> None:
    wall = stage.wall()
    async with wall.run_test(size=(48, 14)) as pilot:
        await until(lambda: CALM in text(wall), pilot)
        stage.publish(a_state(page=page("First")))
        await until(lambda: "First" in text(wall), pilot)
        stage.publish(a_state(page=page("Second")))
        await until(lambda: "Second" in text(wall) and "First" not in text(wall), pilot)


async def test_the_curtain_comes_down_and_goes_up(stage: AStage) -> None:
    stage.publish(a_state(page=page("Open")))
    wall = stage.wall()
    async with wall.run_test(size=(48, 14)) as pilot:
        await until(lambda: "Open" in text(wall), pilot)
        stage.publish(a_state(page=page("Open"), curtain=True))
        await until(lambda: QUIET in text(wall) and "14:11" not in text(wall), pilot)
        stage.publish(a_state(page=page("Open")))
        await until(lambda: "Open" in text(wall), pilot)


async def test_a_wall_that_was_killed_is_right_at_its_first_frame(stage: AStage) -> None:
    stage.publish(a_state(page=page("Right at once")))
    for _start in range(2):
        wall = stage.wall()
        async with wall.run_test(size=(48, 14)):
            assert "Right at once" in text(wall)


async def test_six_silent_seconds_bring_the_holding_page_and_a_heartbeat_ends_it(stage: AStage) -> None:
    state = a_state(page=page("Lesson"))
    stage.publish(state)
    wall = stage.wall()
    async with wall.run_test(size=(48, 14)) as pilot:
        await until(lambda: "Lesson" in text(wall), pilot)
        stage.passes(6)
        await until(lambda: CALM in text(wall), pilot)
        stage.publish(state)
        await until(lambda: "Lesson" in text(wall), pilot)


def deleted(folder: Path) -> None:
    shutil.rmtree(folder)


def a_link(folder: Path) -> None:
    (folder / "state.json").rename(folder / "other.json")
    (folder / "state.json").symlink_to(folder / "other.json")


def a_folder(folder: Path) -> None:
    (folder / "state.json").unlink()
    (folder / "state.json").mkdir()


def half(folder: Path) -> None:
    raw = (folder / "state.json").read_bytes()
    (folder / "state.json").write_bytes(raw[: len(raw) // 2])


def garbled(folder: Path) -> None:
    (folder / "state.json").write_bytes(b"\xff\x00[[[")


def of_another_version(folder: Path) -> None:
    raw = (folder / "state.json").read_bytes()
    (folder / "state.json").write_bytes(raw.replace(b'"schema": 1', b'"schema": 9'))


@pytest.mark.parametrize("becomes", [deleted, a_link, a_folder, half, garbled, of_another_version])
async def test_whatever_becomes_of_the_file_the_wall_is_calm_and_recovers(
    becomes: Callable[[Path], None], stage: AStage
) -> None:
    state = a_state(page=page("Lesson"))
    stage.publish(state)
    wall = stage.wall()
    async with wall.run_test(size=(48, 14)) as pilot:
        await until(lambda: "Lesson" in text(wall), pilot)
        becomes(stage.folder)
        await until(lambda: CALM in text(wall), pilot)
        stage.publish(state)
        await until(lambda: "Lesson" in text(wall), pilot)


async def test_the_clock_moves_while_the_page_stays(stage: AStage) -> None:
    state = a_state(page=page("Lesson"))
    stage.publish(state)
    wall = stage.wall()
    async with wall.run_test(size=(48, 14)) as pilot:
        await until(lambda: "14:11" in text(wall), pilot)
        stage.passes(60)
        stage.publish(state)
        await until(lambda: "14:12" in text(wall), pilot)


async def test_a_fault_in_showing_a_state_is_the_holding_page(stage: AStage, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails(*_values: object) -> None:
        raise RuntimeError("secret")

    stage.publish(a_state())
    wall = stage.wall()
    async with wall.run_test(size=(48, 14)) as pilot:
        with monkeypatch.context() as faulty:
            faulty.setattr(Sheet, "show", fails)
            await until(lambda: CALM in text(wall), pilot)
        await until(lambda: "Stress" in text(wall), pilot)


async def test_a_page_that_cannot_be_placed_is_the_holding_page(stage: AStage, monkeypatch: pytest.MonkeyPatch) -> None:
    def fails_on_a_lesson(said: Words, width: int, height: int) -> list[Row]:
        if said.ground == "open":
            raise RuntimeError("secret")
        return compose(said, width, height)

    monkeypatch.setattr("facilitator.wall.sheet.compose", fails_on_a_lesson)
    stage.publish(a_state())
    wall = stage.wall()
    async with wall.run_test(size=(48, 14)):
        assert CALM in text(wall)


@pytest.mark.parametrize("size", [(48, 14), (60, 18), (80, 24), (20, 5), (3, 2), (1, 1)])
async def test_every_scene_is_drawn_at_every_size(size: tuple[int, int], stage: AStage) -> None:
    wall = stage.wall()
    async with wall.run_test(size=size) as pilot:
        for revision, state in enumerate(EVERY_SCENE.values()):
            stage.publish(None if state is None else replace(state, revision=revision))
            await pilot.pause()
            assert all(len(row) <= size[0] for row in text(wall).split("\n"))
        await pilot.resize_terminal(48, 14)
        await until(lambda: wall.sheet.size == (48, 14), pilot)


async def presses(wall: WallApp, stage: AStage, *keys: str, apart: float = 0.5) -> bool:
    """Whether the wall is closed after these keys."""
    async with wall.run_test(size=(48, 14)) as pilot:
        for key in keys:
            await pilot.press(key)
            stage.passes(apart)
        return wall._exit


@pytest.mark.parametrize("keys", [("q", "q"), ("ctrl+c", "ctrl+c"), ("ctrl+q", "q")])
async def test_two_presses_close_the_wall(keys: tuple[str, ...], stage: AStage) -> None:
    assert await presses(stage.wall(), stage, *keys)


async def test_two_presses_far_apart_do_not(stage: AStage) -> None:
    assert not await presses(stage.wall(), stage, "q", "q", "ctrl+c", apart=2.5)


@pytest.mark.parametrize("key", ["q", "ctrl+c", "ctrl+q"])
async def test_one_press_neither_closes_nor_changes_the_wall(key: str, stage: AStage) -> None:
    stage.publish(a_state())
    wall = stage.wall()
    async with wall.run_test(size=(48, 14), notifications=True) as pilot:
        before = text(wall)
        await pilot.press(key)
        await pilot.pause()
        assert not wall._exit
        assert text(wall) == before


async def test_no_other_key_does_anything(stage: AStage) -> None:
    stage.publish(a_state())
    wall = stage.wall()
    async with wall.run_test(size=(48, 14), notifications=True) as pilot:
        before = text(wall)
        await pilot.press("ctrl+p", "f1", "escape", "pagedown", "f5", "b", ".", "tab", "enter", "question_mark")
        await pilot.click(Sheet, times=2)
        await pilot.pause()
        assert text(wall) == before
        assert not wall._exit
        assert len(wall.screen_stack) == 1
