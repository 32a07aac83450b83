"""A backup that is damaged by chance: what happened to it, and whether anything still took it for good.

Each fault takes what the file holds and says in a few words what it did; ``try_it`` does one of them to a copy.
"""

from __future__ import annotations

import random
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from agenda.record.keys.key_file import key_file_path

Fault = Callable[[random.Random, bytearray], str]
NOT_A_BACKUP = "This is not a backup of Facilitator, or it is damaged."
DAMAGED = 3
_LAST = 1200
"""Bytes at the end that hold the manifest, the list of the zip and the seal: a fault there is met often enough so."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """``happened`` to the file; ``taken_for_good``, ``said`` and ``ended`` are what came of restoring it."""

    happened: str
    taken_for_good: bool
    ended: int
    said: str

    @property
    def is_honest(self) -> bool:
        """Whether it was refused with exit code 3 and the sentence, and with nothing else."""
        told = NOT_A_BACKUP in self.said and "Traceback" not in self.said and "error number" not in self.said
        return not self.taken_for_good and self.ended == DAMAGED and told


def truncated(chance: random.Random, content: bytearray) -> str:
    """Cut off somewhere, at its very beginning too."""
    size = chance.randrange(len(content))
    del content[size:]
    return f"truncated to {size} bytes"


def zeroed(chance: random.Random, content: bytearray) -> str:
    """A stretch of zeros where something else was."""
    while True:
        start = chance.randrange(len(content))
        length = chance.choice((1, 64, 512, 4096, len(content)))
        stretch = content[start : start + length]
        if any(stretch):
            content[start : start + length] = bytes(len(stretch))
            return f"{len(stretch)} bytes zeroed at {start}"


def flipped(chance: random.Random, content: bytearray) -> str:
    """One bit, anywhere or near the end."""
    place = chance.choice(
        (chance.randrange(len(content)), len(content) - 1 - chance.randrange(min(_LAST, len(content))))
    )
    bit = chance.randrange(8)
    content[place] ^= 1 << bit
    return f"bit {bit} flipped at {place}"


def longer(chance: random.Random, content: bytearray) -> str:
    """Something behind its end."""
    more = chance.randbytes(chance.choice((1, 64, 4096)))
    content += more
    return f"{len(more)} bytes added"


FAULTS: dict[str, Fault] = {"truncated": truncated, "zeroed": zeroed, "flipped": flipped, "longer": longer}


def damage(fault: Fault, chance: random.Random, folder: Path, backup: Path) -> tuple[Path, str]:
    """A copy of the backup in the folder with this fault in it, and what happened."""
    content = bytearray(backup.read_bytes())
    happened = fault(chance, content)
    spoilt = folder / f"spoilt-{chance.randrange(10**9)}.facilitator-backup"
    spoilt.write_bytes(content)
    return spoilt, happened


def try_it(fault: Fault, chance: random.Random, folder: Path, backup: Path) -> Outcome:
    """Damage a copy of the backup, restore it as a person does, and see what comes of it."""
    spoilt, happened = damage(fault, chance, folder, backup)
    target = spoilt.with_name(spoilt.name + "-restored")
    command = [sys.executable, "-m", "facilitator", "restore", str(spoilt), "--to", str(target)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=120, check=False)
    taken = target.exists() or key_file_path(target).exists()
    spoilt.unlink()
    return Outcome(happened, taken, done.returncode, done.stdout + done.stderr)
