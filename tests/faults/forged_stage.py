"""Files in the stage that none of our programs wrote: nobody crashes over them, waits for them or shows them.

``forged_stage(chance, folder)`` is one call of a long run: some dozens of forgeries, each read by everybody who would.
``forged_before_their_eyes`` does the same to the real wall and kiosk.
"""

from __future__ import annotations

import json
import os
import random
import re
import shutil
import socket
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from agenda.public import KioskMode, KioskState, PublicPage, PublicState, Scene, to_json
from facilitator.stage import Publisher
from facilitator.stage.folder import INBOX, KIOSK, LOCK, PRESSES, PROMPT, STATE
from facilitator.stage.inbox import CheckIn, Inbox, check_in, hand_over
from facilitator.stage.kiosk import hashed, kiosk_json, read_kiosk
from facilitator.stage.reader import StageReader, read_raw
from facilitator.stage.telephone import Presses, read_prompt
from facilitator.stage.walls import WALLS, WallSign, open_walls
from facilitator.whole_file import write_whole
from tests.faults.practice import a_practice_record, an_environment, begin_the_hour, switch_on
from tests.faults.stood import Stood
from tests.terminal import FACILITATOR, a_terminal

FORGERIES = 40
TOKEN = "ab" * 16
SECRET = "forged words"
"""Stands in every forgery that is read at all, and must never be shown."""
NOW = datetime(2026, 11, 24, 14, 0, tzinfo=UTC)
SOMEBODY_ELSE = 12_345
SALT, LEAVE = hashed("482913")


def a_state() -> PublicState:
    return PublicState(1, NOW, "UTC", "en", Scene.PAGE, PublicPage(SECRET, (SECRET,)), curtain=False)


def _raw(name: str) -> bytes:
    """What would be believed, were the file what it should be."""
    if name == KIOSK:
        return kiosk_json(KioskState(1, NOW, KioskMode.CODES, TOKEN, SALT, LEAVE))
    return to_json(a_state())


def _damaged(raw: bytes, chance: random.Random) -> bytes:
    """No longer what it was: cut, or of another kind, or with a field that cannot be."""
    fields = json.loads(raw)
    name = chance.choice(sorted(fields))
    worse: object = chance.choice(
        [{}, [], None, "\ud800", -1, 1e400, "x" * 70_000, [[[]]] * 9, {"lines": 5}, 10**30, "\x1b[2J" * 20_000]
    )
    ways: tuple[Callable[[], bytes], ...] = (
        lambda: raw[: chance.randrange(len(raw))],
        lambda: b"\x00" * len(raw),
        lambda: bytes(chance.randrange(256) for _each in range(chance.randrange(400))),
        lambda: json.dumps({**fields, "schema": 99}).encode(),
        lambda: json.dumps({key: value for key, value in fields.items() if key != name}).encode(),
        lambda: json.dumps({**fields, "schema": worse, name: worse}).encode(),
        lambda: b"[" * 60_000,
        lambda: b'{"schema":' + b"9" * 6_000 + b"}",
        lambda: raw.replace(b'"', b"\xff", 1),
    )
    return chance.choice(ways)()


def _a_file(path: Path, chance: random.Random) -> None:
    path.write_bytes(_damaged(_raw(path.name), chance))


def _a_huge_file(path: Path, chance: random.Random) -> None:
    with path.open("wb") as file:
        file.write(_raw(path.name))
        file.truncate(chance.choice([10**6, 10**9, 2**40]))


def _a_link(path: Path, chance: random.Random) -> None:
    real = path.with_name(".real")
    real.write_bytes(_raw(path.name))
    path.symlink_to(chance.choice([real, path, Path("/dev/zero"), Path("/dev/tty"), Path("/nowhere")]))


def _a_second_name(path: Path, chance: random.Random) -> None:
    real = path.with_name(f".second {chance.random()}")
    real.write_bytes(_raw(path.name))
    os.link(real, path)


def _a_folder(path: Path, chance: random.Random) -> None:
    path.mkdir()
    if chance.random() < 0.5:
        (path / "in it").write_bytes(_raw(path.name))


def _a_pipe(path: Path, _chance: random.Random) -> None:
    os.mkfifo(path)


def _a_socket(path: Path, _chance: random.Random) -> None:
    with suppress(OSError), socket.socket(socket.AF_UNIX) as made:  # a long path has no room for one
        made.bind(str(path))


def _somebody_elses(path: Path, _chance: random.Random) -> None:
    path.write_bytes(_raw(path.name))
    if os.geteuid() == 0:
        os.chown(path, SOMEBODY_ELSE, SOMEBODY_ELSE)
    else:
        path.chmod(0)


KINDS = (_a_file, _a_file, _a_file, _a_huge_file, _a_link, _a_second_name, _a_folder, _a_pipe, _a_socket,
         _somebody_elses)  # fmt: skip
FOLDERS = (INBOX, PRESSES, WALLS)
PLACES = (STATE, KIOSK, PROMPT, *(f"{folder}/forged.json" for folder in FOLDERS), *FOLDERS)


def forge(stage: Path, chance: random.Random, places: tuple[str, ...] = PLACES) -> str:
    """One forgery in the place of what should be there; in words what it is."""
    place, kind = chance.choice(places), chance.choice(KINDS)
    path = stage / place
    _away(path if "/" not in place else path.parent)
    if "/" in place:
        path.parent.mkdir(mode=0o700, exist_ok=True)
    with suppress(FileExistsError):  # a program that looks on was quicker
        kind(path, chance)
    return f"{kind.__name__.strip('_')} as {place.partition('/')[0]}"


