"""Real processes: the console is killed, a member checks in at the kiosk, the console finds it when it is back."""

from __future__ import annotations

import os
import signal
from pathlib import Path
from signal import SIGKILL

import pytest

from agenda.attendance import Attendance, Source, Status
from agenda.record import opening
from agenda.record.rows import attendance, member_code
from agenda.record.rows import overview as report
from tests.faults.kept import PASSPHRASE
from tests.faults.practice import Env, a_practice_record, an_environment, begin_the_hour, switch_on
from tests.terminal import FACILITATOR, Terminal, a_terminal

WELCOME = "Welcome. Take a seat."


def of_the_hour(path: Path) -> tuple[dict[str, str], tuple[Attendance, ...]]:
    """The codes by name and who is here, as the record on disk has them."""
    record = opening.open_record(path, PASSPHRASE)
    try:
        session = report.running_session(record)
        assert session is not None
        roster = attendance.roster(record, session)
        group = record.rows("SELECT group_id FROM sessions WHERE id = ?", session)[0]["group_id"]
        codes = member_code.codes(record, group)
        return {one.name: codes[one.member] for one in roster if one.member in codes}, roster
    finally:
        record.close()


def the_kiosk(env: Env) -> Terminal:
    return Terminal(*FACILITATOR, "kiosk", width=80, height=24, env=env)


@pytest.mark.slow
@pytest.mark.timeout(200)
def test_who_checked_in_meanwhile_is_there_to_be_confirmed(tmp_path: Path) -> None:
    env = an_environment(tmp_path)
    path = a_practice_record(tmp_path / "group" / "record", 5)
    begin_the_hour(path, env)
    leave = switch_on(path, env)
    assert leave.isdecimal()
    codes, before = of_the_hour(path)
    name = next(one.name for one in before if one.status is Status.UNKNOWN)
    kiosk = the_kiosk(env)
    try:
        kiosk.shows("Please type your code.")
        kiosk.press(codes[name])
        kiosk.shows(WELCOME)
        assert b"\x1b]2;Facilitator\x07" in kiosk.sent
        assert not [one.name for one in before if one.name.encode() in kiosk.sent], "a name on a kiosk with codes"
        with a_terminal(*FACILITATOR, "--record", str(path), env=env) as console:
            console.shows("ON THE WALL")
            console.press("\t")
            console.shows(name, "confirm")
            console.signal(SIGKILL)
            console.rest()
        kiosk.shows("Please type your code.")
        kiosk.press("\x1b")
        kiosk.shows("For the facilitator")
        kiosk.press(leave)
        assert kiosk.ends() == 0
    finally:
        kiosk.close()
    _codes, after = of_the_hour(path)
    found = {one.name: one for one in after}[name]
    assert found.status.present
    assert (found.source, found.confirmed) == (Source.KIOSK, False)
    assert [one for one in after if one.name != name] == [one for one in before if one.name != name]
    assert os.listdir(tmp_path / "stage" / "inbox") == []


@pytest.mark.slow
@pytest.mark.timeout(120)
def test_no_signal_of_a_keyboard_ends_or_stops_the_kiosk_and_the_systems_do(tmp_path: Path) -> None:
    env = an_environment(tmp_path)
    path = a_practice_record(tmp_path / "group" / "record", 6)
    begin_the_hour(path, env)
    switch_on(path, env)
    for end, code in ((signal.SIGTERM, 0), (signal.SIGHUP, -signal.SIGHUP)):
        kiosk = the_kiosk(env)
        try:
            kiosk.shows("Please type your code.")
            for number in (signal.SIGINT, signal.SIGTSTP, signal.SIGQUIT):
                kiosk.signal(number)
            kiosk.press("\x03\x1a\x1c\x11\x10\x04q\x1bOP\x1b[15~1")
            kiosk.shows("Please type your code.", "●  ○  ○  ○")
            kiosk.resize(100, 30)
            kiosk.press("234")
            kiosk.shows(WELCOME)
            kiosk.signal(end)
            assert kiosk.ends() == code
        finally:
            kiosk.close()


def test_a_kiosk_without_a_terminal_says_so(tmp_path: Path) -> None:
    import subprocess

    done = subprocess.run([*FACILITATOR, "kiosk", "--stage", str(tmp_path / "stage")], capture_output=True, text=True,
                          stdin=subprocess.DEVNULL, check=False, timeout=60)  # fmt: skip
    assert done.returncode == 1
    assert "The kiosk needs a terminal window." in done.stderr
    assert not (tmp_path / "stage").exists()


def test_before_it_is_switched_on_it_says_so_and_esc_closes_it(tmp_path: Path) -> None:
    kiosk = the_kiosk(an_environment(tmp_path))
    try:
        kiosk.shows("Not switched on yet")
        kiosk.press("\x1b")
        assert kiosk.ends() == 0
    finally:
        kiosk.close()
