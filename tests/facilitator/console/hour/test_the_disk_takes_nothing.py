"""A mark that could not be written is refused in words; the console stays, what was typed stays, the hour goes on."""

from __future__ import annotations

import sqlite3
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from textual.app import App

from agenda.record.connection import Record
from agenda.record.keys.store import key_file_path
from agenda.session import PhaseKey
from facilitator.console.home.screen import HomeScreen
from facilitator.console.hour.screen import SessionScreen
from facilitator.console.notes.screen import NotesScreen
from facilitator.console.parts.form_dialog import FormDialog
from facilitator.console.parts.text import TextDialog
from tests.builders import KEY, a_clock, a_record, tables
from tests.facilitator.console.hour.hour import AnHour, a_group_ready, a_workplace, an_hour
from tests.facilitator.console.notes.test_notes_screen import TO_THE_NOTES
from tests.facilitator.console.outside import a_console
from tests.faults.disk import WORDS, Disk, a_disk
from tests.keys import paste
from tests.until import until

TWO = ("Ana", "Bruno")
RAW = ("sqlite", "SQLITE", "error number", "x.y", "Traceback")
MARKS = (("1", "h"), ("2", "x"), ("1", "l"), ("2", "t"), ("1", "a", "1"), ("plus",), ("0", "h", "2"))


def said(hour: AnHour) -> str:
    """What stands on the screen, and the lines over it that go away by themselves."""
    return " ".join((hour.text() + " " + told(hour.app)).split())


def told(app: App[Any]) -> str:
    return " ".join(f"{line.title} {line.message}" for line in app._notifications)


def is_going_on(hour: AnHour) -> None:
    assert hour.app.return_code is None
    assert hour.app.is_running
    assert not [word for word in RAW if word in hour.text()]
    assert not hour.workplace.record.in_action
    assert not hour.workplace.record.db.conn.in_transaction


@pytest.mark.parametrize("fault", WORDS)
async def test_every_mark_is_refused_in_words_and_taken_once_there_is_room(fault: int, tmp_path: Path) -> None:
    async with an_hour(tmp_path, TWO) as hour:
        with a_disk(hour.workplace.record) as disk:
            before = tables(hour.workplace.record)
            for number, keys in enumerate(MARKS):
                disk.fault, disk.spared, disk.takes_all_back = fault, number % 3, number % 2 == 0
                met = disk.met
                await hour.press(*keys)
                assert disk.met > met, keys
                assert WORDS[fault] in said(hour), keys
                is_going_on(hour)
                disk.is_well()
                assert tables(hour.workplace.record) == before, keys
                await hour.press("escape")
        assert set(hour.marks().values()) == {"unknown"}
        await hour.press("1", "h")
        assert "Ana: here." in hour.text()
        assert hour.marks()["Ana"] == "here"


async def test_pages_go_on_turning_and_a_phase_that_was_not_begun_is_not_shown(tmp_path: Path) -> None:
    async with an_hour(tmp_path, TWO) as hour:
        await hour.goes_to(PhaseKey.LESSON)
        await hour.press("c", "enter")
        first = hour.state().page
        with a_disk(hour.workplace.record) as disk:
            disk.fault = sqlite3.SQLITE_FULL
            await hour.press("space")
            assert "The disk is full." in said(hour)
            assert hour.state().page != first, "the group reads on"
            running, page = hour.screen.led.running.key, hour.screen.led.page_index
            await hour.press("m", "enter")
            assert "The disk is full." in said(hour)
            assert (hour.screen.led.running.key, hour.screen.led.page_index) == (running, page)
            assert hour.screen.led.phase.key is running
            await hour.passes(5)
            is_going_on(hour)
            assert not hour.state().curtain
        await hour.press("m", "enter")
        assert hour.screen.led.running.key is not running


async def test_while_time_passes_a_clock_set_back_is_told_until_it_could_be_written(tmp_path: Path) -> None:
    async with an_hour(tmp_path, TWO) as hour:
        with a_disk(hour.workplace.record) as disk:
            disk.fault = sqlite3.SQLITE_FULL
            hour.clock.set_back(timedelta(minutes=4))
            await hour.passes(1)
            assert "The disk is full." in said(hour)
            is_going_on(hour)
        await hour.passes(1)
        assert "The laptop's clock was set back." in said(hour)
        assert len(hour.journal("session.clock_set_back")) == 1


async def test_words_in_a_form_are_there_again_and_written_once_there_is_room(tmp_path: Path) -> None:
    async with an_hour(tmp_path, TWO) as hour:
        await hour.press("1", "h", "r", "w")
        assert isinstance(hour.on_top, FormDialog), hour.text()
        with a_disk(hour.workplace.record) as disk:
            disk.fault = sqlite3.SQLITE_FULL
            await paste(hour.pilot, "She laughed.")
            await hour.press("ctrl+s")
            assert isinstance(hour.on_top, FormDialog)
            assert "She laughed." in hour.text()
            assert "The disk is full." in said(hour)
            await hour.press("escape")
            await hour.press("r", "w")
            assert "She laughed." in hour.text(), "held until the disk takes it"
            is_going_on(hour)
        await hour.press("ctrl+s")
        assert "She laughed." in str(tables(hour.workplace.record))
        assert hour.workplace.record.held == {}


