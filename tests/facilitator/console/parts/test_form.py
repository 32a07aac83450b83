"""The one form: drafts a second after the last key, a dot until then, errors at the field, digits only where asked."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.widgets import Input

from agenda.record.rows import draft
from facilitator.console.home.screen import HomeScreen
from facilitator.console.parts import form as form_module
from facilitator.console.parts.choice import ChoiceDialog
from facilitator.console.parts.confirm import ConfirmDialog
from facilitator.console.parts.form_dialog import FormDialog, FormField
from facilitator.console.parts.reading import heard_time
from tests.builders import a_record
from tests.facilitator.console.hour.hour import a_workplace
from tests.facilitator.console.outside import NARROW, Outside, a_console
from tests.until import until

FIELDS = (FormField("what", "What", draft_key="test.what"), FormField("days", "Days", digits=True, longest=2))
Answers = list[dict[str, str] | None]


def ask(console: Outside, answers: Answers) -> FormDialog:
    wrong = {"days": "At least one day."}
    dialog = FormDialog("Something to do", FIELDS, lambda t: {} if t["days"].strip("0") else wrong)
    console.app.push_screen(dialog, answers.append)
    return dialog


async def test_enter_goes_through_the_fields_and_hands_the_texts_over(tmp_path: Path) -> None:
    answers: Answers = []
    async with a_console(HomeScreen, a_workplace(tmp_path, a_record()), size=NARROW) as console:
        ask(console, answers)
        await console.comes(FormDialog)
        await console.types("ring b.", "enter")
        await console.types("3", "enter")
        assert answers == [{"what": "ring b.", "days": "3"}]


async def test_what_is_wrong_is_said_at_its_field_until_it_is_typed_anew(tmp_path: Path) -> None:
    answers: Answers = []
    async with a_console(HomeScreen, a_workplace(tmp_path, a_record())) as console:
        ask(console, answers)
        await console.comes(FormDialog)
        await console.press("ctrl+s")
        assert "At least one day." in console.text()
        await console.types("2")
        assert "At least one day." not in console.text()
        assert answers == []


@pytest.mark.slow
async def test_a_dot_marks_what_is_not_kept_yet_and_leaving_the_field_takes_it_away(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(form_module, "SETTLES_AFTER", 600.0)
    async with a_console(HomeScreen, a_workplace(tmp_path, a_record())) as console:
        ask(console, [])
        await console.comes(FormDialog)
        await console.types("ring")
        await console.reads("What •")
        assert draft.draft(console.app.workplace.record, "test.what") is None
        await console.press("tab")
        await until(lambda: "What •" not in console.text(), console.pilot)
        assert draft.draft(console.app.workplace.record, "test.what") == "ring"


async def test_a_draft_is_kept_by_itself_soon_after_the_last_key(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(form_module, "SETTLES_AFTER", 0.01)
    async with a_console(HomeScreen, a_workplace(tmp_path, a_record())) as console:
        record = console.app.workplace.record
        ask(console, [])
        await console.comes(FormDialog)
        await console.types("ring")
        await until(lambda: draft.draft(record, "test.what") == "ring", console.pilot)
        await until(lambda: "What •" not in console.text(), console.pilot)


async def test_esc_answers_nothing_and_the_draft_is_offered_again_until_the_text_is_written(tmp_path: Path) -> None:
    answers: Answers = []
    async with a_console(HomeScreen, a_workplace(tmp_path, a_record())) as console:
        ask(console, answers)
        await console.comes(FormDialog)
        await console.types("ring", "escape")
        assert answers == [None]
        dialog = ask(console, answers)
        await console.comes(FormDialog)
        assert console.app.screen.query_one(Input).value == "ring"
        await console.types("!", "enter", "1", "enter")
        assert answers[-1] == {"what": "ring!", "days": "1"}
        dialog.drop_drafts(console.app.workplace.record)
        assert draft.draft(console.app.workplace.record, "test.what") is None


async def test_a_digit_field_passes_on_what_it_does_not_take(tmp_path: Path) -> None:
    workplace = a_workplace(tmp_path, a_record())
    async with a_console(HomeScreen, workplace) as console:
        ask(console, [])
        await console.comes(FormDialog)
        console.app.uncover()
        await console.press("tab", "1", "b", "2")
        assert console.app.screen.query("Input").last(Input).value == "12"
        assert workplace.wall.curtain


async def test_the_curtain_falls_from_a_text_field_by_f9(tmp_path: Path) -> None:
    workplace = a_workplace(tmp_path, a_record())
    async with a_console(HomeScreen, workplace) as console:
        ask(console, [])
        await console.comes(FormDialog)
        for key in ("f9", "ctrl+at"):
            console.app.uncover()
            await console.press(key)
            assert workplace.wall.curtain
        console.app.uncover()
        await console.press("b")
        assert not workplace.wall.curtain


@pytest.mark.slow
@pytest.mark.parametrize(
    ("keys", "answer"), [(("2",), 1), (("down", "enter"), 1), (("enter",), 0), (("escape",), None), (("9",), "open")]
)
async def test_a_choice_is_made_by_number_or_by_arrows(keys: tuple[str, ...], answer: object, tmp_path: Path) -> None:
    answers: list[object] = []
    async with a_console(HomeScreen, a_workplace(tmp_path, a_record())) as console:
        console.app.push_screen(ChoiceDialog("Which?", ["[b]one", "two"]), answers.append)
        await console.comes(ChoiceDialog)
        assert "1 [b]one" in console.text()
        await console.press(*keys)
        assert (answers[0] if answers else "open") == answer


@pytest.mark.slow
async def test_a_choice_may_be_by_letters(tmp_path: Path) -> None:
    answers: list[object] = []
    async with a_console(HomeScreen, a_workplace(tmp_path, a_record())) as console:
        console.app.push_screen(ChoiceDialog("Which?", ["called", "message"], letters="cm"), answers.append)
        await console.comes(ChoiceDialog)
        await console.press("M")
        assert answers == [1]


@pytest.mark.slow
@pytest.mark.parametrize(
    ("is_careful", "keys", "answer"),
    [(False, "enter", True), (True, "enter", False), (True, "y", True), (False, "n", False), (False, "escape", None)],
)
async def test_a_question_is_answered_by_one_key(
    is_careful: bool, keys: str, answer: bool | None, tmp_path: Path
) -> None:
    answers: list[bool | None] = []
    async with a_console(HomeScreen, a_workplace(tmp_path, a_record())) as console:
        console.app.push_screen(ConfirmDialog("Really?", careful=is_careful), answers.append)
        await console.comes(ConfirmDialog)
        await console.press(keys)
        assert answers == [answer]


async def test_typing_replaces_the_value_of_a_field_but_goes_on_with_a_draft(tmp_path: Path) -> None:
    answers: Answers = []
    fields = (FormField("starts", "Begins at", "14:00", heard=heard_time), FormField("name", "Name", "Tuesday"))
    async with a_console(HomeScreen, a_workplace(tmp_path, a_record())) as console:
        console.app.push_screen(FormDialog("Time", fields, typed={"name": "Tues"}), answers.append)
        await console.comes(FormDialog)
        await console.types("2.30")
        await console.reads("= 14:30")
        await console.press("enter")
        await console.types(" b", "enter")
        assert answers == [{"starts": "2.30", "name": "Tues b"}]
