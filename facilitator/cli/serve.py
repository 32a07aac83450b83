"""``facilitator serve``: the wall as a page, for the browser on the projector."""

from __future__ import annotations

import math
import sys
import time
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from facilitator.language import _
from facilitator.stage import open_stage, stage_folder
from facilitator.stage.folder import STATE

if TYPE_CHECKING:
    from facilitator.drawing import Drawings
    from facilitator.pages.site import Site
    from facilitator.web.guard import Door

PORT = 8750
THIS_NETWORK = "auto"
LOOK_AGAIN = 5.0
"""Seconds between two looks whether anybody still publishes, once our starter is gone."""


@click.command("serve", help=_("Show the public screen in a browser; open the address it prints. Ctrl+C ends it."))
@click.option(
    "--stage",
    "chosen",
    type=click.Path(path_type=Path),
    metavar="DIR",
    help=_("The folder where console and wall meet, if not your own default (also: FACILITATOR_STAGE)."),
)
@click.option(
    "--port",
    type=click.IntRange(0, 65_535),
    default=PORT,
    metavar="N",
    envvar="FACILITATOR_PORT",
    show_default=True,
    help=_("Where to be asked; if taken, the next free one; 0 lets the system choose (also: FACILITATOR_PORT)."),
)
@click.option(
    "--lan",
    is_flag=False,
    flag_value=THIS_NETWORK,
    metavar="[ADDRESS]",
    help=_("Let one other screen of this network in; it needs the address that is printed, and only once."),
)
@click.option("--dark", is_flag=True, help=_("Light letters on a dark ground; d in the page changes it."))
@click.option("--with-starter", type=int, hidden=True)
def serve(chosen: Path | None, port: int, lan: str | None, dark: bool, with_starter: int | None) -> None:
    """Open the stage and answer browsers; nothing of the record is loaded.

    ``--with-starter MINUTES`` is for the console: when whoever started us is gone, so that our standard input ends, we
    stay while anybody publishes, and end once nobody has for so many minutes.

    Raises:
        StageRefused: if the folder cannot be the stage.
        NotReachable: if no port is free, or the network was asked for and there is none.
    """
    folder = open_stage(stage_folder(chosen))

    from facilitator.kiosk import page as kiosk
    from facilitator.web import address, guard, lessons, server  # only once it is certain that we serve
    from facilitator.web import telephone as telephone
    from facilitator.web.feed import Feed

    host = address.lan_address() if lan == THIS_NETWORK else lan
    opened = address.listening(address.EVERYWHERE if host else address.LOOPBACK, port)
    door = guard.Door(opened.getsockname()[1], host)
    drawings = _drawings()
    feed = Feed(folder, lambda: datetime.now(UTC), time.monotonic, drawings)
    others = (*kiosk.routes(folder, drawings=drawings), *telephone.routes(folder), *lessons.routes(_site))
    until = None if with_starter is None else lambda: _left_alone(folder, with_starter * 60)
    server.serve(feed, others, door, opened, lambda: _say(door, with_starter is None), is_dark=dark, until=until)


def _left_alone(stage: Path, patience: float) -> None:
    """Come back when our starter is gone and nobody has published for so many seconds."""
    while sys.stdin.buffer.read(1024):
        pass
    while patience > 0 and _silent_for(stage / STATE) < patience:
        time.sleep(LOOK_AGAIN)


def _silent_for(state: Path) -> float:
    try:
        return time.time() - state.lstat().st_mtime
    except OSError:
        return math.inf


def _drawings() -> Drawings:
    from content.drawing import drawings_in
    from facilitator.curriculum import pack_folders
    from facilitator.drawing import Drawings

    return Drawings(drawings_in((folder, "") for folder in reversed(pack_folders())))


def _site() -> Site:
    from content.words import load_words  # the curriculum: once somebody asks for a handout
    from facilitator.crisis_help import crisis_help
    from facilitator.curriculum import curriculum
    from facilitator.pages.site import Places, Site
    from facilitator.web.lessons import LESSONS

    pack = curriculum()
    return Site(pack, crisis_help(load_words(pack).crisis), Places.below(LESSONS))


def _knows_whom_to_call() -> bool:
    """Whether the handouts name anybody; ours have no number, so a curriculum is read only where a site has its own."""
    from facilitator.crisis_help import of_this_place
    from facilitator.curriculum import site_folder

    return of_this_place().is_known or (site_folder() is not None and _site().crisis.is_known)


def in_the_open() -> str:
    """What whoever opens the network must know."""
    return _(
        "What passes over the network is not encrypted: on a shared wifi others can read along what the wall shows, "
        "the address, and what the kiosk shows and takes: codes, or the members' names where it asks by name. "
        "Goals, notes and all else in the record stay here."
    )


def _say(door: Door, is_read_on: bool) -> None:
    """``is_read_on``: by somebody at a terminal; the console reads the address, and says the rest itself."""
    click.echo(door.address)  # click flushes: whoever started us reads this line first
    if door.lan is not None:
        click.echo(_("Type it into the other screen's browser. It opens once; for another screen start again."))
        click.echo(in_the_open())
    click.echo(_("Drag the page to the projector and press F11. Ctrl+C ends it."))
    if is_read_on and not _knows_whom_to_call():
        from facilitator.crisis_help import UNSET

        click.echo(_(UNSET))
