"""The guided first start: one question a screen, nothing made before the last answer, nothing lost by a refusal."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from textual.widgets import Input

from agenda.record.opening import open_record
from agenda.record.rows import facilitator as facilitators
from agenda.record.rows import group as groups
from agenda.record.rows import member as members
from agenda.record.rows import session as sessions
from facilitator.console.door import recovery_code
from facilitator.console.door.recovery_code import RecoveryCodeScreen
from facilitator.console.home.screen import HomeScreen
from facilitator.console.setup.screen import SetupScreen
from facilitator.console.start import Doorway
from facilitator.crisis_help import CrisisLine, of_this_place
from facilitator.settings import second_place
from tests.builders import CHEAP
from tests.facilitator.console.outside import NARROW, WIDE, Outside, a_console

WORDS = "four calm grey mice"


def set_up(path: Path) -> Callable[[], SetupScreen]:
    return lambda: SetupScreen(path, Doorway(path, str(path.parent / "stage")).furnish, cost=CHEAP)


async def answer_up_to_members(console: Outside) -> None:
    await console.press("enter")
    await console.types(WORDS, "enter")
    await console.types(WORDS, "enter")
    await console.types("Robin Vale", "enter")
    await console.types("RN", "enter")
    await console.reads("4 of 10")
    await console.types("[red]Group", "enter")
    await replace(console, "15.30")
    await console.press("enter", "enter")
    await replace(console, "Europe/Rome")
    await console.reads("5 of 10")
    await console.press("down", "enter")
    await console.reads("6 of 10")


async def replace(console: Outside, words: str) -> None:
    await console.press("end", "ctrl+u")
    await console.types(words, "enter")


async def answer_everything(console: Outside, second_place: str = "") -> None:
    await answer_up_to_members(console)
    await console.types("Ana", "enter")
    await console.types("<b>Bo</b>", "ctrl+s")
    await console.reads("7 of 10")
    await console.press("down", "enter")
    await console.reads("8 of 10")
    await console.types("112", "enter")
    await console.types("Crisis team", "enter")
    await console.types("0900 555 010", "ctrl+s")
    await console.reads("9 of 10")
    await console.types(second_place, "enter")
    await console.comes(RecoveryCodeScreen)


@pytest.mark.slow
@pytest.mark.parametrize("size", [WIDE, NARROW])
async def test_after_the_last_answer_everything_is_in_the_record(size: tuple[int, int], tmp_path: Path) -> None:
    async with a_console(set_up(tmp_path / "mine"), size=size) as console:
        await answer_everything(console)
    danger, team = CrisisLine("when a life is in danger", "112"), CrisisLine("Crisis team", "0900 555 010")
    assert of_this_place().rows == (danger, team)
    record = open_record(tmp_path / "mine", WORDS)
    (robin,) = facilitators.all_facilitators(record)
    (group,) = groups.all_groups(record)
    first = sessions.next_session(record, group.id)
    assert (robin.name, robin.credentials) == ("Robin Vale", "RN")
    assert (group.name, group.weekday, f"{group.starts:%H:%M}") == ("[red]Group", 1, "15:30")
    assert (group.zone, group.minutes, group.interval_days) == ("Europe/Rome", 60, 7)
    assert first is not None
    assert [m.name for m in members.members(record, group.id, first.day)] == ["Ana", "<b>Bo</b>"]
    assert sessions.lesson_of(record, first.id) is not None
    record.close()


async def test_a_second_place_for_backups_may_be_named_and_must_be_there(tmp_path: Path) -> None:
    (tmp_path / "stick").mkdir()
    async with a_console(set_up(tmp_path / "mine")) as console:
        await answer_up_to_members(console)
        await console.types("Ana", "ctrl+s")
        await console.reads("7 of 10")
        await console.press("enter")
        await console.reads("8 of 10")
        await console.press("ctrl+s")
        await console.reads("9 of 10")
        await console.types(str(tmp_path / "none"), "enter")
        assert "There is no such folder." in console.text()
        await replace(console, str(tmp_path / "stick"))
        await console.comes(RecoveryCodeScreen)
    assert second_place() == tmp_path / "stick"


async def test_a_place_that_is_synchronised_is_advised_against(tmp_path: Path) -> None:
    async with a_console(set_up(tmp_path / "Dropbox" / "mine")) as console:
        assert "The record lies in a folder of Dropbox" in console.text()


@pytest.mark.slow
async def test_nothing_is_made_before_the_last_answer(tmp_path: Path) -> None:
    async with a_console(set_up(tmp_path / "mine")) as console:
        await answer_up_to_members(console)
        await console.types("Ana", "ctrl+s")
        await console.reads("7 of 10")
        assert list(tmp_path.iterdir()) == []


@pytest.mark.slow
async def test_the_code_counts_as_kept_when_its_end_is_typed_from_paper(tmp_path: Path) -> None:
    async with a_console(set_up(tmp_path / "mine")) as console:
        await answer_everything(console)
        rows = [row.split() for row in console.rows() if len(row.split()) == 15]
        code = "".join(rows[0] + rows[1])
        await console.press("enter")
        assert code[-5:] not in console.text().replace(" ", "")
        await console.types("wrong", "enter")
        assert "That is not the end of the code." in console.text()
        await console.press("escape", "enter")
        await console.types(code[-5:].lower(), "enter")
        await console.reads("Make a start icon for Facilitator?")
        await console.press("n")
        await console.comes(HomeScreen)
    record = open_record(tmp_path / "mine", code)
    record.close()


async def test_printing_hands_the_sheet_to_the_printer_and_to_no_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    printed: list[str] = []

    def to_printer(sheet: str) -> bool:
        printed.append(sheet)
        return True

    monkeypatch.setattr(recovery_code, "_to_printer", to_printer)
    async with a_console(lambda: RecoveryCodeScreen("AAAAA-BBBBB-CCCCC-DDDDD-EEEEE-FFFFF")) as console:
        await console.press("p")
        await console.reads("Sent to the printer.")
        assert "AAAAA-BBBBB-CCCCC-DDDDD-EEEEE-FFFFF" in printed[0]
        assert list(tmp_path.iterdir()) == []


async def test_without_a_printer_it_says_to_write_the_code_down(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    async with a_console(lambda: RecoveryCodeScreen("AAAAA-BBBBB-CCCCC-DDDDD-EEEEE-FFFFF")) as console:
        await console.press("p")
        await console.reads("No printer took it.")


@pytest.mark.slow
async def test_esc_goes_back_and_what_was_typed_is_still_there(tmp_path: Path) -> None:
    async with a_console(set_up(tmp_path / "mine")) as console:
        await answer_up_to_members(console)
        await console.types("Ana", "escape", "escape")
        await console.reads("4 of 10")
        assert "[red]Group" in console.text()
        await console.press("ctrl+s", "enter")
        await console.reads("6 of 10")
        assert "Ana" in console.text()


@pytest.mark.slow
async def test_a_place_taken_meanwhile_is_said_and_keeps_every_answer(tmp_path: Path) -> None:
    async with a_console(set_up(tmp_path / "mine")) as console:
        await answer_up_to_members(console)
        await console.types("Ana", "ctrl+s")
        await console.reads("7 of 10")
        (tmp_path / "mine").write_text("somebody was quicker")
        await console.press("enter")
        await console.reads("8 of 10")
        await console.press("ctrl+s")
        await console.reads("9 of 10")
        await console.press("enter")
        await console.reads("There is a file of this name already.")
        assert (tmp_path / "mine").read_text() == "somebody was quicker"
        (tmp_path / "mine").unlink()
        await console.press("enter")
        await console.comes(RecoveryCodeScreen)


@pytest.mark.slow
@pytest.mark.parametrize(
    ("keys", "sentence"),
    [
        (("short", "enter", "enter"), "would guess it at once."),
        (("long enough", "enter", "not it", "enter"), "The two are not the same."),
    ],
)
async def test_a_poor_passphrase_is_refused_at_its_field(keys: tuple[str, ...], sentence: str, tmp_path: Path) -> None:
    async with a_console(set_up(tmp_path / "mine")) as console:
        await console.press("enter")
        await console.reads("2 of 10")
        for key in keys:
            await (console.press(key) if key == "enter" else console.types(key))
        assert sentence in console.text()


@pytest.mark.parametrize(
    ("place", "sentence"),
    [
        ("", "Please name a file."),
        ("/dev/null/record", "You may not write there."),
        ("x" * 300, "This computer cannot use such a name."),
    ],
)
async def test_a_place_that_cannot_be_used_is_refused_at_its_field(place: str, sentence: str, tmp_path: Path) -> None:
    async with a_console(set_up(tmp_path / "mine")) as console:
        await console.press("end", "ctrl+u")
        console.app.screen.query_one(Input).value = place
        await console.press("enter")
        assert sentence in console.text()
        assert "1 of 10" in console.text()


@pytest.mark.slow
async def test_each_wrong_answer_about_the_group_has_its_sentence(tmp_path: Path) -> None:
    async with a_console(set_up(tmp_path / "mine")) as console:
        await console.press("enter")
        await console.types(WORDS, "enter")
        await console.types(WORDS, "enter")
        await console.types("Robin", "enter", "enter")
        await console.reads("4 of 10")
        await console.press("enter")
        await replace(console, "25h")
        await replace(console, "5")
        await replace(console, "0")
        await replace(console, "rome")
        for sentence in (
            "The group needs a name.",
            "A time as in 14:00",
            "From 20 to 180 minutes.",
            "1 for every week",
            "Did you mean Europe/Rome?",
        ):
            assert sentence in console.text()


@pytest.mark.slow
async def test_two_members_of_one_name_are_refused_and_nine_are_advised_against(tmp_path: Path) -> None:
    async with a_console(set_up(tmp_path / "mine")) as console:
        await answer_up_to_members(console)
        await console.types("Ana", "enter")
        await console.types(" ANA ", "ctrl+s")
        assert "This name is there already." in console.text()
        await replace(console, "Bo")
        for name in "CDEFGHI":
            await console.types(name, "enter") if name != "I" else await console.types(name)
        assert "9 members is more than a good group has: 8 at most." in console.text()
