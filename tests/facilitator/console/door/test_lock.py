"""Ctrl+L and idle minutes: nothing private is drawn, the hour goes on, and whoever unlocks writes from then on."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta
from pathlib import Path

import pytest
from textual.widgets import Input

from agenda.clock import ManualClock
from agenda.error import WrongKey
from agenda.record.keys import key_file as keys
from agenda.record.opening import create_record, lease
from agenda.record.rows import facilitator as facilitators
from facilitator.console.door.lock import LockScreen
from facilitator.console.parts.choice import ChoiceDialog
from facilitator.console.parts.form_dialog import FormDialog
from facilitator.settings import remember_locks_after
from facilitator.stage.telephone import Button
from tests.builders import CHEAP, a_clock
from tests.facilitator.console.hour.hour import EIGHT, AnHour, a_group_ready, an_hour
from tests.until import until

ROBIN, SAM = "four calm grey mice", "nine slow green boats"


@asynccontextmanager
async def a_locked_up_hour(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[tuple[AnHour, str]]:
    """An hour on a record of two facilitators, Robin at the keys; and the recovery code."""
    for function in (keys.add_passphrase, keys.change_passphrase):
        assert function.__kwdefaults__ is not None
        monkeypatch.setitem(function.__kwdefaults__, "cost", CHEAP)
    path = tmp_path / "a record"
    record, code = create_record(path, ROBIN, name="Robin Vale", clock=a_clock(), cost=CHEAP)
    assert record.raw_key is not None
    sam = facilitators.add(record, "Sam Hill", "RN")
    keys.add_passphrase(path, record.raw_key, SAM, sam, cost=CHEAP)
    async with an_hour(tmp_path, record=a_group_ready(record)) as hour:
        yield hour, code


async def types(hour: AnHour, words: str) -> None:
    await hour.press("enter", *("space" if letter == " " else letter for letter in words), "enter")


def opens(path: Path, secret: str) -> str | None:
    """Whose passphrase this is."""
    try:
        return keys.unlock(path, secret).facilitator
    except WrongKey:
        return None


def lock_of(hour: AnHour) -> LockScreen:
    assert isinstance(hour.on_top, LockScreen)
    return hour.on_top


async def is_open(hour: AnHour) -> None:
    await until(lambda: not isinstance(hour.on_top, LockScreen) and not hour.app.is_locked, hour.pilot)


async def test_nothing_of_anybody_is_drawn_and_what_was_said_waits(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with a_locked_up_hour(tmp_path, monkeypatch) as (hour, _code):
        await hour.press("1", "h", "ctrl+l")
        assert isinstance(hour.on_top, LockScreen)
        hour.app.say("Bruno: a line with a name")
        await hour.press("h", "x", "2", "tab", "ctrl+p", "f4", "o")
        drawn = hour.text() + hour.app.export_screenshot()
        assert isinstance(hour.on_top, LockScreen)
        assert [name for name in (*EIGHT, "Robin", "Tuesday") if name in drawn] == []
        assert hour.marks()["Bruno"] == "unknown"
        await types(hour, ROBIN)
        await is_open(hour)
        await until(lambda: "a line with a name" in str([n.message for n in hour.app._notifications]), hour.pilot)


async def test_the_hour_the_wall_the_curtain_and_paging_go_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async with a_locked_up_hour(tmp_path, monkeypatch) as (hour, _code):
        await hour.press("c", "enter", "ctrl+l")
        before = hour.state()
        assert not before.curtain
        left = hour.screen.in_the_open()
        assert left in hour.text()
        await hour.press("pagedown")
        assert hour.state().page != before.page
        await hour.press("b")
        assert hour.state().curtain
        await hour.passes(2)
        await hour.press("b")
        assert not hour.state().curtain, "the calm second press uncovers the page again, as in the hour"
        await hour.passes(120)
        lock_of(hour).beat()
        assert hour.screen.in_the_open() != left
        hour.screen.led.pause()
        lock_of(hour).beat()
        assert ": paused; the clock stands" in hour.text()
        await hour.press("enter", "f9")
        assert hour.state().curtain
        assert isinstance(hour.on_top, LockScreen)


async def test_a_wrong_word_opens_nothing_and_a_colleagues_writes_in_their_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with a_locked_up_hour(tmp_path, monkeypatch) as (hour, _code):
        record = hour.workplace.record
        await hour.press("ctrl+l")
        await types(hour, "no such word")
        await until(lambda: "does not open" in hour.text(), hour.pilot)
        assert hour.on_top.query_one(Input).value == ""
        await hour.press(*("space" if letter == " " else letter for letter in SAM), "enter")
        await is_open(hour)
        held = lease(record)
        assert held is not None
        assert held.who == "Sam Hill"
        await hour.press("2", "h")
        names = {one.id: one.name for one in facilitators.all_facilitators(record)}
        assert names[hour.journal("attendance.mark")[-1]["facilitator"]] == "Sam Hill"


async def test_a_half_written_sentence_is_there_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async with a_locked_up_hour(tmp_path, monkeypatch) as (hour, _code):
        await hour.press("1", "h", "enter", "enter")
        assert isinstance(hour.on_top, FormDialog)
        await hour.press(*"ring", "ctrl+l")
        assert "ring" not in hour.text()
        await types(hour, ROBIN)
        await is_open(hour)
        assert isinstance(hour.on_top, FormDialog)
        assert hour.on_top.form.texts["text"] == "ring"


async def test_it_locks_by_itself_after_the_minutes_that_were_chosen(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with a_locked_up_hour(tmp_path, monkeypatch) as (hour, _code):
        assert isinstance(hour.clock, ManualClock)
        remember_locks_after(5)
        await hour.press("1", "h")
        hour.clock.advance(timedelta(minutes=4))
        hour.app._beat()
        assert not hour.app.is_locked
        hour.screen.obey(Button.NEXT)
        hour.clock.advance(timedelta(minutes=4))
        hour.app._beat()
        assert not hour.app.is_locked, "whoever leads by telephone is there"
        hour.clock.advance(timedelta(minutes=1))
        hour.app._beat()
        await until(lambda: isinstance(hour.on_top, LockScreen), hour.pilot)
        await types(hour, ROBIN)
        await is_open(hour)
        with monkeypatch.context() as patched:
            patched.setattr("facilitator.console.app.locks_after", lambda: pytest.fail("a file, read at every beat"))
            hour.app._beat()
        remember_locks_after(0)
        hour.clock.advance(timedelta(hours=9))
        hour.app._beat()
        assert not hour.app.is_locked


async def test_a_field_left_alone_closes_so_that_a_clickers_letters_are_keys_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with a_locked_up_hour(tmp_path, monkeypatch) as (hour, _code):
        await hour.press("c", "enter", "ctrl+l", "enter", "b")
        assert not hour.state().curtain
        hour.clock.advance(timedelta(seconds=30))
        lock_of(hour).beat()
        await hour.press("b")
        assert hour.state().curtain


async def test_the_recovery_code_offers_a_new_passphrase_at_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with a_locked_up_hour(tmp_path, monkeypatch) as (hour, code):
        await hour.press("ctrl+l")
        await types(hour, code.replace("-", ""))
        await until(lambda: isinstance(hour.on_top, ChoiceDialog), hour.pilot)
        assert "Who are you?" in hour.text()
        await hour.press("2")
        new = "eleven odd brass keys"
        spelled = ["space" if letter == " " else letter for letter in new]
        await until(lambda: isinstance(hour.on_top, FormDialog), hour.pilot)
        await hour.press(*spelled, "enter", *spelled, "enter")
        path = hour.workplace.record.path
        assert path is not None
        await until(lambda: opens(path, new) is not None, hour.pilot)
        await until(lambda: opens(path, new) == hour.workplace.record.facilitator, hour.pilot)
        with pytest.raises(WrongKey):
            keys.unlock(path, SAM)
