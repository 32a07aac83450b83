"""Asking for the passphrase: nothing is shown or written before it is right, and no try is quicker than the last."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from textual.widgets import Input

from agenda.error import N_, WrongKey
from agenda.record.keys.key_file import Unlocked
from agenda.record.opening import create_record
from facilitator.console.door.passphrase import PassphraseScreen
from facilitator.console.home.screen import HomeScreen
from facilitator.console.start import Doorway
from tests.builders import CHEAP
from tests.facilitator.console.outside import NARROW, a_console
from tests.until import until

RIGHT = "four calm grey mice"


@pytest.fixture
def door(tmp_path: Path) -> Doorway:
    record, _code = create_record(tmp_path / "a record", RIGHT, name="Robin Vale", cost=CHEAP)
    record.close()
    return Doorway(tmp_path / "a record", str(tmp_path / "stage"))


def asking(door: Doorway) -> Callable[[], PassphraseScreen]:
    return lambda: PassphraseScreen(door.unlock, door.enter)


def files(door: Doorway) -> dict[str, bytes]:
    return {file.name: file.read_bytes() for file in door.path.parent.iterdir() if file.is_file()}


async def test_the_right_passphrase_opens_home_and_is_never_on_the_screen(door: Doorway) -> None:
    async with a_console(asking(door)) as console:
        await console.types(RIGHT)
        assert "mice" not in console.text()
        await console.press("enter")
        await console.comes(HomeScreen)
        assert not console.app.workplace.record.read_only


async def test_a_wrong_one_is_said_in_one_clear_line_and_nothing_is_written(door: Doorway) -> None:
    before = files(door)
    async with a_console(asking(door), size=NARROW) as console:
        await console.types("wrong", "enter")
        await console.reads("This passphrase does not open the record.")
        assert console.app.workplace_or_none is None
        assert files(door) == before
        assert "Robin" not in console.text()
        assert console.app.screen.query_one(Input).value == ""
        await console.types(RIGHT, "enter")
        await console.comes(HomeScreen)


async def test_while_one_try_is_on_nothing_more_can_be_typed_and_no_second_begins() -> None:
    tries: list[str] = []

    def never(secret: str) -> Unlocked:
        tries.append(secret)
        raise WrongKey(N_("This passphrase does not open the record."))

    async with a_console(lambda: PassphraseScreen(never, lambda _key: pytest.fail("opened"))) as console:
        await console.types("wrong", "enter", "enter", "enter")
        await until(lambda: not console.app.screen.query_one(Input).disabled, console.pilot)
        assert tries == ["wrong"]


async def test_the_recovery_code_opens_it_too(tmp_path: Path) -> None:
    record, code = create_record(tmp_path / "other", RIGHT, name="Robin", cost=CHEAP)
    record.close()
    async with a_console(asking(Doorway(tmp_path / "other", str(tmp_path / "stage")))) as console:
        await console.types(code.lower(), "enter")
        await console.reads("The recovery code opened the record. Who are you?")
        await console.press("escape")
        await console.comes(HomeScreen)


async def test_a_record_somebody_else_writes_is_opened_to_read_and_says_so_only_then(door: Doorway) -> None:
    first = door.enter(door.unlock(RIGHT))
    async with a_console(asking(door)) as console:
        assert "Robin" not in console.text()
        await console.types(RIGHT, "enter")
        await console.comes(HomeScreen)
        assert console.app.workplace.record.read_only
        assert "Robin Vale has this record open since" in console.text()
    first.close()


async def test_with_a_damaged_key_file_the_console_ends_with_its_sentence(door: Doorway) -> None:
    (door.path.parent / "a record.keys").write_bytes(b"{}")
    async with a_console(asking(door)) as console:
        await console.types(RIGHT, "enter")
        await until(lambda: console.app.return_code == 3, console.pilot)
        assert console.app.workplace_or_none is None
        assert "The key file a record.keys is damaged." in str(console.app._exit_renderables[0])


async def test_where_nothing_can_be_written_home_says_that_it_only_reads(
    door: Doorway, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = files(door)
    monkeypatch.setattr("agenda.record.opening.os.access", lambda _path, _way: False)
    async with a_console(asking(door)) as console:
        await console.types(RIGHT, "enter")
        await console.comes(HomeScreen)
        assert console.app.workplace.record.is_protected
        assert "The record is protected against writing here. This console only reads." in console.text()
        await console.press("n")
        assert isinstance(console.on_top, HomeScreen)
    assert files(door) == before
