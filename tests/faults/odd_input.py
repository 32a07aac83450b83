"""Bytes that make no sense at the real console, wall and kiosk: none of the three ends, and none is driven.

``odd_input(chance, folder)`` is one call of a long run: a program started, some dozens of sequences, a key at the end
to see that the keyboard is alive. What stands in ``folder`` is used again by the next call.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime
from pathlib import Path

from agenda.public import KioskMode, KioskState
from facilitator.stage.kiosk import hashed, kiosk_json
from facilitator.terminal.sieve import DROPPED_AFTER, Sieve
from facilitator.whole_file import write_whole
from tests.faults.odd_bytes import SENSELESS, a_stray, may_be_cut
from tests.faults.practice import a_practice_record, an_environment, begin_the_hour
from tests.faults.stood import Stood
from tests.terminal import FACILITATOR, Terminal, a_terminal

SEQUENCES = 40
A_MOMENT = 0.02
FIRST_PICTURE = 0.4
"""Seconds until the screen that came up last is drawn to its end."""
SETTLES = 3.0
"""Seconds in which a picture that was being drawn is whole."""
LATE = (0.0, 0.05, 0.15)
"""Seconds between the two parts of a sequence that is cut; a busy machine makes them longer."""


@contextmanager
def the_console(folder: Path, chance: random.Random) -> Iterator[tuple[Terminal, Callable[[], object], str, str]]:
    """People, with one member chosen: a stray digit would choose another, a stray letter would mark."""
    env = an_environment(folder)
    record = folder / "group" / "record"
    if not record.exists():
        begin_the_hour(a_practice_record(record, chance.randint(1, 99)), env)
    with a_terminal(*FACILITATOR, "--record", str(record), env=env) as terminal:
        terminal.shows("ON THE WALL")
        terminal.press("\t3")
        terminal.until(lambda: _chosen(terminal) == "3", "has chosen 3")
        yield terminal, lambda: _members(terminal), "5", "▸5"


@contextmanager
def the_wall(folder: Path, chance: random.Random) -> Iterator[tuple[Terminal, Callable[[], object], str, str]]:
    """The holding page; d makes it dark, which the screen says in colours only, so nothing else may change."""
    with a_terminal(*FACILITATOR, "wall", "--stage", str(folder / "empty"), width=60, height=18) as terminal:
        terminal.shows("One moment, please")
        yield terminal, lambda: terminal.text, "d", ""


@contextmanager
def the_kiosk(folder: Path, chance: random.Random) -> Iterator[tuple[Terminal, Callable[[], object], str, str]]:
    """The page for codes, with none of its digits typed."""
    stage = folder / "kiosk"
    stage.mkdir(mode=0o700, exist_ok=True)
    state = KioskState(1, datetime.now(UTC), KioskMode.CODES, "ab" * 16, *hashed("482913"))
    write_whole(stage / "kiosk.json", kiosk_json(state))
    with a_terminal(*FACILITATOR, "kiosk", "--stage", str(stage), width=80, height=24) as terminal:
        terminal.shows("Please type your code.", "○  ○  ○  ○")
        yield terminal, lambda: terminal.text, "7", "●  ○  ○  ○"


PROGRAMS = (the_console, the_wall, the_kiosk)


def odd_input(
    chance: random.Random, folder: Path, program: Callable[..., object] | None = None, sequences: int = SEQUENCES
) -> Stood:
    """So many senseless sequences at one of the three."""
    chosen = program or chance.choice(PROGRAMS)
    wrong: list[str] = []
    with chosen(folder, chance) as (terminal, seen, key, then):  # type: ignore[attr-defined]
        terminal.listen_for(FIRST_PICTURE)
        before = seen()
        for _each in range(sequences):
            _send(terminal, chance)
        try:
            if not _is_as_it_was(terminal, lambda: seen() == before):
                wrong.append("it was driven")
            terminal.press(key)
            terminal.until(lambda: then in re.sub(r"▸ (?=\d)", "▸", terminal.text), "still takes a key")
            if not terminal.listen():
                wrong.append("it ended")
        except AssertionError:
            wrong.append("it ended, or its keyboard is dead")
        if b"Traceback" in terminal.sent:
            wrong.append("a traceback")
    return Stood(f"odd bytes, {chosen.__name__}", sequences, tuple(wrong))


def _is_as_it_was(terminal: Terminal, condition: Callable[[], bool]) -> bool:
    """A picture may be half drawn at the moment of looking; what was driven stays driven."""
    terminal.listen_for(2 * A_MOMENT)
    try:
        terminal.until(condition, "shows what it did", timeout=SETTLES)
    except AssertionError:
        return False
    return True


def _send(terminal: Terminal, chance: random.Random) -> None:
    raw = a_stray(chance) if chance.random() < 0.3 else chance.choice(SENSELESS)
    parts = [raw]
    if may_be_cut(raw) and chance.random() < 0.3:
        cut = chance.randint(1, len(raw) - 1)
        parts = [raw[:cut], raw[cut:]]
    sieve = Sieve()
    for part in parts:
        terminal.send(part)
        list(sieve.feed(part, 0.0))
        terminal.listen_for(chance.choice(LATE) if part is not parts[-1] else A_MOMENT)
    if sieve.due(0.0) is not None:  # it waits for its rest: so does whoever sends the next
        terminal.listen_for(DROPPED_AFTER + 0.2)


def _chosen(terminal: Terminal) -> str:
    return "".join(re.findall(r"▸ ?(\d)", terminal.text))


def _members(terminal: Terminal) -> list[str]:
    return [row for row in terminal.rows if re.match(r"^ {3,4}[▸ ]\d  ", row)]
