"""Windows and macOS print from their own viewer, which people there know: the PDF is opened in it."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from agenda.error import N_, Refused

PATIENCE = 5.0
Open = Callable[[Path], None]


def viewer(platform: str = sys.platform) -> Open | None:
    """What opens a PDF on this system; none where a print queue is asked instead."""
    return {"win32": _start, "darwin": _open}.get(platform)


def _start(file: Path) -> None:
    try:
        os.startfile(file)  # type: ignore[attr-defined,unused-ignore]  # only Windows has it
    except OSError:
        raise _refused() from None


def _open(file: Path) -> None:
    try:
        subprocess.run(["open", os.fspath(file)], capture_output=True, timeout=PATIENCE, check=True)
    except (OSError, subprocess.SubprocessError):
        raise _refused() from None


def _refused() -> Refused:
    return Refused(N_("The PDF could not be opened."), N_("Open it yourself and print it from there."))
