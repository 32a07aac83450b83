"""The start icon: where each system has a place for one, right for its reader, and never over somebody's file."""

from __future__ import annotations

import configparser
import os
import subprocess
import sys
from pathlib import Path

import pytest

from facilitator.console.home.screen import HomeScreen
from facilitator.console.setup.offer_icon import offer_icon
from facilitator.console.setup.start_icon import MARK, Icon, icons, make, usual_icons
from tests.facilitator.console.hour.hour import a_record_ready, a_workplace
from tests.facilitator.console.outside import NARROW, a_console

COMMAND = ("/opt/a place/facilitator", "--record", '/srv/a/100% "my" $notes\\x')


def on(system: str, tmp_path: Path, *, desktop: bool = True) -> tuple[Icon, ...]:
    place = tmp_path / "Desktop"
    if desktop:
        place.mkdir(exist_ok=True)
    return icons(system, place, tmp_path / "share", COMMAND)


@pytest.mark.parametrize(
    ("system", "places"),
    [
        ("linux", ["share/applications/facilitator.desktop", "Desktop/facilitator.desktop"]),
        ("win32", ["Desktop/Facilitator.cmd"]),
        ("darwin", ["Desktop/Facilitator.command"]),
        ("sunos5", []),
    ],
)
def test_each_system_has_its_places(system: str, places: list[str], tmp_path: Path) -> None:
    assert [icon.path.relative_to(tmp_path).as_posix() for icon in on(system, tmp_path)] == places


def test_a_desktop_that_is_not_there_is_not_made(tmp_path: Path) -> None:
    assert on("win32", tmp_path, desktop=False) == ()
    assert make(on("linux", tmp_path, desktop=False)) == 1
    assert not (tmp_path / "Desktop").exists()


def test_on_linux_it_is_a_desktop_entry_whose_command_is_ours_word_for_word(tmp_path: Path) -> None:
    (_menu, icon) = on("linux", tmp_path)
    entry = configparser.RawConfigParser(strict=True)
    entry.optionxform = str  # type: ignore[assignment,method-assign]
    entry.read_string(icon.text)
    fields = dict(entry["Desktop Entry"])
    assert (fields["Type"], fields["Terminal"], fields["Name"]) == ("Application", "true", "Facilitator")
    # The entry's own reader halves backslashes and per cents first; then words are quoted as for a shell.
    read = fields["Exec"].replace("\\\\", "\\").replace("%%", "%")
    ran = subprocess.run(["sh", "-c", f"printf '%s\\n' {read}"], capture_output=True, text=True, check=True, timeout=20)
    assert tuple(ran.stdout.splitlines()) == COMMAND


def test_on_a_mac_the_shell_runs_it(tmp_path: Path) -> None:
    shown = tmp_path / "show"
    shown.write_text('#!/bin/sh\nprintf "%s\\n" "$@"\n')
    shown.chmod(0o755)
    (tmp_path / "Desktop").mkdir()
    (icon,) = icons("darwin", tmp_path / "Desktop", tmp_path, (str(shown), *COMMAND[1:]))
    assert make([icon]) == 1
    ran = subprocess.run([str(icon.path)], capture_output=True, text=True, check=True, timeout=20)
    assert tuple(ran.stdout.splitlines()) == COMMAND[1:]


def test_on_windows_words_are_quoted_and_lines_end_as_there(tmp_path: Path) -> None:
    (tmp_path / "Desktop").mkdir()
    (icon,) = icons("win32", tmp_path / "Desktop", tmp_path, ("C:\\Programs\\facilitator.exe", "--record", "D:\\50% r"))
    assert '"C:\\Programs\\facilitator.exe" "--record" "D:\\50%% r"' in icon.text.split("\r\n")
    make([icon])
    assert icon.path.read_bytes().count(b"\r\n") == icon.path.read_bytes().count(b"\n")


def test_somebody_elses_file_is_left_alone(tmp_path: Path) -> None:
    (menu, desktop) = on("linux", tmp_path)
    desktop.path.write_text("[Desktop Entry]\nName=Facilitator\n")
    assert make((menu, desktop)) == 1
    assert desktop.path.read_text() == "[Desktop Entry]\nName=Facilitator\n"


@pytest.mark.parametrize("kind", ["link", "folder", "unreadable"])
def test_what_is_no_plain_file_is_left_alone(kind: str, tmp_path: Path) -> None:
    (_menu, icon) = on("linux", tmp_path)
    if kind == "link":
        (tmp_path / "theirs").write_text(MARK)
        icon.path.symlink_to(tmp_path / "theirs")
    elif kind == "folder":
        icon.path.mkdir()
    else:
        icon.path.write_bytes(b"\xff" * 20_000)
    assert not icon.is_wanted
    assert make([icon]) == 0


def test_one_of_ours_is_brought_up_to_date_and_the_same_one_not_made_again(tmp_path: Path) -> None:
    (_menu, icon) = on("linux", tmp_path)
    assert make([icon]) == 1
    assert not icon.is_wanted
    newer = Icon(icon.path, icon.text + "# newer\n")
    assert make([newer]) == 1
    assert icon.path.read_text() == newer.text
    assert os.access(icon.path, os.X_OK)


def test_a_place_that_cannot_be_written_is_no_error(tmp_path: Path) -> None:
    (tmp_path / "share").write_text("in the way")
    assert make(icons("linux", tmp_path / "no", tmp_path / "share", COMMAND)) == 0


def test_the_usual_one_starts_this_program_and_names_an_unusual_record_only() -> None:
    for record, named in ((None, False), (Path("/somewhere/a record"), True)):
        for icon in usual_icons(record):
            assert ("--record" in icon.text) is named
            assert sys.executable.rpartition("/")[0] in icon.text


@pytest.mark.slow
async def test_one_key_makes_it_and_another_does_not(tmp_path: Path, home: Path) -> None:
    menu = home / "data" / "applications" / "facilitator.desktop"
    for key, is_made in (("n", False), ("escape", False), ("y", True)):
        async with a_console(HomeScreen, a_workplace(tmp_path / key, a_record_ready()), size=NARROW) as console:
            console.app.begin(offer_icon(console.app, tmp_path / "our.record"))
            await console.reads("Make a start icon for Facilitator?")
            await console.press(key)
            await console.comes(HomeScreen)
            assert menu.exists() is is_made
    assert str(tmp_path / "our.record") in menu.read_text()


async def test_where_ours_is_already_there_nothing_is_asked(tmp_path: Path) -> None:
    make(usual_icons(tmp_path / "our.record"))
    async with a_console(HomeScreen, a_workplace(tmp_path, a_record_ready())) as console:
        console.app.begin(offer_icon(console.app, tmp_path / "our.record"))
        await console.comes(HomeScreen)
        assert "start icon" not in console.text()
