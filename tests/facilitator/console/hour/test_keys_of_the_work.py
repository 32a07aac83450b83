"""The keys about one member's homework, turn and response, on the People face."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from textual.widgets import OptionList

from agenda.record.rows import taught
from agenda.record.rows import turn as turns
from agenda.response import Chip
from agenda.session import PhaseKey
from facilitator.console.parts.digit import DigitDialog
from facilitator.console.parts.form_dialog import FormDialog
from facilitator.console.parts.tick import TickDialog
from facilitator.console.people.technique_words import offered
from tests.builders import TODAY
from tests.facilitator.console.hour.hour import EIGHT, an_hour
from tests.facilitator.console.hour.work import LAST_TIME, WELCOME, a_record_with_a_past, reviewed, rows

THREE = EIGHT[:3]


@pytest.mark.slow
@pytest.mark.parametrize(("key", "status"), [("y", "done"), ("s", "some"), ("n", "not yet"), ("Y", "done")])
async def test_one_key_looks_back_on_homework(key: str, status: str, tmp_path: Path) -> None:
    async with an_hour(tmp_path, record=a_record_with_a_past(THREE)) as hour:
        await hour.press("1", "h", key)
        assert reviewed(hour) == {"Ana": status}
        assert f"Ana: {status}. {LAST_TIME}" in hour.text()
        await hour.press("u")
        assert reviewed(hour) == {}


@pytest.mark.slow
@pytest.mark.parametrize("key", ["y", "s", "n", "g", "a", "r", "v"])
async def test_with_nobody_chosen_nothing_is_written_and_it_is_said(key: str, tmp_path: Path) -> None:
    async with an_hour(tmp_path, record=a_record_with_a_past(THREE)) as hour:
        await hour.press("tab", key)
        assert "Nobody is chosen" in hour.text()
        assert hour.on_top is hour.screen
        assert reviewed(hour) == {}


async def test_who_has_nothing_to_look_back_on_is_said(tmp_path: Path) -> None:
    async with an_hour(tmp_path, record=a_record_with_a_past(THREE, with_homework=1)) as hour:
        await hour.press("2", "h", "y")
        assert "Bruno has no homework to look back on." in hour.text()
        assert reviewed(hour) == {}


@pytest.mark.slow
async def test_homework_of_somebody_absent_is_not_looked_back_on(tmp_path: Path) -> None:
    async with an_hour(tmp_path, record=a_record_with_a_past(THREE)) as hour:
        await hour.press("2", "x", "y")
        assert reviewed(hour) == {}


async def test_a_digit_agrees_the_lessons_option(tmp_path: Path) -> None:
    async with an_hour(tmp_path, record=a_record_with_a_past(THREE)) as hour:
        what = hour.screen.people.marks.homework.options[1].what
        await hour.press("1", "h", "a", "2")
        assert [(row["name"], row["option"], row["what"]) for row in rows(hour, "homework")] == [("Ana", 2, what)]


async def test_zero_agrees_with_everyone_here(tmp_path: Path) -> None:
    async with an_hour(tmp_path, record=a_record_with_a_past(THREE)) as hour:
        await hour.press("1", "h", "2", "x", "3", "h", "0", "a", "1")
        assert "Agreed with 2 members." in hour.text()
        assert [(row["name"], row["option"]) for row in rows(hour, "homework")] == [("Ana", 1), ("Carla", 1)]


@pytest.mark.slow
async def test_enter_agrees_own_words_for_later(tmp_path: Path) -> None:
    async with an_hour(tmp_path, record=a_record_with_a_past(THREE)) as hour:
        await hour.press("1", "h", "a", "enter")
        assert [(row["name"], row["option"]) for row in rows(hour, "homework")] == [("Ana", None)]
        assert "own words" in hour.text()


async def test_a_digit_that_is_no_option_agrees_nothing(tmp_path: Path) -> None:
    async with an_hour(tmp_path, record=a_record_with_a_past(THREE)) as hour:
        await hour.press("1", "h", "a", "9")
        assert rows(hour, "homework") == []
        if isinstance(hour.on_top, DigitDialog):
            await hour.press("1")
            assert len(rows(hour, "homework")) == 1


@pytest.mark.slow
async def test_t_goes_round_today_not_today_not_asked(tmp_path: Path) -> None:
    async with an_hour(tmp_path, record=a_record_with_a_past(THREE)) as hour:
        await hour.press("1", "h")
        said = []
        for _again in range(3):
            await hour.press("t")
            said.append(next(row["answer"] for row in rows(hour, "goal_reviews") if row["name"] == "Ana"))
        assert said == ["today", "not today", None]


@pytest.mark.slow
async def test_a_second_not_today_in_a_row_begins_a_rest_and_says_until_when(tmp_path: Path) -> None:
    record = a_record_with_a_past(THREE)
    before = record.rows("SELECT id FROM sessions ORDER BY planned_at")[0]["id"]
    ana = record.rows("SELECT id FROM members ORDER BY digit")[0]["id"]
    turns.answer(record, before, ana, turns.NOT_TODAY)
    async with an_hour(tmp_path, record=record) as hour:
        await hour.press("1", "h", "t", "t")
        assert "Ana rests until" in hour.text()
        until = hour.workplace.record.rows("SELECT until FROM rests")[0]["until"]
        assert until > TODAY.isoformat()
        new = (TODAY + timedelta(days=10)).isoformat()
        await hour.press("enter")
        assert isinstance(hour.on_top, FormDialog)
        assert "Resting until" in hour.text()
        await hour.press("escape", "1", "enter")
        place = next(i for i, row in enumerate(hour.text().split("\n")) if "Resting: agree on another day" in row)
        first = next(i for i, row in enumerate(hour.text().split("\n")) if "Write a follow-up" in row)
        await hour.press(*["down"] * (place - first), "enter")
        assert isinstance(hour.on_top, FormDialog)
        await hour.press(*["backspace"] * 10, *"not", "a", "enter")
        assert "Write the day as in 2026-12-24" in hour.text()
        await hour.press(*["backspace"] * 4, *(c.replace("-", "minus") for c in new), "enter")
        assert [row["until"] for row in hour.workplace.record.rows("SELECT until FROM rests")] == [new]


async def test_a_review_is_held_and_taken_back(tmp_path: Path) -> None:
    async with an_hour(tmp_path, record=a_record_with_a_past(THREE)) as hour:
        await hour.press("1", "h", "g")
        assert "Ana: goal review held." in hour.text()
        assert [row["name"] for row in rows(hour, "goal_reviews") if row["held"]] == ["Ana"]
        await hour.press("g")
        assert not [row for row in rows(hour, "goal_reviews") if row["held"]]


async def test_without_a_goal_a_review_is_refused_in_words(tmp_path: Path) -> None:
    async with an_hour(tmp_path, record=a_record_with_a_past(THREE)) as hour:
        await hour.press("3", "h", "g")
        assert "There is no goal on the sheet yet." in hour.text()
        assert rows(hour, "goal_reviews") == []


@pytest.mark.slow
async def test_a_response_by_digits_and_in_words(tmp_path: Path) -> None:
    async with an_hour(tmp_path, record=a_record_with_a_past(THREE)) as hour:
        await hour.press("1", "h", "r", "1", "3", "3", "4", "w", *"hello", "enter")
        ana = hour.roster()[0].member
        assert taught.responses(hour.workplace.record, hour.screen.session_id) == {
            ana: taught.Response((Chip.LISTENED, Chip.HELPED), "hello")
        }
        await hour.press("enter")
        assert "Their words: hello" in hour.text()


@pytest.mark.slow
async def test_techniques_are_offered_unticked_and_written_as_ticked(tmp_path: Path) -> None:
    async with an_hour(tmp_path, record=a_record_with_a_past(THREE)) as hour:
        await hour.press("1", "k")
        assert isinstance(hour.on_top, TickDialog)
        assert "☒" not in hour.text()
        await hour.press("1", "5", "space", "down", "space")
        assert "☒" in hour.text()
        await hour.press("enter")
        used = taught.techniques(hour.workplace.record, hour.screen.session_id)
        in_order = offered(hour.screen.led.lesson)
        assert used == (in_order[0], in_order[5])


@pytest.mark.slow
async def test_what_the_lesson_teaches_and_its_guide_uses_most_is_offered_first(tmp_path: Path) -> None:
    async with an_hour(tmp_path, record=a_record_with_a_past(THREE)) as hour:
        lesson = hour.screen.led.lesson
        assert lesson is not None
        taught_here = replace(lesson, entry=replace(lesson.entry, skills=("relapse prevention",)))
        in_order = offered(taught_here)
        assert in_order[0] == ("skill", "relapse prevention")
        assert in_order[-1][0] == "skill"
        tags = [tag for step in lesson.guide for tag in step.techniques]
        families = list(dict.fromkeys(family for family, _name in in_order[1:] if family != "skill"))
        assert [tags.count(family) for family in families] == sorted(map(tags.count, families), reverse=True)
        assert sorted(in_order) == sorted(offered(None))


async def test_techniques_are_marked_in_people_and_not_in_room(tmp_path: Path) -> None:
    async with an_hour(tmp_path, record=a_record_with_a_past(THREE)) as hour:
        await hour.press("k")
        assert hour.on_top is hour.screen
        assert "Tab shows the people" in hour.text()


async def test_options_stand_numbered_on_the_wall_in_new_homework(tmp_path: Path) -> None:
    async with an_hour(tmp_path, record=a_record_with_a_past(THREE)) as hour:
        await hour.press("c", "enter")
        await hour.goes_to(PhaseKey.NEW_HOMEWORK)
        lines: list[str] = []
        while True:
            lines += hour.state().page.lines
            if not hour.screen.led.next_page():
                break
            hour.screen.draw()
        for number, option in enumerate(hour.screen.people.marks.homework.options, 1):
            assert any(line.startswith(str(number)) and option.what in line for line in lines), lines


@pytest.mark.slow
async def test_when_half_say_not_yet_a_smaller_step_is_offered_and_five_minutes_come_from_the_lesson(
    tmp_path: Path,
) -> None:
    async with an_hour(tmp_path, record=a_record_with_a_past(THREE)) as hour:
        await hour.press("c", "enter", "1", "h", "2", "h", "0")
        await hour.goes_to(PhaseKey.HOMEWORK)
        await hour.press("1", "y", "2", "n", "m")
        assert "a smaller step" in hour.text()
        end = hour.screen.led.timeline().end_at
        current = hour.screen.led.timeline().current
        await hour.press("up", "enter")
        if "smaller" not in " ".join((hour.state().page.title, *hour.state().page.lines)):
            await hour.press("m", "up", "up", "enter")
        shown = " ".join((hour.state().page.title, *hour.state().page.lines))
        assert "smaller step" in shown
        after = hour.screen.led.timeline()
        assert current is not None
        assert after.current is not None
        assert after.end_at == end
        assert after.current.planned - current.planned == timedelta(minutes=5)
        assert hour.screen.is_room
        assert "Ana" not in hour.text()


@pytest.mark.slow
async def test_where_most_did_something_no_smaller_step_is_offered(tmp_path: Path) -> None:
    async with an_hour(tmp_path, record=a_record_with_a_past(THREE)) as hour:
        await hour.press("1", "h", "2", "h", "3", "h")
        await hour.goes_to(PhaseKey.HOMEWORK)
        await hour.press("1", "y", "2", "s", "3", "n", "m")
        assert "a smaller step" not in hour.text()


@pytest.mark.slow
async def test_homework_for_the_lesson_they_missed_stands_beside_that_of_today(tmp_path: Path) -> None:
    async with an_hour(tmp_path, record=a_record_with_a_past(THREE, absent="Ana")) as hour:
        await hour.press("1", "h", "a", "2", "enter")
        assert "Agree homework for the lesson they missed: Welcome to IMR" in hour.text()
        ways = hour.on_top.query_one(OptionList)
        await hour.press(*["down"] * ways.get_option_index("missed"), "enter")
        assert "Agree for the lesson they missed: Welcome to IMR" in hour.text()
        await hour.press("1")
        agreed = [(row["lesson"], row["option"]) for row in rows(hour, "homework")]
        assert agreed == [(None, 2), (WELCOME.lesson, 1)]
        await hour.press("enter")
        assert "For the lesson they missed: " in hour.text()
        await hour.press("escape", "u")
        assert [row["lesson"] for row in rows(hour, "homework")] == [None]
        await hour.press("2", "h", "enter")
        assert "lesson they missed" not in hour.text()


@pytest.mark.slow
async def test_the_key_that_makes_half_say_not_yet_tells_of_the_smaller_step_once(tmp_path: Path) -> None:
    async with an_hour(tmp_path, record=a_record_with_a_past(THREE)) as hour:
        await hour.press("1", "h", "2", "h", "3", "h")
        await hour.goes_to(PhaseKey.HOMEWORK)
        offer = "m offers a smaller step"
        await hour.press("1", "n")
        assert offer not in hour.text()
        await hour.press("2", "n")
        assert offer in hour.text()
        await hour.press("3", "n")
        assert offer not in hour.text()
