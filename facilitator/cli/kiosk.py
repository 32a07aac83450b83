"""``facilitator kiosk``: self check-in on another screen."""

from __future__ import annotations

import os
import signal
import sys
import time
from datetime import UTC, datetime
from pathlib import Path

import click

from facilitator.language import _
from facilitator.stage import open_stage, stage_folder
from facilitator.stage.folder import N_

IGNORED = ("SIGINT", "SIGQUIT", "SIGTSTP", "SIGBREAK")
"""What a keyboard could send. SIGTERM and SIGHUP, which only the system and its owner send, still end the kiosk."""


class NoTerminal(Exception):
    """There is no window to draw in."""

    exit_code = 1

    def __init__(self) -> None:
        super().__init__("no terminal")
        self.message = N_("The kiosk needs a terminal window.")
        self.hint = N_("On a tablet, open the page /kiosk of facilitator serve.")


@click.command(
    "kiosk", help=_("Self check-in on another screen, once the facilitator has switched it on (m, More, Kiosk).")
)
@click.option(
    "--stage",
    "chosen",
    type=click.Path(path_type=Path),
    metavar="DIR",
    help=_("The folder where console and kiosk meet, if not your own default (also: FACILITATOR_STAGE)."),
)
@click.option("--one-life", is_flag=True, hidden=True)
@click.pass_context
def kiosk(ctx: click.Context, chosen: Path | None, one_life: bool) -> None:
    """Open the stage, then the screen; nothing of the record is loaded.

    Without ``--one-life`` the screen is a child of this process and is started again until the facilitator closed it.

    Raises:
        NoTerminal: if there is no window to draw in.
        StageRefused: if the folder cannot be the stage.
    """
    if not all(stream is not None and stream.isatty() for stream in (sys.stdin, sys.stdout, sys.stderr)):
        raise NoTerminal
    folder = open_stage(stage_folder(chosen))

    if not one_life:
        from facilitator.kiosk.again import keep_up
        from facilitator.stage.kiosk import read_kiosk

        command = (sys.executable, "-m", "facilitator", "kiosk", "--stage", str(folder), "--one-life")
        ctx.exit(keep_up(command, _("One moment, please"), lambda: read_kiosk(folder, datetime.now(UTC)) is not None))

    from facilitator.crash import run_quietly  # Textual: only once it is certain that we draw
    from facilitator.kiosk.app import KioskApp

    ignore_the_keyboards_signals()
    starter = os.getppid()
    app = KioskApp(
        folder,
        lambda: datetime.now(UTC),
        time.monotonic,
        ignore_the_keyboards_signals,
        is_watched=lambda: os.getppid() == starter,
    )
    ctx.exit(run_quietly(app))


def ignore_the_keyboards_signals() -> None:
    """Twice: before the event loop looks for Ctrl+C, and after Textual's driver has taken Ctrl+Z for itself."""
    for name in IGNORED:
        number = getattr(signal, name, None)  # not every system has each of them
        if number is not None:
            signal.signal(number, signal.SIG_IGN)
