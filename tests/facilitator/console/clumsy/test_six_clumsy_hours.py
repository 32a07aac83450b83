"""Hours in which something goes wrong, led by keys: strip, wall and note say what happened, and nothing is lost."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from agenda.public import Scene
from agenda.record.rows import note as notes
from agenda.record.rows import session as sessions
from agenda.session import PhaseKey
from facilitator.console.home.screen import HomeScreen
from facilitator.console.hour.pause_dialog import PauseDialog
from facilitator.console.hour.view import RoomView, room_view, strip
from facilitator.console.library.screen import LibraryScreen
from facilitator.console.notes.screen import NotesScreen
from facilitator.console.parts.digit import DigitDialog
from facilitator.console.rounds.screen import RoundScreen
from facilitator.note_wording import FacilitatorWording
from tests.facilitator.console.hour.hour import AnHour, a_record_ready, an_hour
from tests.facilitator.console.hour.work import a_record_with_a_past

TO_THE_LESSON = ("m", "6")


def amounts(hour: AnHour) -> dict[str, str]:
    """What the strip says of each phase."""
    return {item.title: item.amount for item in strip(hour.screen.led)}


def note(hour: AnHour, name: str) -> str:
    """The note of one member as it is drafted now."""
    session = hour.workplace.record.rows("SELECT id FROM sessions WHERE started_at IS NOT NULL ORDER BY started_at")[-1]
    found = notes.notes(hour.workplace.record, session["id"], FacilitatorWording())
    one = next(one for one in found if one.facts.names.name == name)
    return "\n".join(section.text for section in one.sections)


def room(hour: AnHour) -> RoomView:
    return room_view(hour.screen.led)


def leads(hour: AnHour) -> bool:
    """Whether nothing lies over the hour."""
    return hour.app.screen is hour.screen


def said(hour: AnHour) -> str:
    """What stands on the screen, in one line."""
    return " ".join(hour.own_text().split())


async def ends(hour: AnHour) -> None:
    await hour.press("m", "e", "y")


async def test_late_by_seven_and_dawdling(tmp_path: Path) -> None:
    record = a_record_with_a_past(with_goals=8)
    record.clock.advance(timedelta(minutes=7))  # type: ignore[attr-defined]
    async with an_hour(tmp_path, record=record) as hour:
        await hour.press("c", "enter")
        assert "on time" not in hour.text()
        assert "Lesson 9 of 16" in hour.text()
        assert amounts(hour)["Lesson"] == "9 of 16"
        await hour.passes(9 * 60)  # the welcome has five
        assert (amounts(hour)["Welcome"], amounts(hour)["Lesson"]) == ("+4", "5 of 16")
        assert "11 late: j skips Last session, Agenda, Lesson 9" in room(hour).remedy
        await hour.press("j")
        assert amounts(hour) == {
            "Welcome": "+4", "Last session": "0", "Homework": "10", "Goals": "10", "Agenda": "0", "Lesson": "9 of 16",
            "New homework": "10", "Summary": "5",
        }  # fmt: skip
        assert "as it goes we end at 15:00" in hour.text()
        await hour.press("j")
        assert "Nothing to make good" in hour.text()
        await hour.press("m", "enter")
        assert hour.screen.led.running.key is PhaseKey.HOMEWORK  # what is skipped is not gone to
        assert hour.state().page == hour.screen.led.page.public
        await hour.press("tab", "u")
        assert "Undone: a phase skipped" in hour.text()
        assert amounts(hour)["Agenda"] == "2"
        await ends(hour)
        assert hour.state().scene is Scene.GOODBYE
        assert "Time: 14:07 to 14:16, 9 minutes" in note(hour, "Ana")


async def test_ended_too_early_and_opened_again(tmp_path: Path) -> None:
    async with an_hour(tmp_path) as hour:
        await hour.press("c", "enter", "0", "h", "8", *TO_THE_LESSON)
        await hour.passes(29 * 60)
        page = hour.state().page
        await hour.press("m", "e")
        assert "31 minutes are left. Homework is not agreed. End the session?" in hour.text()
        await hour.press("enter")  # "Not yet" is where the cursor stands
        assert leads(hour)
        assert hour.state().page == page
        await ends(hour)
        planned = hour.workplace.record.rows("SELECT id FROM sessions")
        await hour.passes(60)
        await hour.press("escape", "y")
        assert leads(hour)
        assert hour.state().page == page
        assert "The hour goes on where it was." in hour.text()
        assert amounts(hour)["Lesson"] == "15 of 16"
        await hour.passes(15 * 60)
        await ends(hour)
        assert hour.workplace.record.rows("SELECT id FROM sessions") == planned
        assert "Time: 14:00 to 14:45, 45 minutes" in note(hour, "Ana")


@pytest.mark.slow
async def test_opened_again_from_home_until_a_note_is_reviewed(tmp_path: Path) -> None:
    async with an_hour(tmp_path, ("Ana", "Bruno")) as hour:
        session = hour.screen.session_id
        await hour.press("0", "h", "2", *TO_THE_LESSON)
        await hour.passes(30 * 60)
        await ends(hour)
        await hour.press("y", "escape", "escape")
        assert isinstance(hour.on_top, HomeScreen)
        assert "r open again" in hour.text()
        hour.clock.advance(timedelta(minutes=40))
        await hour.press("r")
        assert "ended at 14:30. Open it again and go on?" in said(hour)
        await hour.press("enter")
        assert isinstance(hour.on_top, HomeScreen)
        await hour.press("r", "y")
        assert leads(hour)
        assert hour.screen.session_id == session
        assert amounts(hour)["Lesson"] == "15 of 16"  # the clock stood meanwhile
        assert hour.screen.led.timeline().end_at == hour.clock.now() + timedelta(minutes=30)
        await ends(hour)
        await hour.press("y", "escape")
        assert isinstance(hour.on_top, NotesScreen)
        await hour.press("v", "escape", "r")
        assert isinstance(hour.on_top, HomeScreen)
        assert "A note of this session is reviewed" in hour.text()
        assert not sessions.session(hour.workplace.record, session).running


async def test_paused_in_the_middle_of_a_round(tmp_path: Path) -> None:
    async with an_hour(tmp_path, record=a_record_with_a_past()) as hour:
        await hour.press("c", "enter", "0", "h", "8", "m", "3", "enter", "y")
        asked = hour.on_top
        assert isinstance(asked, RoundScreen)
        question, before = asked.question, amounts(hour)
        await hour.press("p")
        assert isinstance(hour.on_top, PauseDialog)
        assert hour.state().scene is Scene.PAUSE
        await hour.passes(6 * 60)
        assert hour.state().scene is Scene.PAUSE
        await hour.press("a")
        assert "Esc stop" in hour.text()  # the round is on top again, at the same question
        assert asked.is_active
        assert asked.question == question
        assert amounts(hour) == before
        assert hour.state().page == hour.screen.led.page.public
        assert room(hour).end == "as it goes we end at 15:06"
        await hour.press("s", "escape")
        await ends(hour)
        assert "Call a friend" in note(hour, "Bruno")
        assert hour.workplace.record.rows("SELECT * FROM follow_ups") == []


async def test_a_wrong_mark_is_found_by_the_count(tmp_path: Path) -> None:
    async with an_hour(tmp_path) as hour:
        await hour.press("c", "enter", "3", "x", "0", "h", "8")  # eight are seen, and one of them was marked absent
        assert not isinstance(hour.on_top, DigitDialog)
        assert isinstance(hour.on_top, RoundScreen)
        assert hour.marks()["Carla"] == "absent"
        assert sorted(set(hour.marks().values())) == ["absent", "unknown"]
        await hour.press("escape")  # before everyone was asked: the number still does not agree
        assert "marked in the room are 0. 7 are not marked yet." in " ".join(hour.own_text().split())
        await hour.press("1")
        assert isinstance(hour.on_top, RoundScreen)
        await hour.press(*"hhhhhhh")  # all but the one who is marked; now they are asked about, too
        assert "you see 8, marked in the room are 7." in hour.text()
        await hour.press("1", "tab", "tab", "h", "escape")
        assert "The count agrees: 8 in the room." in hour.text()
        assert set(hour.marks().values()) == {"here"}
        assert hour.state().scene is Scene.WELCOME
        assert amounts(hour)["Welcome"] == "5"
        await ends(hour)
        assert "Carla took part in person, from the start." in note(hour, "Carla")
        assert "8 members were present." in note(hour, "Carla")


async def test_another_lesson_in_the_middle_of_the_hour(tmp_path: Path) -> None:
    async with an_hour(tmp_path) as hour:
        led = hour.screen.led
        await hour.press("c", "enter", "0", "h", "8", *TO_THE_LESSON, "space", "space")
        assert led.given is not None
        before = led.given
        await hour.passes(60)
        left = amounts(hour)["Lesson"]
        await hour.press("m", "l")
        assert isinstance(hour.on_top, LibraryScreen)
        await hour.press("down", "enter", "enter")
        assert leads(hour)
        assert led.given.id != before.id
        assert f"The lesson of today is now: {led.given.title}." in hour.text()
        assert (hour.state().scene, hour.state().page.lines) == (Scene.PAGE, (led.given.title,))
        assert amounts(hour)["Lesson"] == left
        await hour.press("space", "space", "space")
        assert led.lesson is not None
        assert hour.state().page.title == led.lesson.pages[2].title
        await ends(hour)
        told = note(hour, "Ana")
        assert f"Topic: “{before.title}”" in told
        assert f"Topic: “{led.given.title}”" in told
        assert told.index(before.title) < told.index(led.given.title)
        assert [told.count(part) for part in (", pages 1 to 2", ", pages 1 to 3")] == [1, 1]


@pytest.mark.slow
async def test_a_lesson_of_which_nothing_was_shown_was_not_given(tmp_path: Path) -> None:
    record = a_record_ready()
    async with an_hour(tmp_path, record=record) as hour:
        assert hour.screen.led.given is not None
        before = hour.screen.led.given.title
        await hour.press("0", "h", "8", "m", "l", "down", "enter", "enter", "m", "l", "enter", "enter")
        assert "This is the lesson of today already." in hour.text()
        await hour.press("escape", *TO_THE_LESSON, "space")
        session = hour.screen.session_id
        await ends(hour)
        assert before not in note(hour, "Ana")
        assert len(sessions.lessons_of(record, session)) == 1


async def test_a_newcomer_at_the_door(tmp_path: Path) -> None:
    async with an_hour(tmp_path, ("Ana", "Bruno")) as hour:
        await hour.press("c", "enter", "0", "h", "2", "m", "2")
        before = hour.state()
        await hour.passes(120)
        await hour.press("m", "n", *"Zoe", "enter")
        assert leads(hour)
        assert not hour.screen.is_room
        assert hour.marks() == {"Ana": "here", "Bruno": "here", "Zoe": "unknown"}
        await hour.press("l")
        assert hour.marks()["Zoe"] == "late"
        assert (hour.state().scene, hour.state().page) == (before.scene, before.page)
        await hour.press("u", "u")
        assert sorted(hour.marks()) == ["Ana", "Bruno"]
        await hour.press("m", "n", *"Zoe", "enter", "l", "tab")
        assert amounts(hour)["Last session"] == "0 of 2"
        await ends(hour)
        assert "Zoe took part in person, and joined late, at 14:02." in note(hour, "Zoe")
        assert "3 members were present." in note(hour, "Ana")


@pytest.mark.slow
async def test_begun_by_mistake_and_taken_back_until_something_is_written(tmp_path: Path) -> None:
    async with an_hour(tmp_path) as hour:
        await hour.press("c", "enter", "space", "m", "z")
        assert isinstance(hour.on_top, HomeScreen)
        assert hour.state().scene is Scene.HOLDING
        record = hour.workplace.record
        assert record.rows("SELECT * FROM attendance") == []
        assert record.rows("SELECT id FROM sessions WHERE started_at IS NOT NULL") == []
        await hour.press("enter", "1", "h", "m")
        assert "Begun by mistake" not in hour.text()
        await hour.press("z")
        assert not leads(hour)
        assert hour.screen.is_leading