def forged_stage(chance: random.Random, folder: Path, forgeries: int = FORGERIES) -> Stood:
    """So many forgeries, each looked at by wall, kiosk, server and console."""
    stage = folder / "forged"
    shutil.rmtree(stage, ignore_errors=True)
    stage.mkdir(mode=0o700)
    wrong: list[str] = []
    for _each in range(forgeries):
        what = forge(stage, chance)
        for reader in (_wall, _kiosk, _telephone, _console):
            try:
                shown = reader(stage)
            except Exception as error:  # what it was is what is told
                wrong.append(f"{what}: {reader.__name__} {type(error).__name__}")
            else:
                wrong += [f"{what}: {reader.__name__} believed it"] if shown else []
    return Stood("forged stage", forgeries, tuple(wrong))


def _wall(stage: Path) -> bool:
    sign = WallSign(stage, lambda: NOW)
    sign.renew(0.0)
    sign.take_away()
    return StageReader().look(read_raw(stage), 0.0, NOW) is not None


def _kiosk(stage: Path) -> bool:
    hand_over(stage, check_in("cd" * 16, "4711", NOW))
    return read_kiosk(stage, NOW) is not None


def _telephone(stage: Path) -> bool:
    return read_prompt(stage, NOW) is not None


def _console(stage: Path) -> bool:
    taken: list[object] = []

    def keep(given: CheckIn) -> bool:
        taken.append(given)
        return True

    Inbox(stage).take(TOKEN, keep)
    taken += Presses(stage, "a code").take(NOW)
    open_walls(stage, NOW)
    return bool(taken)


def a_publisher_on_it(chance: random.Random, folder: Path, forgeries: int = FORGERIES) -> Stood:
    """The console's own files and its lock are forged while it publishes: it goes on, or says so in words."""
    stage = folder / "published"
    wrong: list[str] = []
    for _each in range(forgeries):
        shutil.rmtree(stage, ignore_errors=True)
        stage.mkdir(mode=0o700)
        what = forge(stage, chance, (STATE, KIOSK, PROMPT, LOCK))
        try:
            publisher = Publisher(stage, lambda: NOW)
            is_out, said = publisher.publish(a_state()), publisher.problem
            publisher.publish_kiosk(_raw(KIOSK))
            publisher.publish_kiosk(None)
            if not is_out and said is None and publisher.has_wall:
                wrong.append(f"{what}: not published, and not a word")
            publisher.close()
        except Exception as error:
            wrong.append(f"{what}: {type(error).__name__}")
    return Stood("forged stage, publishing", forgeries, tuple(wrong))


def forged_before_their_eyes(chance: random.Random, folder: Path, forgeries: int = FORGERIES) -> Stood:
    """The real wall and kiosk look on while their files are forged; afterwards each shows what is true again."""
    stage = folder / "seen"
    shutil.rmtree(stage, ignore_errors=True)
    stage.mkdir(mode=0o700)
    wrong: list[str] = []
    with (
        a_terminal(*FACILITATOR, "wall", "--stage", str(stage), width=60, height=18) as wall,
        a_terminal(*FACILITATOR, "kiosk", "--stage", str(stage), width=80, height=24) as kiosk,
    ):
        wall.shows("One moment, please")
        kiosk.shows("Not switched on yet")
        for _each in range(forgeries):
            what = forge(stage, chance)
            wall.listen_for(0.08)
            kiosk.listen_for(0.25)
            if SECRET in wall.text + kiosk.text:
                wrong.append(f"{what}: shown")
        try:
            for left in stage.iterdir():
                _away(left)
            now = datetime.now(UTC)
            write_whole(
                stage / STATE, to_json(replace(a_state(), published_at=now, page=PublicPage("Hello", ("you",))))
            )
            wall.shows("Hello")
            write_whole(stage / KIOSK, kiosk_json(KioskState(2, now, KioskMode.CODES, TOKEN, SALT, LEAVE)))
            kiosk.shows("Please type your code.")
        except AssertionError:
            wrong.append("it ended, or no longer shows what is true")
        if b"Traceback" in wall.sent + kiosk.sent:
            wrong.append("a traceback")
    return Stood("forged stage, wall and kiosk", forgeries, tuple(wrong))


def forged_before_the_console(chance: random.Random, folder: Path, forgeries: int = FORGERIES) -> Stood:
    """A real console in its hour, the kiosk switched on, whose folders are forged: it stays and shows none of it."""
    env = an_environment(folder)
    record, stage = folder / "group" / "record", folder / "stage"
    if not record.exists():
        begin_the_hour(a_practice_record(record, chance.randint(1, 99)), env)
        switch_on(record, env)
    wrong: list[str] = []
    with a_terminal(*FACILITATOR, "--record", str(record), env=env) as console:
        console.shows("ON THE WALL")
        for _each in range(forgeries):
            what = forge(stage, chance)
            console.listen_for(chance.choice([0.05, 0.3, 1.1]))
            if SECRET in console.text:
                wrong.append(f"{what}: shown")
        try:
            for left in (*FOLDERS, STATE, KIOSK, PROMPT):
                _away(stage / left)
            console.press("\t4")
            console.until(lambda: re.search(r"▸ ?4", console.text) is not None, "still takes a key")
            console.until(lambda: (stage / STATE).is_file(), "publishes again")
        except AssertionError:
            wrong.append("it ended, or takes no key")
        if b"Traceback" in console.sent:
            wrong.append("a traceback")
    return Stood("forged stage, console", forgeries, tuple(wrong))


def _away(path: Path) -> None:
    if path.is_symlink() or not path.is_dir():
        path.unlink(missing_ok=True)
    else:
        shutil.rmtree(path, ignore_errors=True)
