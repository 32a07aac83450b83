"""Rounds of homework, goals, agreeing and closing: one key a member; the catch-up asks for what is missing."""

from __future__ import annotations

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
        assert f"{LAST_TIME} · Friday · at home" in hour.text()
        await hour.press("y", "s", "n")
        assert reviewed(hour) == {"Ana": "done", "Bruno": "some", "Carla": "not yet"}
        assert hour.on_top is hour.screen


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
        second = asked(hour)
        await hour.press("n")
        found = {row["name"]: (row["held"], row["answer"]) for row in rows(hour, "goal_reviews")}
        assert found[first] == (1, None)
        assert found[second] == (0, "not today")


@pytest.mark.slow
async def test_agreeing_is_one_key_a_member(tmp_path: Path) -> None:
    async with an_hour(tmp_path, record=a_record_with_a_past(THREE)) as hour:
        await hour.press(*HERE)
        await hour.goes_to(PhaseKey.NEW_HOMEWORK)
        await hour.press("enter", "1", "w", "2")
        assert [(row["name"], row["option"]) for row in rows(hour, "homework")] == [
            ("Ana", 1),
            ("Bruno", None),
            ("Carla", 2),
        ]


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
            await hour.press("tab")
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
        await hour.press(*"walk", *["enter"] * 5)
        await hour.press("enter", *"tea", "tab", *"again", "enter", "1", "1", "1", "1")
        assert [row["what"] for row in rows(hour, "homework")] == ["walk"]
        held = rows(hour, "goal_reviews")[0]
        assert (held["helped"], held["next_step"]) == ("tea", "again")
        assert hour.on_top is hour.screen
        assert not hour.screen.is_room


@pytest.mark.slow
async def test_everyones_small_step_is_a_line_in_the_round_if_wished(tmp_path: Path) -> None:
    async with an_hour(tmp_path, record=a_record_with_a_past(THREE, with_goals=3)) as hour:
        await hour.press(*HERE)
        await hour.goes_to(PhaseKey.GOALS)
        await hour.press("enter", "g", "g")
        assert asked(hour) == "Everyone"
        await hour.press("y", "enter", *"ring Jo", "enter", "tab", "enter", *"walk", "enter")
        assert [(row["name"], row["text"]) for row in rows(hour, "small_steps")] == [
            ("Ana", "ring Jo"),
            ("Carla", "walk"),
        ]
        assert hour.on_top is hour.screen
        await hour.press("escape", "enter", "tab", "tab", "n")
        assert hour.on_top is hour.screen


@pytest.mark.slow
async def test_a_round_says_what_was_answered_before(tmp_path: Path) -> None:
    async with an_hour(tmp_path, record=a_record_with_a_past(THREE)) as hour:
        await hour.press(*HERE)
        await hour.goes_to(PhaseKey.HOMEWORK)
        await hour.press("enter")
        assert "so far" not in hour.text()
        await hour.press("y", "s", "s", "enter")
        assert "1 of 3 · so far: done" in hour.text()
        await hour.press("escape")
        await hour.goes_to(PhaseKey.NEW_HOMEWORK)
        await hour.press("enter", "2", "w", "tab", "enter")
        assert "1 of 3 · so far: 2" in hour.text()
        await hour.press("tab")
        assert "2 of 3 · so far: own words" in hour.text()
        await hour.press("escape")
        await hour.goes_to(PhaseKey.SUMMARY)
        await hour.press("enter", "3", "tab", "tab", "enter")
        assert "1 of 3 · so far: practised" in hour.text()


@pytest.mark.slow
async def test_after_a_round_in_which_half_say_not_yet_a_smaller_step_is_offered(tmp_path: Path) -> None:
    async with an_hour(tmp_path, record=a_record_with_a_past(THREE)) as hour:
        await hour.press(*HERE)
        await hour.goes_to(PhaseKey.HOMEWORK)
        await hour.press("enter", "n", "n", "y")
        assert "m offers a smaller step" in hour.text()
