"""The console's half of the kiosk: off until it is switched on, check-ins to be confirmed, everything else put away."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from agenda.attendance import Source, Status
from agenda.public import KioskMode, KioskState
from agenda.record.rows import member_code as codes
from agenda.session import PhaseKey
from facilitator.stage.inbox import check_in, hand_over
from facilitator.stage.kiosk import opens, read_drawing, read_kiosk
from tests.facilitator.console.hour.hour import AnHour, a_record_ready, an_hour
from tests.until import until

NO_CHECK_IN = "Something in the kiosk's folder was no check-in. It was put away."


def told(hour: AnHour) -> KioskState | None:
    return read_kiosk(hour.stage, hour.clock.now())


def on(hour: AnHour) -> KioskState:
    state = told(hour)
    assert state is not None
    return state


async def switch(hour: AnHour, line: str) -> None:
    """``m``, the line of the kiosk, and one of its three ways; then back to the hour."""
    await hour.press("m", "end", "up", "up", "enter", "end", "enter", line)
    while hour.on_top is not hour.screen:
        await hour.press("escape")


def codes_of(hour: AnHour) -> dict[str, str]:
    by_member = codes.codes(hour.workplace.record, hour.screen.led.group.id)
    return {a.name: by_member[a.member] for a in hour.roster()}


async def enters(hour: AnHour, who: str) -> None:
    assert hand_over(hour.stage, check_in(on(hour).token, who, hour.clock.now()))
    await hour.looks()


async def test_it_is_told_the_drawing_of_todays_lesson(tmp_path: Path) -> None:
    async with an_hour(tmp_path, ("Ana", "Bruno")) as hour:
        await switch(hour, "2")
        assert hour.screen.led.lesson is not None
        assert read_drawing(hour.stage, hour.clock.now()) == hour.screen.led.lesson.entry.drawing == "road-winds"


@pytest.mark.slow
async def test_it_is_off_until_it_is_switched_on_and_off_again_at_the_end(tmp_path: Path) -> None:
    async with an_hour(tmp_path, ("Ana", "Bruno")) as hour:
        assert told(hour) is None
        await hour.press("m", "end", "up", "up", "enter")
        assert "Kiosk: off" in hour.text()
        await hour.press("escape")
        await switch(hour, "2")
        assert on(hour).mode is KioskMode.CODES
        await hour.press("m", "end", "up", "up", "enter")
        assert "Kiosk: on, with codes" in hour.text()
        await hour.press("escape")
        await switch(hour, "1")
        assert told(hour) is None
        await switch(hour, "3")
        assert [one.name for one in on(hour).names] == ["Ana", "Bruno"]
        hour.screen.end_session()
        assert told(hour) is None


@pytest.mark.slow
async def test_the_leave_code_is_shown_when_it_is_on_and_opens_the_kiosk(tmp_path: Path) -> None:
    async with an_hour(tmp_path) as hour:
        await hour.press("m", "end", "up", "up", "enter", "end", "enter", "2")
        code = hour.screen.kiosk.leave_code
        await until(lambda: f"Esc, then {code}." in hour.text(), hour.pilot)
        assert opens(on(hour), code)
        assert code not in (hour.stage / "kiosk.json").read_text()


@pytest.mark.slow
async def test_with_codes_the_file_says_nothing_about_anybody(tmp_path: Path) -> None:
    async with an_hour(tmp_path / "eight") as hour, an_hour(tmp_path / "one", ("Ana",)) as other:
        sizes = []
        for each in (hour, other):
            await switch(each, "2")
            raw = (each.stage / "kiosk.json").read_text()
            words = [*codes_of(each), *codes_of(each).values(), each.screen.session_id]
            words += [a.member for a in each.roster()]
            values = "".join(str(value) for value in json.loads(raw).values() if not isinstance(value, str))
            assert not [word for word in words if word in (values if word.isdecimal() else raw)]
            sizes.append(len(raw))
        assert sizes[0] == sizes[1]


@pytest.mark.slow
async def test_a_right_code_is_to_be_confirmed_and_a_wrong_one_is_nothing(tmp_path: Path) -> None:
    async with an_hour(tmp_path, ("Ana", "Bruno", "Carla")) as hour:
        await switch(hour, "2")
        mine = codes_of(hour)
        await enters(hour, next(f"{n:04}" for n in range(9) if f"{n:04}" not in mine.values()))
        assert set(hour.marks().values()) == {"unknown"}
        assert NO_CHECK_IN not in hour.text()
        await enters(hour, mine["Bruno"])
        assert hour.marks() == {"Ana": "unknown", "Bruno": "here", "Carla": "unknown"}
        bruno = hour.roster()[1]
        assert (bruno.source, bruno.confirmed) == (Source.KIOSK, False)
        assert "Bruno" not in hour.text(), "the Room face says nothing about anybody"
        await hour.press("tab")
        assert "confirm" in hour.text()
        assert not list((hour.stage / "inbox").iterdir())


@pytest.mark.slow
async def test_six_minutes_in_a_touched_name_is_late(tmp_path: Path) -> None:
    async with an_hour(tmp_path, ("Ana", "Bruno")) as hour:
        await switch(hour, "3")
        keys = {one.name: one.key for one in on(hour).names}
        await hour.passes(360)
        await enters(hour, keys["Ana"])
        assert hour.marks() == {"Ana": "late", "Bruno": "unknown"}


@pytest.mark.slow
async def test_the_round_asks_and_the_headcount_confirms(tmp_path: Path) -> None:
    async with an_hour(tmp_path, ("Ana", "Bruno")) as hour:
        await switch(hour, "2")
        await enters(hour, codes_of(hour)["Ana"])
        await hour.press("tab", "enter")
        assert "They checked themselves in. Are they here?" in hour.text()
        await hour.press("escape", "0", "h", "2")
        assert [(a.status, a.confirmed) for a in hour.roster()] == [(Status.HERE, True)] * 2


@pytest.mark.slow
async def test_what_is_no_check_in_is_one_calm_line_without_its_content(tmp_path: Path) -> None:
    async with an_hour(tmp_path) as hour:
        await switch(hour, "2")
        before = hour.marks()
        await enters(hour, codes_of(hour)["Ana"])
        inbox = hour.stage / "inbox"
        (inbox / "forged.json").write_text('{"who": "VIRUS"}')
        (inbox / "link.json").symlink_to(hour.stage / "state.json")
        assert hand_over(hour.stage, check_in("00" * 16, codes_of(hour)["Bruno"], hour.clock.now()))
        assert hand_over(hour.stage, check_in(on(hour).token, "Bruno", hour.clock.now()))
        await hour.looks()
        assert NO_CHECK_IN in hour.text()
        assert "VIRUS" not in hour.text()
        assert hour.marks() == {**before, "Ana": "here"}
        await hour.passes(5)
        (inbox / "forged.json").write_text("again")
        await hour.looks()
        assert not list(inbox.iterdir())


@pytest.mark.slow
async def test_a_console_started_again_goes_on_with_the_kiosk_and_takes_what_came_meanwhile(tmp_path: Path) -> None:
    record = a_record_ready(("Ana", "Bruno"))
    async with an_hour(tmp_path, record=record) as hour:
        await switch(hour, "2")
        state, code = on(hour), hour.screen.kiosk.leave_code
        mine = codes_of(hour)
    assert read_kiosk(tmp_path / "stage", record.clock.now()) == state, "the kiosk goes on without the console"
    assert hand_over(tmp_path / "stage", check_in(state.token, mine["Ana"], record.clock.now()))
    async with an_hour(tmp_path, record=record) as hour:
        assert (on(hour).token, on(hour).mode, hour.screen.kiosk.leave_code) == (state.token, state.mode, code)
        await hour.looks()
        assert hour.marks() == {"Ana": "here", "Bruno": "unknown"}
        assert not hour.roster()[0].confirmed


@pytest.mark.slow
async def test_the_kiosk_of_another_session_is_taken_away(tmp_path: Path) -> None:
    async with an_hour(tmp_path) as hour:
        await switch(hour, "3")
    async with an_hour(tmp_path) as hour:
        token = hour.screen.kiosk._token
    record = a_record_ready(("Zoe",))
    async with an_hour(tmp_path, record=record) as hour:
        assert hour.screen.kiosk._token != token
        assert told(hour) is None


@pytest.mark.slow
@pytest.mark.parametrize("fault", ["gone", "garbled", "link", "folder"])
async def test_a_spoilt_kiosk_file_is_written_again_and_said(fault: str, tmp_path: Path) -> None:
    async with an_hour(tmp_path) as hour:
        await switch(hour, "3")
        names, file = on(hour).names, hour.stage / "kiosk.json"
        file.unlink()
        if fault == "garbled":
            file.write_bytes(b"\x00[")
        elif fault == "link":
            file.symlink_to(hour.stage / "state.json")
        elif fault == "folder":
            file.mkdir()
        assert told(hour) is None
        await hour.looks()
        assert on(hour).names == names
        assert "The kiosk's file was not as it was written. It was written again." in hour.text()
        assert hour.state().schema == 1, "what the link led to was touched"


@pytest.mark.slow
async def test_a_check_in_just_before_the_end_still_counts(tmp_path: Path) -> None:
    async with an_hour(tmp_path, ("Ana", "Bruno")) as hour:
        await switch(hour, "2")
        assert hand_over(hour.stage, check_in(on(hour).token, codes_of(hour)["Ana"], hour.clock.now()))
        hour.screen.end_session()
        assert hour.marks() == {"Ana": "here", "Bruno": "unknown"}


@pytest.mark.slow
async def test_check_ins_come_in_while_a_round_or_a_dialog_is_open(tmp_path: Path) -> None:
    async with an_hour(tmp_path, ("Ana", "Bruno")) as hour:
        await switch(hour, "2")
        await hour.press("m")
        await enters(hour, codes_of(hour)["Bruno"])
        assert hour.marks()["Bruno"] == "here"


async def test_a_stage_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    async with an_hour(tmp_path) as hour:
        hour.workplace.wall.close()
        await switch(hour, "2")
        assert "The kiosk cannot be switched on" in hour.text()
        assert hour.screen.kiosk.mode is None
        assert hour.screen.led.phase.key is PhaseKey.WELCOME
