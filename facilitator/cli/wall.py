"""``facilitator wall``: the public screen, in a second window on the projector."""

from __future__ import annotations

import sys
import time
from datetime import UTC, datetime
from pathlib import Path
from typing import NoReturn

import click

from facilitator.language import _
from facilitator.stage import StageRefused, open_stage, stage_folder


@click.command("wall", help=_("Show the public screen; move its window to the projector."))
@click.option(
    "--stage",
    "chosen",
    type=click.Path(path_type=Path, file_okay=True),
    metavar="DIR",
    help=_("Folder through which the console and the wall meet, if not your own default."),
)
def wall(chosen: Path | None) -> None:
    """Open the stage, then the screen; nothing of the record is loaded."""
    if not _is_in_a_terminal():
        _refuse(
            _("The wall needs a terminal window."),
            _("Without one, facilitator demo --tour DIR writes its pictures into a folder."),
        )
    try:
        folder = open_stage(stage_folder(chosen))
    except StageRefused as refused:
        _refuse(_(refused.message), _(refused.hint))
    sys.exit(_run(folder))


def _run(folder: Path) -> int:
    from facilitator.crash import run_quietly  # Textual: only once it is certain that we draw
    from facilitator.wall.app import WallApp

    return run_quietly(WallApp(folder, lambda: datetime.now(UTC), time.monotonic), mouse=False)


def _is_in_a_terminal() -> bool:
    # The screen is drawn on standard error, so that one counts as well.
    return all(stream is not None and stream.isatty() for stream in (sys.stdin, sys.stdout, sys.stderr))


def _refuse(message: str, hint: str) -> NoReturn:
    click.echo(message, err=True)
    click.echo(hint, err=True)
    sys.exit(1)
