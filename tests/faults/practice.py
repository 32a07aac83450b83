"""A practice record on disk whose hour has begun, and what a console needs to open it without a question."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from signal import SIGKILL
from zoneinfo import ZoneInfo

from agenda.record.practice.group import make_practice_record
from facilitator.practice.lessons import practice_lessons
from tests.builders import CHEAP, TEXTS
from tests.faults.kept import PASSPHRASE
from tests.terminal import FACILITATOR, a_terminal

Env = dict[str, str | None]


def an_environment(folder: Path) -> Env:
    """Passphrase and a stage of its own."""
    return {"FACILITATOR_PASSPHRASE": PASSPHRASE, "FACILITATOR_STAGE": str(folder / "stage")}


def a_zone_before_noon() -> str:
    """A zone in which it is eleven now: no hour begun here meets midnight or the hour the group has."""
    ahead = (11 - datetime.now(UTC).hour + 12) % 24 - 12
    return f"Etc/GMT{-ahead:+d}" if ahead else "UTC"


def a_practice_record(path: Path, seed: int) -> Path:
    zone = a_zone_before_noon()
    today = datetime.now(ZoneInfo(zone)).date()
    make_practice_record(
        path, PASSPHRASE, TEXTS, practice_lessons(), seed=seed, today=today, zone=zone, cost=CHEAP
    ).close()
    return path


def begin_the_hour(record: Path, env: Env) -> None:
    """Enter on Home, and a first kill as soon as the hour is on the screen."""
    with a_terminal(*FACILITATOR, "--record", str(record), env=env) as terminal:
        terminal.shows(TEXTS.group, "STILL OPEN")
        terminal.press("\r")
        terminal.shows("ON THE WALL", "c curtain up")
        terminal.signal(SIGKILL)
        terminal.rest()


def switch_on(record: Path, env: Env) -> str:
    """Switch the kiosk on with codes in a real console, read the leave code there, and kill it."""
    with a_terminal(*FACILITATOR, "--record", str(record), env=env) as console:
        console.shows("ON THE WALL")
        console.press("m")
        console.shows("More: ")
        console.press("\x1b[F\x1b[A\x1b[A\r")
        console.shows("Kiosk: off")
        console.press("\x1b[F\r")
        console.shows("Self check-in")
        console.press("2")
        console.shows("It closes with Esc, then")
        leave = console.text.partition("It closes with Esc, then ")[2][:6]
        console.signal(SIGKILL)
        console.rest()
    return leave
