"""Whoever opens a page about one member is in the journal; who only reads is not stopped, and nothing is claimed."""

from __future__ import annotations

from pathlib import Path

import pytest
import sqlcipher3.dbapi2 as sqlcipher

from agenda.access import Access
from agenda.record.rows import access
from facilitator.console.goals.screen import GoalSheetScreen
from facilitator.console.people.member_dialog import MemberDialog
from tests.facilitator.console.hour.hour import AnHour, an_hour
from tests.facilitator.console.notes.test_notes_screen import TO_THE_NOTES

TWO = ("Ana", "Bruno")


def lines(hour: AnHour) -> list[tuple[str, str]]:
    names = {a.member: a.name for a in hour.roster()}
    rows = hour.workplace.record.rows(
        'SELECT a.kind, j.member FROM accesses a JOIN journal j ON j."row" = a.id WHERE j.session IS NOT NULL '
        "ORDER BY j.seq"
    )
    return [(row["kind"], names[row["member"]]) for row in rows]


async def test_the_sheet_of_a_member_and_their_goals_are_a_line_each(tmp_path: Path) -> None:
    async with an_hour(tmp_path, TWO) as hour:
        await hour.press("2", "h", "enter", "down", "enter")
        assert isinstance(hour.on_top, GoalSheetScreen)
        assert lines(hour) == [(Access.MEMBER_SHEET, "Bruno"), (Access.GOAL_SHEET, "Bruno")]
        await hour.press("escape", "u")
        assert hour.roster()[1].status.value == "unknown", "looking is nothing that u takes back"


async def test_each_note_is_a_line_when_it_is_first_shown(tmp_path: Path) -> None:
    async with an_hour(tmp_path, TWO) as hour:
        await hour.press(*TO_THE_NOTES)
        assert lines(hour) == [(Access.NOTE, "Ana")]
        await hour.press("down", "up", "down")
        assert lines(hour) == [(Access.NOTE, "Ana"), (Access.NOTE, "Bruno")]


async def test_a_console_that_only_reads_opens_the_page_and_says_nothing(tmp_path: Path) -> None:
    async with an_hour(tmp_path, TWO) as hour:
        await hour.press("1", "h")
        hour.workplace.record.read_only = True
        await hour.press("enter")
        assert isinstance(hour.on_top, MemberDialog)
        assert lines(hour) == []
        assert "journal" not in hour.text()


async def test_what_cannot_be_kept_opens_all_the_same_and_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_given: object) -> None:
        raise sqlcipher.OperationalError("database or disk is full")

    async with an_hour(tmp_path, TWO) as hour:
        monkeypatch.setattr(access, "_keep", full)
        await hour.press("1", "h", "enter")
        assert isinstance(hour.on_top, MemberDialog)
        assert "The journal could not be written" in hour.text()
