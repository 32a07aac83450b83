"""What is pasted into one line is kept, or words say what was left out."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from agenda.record.rows import draft
from facilitator.console.home.screen import HomeScreen
from facilitator.console.parts.form_dialog import FormDialog, FormField
from facilitator.console.parts.line import BETWEEN, LineInput
from tests.builders import a_record
from tests.facilitator.console.hour.hour import a_workplace
from tests.facilitator.console.outside import NARROW, a_console

FIELDS = (
    FormField("what", "What", draft_key="test.what", longest=60),
    FormField("secret", "Secret", secret=True, longest=20),
)


def dialog() -> FormDialog:
    return FormDialog("Something to do", FIELDS)


def home() -> HomeScreen:
    return HomeScreen()


async def test_three_lines_are_kept_in_one_and_words_say_so(tmp_path: Path) -> None:
    async with a_console(home, a_workplace(tmp_path, a_record()), size=NARROW) as console:
        console.app.push_screen(dialog())
        await console.comes(FormDialog)
        await console.types("ring the office\n\n  ask for Thursday\nbring\tpapers\n")
        line = console.on_top.query_one("#field-what", LineInput)
        assert line.value == BETWEEN.join(("ring the office", "ask for Thursday", "bring papers"))
        assert "3 lines are kept, in one line." in console.text()
        await console.types("!")
        assert "3 lines are kept" not in console.text()
        await console.press("tab")
        assert draft.draft(console.app.workplace.record, "test.what") == line.value


async def test_one_line_with_its_end_is_that_line_and_needs_no_words(tmp_path: Path) -> None:
    async with a_console(home, a_workplace(tmp_path, a_record()), size=NARROW) as console:
        console.app.push_screen(dialog())
        await console.comes(FormDialog)
        await console.types("ring the office\n")
        assert console.on_top.query_one("#field-what", LineInput).value == "ring the office"
        assert "in one line" not in console.text()


async def test_what_does_not_fit_is_counted_and_what_fits_is_kept(tmp_path: Path) -> None:
    async with a_console(home, a_workplace(tmp_path, a_record()), size=NARROW) as console:
        console.app.push_screen(dialog())
        await console.comes(FormDialog)
        await console.types("a" * 50)
        await console.types("b" * 17)
        assert console.on_top.query_one("#field-what", LineInput).value == "a" * 50 + "b" * 10
        assert "the last 7 letters are left out" in console.text()
        await console.press("x")
        assert "it holds 60 letters" in console.text()


async def test_a_secret_is_taken_whole_or_not_at_all(tmp_path: Path) -> None:
    async with a_console(home, a_workplace(tmp_path, a_record()), size=NARROW) as console:
        console.app.push_screen(dialog())
        await console.comes(FormDialog)
        await console.press("enter")
        line = console.on_top.query_one("#field-secret", LineInput)
        await console.types("s" * 21)
        assert line.value == ""
        assert "Nothing was pasted." in console.text()
        await console.types("one\ntwo")
        assert line.value == ""
        assert "A passphrase is one line." in console.text()
        await console.types("four calm mice\n")
        assert line.value == "four calm mice"


@pytest.mark.slow
@given(before=st.text("ab ", max_size=70), pasted=st.text("xy\n\t ", max_size=120))
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
async def test_every_letter_is_there_or_counted(tmp_path: Path, before: str, pasted: str) -> None:
    async with a_console(home, a_workplace(tmp_path, a_record()), size=NARROW) as console:
        console.app.push_screen(dialog())
        await console.comes(FormDialog)
        line = console.on_top.query_one("#field-what", LineInput)
        line.value = before[:60]
        line.cursor_position = len(line.value)
        await console.types(pasted)
        letters = sum(line.value.count(sign) for sign in "xy")
        assert letters == sum(pasted.count(sign) for sign in "xy") or "left out" in console.text()
