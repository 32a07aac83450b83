"""The console backs up by itself, when somebody asks, and says how backups stand; it never waits for that."""

from __future__ import annotations

import shutil
import sys
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path
from threading import Event

import pytest
from rich.console import Console
from textual.screen import Screen

from agenda.clock import ManualClock
from agenda.record.backup import making
from agenda.record.backup.folder import backups_in
from agenda.record.backup.name import Backup, backup_folder
from agenda.record.backup.restoring import restore
from agenda.record.connection import Record
from agenda.record.opening import create_record, open_record
from facilitator.backups.second_place import FOLDER, choose
from facilitator.console import start
from facilitator.console.home import screen as home_screen
from facilitator.console.home.screen import HomeScreen
from facilitator.console.parts.form_dialog import FormDialog
from facilitator.language import short_date
from facilitator.settings import second_place
from tests.agenda.record.backup.kept import SECRET, tables_at
from tests.builders import CHEAP, NOON, a_clock
from tests.facilitator.console.hour.hour import a_group_ready, a_workplace, an_hour
from tests.facilitator.console.outside import NARROW, WIDE, a_console
from tests.keys import settle
from tests.until import until


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "kept" / "record"


@pytest.fixture
def record(path: Path) -> Iterator[Record]:
    made, _code = create_record(path, SECRET, name="Robin", clock=a_clock(), cost=CHEAP)
    yield a_group_ready(made, ("Ana", "Bruno"))
    if made.lock is not None and made.lock.is_held:
        made.close()


def lying(path: Path) -> tuple[Backup, ...]:
    return backups_in(backup_folder(path))


@pytest.mark.parametrize("size", [WIDE, NARROW])
async def test_home_says_that_there_is_none_and_s_makes_one(
    record: Record, path: Path, tmp_path: Path, size: tuple[int, int]
) -> None:
    async with a_console(HomeScreen, a_workplace(tmp_path, record), size=size) as console:
        await console.reads("There is no backup yet: s makes one.")
        await console.press("s")
        await console.reads("Backed up, opened and checked: ")
        await until(lambda: "There is no backup yet" not in console.text(), console.pilot)
        await console.reads(f"Last backup: {short_date(NOON.astimezone().date())}")
    assert len(lying(path)) == 1


async def test_a_week_later_home_asks_for_another(record: Record, tmp_path: Path) -> None:
    workplace = a_workplace(tmp_path, record)
    workplace.backups.make(workplace.clock.now())
    assert isinstance(record.clock, ManualClock)
    record.clock.advance(timedelta(days=8))
    async with a_console(HomeScreen, workplace) as console:
        await console.reads(f"The last backup is of {short_date(NOON.astimezone().date())}")


