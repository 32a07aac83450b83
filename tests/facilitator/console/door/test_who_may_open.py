"""Each facilitator has a passphrase of their own: added, changed, revoked; the code is on paper first."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from textual.widgets import OptionList

from agenda.error import WrongKey
from agenda.record.keys import key_file as keys
from agenda.record.keys.key_file import unlock
from agenda.record.keys.recovery_code import new_code
from agenda.record.opening import create_record
from agenda.record.rows import facilitator as facilitators
from facilitator.console.door.recovery_code import RecoveryCodeScreen
from facilitator.console.door.who_may_open import WhoMayOpenScreen
from facilitator.console.parts.choice import ChoiceDialog
from facilitator.console.parts.confirm import ConfirmDialog
from facilitator.console.parts.form_dialog import FormDialog
from facilitator.settings import locks_after
from tests.builders import CHEAP
from tests.facilitator.console.hour.hour import a_workplace
from tests.facilitator.console.outside import Outside, a_console
from tests.until import until

ROBIN, SAM, NEW = "four calm grey mice", "nine slow green boats", "eleven odd brass keys"


@asynccontextmanager
async def the_list(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[tuple[Outside, Path, str]]:
    for function in (keys.add_passphrase, keys.change_passphrase, keys.replace_recovery_code):
        assert function.__kwdefaults__ is not None
        monkeypatch.setitem(function.__kwdefaults__, "cost", CHEAP)
    path = tmp_path / "a record"
    record, code = create_record(path, ROBIN, name="Robin Vale", cost=CHEAP)
    async with a_console(WhoMayOpenScreen, a_workplace(tmp_path, record)) as console:
        yield console, path, code


def opens(path: Path, secret: str) -> bool:
    try:
        unlock(path, secret)
    except WrongKey:
        return False
    return True


async def adds_sam(console: Outside, passphrase: str = SAM) -> None:
    await console.press("a")
    await console.comes(FormDialog)
    await console.types("Sam Hill", "enter")
    await console.types("RN", "enter")
    await console.types(passphrase, "enter")
    await console.types(passphrase, "enter")


async def test_a_colleague_gets_a_passphrase_and_a_name_of_their_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with the_list(tmp_path, monkeypatch) as (console, path, _code):
        assert "Robin Vale you" in console.text()
        await adds_sam(console)
        await console.reads("Sam Hill can open the record now.")
        await console.comes(WhoMayOpenScreen)
        assert SAM not in console.text()
        sam = next(f for f in facilitators.all_facilitators(console.app.workplace.record) if f.name == "Sam Hill")
        assert unlock(path, SAM).facilitator == sam.id
        assert sam.credentials == "RN"


async def test_what_others_would_guess_is_refused_at_its_field_with_how_long_it_would_take(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with the_list(tmp_path, monkeypatch) as (console, path, _code):
        await adds_sam(console, "sam hill")
        await console.reads("A stranger who has the file would guess it")
        assert isinstance(console.on_top, FormDialog)
        assert not opens(path, "sam hill")
        assert len(facilitators.all_facilitators(console.app.workplace.record)) == 1


async def test_a_passphrase_is_changed_and_revoked_but_never_the_last_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with the_list(tmp_path, monkeypatch) as (console, path, _code):
        await console.press("x")
        await console.comes(ConfirmDialog)
        await console.press("y")
        await console.reads("This is the only passphrase")
        assert opens(path, ROBIN)
        await console.press("p")
        await console.comes(FormDialog)
        await console.types(NEW, "enter")
        await console.types(NEW, "enter")
        await until(lambda: opens(path, NEW) and not opens(path, ROBIN), console.pilot)
        await adds_sam(console)
        await until(lambda: opens(path, SAM), console.pilot)
        await console.comes(WhoMayOpenScreen)
        await until(lambda: console.on_top.query_one(OptionList).option_count == 3, console.pilot)
        await console.press("end", "x")
        await console.comes(ConfirmDialog)
        assert "Sam Hill" in console.text()
        assert isinstance(console.on_top, ConfirmDialog)
        assert "backups made before still open with it" in console.on_top._hint
        await console.press("enter")  # careful: Enter leaves it
        assert opens(path, SAM)
        await console.press("x", "y")
        await until(lambda: not opens(path, SAM), console.pilot)
        assert opens(path, NEW)


async def test_a_new_recovery_code_counts_only_once_it_is_on_paper(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with the_list(tmp_path, monkeypatch) as (console, path, old):
        code = new_code(lambda length: b"\x07" * length)
        monkeypatch.setattr(keys, "fresh_code", lambda: code)
        await console.press("down", "enter")
        await console.comes(RecoveryCodeScreen)
        await console.press("ctrl+g")
        await console.reads("The old code stays.")
        assert opens(path, old)
        assert not opens(path, code)
        await console.press("enter")
        await console.comes(RecoveryCodeScreen)
        await console.press("enter")
        await console.types(code.rpartition("-")[2], "enter")
        await until(lambda: opens(path, code), console.pilot)
        assert not opens(path, old)


async def test_after_how_many_minutes_it_locks_is_chosen_here_and_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with the_list(tmp_path, monkeypatch) as (console, _path, _code):
        assert "after 15 minutes without a key" in console.text()
        await console.press("l")
        await console.comes(ChoiceDialog)
        await console.press("2")
        await console.comes(WhoMayOpenScreen)
        assert locks_after() == 5
        assert "after 5 minutes without a key" in console.text()
