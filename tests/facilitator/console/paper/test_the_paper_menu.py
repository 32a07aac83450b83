"""Every sheet has a line and a key of the menu; a letter for who was away counts as a message when they get it."""

from __future__ import annotations

from pathlib import Path

import pytest

from agenda.follow_up import ContactKind, FollowUpKind
from agenda.record.rows import follow_up
from facilitator.console.home.screen import HomeScreen
from facilitator.console.paper.menu import FORM, PACKS, menu
from facilitator.console.parts.choice import ChoiceDialog
from facilitator.paperwork.sheet import Sheet
from facilitator.session_paper.pack import expected, session_to_print
from tests.facilitator.console.hour.hour import NARROW, a_workplace
from tests.facilitator.console.outside import Outside, a_console
from tests.facilitator.paperwork.opened import words_of
from tests.facilitator.session_paper.a_group import TwoWeeks, two_weeks
from tests.until import until


@pytest.fixture(autouse=True)
def no_queue(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))


async def made(console: Outside, home: Path, kind: str) -> str:
    """The words of the sheet of this kind."""
    await console.app.workers.wait_for_complete()
    await console.reads(f"-{kind}-")
    (file,) = (home / "data/facilitator/paper").glob(f"session-*-{kind}-*.pdf")
    assert not any(name in file.name for name in ("Ana", "Bruno"))
    return words_of(file.read_bytes())


def contacts(weeks: TwoWeeks) -> list[tuple[str, ContactKind]]:
    return [(one.member, one.kind) for one in follow_up.contacts(weeks.record, weeks.held)]


def accesses(weeks: TwoWeeks) -> list[tuple[str, str | None]]:
    return [(row["kind"], row["member_id"]) for row in weeks.record.rows("SELECT * FROM accesses ORDER BY rowid")]


def test_every_sheet_has_a_line_and_a_key_of_its_own() -> None:
    lines = menu()
    assert {line.kind for line in lines} == {*PACKS, FORM, *(one.value for one in Sheet)}
    keys = [line.key for line in lines]
    assert len(set(keys)) == len(keys)
    assert not set("pPbB.") & set(keys), "these belong to the curtain and the pause"


async def test_the_whole_menu_is_read_in_a_small_window(tmp_path: Path) -> None:
    weeks = two_weeks()
    async with a_console(HomeScreen, a_workplace(tmp_path, weeks.record), size=NARROW) as console:
        await console.press("w")
        assert isinstance(console.on_top, ChoiceDialog)
        text = console.text()
        for line in menu():
            assert f"{line.key} {line.words}" in text


@pytest.mark.slow
async def test_a_cover_page_is_made_and_journalled(tmp_path: Path, home: Path) -> None:
    weeks = two_weeks()
    async with a_console(HomeScreen, a_workplace(tmp_path, weeks.record)) as console:
        await console.press("w", "c")
        words = await made(console, home, "cover-page")
        assert "Ana: Walk to the lake" in words
        assert accesses(weeks) == [("paper", None)]


@pytest.mark.slow
@pytest.mark.parametrize("key", ["1", "2", "s"])
async def test_a_pack_holds_goals_and_plans_and_is_journalled(tmp_path: Path, home: Path, key: str) -> None:
    weeks = two_weeks()
    async with a_console(HomeScreen, a_workplace(tmp_path, weeks.record)) as console:
        await console.press("w", key)
        await console.app.workers.wait_for_complete()
        assert accesses(weeks) == [("paper", None)]


@pytest.mark.slow
async def test_a_welcome_names_nobody_and_is_not_journalled(tmp_path: Path, home: Path) -> None:
    weeks = two_weeks()
    async with a_console(HomeScreen, a_workplace(tmp_path, weeks.record)) as console:
        await console.press("w", "w")
        assert "Ana" not in await made(console, home, "welcome")
        assert accesses(weeks) == []


