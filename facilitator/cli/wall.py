"""``facilitator wall``: the public screen, in a second window on the projector."""

from __future__ import annotations

import sys
import time
from datetime import UTC, datetime
from pathlib import Path

import click

from facilitator.language import _
from facilitator.stage import open_stage, stage_folder
from facilitator.stage.folder import N_


class NoTerminal(Exception):
    """There is no window to draw in."""

    exit_code = 1

    def __init__(self) -> None:
        super().__init__("no terminal")
        self.message = N_("The wall needs a terminal window.")
        self.hint = N_("Without one, facilitator demo --tour DIR writes pictures of it into a folder.")


@click.command("wall", help=_("Show the public screen; move its window to the projector. Press q twice to close it."))
@click.option(
    "--stage",
    "chosen",
    type=click.Path(path_type=Path),
    metavar="DIR",
    help=_("The folder where console and wall meet, if not your own default (also: FACILITATOR_STAGE)."),
)
@click.option("--dark", is_flag=True, help=_("Light letters on a dark ground; d in the window changes it."))
@click.pass_context
def wall(ctx: click.Context, chosen: Path | None, dark: bool) -> None:
    """Open the stage, then the screen; nothing of the record is loaded.

    Raises:
        NoTerminal: if there is no window to draw in.
        StageRefused: if the folder cannot be the stage.
    """
    if not _is_in_a_terminal():
        raise NoTerminal
    folder = open_stage(stage_folder(chosen))

    from facilitator.crash import run_quietly  # Textual: only once it is certain that we draw
    from facilitator.wall.app import WallApp

    app = WallApp(folder, lambda: datetime.now(UTC), time.monotonic, is_dark=dark)
    ctx.exit(run_quietly(app, mouse=False))


def _is_in_a_terminal() -> bool:
    # The screen is drawn on standard error, so that one counts as well.
    return all(stream is not None and stream.isatty() for stream in (sys.stdin, sys.stdout, sys.stderr))