async def test_home_says_for_how_many_there_is_room_on_a_small_disk(
    record: Record, path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    workplace = a_workplace(tmp_path, record)
    workplace.backups.make(workplace.clock.now())
    size = lying(path)[0].path.stat().st_size
    usage = shutil.disk_usage(tmp_path)._replace(free=2 * size)
    monkeypatch.setattr(shutil, "disk_usage", lambda _folder: usage)
    async with a_console(HomeScreen, workplace) as console:
        home = console.on_top
        assert isinstance(home, HomeScreen)
        await until(lambda: "there is room for the newest one." in the_side(home), console.pilot)


async def test_home_warns_of_a_record_in_a_synchronised_folder(tmp_path: Path) -> None:
    made, _code = create_record(tmp_path / "Nextcloud" / "record", SECRET, name="Robin", clock=a_clock(), cost=CHEAP)
    async with a_console(HomeScreen, a_workplace(tmp_path, made)) as console:
        home = console.on_top
        assert isinstance(home, HomeScreen)
        await until(lambda: "The record lies in a folder of Nextcloud" in the_side(home), console.pilot)
    made.close()


async def test_home_looks_at_backups_as_soon_as_it_is_on_top(
    record: Record, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And not before: what lies on top of it draws."""
    monkeypatch.setattr(home_screen, "CURRICULUM_AFTER", 3600)
    async with a_console(HomeScreen, a_workplace(tmp_path, record)) as console:
        home = console.on_top
        assert isinstance(home, HomeScreen)
        await console.press("f1")
        home._look_at_curriculum()
        assert console.app.workplace.backups.standing is None
        await console.press("escape")
        await until(lambda: console.app.workplace.backups.standing is not None, console.pilot)


async def test_at_the_end_of_a_session_one_is_made_and_the_goodbye_does_not_wait(
    record: Record, path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    go_on = Event()

    def slow(*given: object) -> None:
        assert go_on.wait(60)
        whole(*given)

    whole: Callable[..., None] = making.copy_record  # type: ignore[attr-defined]
    monkeypatch.setattr(making, "copy_record", slow)
    async with an_hour(tmp_path, record=record) as hour:
        await hour.press("c", "enter", "m", "e", "y")
        assert "Has everyone left?" in hour.text()
        assert hour.state().scene.value == "goodbye"
        assert lying(path) == ()
        await hour.press("y")
        assert "Has everyone left?" not in hour.text()
        go_on.set()
        await until(lambda: len(lying(path)) == 1, hour.pilot)
    record.close()
    restore(lying(path)[0].path, tmp_path / "copy", a_clock().now())
    assert [row["ended_at"] is not None for row in tables_at(tmp_path / "copy")["sessions"]] == [True, False]


async def test_one_that_fails_after_a_session_is_said_on_home_and_nowhere_else(
    record: Record, path: Path, tmp_path: Path
) -> None:
    backup_folder(path).write_text("something in the way")
    async with an_hour(tmp_path, record=record) as hour:
        await hour.press("m", "e", "y")
        await until(lambda: hour.workplace.backups.problem is not None, hour.pilot)
        assert "backup" not in hour.text().casefold()
        await hour.press("y", "escape", "escape", "escape")
        await until(lambda: isinstance(hour.on_top, HomeScreen), hour.pilot)
        await until(lambda: "The last backup was not made." in hour.text(), hour.pilot)
        assert isinstance(hour.on_top, HomeScreen)
        assert "The backup cannot be written." in the_side(hour.on_top)
        backup_folder(path).unlink()
        await hour.press("s")
        await until(lambda: "The last backup was not made." not in hour.text(), hour.pilot)
    assert len(lying(path)) == 1


def test_closing_after_changes_backs_up_and_says_where(
    record: Record, path: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    start._close(a_workplace(tmp_path, record))
    assert f"Backed up to {lying(path)[0].path}; it was opened and checked." in capsys.readouterr().err
    again = open_record(path, SECRET, clock=a_clock())
    start._close(a_workplace(tmp_path, again))
    assert len(lying(path)) == 1
    assert capsys.readouterr().err == ""


def test_what_was_backed_up_already_is_not_backed_up_again_when_closing(
    record: Record, path: Path, tmp_path: Path
) -> None:
    workplace = a_workplace(tmp_path, record)
    workplace.backups.make(record.clock.now())
    start._close(workplace)
    assert len(lying(path)) == 1


def test_a_disk_without_room_lets_the_console_close_all_the_same(
    record: Record, path: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    backup_folder(path).write_text("something in the way")
    start._close(a_workplace(tmp_path, record))
    assert "The backup cannot be written." in capsys.readouterr().err
    open_record(path, SECRET).close()


async def test_a_second_place_is_asked_for_and_gets_a_copy(record: Record, path: Path, tmp_path: Path) -> None:
    (tmp_path / "stick").mkdir()
    async with a_console(HomeScreen, a_workplace(tmp_path, record)) as console:
        console.app.ask_second_place()
        await console.comes(FormDialog)
        await console.types(str(tmp_path / "nowhere"), "enter")
        await console.reads("Nothing can be written at this place.")
        assert second_place() is None
        console.app.ask_second_place()
        await console.comes(FormDialog)
        await console.types(str(tmp_path / "stick"), "enter")
        await until(lambda: second_place() == tmp_path / "stick", console.pilot)
        await console.comes(HomeScreen)
        await console.press("s")
        await until(lambda: backups_in(tmp_path / "stick" / FOLDER) != (), console.pilot)
        console.app.ask_second_place()
        await console.comes(FormDialog)
        await console.press("end", "ctrl+u", "enter")
        await until(lambda: second_place() is None, console.pilot)


async def test_a_stick_that_is_away_is_said_and_gets_the_newest_when_it_is_back(
    record: Record, path: Path, tmp_path: Path
) -> None:
    stick = tmp_path / "stick"
    stick.mkdir()
    choose(stick)
    stick.rename(tmp_path / "away")
    async with a_console(HomeScreen, a_workplace(tmp_path, record)) as console:
        await console.press("s")
        home = console.on_top
        assert isinstance(home, HomeScreen)
        await until(lambda: "is not there; it has had no copy yet." in the_side(home), console.pilot)
        (tmp_path / "away").rename(stick)
        home._look_at_backups()
        await until(lambda: "it has had no copy yet" not in the_side(home), console.pilot)
    assert [one.path.name for one in backups_in(stick / FOLDER)] == [lying(path)[0].path.name]


def the_side(home: HomeScreen) -> str:
    written = Console(width=1000, color_system=None)
    with written.capture() as said:
        written.print(home.open_things.content)
    return said.get()


async def test_a_practice_record_has_no_backups_and_says_so(record: Record, path: Path, tmp_path: Path) -> None:
    workplace = a_workplace(tmp_path, record)
    workplace.backups.practice = True
    async with a_console(HomeScreen, workplace) as console:
        await console.press("s")
        await console.reads("There is nothing to back up")
        await settle(console.pilot)
        assert "no backup yet" not in console.text()
    assert not backup_folder(path).exists()


async def test_the_palette_offers_both(record: Record, tmp_path: Path) -> None:
    async with a_console(HomeScreen, a_workplace(tmp_path, record)) as console:
        titles = {command.title for command in console.app.get_system_commands(console.on_top)}
    assert {"Back up now", "Second place for backups"} <= titles
    async with a_console(lambda: Screen()) as console:
        assert "Back up now" not in {command.title for command in console.app.get_system_commands(console.on_top)}


async def test_a_console_that_only_reads_can_back_up_but_is_never_due(
    record: Record, path: Path, tmp_path: Path
) -> None:
    reading = open_record(path, SECRET, clock=a_clock(), read_only=True)
    workplace = a_workplace(tmp_path, reading)
    assert not workplace.backups.is_due
    workplace.backups.make(workplace.clock.now())
    assert len(lying(path)) == 1
    reading.close()


@pytest.mark.slow
def test_a_console_in_a_terminal_backs_up_when_it_closes(path: Path, record: Record) -> None:
    """Only looking is no change; to begin the session is one."""
    import pexpect

    record.close()
    command = ["-m", "facilitator", "--record", str(path)]
    child = pexpect.spawn(
        sys.executable, command, env=_with_passphrase(), timeout=60, dimensions=(36, 120), encoding="utf-8"
    )
    child.expect("Tuesday")
    child.sendcontrol("q")
    child.expect(pexpect.EOF)
    child.close()
    assert child.exitstatus == 0
    assert "Backing up" not in child.before
    assert lying(path) == ()
    child = pexpect.spawn(
        sys.executable, command, env=_with_passphrase(), timeout=60, dimensions=(36, 120), encoding="utf-8"
    )
    child.expect("Tuesday")
    child.send("\r")
    child.expect("Hold it today")
    child.send("y")
    child.expect("Welcome")
    child.sendcontrol("q")
    child.expect("Backed up to")
    child.expect(pexpect.EOF)
    child.close()
    assert child.exitstatus == 0
    assert len(lying(path)) == 1


def _with_passphrase() -> dict[str, str]:
    import os

    return {**os.environ, "FACILITATOR_PASSPHRASE": SECRET, "TERM": "xterm-256color"}