@pytest.mark.slow
async def test_an_appointment_is_for_the_chosen_member(tmp_path: Path, home: Path) -> None:
    weeks = two_weeks()
    async with a_console(HomeScreen, a_workplace(tmp_path, weeks.record)) as console:
        await console.press("w", "a", "1")
        await console.reads("Will Ana take this sheet to an appointment?")
        await console.press("y")
        assert "For my appointment" in await made(console, home, "appointment")
        assert accesses(weeks) == [("paper", weeks.ana)]
        await console.reads("ask Ana next time")
        [to_do] = follow_up.open_of_group(weeks.record, weeks.group)
        assert (to_do.member, to_do.kind, to_do.what) == (weeks.ana, FollowUpKind.APPOINTMENT, "")
        assert to_do.session != weeks.held, "the hour that is over did not speak of it, and its note stays as it is"


@pytest.mark.slow
@pytest.mark.parametrize(("key", "is_made"), [("n", True), ("escape", False)])
async def test_a_sheet_not_taken_anywhere_asks_nothing(tmp_path: Path, home: Path, key: str, is_made: bool) -> None:
    weeks = two_weeks()
    async with a_console(HomeScreen, a_workplace(tmp_path, weeks.record)) as console:
        await console.press("w", "a", "1", key)
        if is_made:
            await made(console, home, "appointment")
        await console.app.workers.wait_for_complete()
        assert (home / "data/facilitator/paper").exists() is is_made
        assert follow_up.open_of_group(weeks.record, weeks.group) == ()


@pytest.mark.slow
async def test_a_letter_they_will_get_is_a_message_to_them(tmp_path: Path, home: Path) -> None:
    weeks = two_weeks()
    async with a_console(HomeScreen, a_workplace(tmp_path, weeks.record)) as console:
        await console.reads("not contacted")
        await console.press("w", "m")
        assert "Ana" not in console.text().replace("For whom?", ""), "who was there is not offered"
        await console.press("1")
        await console.reads("Will Bruno get this letter?")
        await console.press("y")
        assert "For you" in await made(console, home, "missed")
        assert contacts(weeks) == [(weeks.bruno, ContactKind.MESSAGE)]
        await until(lambda: "not contacted" not in console.text(), console.pilot)
        await console.press("w", "m", "1")
        await console.app.workers.wait_for_complete()
        assert contacts(weeks) == [(weeks.bruno, ContactKind.MESSAGE)], "it is not asked again"
        assert accesses(weeks) == [("paper", weeks.bruno)] * 2


@pytest.mark.slow
@pytest.mark.parametrize(("key", "is_made"), [("n", True), ("escape", False)])
async def test_a_letter_that_stays_here_is_no_contact(tmp_path: Path, home: Path, key: str, is_made: bool) -> None:
    weeks = two_weeks()
    async with a_console(HomeScreen, a_workplace(tmp_path, weeks.record)) as console:
        await console.press("w", "m", "1", key)
        if is_made:
            await made(console, home, "missed")
        await console.app.workers.wait_for_complete()
        assert (home / "data/facilitator/paper").exists() is is_made
        assert contacts(weeks) == []


@pytest.mark.slow
async def test_where_everybody_came_there_is_nobody_to_write_to(tmp_path: Path) -> None:
    weeks = two_weeks(away=False)
    async with a_console(HomeScreen, a_workplace(tmp_path, weeks.record)) as console:
        await console.press("w", "m")
        await console.reads("Nobody was away.")


@pytest.mark.slow
async def test_a_form_is_made_for_each_who_is_expected(tmp_path: Path, home: Path) -> None:
    weeks = two_weeks()
    async with a_console(HomeScreen, a_workplace(tmp_path, weeks.record)) as console:
        await console.press("w", "f")
        await console.reads("Which form?")
        await console.press("enter")
        words = await made(console, home, "form")
        assert words.count(" 1 of ") == people(weeks)


@pytest.mark.slow
async def test_the_smaller_pack_has_no_spare_handouts(tmp_path: Path, home: Path) -> None:
    weeks = two_weeks()
    async with a_console(HomeScreen, a_workplace(tmp_path, weeks.record)) as console:
        await console.press("w", "s")
        words = await made(console, home, "smaller")
        assert words.count("To remember") == people(weeks)


def people(weeks: TwoWeeks) -> int:
    return len(expected(weeks.record, session_to_print(weeks.record, after=False)))