async def test_a_section_of_a_note_is_there_again(tmp_path: Path) -> None:
    async with an_hour(tmp_path, TWO) as hour:
        await hour.press(*TO_THE_NOTES, "1")
        with a_disk(hour.workplace.record) as disk:
            disk.fault = sqlite3.SQLITE_IOERR
            await paste(hour.pilot, "She laughed.")
            await hour.press("ctrl+s")
            assert isinstance(hour.on_top, TextDialog)
            assert "She laughed." in hour.text()
            assert "The disk reported an error." in said(hour)
            await hour.press("escape", "v")
            assert isinstance(hour.on_top, NotesScreen)
            assert "● reviewed" not in hour.text()
            is_going_on(hour)
        await hour.press("1")
        assert "She laughed." in hour.text()
        await hour.press("ctrl+s")
        assert "written by you" in hour.text()


async def test_what_is_held_is_kept_by_itself_once_there_is_room(tmp_path: Path) -> None:
    async with an_hour(tmp_path, TWO) as hour:
        record = hour.workplace.record
        await hour.press(*TO_THE_NOTES, "1")
        with a_disk(record) as disk:
            disk.fault = sqlite3.SQLITE_FULL
            await paste(hour.pilot, "She laughed.")
            await hour.press("escape")
            assert record.held
        hour.app._beat()
        assert record.held == {}
        assert "She laughed." in str(record.rows("SELECT text FROM drafts"))


async def test_the_hour_is_not_ended_where_that_could_not_be_written(tmp_path: Path) -> None:
    async with an_hour(tmp_path, TWO) as hour:
        with a_disk(hour.workplace.record) as disk:
            disk.fault = sqlite3.SQLITE_FULL
            await hour.press("m", "e", "y")
            assert "The disk is full." in said(hour)
            assert isinstance(hour.on_top, SessionScreen)
            assert hour.screen.is_leading
            is_going_on(hour)
        await hour.press("m", "e", "y")
        assert not hour.screen.is_leading


def a_record_on_disk(folder: Path) -> Record:
    folder.mkdir()
    record = a_group_ready(a_record(a_clock(), path=folder / "record"), TWO)
    record.key_file, record.raw_key = b"{}", KEY
    key_file_path(folder / "record").write_bytes(record.key_file)
    return record


@pytest.mark.parametrize("how", ["moved", "removed", "replaced", "without its keys"])
async def test_a_record_no_longer_at_its_place_is_told_within_a_beat_and_saved_elsewhere(
    how: str, tmp_path: Path
) -> None:
    record = a_record_on_disk(tmp_path / "folder")
    path = tmp_path / "folder" / "record"
    async with an_hour(tmp_path, record=record) as hour:
        await hour.press("1", "h")
        if how == "replaced":
            (tmp_path / "other").write_bytes(path.read_bytes())
            (tmp_path / "other").rename(path)
        else:
            (key_file_path(path) if how == "without its keys" else path).rename(tmp_path / "moved")
            if how == "removed":
                (tmp_path / "moved").unlink()
        hour.app._beat()
        await until(lambda: "moved, replaced or removed" in said(hour), hour.pilot)
        await hour.press("2", "h")
        assert "moved, replaced or removed" in said(hour)
        assert hour.marks() == {"Ana": "here", "Bruno": "unknown"}
        is_going_on(hour)
        hour.app.save_a_copy()
        await until(lambda: isinstance(hour.on_top, FormDialog), hour.pilot)
        await hour.press("ctrl+u")
        await paste(hour.pilot, str(tmp_path / "copy"))
        await hour.press("ctrl+s")
        assert (tmp_path / "copy").exists()
        assert key_file_path(tmp_path / "copy").read_bytes() == record.key_file
        if how in ("moved", "without its keys"):
            (tmp_path / "moved").rename(key_file_path(path) if how == "without its keys" else path)
            hour.app._beat()
            await until(lambda: "back at its place" in said(hour), hour.pilot)
            await hour.press("2", "h")
            assert hour.marks()["Bruno"] == "here"
    record.close()


async def test_a_page_that_is_damaged_ends_it_in_words_with_exit_code_3(tmp_path: Path) -> None:
    async with an_hour(tmp_path, TWO) as hour:
        with a_disk(hour.workplace.record) as disk:
            disk.fault = sqlite3.SQLITE_CORRUPT
            await hour.press("1", "h")
            await until(lambda: hour.app.return_code == 3, hour.pilot)
        [message] = hour.app._exit_renderables
        assert "A page of the record is damaged." in str(message)
        assert "facilitator restore" in str(message)
        assert hour.workplace.record.is_damaged, "so the next start looks at every page"
        assert not [word for word in RAW if word in str(message)]


async def test_home_says_that_a_record_on_a_read_only_medium_is_only_read(tmp_path: Path) -> None:
    record = a_record_on_disk(tmp_path / "folder")
    record.read_only = record.is_protected = True
    async with a_console(HomeScreen, a_workplace(tmp_path, record)) as console:
        await console.reads("The record is protected against writing here. This console only reads.")
        await console.press("enter")
        assert "copy record and key file into a folder of your own" in told(console.app)
        assert isinstance(console.on_top, HomeScreen)


def test_the_disk_of_these_tests_really_refuses(tmp_path: Path) -> None:
    record = a_record()
    disk = Disk(record.db.conn, sqlite3.SQLITE_FULL)
    with pytest.raises(Exception, match="nobody to read"):
        disk.execute("DELETE FROM lease")
