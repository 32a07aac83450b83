"""A start icon, where the system has a place for one: a file of a few lines that starts the console.

Values only: ``icons`` says which files there would be, ``make`` writes them. What somebody else put under the same
name is never touched; ours is known by its mark.
"""

from __future__ import annotations

import os
import shlex
import sys
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from facilitator.language import _

MARK = "made by facilitator"
"""Stands in every icon of ours."""
MOST_BYTES = 10_000


@dataclass(frozen=True, slots=True)
class Icon:
    """One file: where, what is in it, and the bytes at the end of its lines."""

    path: Path
    text: str

    @property
    def is_wanted(self) -> bool:
        """Whether there is nothing of this name, or an icon of ours that says something else."""
        if not os.path.lexists(self.path):
            return True
        try:
            if self.path.is_symlink() or not self.path.is_file() or self.path.stat().st_size > MOST_BYTES:
                return False
            there = self.path.read_text("utf-8", "replace")
        except OSError:
            return False
        return MARK in there and there != self.text


def icons(system: str, desktop: Path, data: Path, command: Sequence[str]) -> tuple[Icon, ...]:
    """The icons for a system by Python's name of it; none where it has no place for one.

    ``desktop`` is used where it is there already. ``data`` is where Linux keeps a person's menu. ``command`` starts
    the console.
    """
    on_desktop = (desktop,) if desktop.is_dir() else ()
    if system == "win32":
        return tuple(Icon(place / "Facilitator.cmd", _for_windows(command)) for place in on_desktop)
    if system == "darwin":
        return tuple(Icon(place / "Facilitator.command", _for_a_mac(command)) for place in on_desktop)
    if not system.startswith("linux"):
        return ()
    places = (data / "applications", *on_desktop)
    return tuple(Icon(place / "facilitator.desktop", _for_linux(command)) for place in places)


def usual_icons(record: Path | None = None) -> tuple[Icon, ...]:
    """Those of this laptop that are still to be made. ``record`` is named where it lies at an unusual place."""
    from platformdirs import user_data_path, user_desktop_path  # once in the life of a laptop

    desktop, data = user_desktop_path(), user_data_path()
    if not (desktop.is_absolute() and data.is_absolute()):
        return ()
    command = (*_program(), *(("--record", str(record)) if record is not None else ()))
    return tuple(icon for icon in icons(sys.platform, desktop, data, command) if icon.is_wanted)


def make(wanted: Sequence[Icon]) -> int:
    """Write them; how many were written."""
    return sum(map(_written, wanted))


def _written(icon: Icon) -> bool:
    if not icon.is_wanted:
        return False
    try:
        icon.path.parent.mkdir(parents=True, exist_ok=True)
        with suppress(FileNotFoundError):
            icon.path.unlink()
        # "x" refuses what somebody put there in this very moment.
        with icon.path.open("x", encoding="utf-8", newline="") as file:
            file.write(icon.text)
        icon.path.chmod(0o755)
    except OSError:
        return False
    return True


def _program() -> tuple[str, ...]:
    """The command beside this Python where it was installed with one, else Python and our package."""
    name = "facilitator.exe" if sys.platform == "win32" else "facilitator"
    beside = Path(sys.executable).with_name(name)
    return (str(beside),) if beside.is_file() else (sys.executable, "-m", "facilitator")


def _for_linux(command: Sequence[str]) -> str:
    words = " ".join(map(_desktop_word, command))
    lines = ("[Desktop Entry]", f"# {MARK}", "Type=Application", "Name=Facilitator")
    comment = _("Runs the hour of an Illness Management and Recovery group")
    return "\n".join((*lines, f"Comment={comment}", f"Exec={words}", "Terminal=true", "Categories=Education;", ""))


def _desktop_word(word: str) -> str:
    """A word of a desktop entry's command: quoted, and each backslash twice, once for each of its two readers."""
    for sign in '\\"`$':
        word = word.replace(sign, "\\" + sign)
    return '"' + word.replace("\\", "\\\\").replace("%", "%%") + '"'


def _for_windows(command: Sequence[str]) -> str:
    words = " ".join(f'"{word}"' for word in command).replace("%", "%%")
    return "\r\n".join(("@echo off", f"rem {MARK}", "chcp 65001 >nul", words, ""))


def _for_a_mac(command: Sequence[str]) -> str:
    return "\n".join(("#!/bin/sh", f"# {MARK}", f"exec {shlex.join(command)}", ""))
