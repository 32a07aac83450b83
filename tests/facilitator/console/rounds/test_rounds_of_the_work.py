"""Rounds of homework, goals, agreeing and closing: one key a member; the catch-up asks for what is missing."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest

from agenda.session import PhaseKey
from facilitator.console.parts.form_dialog import FormDialog
from facilitator.console.rounds.catch_up import CatchUpScreen
from facilitator.console.rounds.screen import RoundScreen
from tests.facilitator.console.hour.hour import EIGHT, AnHour, an_hour
from tests.facilitator.console.hour.work import LAST_TIME, a_record_with_a_past, reviewed, rows

THREE = EIGHT[:3]
HERE = ("0", "h", "3", "tab")


def asked(hour: AnHour) -> str:
    assert isinstance(hour.on_top, RoundScreen)
    question = hour.on_top.question
    assert question is not None
    return question.name


async def test_homework_is_one_key_a_member_and_shows_what_was_agreed(tmp_path: Path) -> None:
    async with an_hour(tmp_path, record=a_record_with_a_past(THREE)) as hour:
        await hour.press(*HERE)
        await hour.goes_to(PhaseKey.HOMEWORK)
        await hour.press("enter")
        assert LAST_TIME in hour.text()
        assert "Friday 20 November, at home" in hour.text()
        await hour.press("y", "s", "n")
        assert reviewed(hour) == {"Ana": "done", "Bruno": "some", "Carla": "not yet"}
        assert "Everyone was asked." in hour.text()
        await hour.press("escape")
        assert hour.on_top is hour.screen
        assert hour.screen.led.phase.key is PhaseKey.HOMEWORK


async def test_enter_after_the_last_answer_goes_on_with_the_hour(tmp_path: Path) -> None:
    async with an_hour(tmp_path, record=a_record_with_a_past(THREE)) as hour:
        await hour.press(*HERE)
        await hour.goes_to(PhaseKey.HOMEWORK)
        await hour.press("enter", "y", "y", "y")
        assert "on to Goals" in hour.text()
        await hour.press("enter")
        assert hour.on_top is hour.screen
        assert hour.screen.led.phase.key is PhaseKey.GOALS


async def test_a_digit_that_is_no_answer_asks_whoever_it_belongs_to(tmp_path: Path) -> None:
    async with an_hour(tmp_path, record=a_record_with_a_past(THREE)) as hour:
        await hour.press(*HERE)
        await hour.goes_to(PhaseKey.HOMEWORK)
        await hour.press("enter", "3", "y", "1", "n")
        assert reviewed(hour) == {"Ana": "not yet", "Carla": "done"}


async def test_backspace_mends_an_answer_and_tab_leaves_one_open(tmp_path: Path) -> None:
    async with an_hour(tmp_path, record=a_record_with_a_past(THREE)) as hour:
        await hour.press(*HERE)
        await hour.goes_to(PhaseKey.HOMEWORK)
        await hour.press("enter", "y", "backspace", "n", "tab", "y")
        assert reviewed(hour) == {"Ana": "not yet", "Carla": "done"}


@pytest.mark.slow
async def test_homework_can_be_dropped_by_choice(tmp_path: Path) -> None:
    async with an_hour(tmp_path, record=a_record_with_a_past(THREE)) as hour:
        await hour.press(*HERE)
        await hour.goes_to(PhaseKey.HOMEWORK)
        await hour.press("enter", "d", "y", "y")
        assert reviewed(hour) == {"Bruno": "done", "Carla": "done"}
        dropped = hour.workplace.record.rows("SELECT * FROM homework WHERE dropped_in IS NOT NULL")
        assert [row["dropped_in"] for row in dropped] == [hour.screen.session_id]


async def test_goal_time_asks_those_the_rotation_proposes(tmp_path: Path) -> None:
    async with an_hour(tmp_path, record=a_record_with_a_past(THREE, with_goals=3)) as hour:
        await hour.press(*HERE)
        await hour.goes_to(PhaseKey.GOALS)
        await hour.press("enter")
        first = asked(hour)
        await hour.press("g")
        assert asked(hour) == first
        assert "was the step achieved?" in hour.text()
        await hour.press("1")
        second = asked(hour)
        await hour.press("n")
        found = {row["name"]: (row["held"], row["answer"]) for row in rows(hour, "goal_reviews")}
        assert found[first] == (1, None)
        assert found[second] == (0, "not today")


@pytest.mark.slow
async def test_agreeing_asks_what_which_day_and_where(tmp_path: Path) -> None:
    async with an_hour(tmp_path, record=a_record_with_a_past(THREE)) as hour:
        await hour.press(*HERE)
        await hour.goes_to(PhaseKey.NEW_HOMEWORK)
        await hour.press("enter", "1")
        assert "Which day?" in hour.text()
        await hour.press("2", "1")  # two days from today, where they did it last
        await hour.press("w", "3", "enter", *"library", "enter")
        await hour.press("2", "tab")
        today = hour.screen.led.session.day
        found = [(row["name"], row["option"], row["day"], row["where"]) for row in rows(hour, "homework")]
        assert found == [
            ("Ana", 1, (today + timedelta(days=2)).isoformat(), "at home"),
            ("Bruno", None, (today + timedelta(days=3)).isoformat(), "library"),
            ("Carla", 2, None, ""),
        ]


async def test_day_and_place_of_last_time_are_one_key(tmp_path: Path) -> None:
    async with an_hour(tmp_path, record=a_record_with_a_past(THREE)) as hour:
        await hour.press(*HERE)
        last = [h.plan for mine in hour.screen.led.now.due.values() for h in mine]
        assert all(plan.day is not None for plan in last)
        await hour.goes_to(PhaseKey.NEW_HOMEWORK)
        await hour.press("enter", "1", "s")
        (mine,) = rows(hour, "homework")
        assert last[0].day is not None
        assert date.fromisoformat(mine["day"]).weekday() == last[0].day.weekday()
        assert 0 < (date.fromisoformat(mine["day"]) - hour.screen.led.session.day).days <= 7
        assert mine["where"] == "at home"
        assert asked(hour) == "Bruno"


@pytest.mark.slow
async def test_what_could_get_in_the_way_is_asked_at_once_or_stays_open(tmp_path: Path) -> None:
    async with an_hour(tmp_path, record=a_record_with_a_past(THREE)) as hour:
        await hour.press(*HERE)
        await hour.goes_to(PhaseKey.NEW_HOMEWORK)
        await hour.press("enter", "1", "s", "1", "s", "1", "s")
        assert "What could get in the way" in hour.text()
        await hour.press("y")
        await hour.press("enter", *"rain", "enter", *"umbrella", "enter", "n", "tab")
        plans = {row["name"]: (row["obstacle"], row["remedy"], row["foreseen"]) for row in rows(hour, "homework")}
        assert plans == {"Ana": ("rain", "umbrella", 0), "Bruno": ("", "", 1), "Carla": ("", "", 0)}
        assert "Everyone was asked." in hour.text()
        hour.app.push_screen(CatchUpScreen(hour.screen.session_id))
        await hour.press("f9")
        assert isinstance(hour.on_top, CatchUpScreen)
        assert [one.name for one in hour.on_top.questions if one.kind == "foresee"] == ["Carla"]


@pytest.mark.slow
async def test_closing_takes_a_chip_or_words_and_offers_the_words_again(tmp_path: Path) -> None:
    async with an_hour(tmp_path, record=a_record_with_a_past(THREE)) as hour:
        await hour.press(*HERE)
        await hour.goes_to(PhaseKey.SUMMARY)
        await hour.press("enter", "2", "enter", *"hello", "enter")
        assert asked(hour) == "Carla"
        await hour.press("backspace", "enter")
        assert "hello" in hour.text()
        await hour.press("enter", "escape")
        found = {row["name"]: (row["chips"], row["words"]) for row in rows(hour, "responses")}
        assert found == {"Ana": ("shared", ""), "Bruno": ("", "hello")}


@pytest.mark.slow
async def test_only_who_is_here_is_asked(tmp_path: Path) -> None:
    async with an_hour(tmp_path, record=a_record_with_a_past(THREE)) as hour:
        await hour.press("1", "x", "2", "h", "3", "e", "enter", "tab")
        for phase in (PhaseKey.HOMEWORK, PhaseKey.NEW_HOMEWORK, PhaseKey.SUMMARY):
            await hour.goes_to(phase)
            await hour.press("enter")
            assert asked(hour) == "Bruno"
            await hour.press("tab", "escape")
            assert hour.on_top is hour.screen


@pytest.mark.slow
async def test_a_round_with_nobody_to_ask_says_so(tmp_path: Path) -> None:
    async with an_hour(tmp_path, THREE) as hour:
        await hour.goes_to(PhaseKey.HOMEWORK)
        await hour.press("enter")
        assert "There is nobody to ask in this round." in hour.text()


@pytest.mark.slow
async def test_the_catch_up_asks_for_homework_words_responses_contacts_and_follow_ups(tmp_path: Path) -> None:
    async with an_hour(tmp_path, record=a_record_with_a_past(THREE)) as hour:
        await hour.press("1", "h", "2", "h", "3", "x", "1", "n", "g", "a", "enter", "p", "f", "p")
        hour.screen.led.take_break(10)
        hour.app.push_screen(CatchUpScreen(hour.screen.session_id))
        await hour.press("f9")
        assert isinstance(hour.on_top, CatchUpScreen)
        assert [(one.kind, one.name) for one in hour.on_top.questions] == [
            ("homework", "Bruno"),
            ("obstacle", "Ana"),
            ("plan", "Ana"),
            ("goal-review", "Ana"),
            ("closing", "Ana"),
            ("closing", "Bruno"),
            ("contact", "Carla"),
            ("follow-up", "Ana"),
        ]
        await hour.press("y", "enter", *"rain", "tab", *"later", "enter")
        review = hour.workplace.record.rows("SELECT * FROM homework_reviews WHERE status = 'not yet'")[0]
        assert (review["obstacle"], review["differently"]) == ("rain", "later")
        await hour.press("enter")
        assert isinstance(hour.on_top, FormDialog)
        await hour.press(*"walk", *["enter"] * 6)
        await hour.press("w", *"tea", "tab", *"again", "enter", "1", "1", "1", "1")
        assert [row["what"] for row in rows(hour, "homework")] == ["walk"]
        held = rows(hour, "goal_reviews")[0]
        assert (held["helped"], held["next_step"]) == ("tea", "again")
        assert type(hour.on_top).__name__ == "SessionScreen"
        assert not hour.screen.is_room


@pytest.mark.slow
async def test_everyones_small_step_is_a_line_in_the_round_if_wished(tmp_path: Path) -> None:
    async with an_hour(tmp_path, record=a_record_with_a_past(THREE, with_goals=3)) as hour:
        await hour.press(*HERE)
        await hour.goes_to(PhaseKey.GOALS)
        await hour.press("enter", "g", "1", "g", "tab")
        assert asked(hour) == "Everyone"
        await hour.press("y", "enter", *"ring Jo", "enter", "tab", "enter", *"walk", "enter")
        assert [(row["name"], row["text"]) for row in rows(hour, "small_steps")] == [
            ("Ana", "ring Jo"),
            ("Carla", "walk"),
        ]
        assert "Everyone was asked." in hour.text()
        await hour.press("enter")
        assert hour.on_top is hour.screen
        assert hour.screen.led.phase.key is PhaseKey.AGENDA


@pytest.mark.slow
async def test_a_round_says_what_was_answered_before(tmp_path: Path) -> None:
    async with an_hour(tmp_path, record=a_record_with_a_past(THREE)) as hour:
        await hour.press(*HERE)
        await hour.goes_to(PhaseKey.HOMEWORK)
        await hour.press("enter")
        assert "so far" not in hour.text()
        await hour.press("y", "s", "s", "escape", "enter")
        assert "1 of 3" in hour.text()
        assert "so far: done" in hour.text()
        await hour.press("escape")
        await hour.goes_to(PhaseKey.NEW_HOMEWORK)
        await hour.press("enter", "2", "tab", "w", "tab", "escape", "enter")
        assert "so far: 2" in hour.text()
        await hour.press("tab")
        assert "2 of 3" in hour.text()
        assert "so far: own words" in hour.text()
        await hour.press("escape")
        await hour.goes_to(PhaseKey.SUMMARY)
        await hour.press("enter", "3", "tab", "tab", "escape", "enter")
        assert "so far: practised" in hour.text()


@pytest.mark.slow
async def test_after_a_round_in_which_half_say_not_yet_a_smaller_step_is_offered(tmp_path: Path) -> None:
    async with an_hour(tmp_path, record=a_record_with_a_past(THREE)) as hour:
        await hour.press(*HERE)
        await hour.goes_to(PhaseKey.HOMEWORK)
        await hour.press("enter", "n", "n", "y")
        assert "Half or more say not yet." in hour.text()
        await hour.press("escape")
        assert "m offers a smaller step" in hour.text()
