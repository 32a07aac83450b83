"""After the goodbye: notes are drafted, written by section, marked as reviewed; nothing is lost on the way."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.binding import Binding

from agenda.attendance import Status
from agenda.notes.note import SectionKey
from agenda.record.rows import attendance as attendances
from agenda.record.rows import note as notes
from facilitator.console.home.screen import HomeScreen
from facilitator.console.notes.screen import NotesScreen
from facilitator.console.parts.confirm import ConfirmDialog
from facilitator.console.parts.text import TextDialog
from tests.facilitator.console.hour.hour import NARROW, WIDE, AnHour, an_hour

TWO = ("Ana", "Bruno")
TO_THE_NOTES = ("0", "h", "2", "m", "e", "y", "y", "escape")


def screen(hour: AnHour) -> NotesScreen:
    assert isinstance(hour.on_top, NotesScreen)
    return hour.on_top


async def test_everyone_has_a_draft_after_the_goodbye_and_home_follows(tmp_path: Path) -> None:
    async with an_hour(tmp_path, TWO) as hour:
        await hour.press(*TO_THE_NOTES)
        assert screen(hour).note is not None
        assert hour.text().count("○ drafted") == 2
        await hour.press("escape")
        assert isinstance(hour.on_top, HomeScreen)


@pytest.mark.slow
async def test_a_section_is_written_and_saved(tmp_path: Path) -> None:
    async with an_hour(tmp_path, TWO) as hour:
        await hour.press(*TO_THE_NOTES, "1")
        assert isinstance(hour.on_top, TextDialog)
        await hour.press(*"xyz", "ctrl+s")
        note = screen(hour).note
        assert note is not None
        assert "xyz" in note.sections[0].text
        assert "written by you" in hour.text()
        await hour.press("u")
        assert "written by you" not in hour.text()


@pytest.mark.slow
async def test_escape_keeps_what_was_typed_as_a_draft(tmp_path: Path) -> None:
    async with an_hour(tmp_path, TWO) as hour:
        await hour.press(*TO_THE_NOTES, "1", *"xyz", "escape")
        assert "written by you" not in hour.text()
        await hour.press("1")
        assert "xyz" in hour.text()
        await hour.press("backspace", "delete", "ctrl+s", "1", "escape")
        assert hour.workplace.record.rows("SELECT * FROM drafts WHERE key LIKE 'note/%'") == []


@pytest.mark.slow
async def test_v_marks_as_reviewed_and_again_as_not(tmp_path: Path) -> None:
    async with an_hour(tmp_path, TWO) as hour:
        await hour.press(*TO_THE_NOTES, "v")
        assert "● reviewed" in hour.text()
        await hour.press("v")
        assert "● reviewed" not in hour.text()


@pytest.mark.slow
async def test_another_members_name_is_pointed_out_first(tmp_path: Path) -> None:
    async with an_hour(tmp_path, TWO) as hour:
        await hour.press(*TO_THE_NOTES, "1", *"Bruno ".replace(" ", ""), "space", "ctrl+s", "v")
        assert isinstance(hour.on_top, ConfirmDialog)
        assert "another member: Bruno" in hour.text()
        await hour.press("escape")
        assert "● reviewed" not in hour.text()


@pytest.mark.slow
async def test_facts_changed_after_an_edit_are_marked_and_the_edit_is_kept(tmp_path: Path) -> None:
    async with an_hour(tmp_path, TWO) as hour:
        await hour.press(*TO_THE_NOTES)
        note = screen(hour).note
        assert note is not None
        for section in note.sections:
            notes.edit(hour.workplace.record, note.session, note.member, section.key, "mine")
        attendances.mark(hour.workplace.record, note.session, note.member, Status.LATE)
        await hour.press("u", "ctrl+r")
        assert "facts changed since you wrote this" in hour.text()
        assert "◐ facts changed" in hour.text()
        assert "mine" in hour.text()


async def test_ten_thousand_characters_are_kept_whole(tmp_path: Path) -> None:
    text = " ".join(["word"] * 2000) + " end"
    async with an_hour(tmp_path, TWO) as hour:
        await hour.press(*TO_THE_NOTES, "1")
        assert isinstance(hour.on_top, TextDialog)
        hour.on_top.area.text = text
        await hour.press("ctrl+s")
        note = screen(hour).note
        assert note is not None
        assert note.sections[0].text == text


async def test_a_long_note_is_read_to_its_end_by_keyboard(tmp_path: Path) -> None:
    async with an_hour(tmp_path, TWO, size=NARROW) as hour:
        await hour.press(*TO_THE_NOTES)
        side = screen(hour).side
        assert side.max_scroll_y > 0
        await hour.press(*["pagedown"] * 9)
        assert side.scroll_y == side.max_scroll_y
        await hour.press(*["pageup"] * 9, "space")
        assert side.scroll_y > 0
        await hour.press("down")
        assert side.scroll_y == 0


@pytest.mark.parametrize("size", [NARROW, WIDE])
async def test_names_that_begin_alike_differ_in_the_hour_and_in_the_notes(
    tmp_path: Path, size: tuple[int, int]
) -> None:
    names = ("Alexandra Maria Bauer", "Alexandra Maria Meier")
    async with an_hour(tmp_path, names, size=size) as hour:
        await hour.press("1")
        for ending in ("Bauer", "Meier"):
            assert ending in hour.text()
        await hour.press(*TO_THE_NOTES)
        for ending in ("Bauer", "Meier"):
            assert ending in hour.text().split("Attendance")[0]


def test_every_section_of_a_note_has_a_digit() -> None:
    own = [one for one in NotesScreen.BINDINGS if isinstance(one, Binding) and one.action.startswith("edit(")]
    assert [one.key for one in own] == [str(number) for number in range(1, len(SectionKey) + 1)]
    assert len(own) <= 9
