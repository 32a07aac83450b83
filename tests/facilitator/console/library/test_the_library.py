"""The library: what it shows of each lesson, and what its keys write."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from textual.widget import Widget

from agenda.attendance import Status
from agenda.record.rows import group as groups
from agenda.record.rows import lesson_plan
from agenda.record.rows import member as members
from agenda.record.rows import session as sessions
from agenda.session import LessonPart
from content.lesson import Lesson
from content.load import load_lesson
from facilitator.console.calendar import next_session as planning
from facilitator.console.calendar.plan_dialog import PlanDialog
from facilitator.console.home.screen import HomeScreen
from facilitator.console.library.keys import PARTS
from facilitator.console.library.part_tabs import CELLS, PartTabs
from facilitator.console.library.screen import LibraryScreen
from facilitator.console.parts.choice import ChoiceDialog
from facilitator.wall.layout import compose
from facilitator.wall.sheet import Sheet
from tests.facilitator.console.library.lessons import LESSONS, ACourse
from tests.facilitator.console.outside import NARROW, WIDE, Outside, a_console


@asynccontextmanager
async def a_library(course: ACourse, size: tuple[int, int] = WIDE) -> AsyncIterator[Outside]:
    """Home, then ``l``: the highlighted lesson is the one planned next, else the first."""
    async with a_console(HomeScreen, course.workplace, size=size) as console:
        await console.comes(HomeScreen)
        await console.press("l")
        await console.comes(LibraryScreen)
        yield console


async def goes_to(console: Outside, lesson: str) -> None:
    screen = console.on_top
    assert isinstance(screen, LibraryScreen)
    screen.lessons.highlighted = screen.lessons.get_option_index(lesson)
    await console.pilot.pause()


def planned(course: ACourse) -> tuple[str, LessonPart | None]:
    upcoming = sessions.to_come(course.record, course.group)
    assert upcoming is not None
    lesson = sessions.lesson_of(course.record, upcoming.id)
    assert lesson is not None
    return lesson.lesson, sessions.part_of(course.record, upcoming.id)


@pytest.fixture
def course(tmp_path: Path) -> ACourse:
    return ACourse(tmp_path)


@pytest.mark.slow
@pytest.mark.parametrize("size", [WIDE, NARROW])
async def test_it_says_what_the_group_had_and_who_was_there(course: ACourse, size: tuple[int, int]) -> None:
    course.meets(LESSONS[0], shown=(1, 2, 3), ana=Status.ABSENT)
    course.meets(LESSONS[1])
    async with a_library(course, size) as console:
        rows = [row for row in console.rows() if "●" in row]
        assert [("1/2" in row, "2/2" in row) for row in rows[:2]] == [(True, False), (False, True)]
        await goes_to(console, LESSONS[0].id)
        text = console.text()
        assert "Tuesday 15 September, pages 1-3" in text
        assert "Had it Bruno" in text
        assert "Missed it Ana" in text
        await goes_to(console, LESSONS[2].id)
        assert "The group has not had it." in console.text()


@pytest.mark.slow
async def test_somebody_who_came_later_neither_had_nor_missed_it(course: ACourse) -> None:
    course.meets(LESSONS[0])
    members.add(course.record, course.group, "Carla", begins=course.day)
    course.waits(1)
    async with a_library(course) as console:
        await goes_to(console, LESSONS[0].id)
        assert "Came later Carla" in console.text()


def words_of(lesson: Lesson) -> dict[str, str]:
    """Some words that stand at the top of each part and nowhere else."""
    return {
        "overview": lesson.entry.aim,
        "guide": lesson.advice[0],
        "handout": lesson.entry.aim,
        "questions": lesson.questions[1],
        "practice": lesson.practice[0],
        "homework": lesson.homework[1].where,
        "supporters": lesson.supporters[0],
    }


@pytest.mark.slow
async def test_a_digit_opens_each_part_as_it_is(course: ACourse) -> None:
    lesson = load_lesson(LESSONS[0])
    async with a_library(course) as console:
        await goes_to(console, lesson.entry.id)
        for name, words in words_of(lesson).items():
            await console.press(str(PARTS.index(name) + 1))
            for word in words.split()[:12]:
                assert word in console.text(), name


async def test_tab_and_touch_go_through_the_parts(course: ACourse) -> None:
    async with a_library(course) as console:
        screen = console.on_top
        assert isinstance(screen, LibraryScreen)
        await console.press("tab", "tab")
        assert screen._part == PARTS.index("guide")
        await console.press("shift+tab", "shift+tab", "shift+tab")
        assert screen._part == PARTS.index("supporters")
        await console.pilot.click(PartTabs, offset=(CELLS + 1, 1))
        assert screen._part == PARTS.index("practice")


@pytest.mark.slow
@pytest.mark.parametrize("size", [WIDE, NARROW])
async def test_wall_pages_stand_there_as_on_the_wall(course: ACourse, size: tuple[int, int]) -> None:
    lesson = load_lesson(LESSONS[0])
    async with a_library(course, size) as console:
        await goes_to(console, lesson.entry.id)
        await console.press("2")
        sheet = console.on_top.query_one(Sheet)
        assert sheet.size == (48, 14)
        for page in lesson.pages:
            await console.press("space")
            assert sheet.said.title == page.title
            assert [line.text for line in sheet.said.lines] == list(page.lines)
            assert sheet._rows() == compose(sheet.said, 48, 14)
        await console.press("space", "space", "space")
        assert sheet.said.title == "To read again at home"
        await console.press("left")
        assert lesson.practice[0].startswith(sheet.said.title)
        await console.press("left")
        assert sheet.said.title == lesson.pages[-1].title


@pytest.mark.slow
async def test_enter_chooses_the_whole_lesson_for_the_next_session(course: ACourse) -> None:
    async with a_library(course) as console:
        await goes_to(console, LESSONS[2].id)
        await console.press("enter", "1")
        assert planned(course) == (LESSONS[2].id, None)
        assert f"Session 1, Tuesday 15 September: {LESSONS[2].title}" in console.text()


@pytest.mark.slow
async def test_a_split_lesson_takes_its_first_pages_and_the_rest_is_suggested_after(course: ACourse) -> None:
    async with a_library(course) as console:
        await goes_to(console, LESSONS[1].id)
        await console.press("s", "3")
        assert planned(course) == (LESSONS[1].id, LessonPart(1, 3))
        assert "pages 1-3" in console.text()
        assert course.meets_as_suggested((1, 2, 3)) == f"{LESSONS[1].title} 1-3"
        assert course.meets_as_suggested() == f"{LESSONS[1].title} 4-"


@pytest.mark.slow
async def test_what_is_left_of_a_split_lesson_is_offered_first(course: ACourse) -> None:
    course.meets(LESSONS[0], part=LessonPart(1, 2), shown=(1, 2))
    async with a_library(course) as console:
        await goes_to(console, LESSONS[0].id)
        assert "The rest is still to come, from page 3" in console.text()
        await console.press("enter", "1")
        assert planned(course) == (LESSONS[0].id, LessonPart(3))
        await console.press("s", "1")
        assert planned(course) == (LESSONS[0].id, LessonPart(3, 3))


async def test_repeat_takes_the_lesson_the_group_had_last(course: ACourse) -> None:
    course.meets(LESSONS[0])
    course.meets(LESSONS[1])
    async with a_library(course) as console:
        await console.press("home", "r")
        assert isinstance(console.on_top, ChoiceDialog)
        assert "The group had it once already." in console.text()
        await console.press("1")
        assert planned(course) == (LESSONS[1].id, None)


@pytest.mark.slow
async def test_without_a_lesson_there_is_none_to_repeat(course: ACourse) -> None:
    async with a_library(course) as console:
        await console.press("r")
        assert "has had no lesson yet" in console.text()


@pytest.mark.slow
async def test_a_skip_keeps_its_reason_and_the_plan_goes_on_with_the_next(course: ACourse) -> None:
    planning.plan_next(course.workplace, course.group)
    async with a_library(course) as console:
        await console.press("x")
        await console.types("all know it", "enter")
        assert planned(course) == (LESSONS[1].id, None)
        await goes_to(console, LESSONS[0].id)
        assert "The group skips it: all know it" in console.text()
        await console.press("x")
        assert lesson_plan.skips(course.record, course.group) == ()


@pytest.mark.slow
async def test_a_skip_is_undone_and_made_again(course: ACourse) -> None:
    async with a_library(course) as console:
        await console.press("x", "enter", "u")
        assert "Undone: a lesson was skipped." in console.text()
        assert lesson_plan.skips(course.record, course.group) == ()
        await console.press("ctrl+r")
        assert len(lesson_plan.skips(course.record, course.group)) == 1


@pytest.mark.slow
async def test_an_edition_gives_its_numbers(course: ACourse) -> None:
    async with a_library(course) as console:
        await console.press("e", "2")
        assert groups.edition(course.record, course.group) == "9"
        assert any("1.1" in row for row in console.rows())
        await console.press("e", "1")
        assert groups.edition(course.record, course.group) == ""


@pytest.mark.slow
async def test_from_the_plan_a_choice_leads_back_to_it(course: ACourse) -> None:
    async with a_console(HomeScreen, course.workplace) as console:
        await console.comes(HomeScreen)
        await console.press("p", "3")
        await console.comes(LibraryScreen)
        await console.press("down", "s", "2")
        await console.comes(PlanDialog)
        assert f"{LESSONS[1].title}, pages 1-2" in console.text()


@pytest.mark.slow
@pytest.mark.parametrize("size", [WIDE, NARROW])
async def test_nothing_is_wider_than_the_screen(course: ACourse, size: tuple[int, int]) -> None:
    course.meets(LESSONS[0], ana=Status.ABSENT)
    async with a_library(course, size) as console:
        for digit in range(1, len(PARTS) + 1):
            await console.press(str(digit))
            for widget in console.on_top.walk_children(Widget):
                assert widget.region.right <= size[0]
                assert not widget.show_horizontal_scrollbar


@pytest.mark.slow
async def test_a_console_that_only_reads_writes_nothing(course: ACourse) -> None:
    planning.plan_next(course.workplace, course.group)
    before = planned(course)
    course.record.read_only = True
    async with a_library(course) as console:
        for key in ("down", "enter", "s", "x", "e"):
            await console.press(key)
            assert isinstance(console.on_top, LibraryScreen)
        assert "only reads" in console.text()
        assert planned(course) == before
        course.record.read_only = False
