"""``facilitator demo``: the console on a practice group, which is thrown away unless it is to be kept."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from pathlib import Path
from tempfile import TemporaryDirectory, gettempdir
from zoneinfo import ZoneInfo

import click

from agenda.error import N_, Refused
from facilitator.cli.passphrase import given_passphrase
from facilitator.language import _
from facilitator.throwing_away import throw_away_old

PREFIX = "facilitator-practice-"
USUAL_START = time(14, 0)
LATEST_START = time(23, 55)
ROUND_TO = timedelta(minutes=5)


@dataclass(frozen=True, slots=True)
class Practice:
    """What is asked for: which made-up past, and on which day it is today."""

    seed: int
    today: date
    zone: str
    starts: time


@click.command("demo", help=_("Open the console on a practice group of eight made-up members."))
@click.option("--no-open", is_flag=True, help=_("Only make the practice group; do not open the console."))
@click.option(
    "--keep",
    type=click.Path(path_type=Path),
    metavar="PATH",
    help=_("Keep the practice group in this new file; else it is thrown away at the end."),
)
@click.option("--seed", type=int, default=1, show_default=True, help=_("Another number, another past."))
@click.option("--today", type=click.DateTime(["%Y-%m-%d"]), metavar="DATE", help=_("The day it is, as in 2026-11-24."))
@click.option(
    "--tour",
    type=click.Path(path_type=Path, file_okay=False),
    metavar="DIR",
    help=_("Play a whole hour by itself and write what the screens show into this folder."),
)
@click.pass_context
def demo(
    ctx: click.Context, no_open: bool, keep: Path | None, seed: int, today: datetime | None, tour: Path | None
) -> None:
    """Make the group, then lead it."""
    zone = laptop_zone()
    now = datetime.now(ZoneInfo(zone))
    day = today.date() if today else now.date()
    if tour is not None:
        from facilitator.tour.play import run_tour  # both applications

        run_tour(tour, seed, day)
        return
    if not (no_open or _is_in_a_terminal()):
        raise Refused(
            N_("The console needs a terminal window."),
            N_("Without one, facilitator demo --tour DIR writes its pictures into a folder."),
        )
    starts = USUAL_START if no_open or today else _next_five_minutes(now)
    given = given_passphrase()
    with _place(keep) as path:
        passphrase = given or _usual_passphrase()
        _make(path, Practice(seed, day, zone, starts), passphrase)
        _say_what_was_made(path if keep else None, None if given else passphrase)
        if not no_open:
            from facilitator.console.start import run_console  # Textual: only once it is certain that we draw

            ctx.exit(run_console(path, passphrase, practice=True))


@contextmanager
def _place(keep: Path | None) -> Iterator[Path]:
    """Where the record lies: the place asked for, or a private folder that is gone afterwards, whatever happens."""
    if keep is not None:
        yield keep
        return
    throw_away_old(Path(gettempdir()), PREFIX)
    with TemporaryDirectory(prefix=PREFIX, ignore_cleanup_errors=True) as folder:
        yield Path(folder) / "practice.facilitator"


def _usual_passphrase() -> str:
    from facilitator.practice.lessons import PASSPHRASE

    return PASSPHRASE


def _make(path: Path, practice: Practice, passphrase: str) -> None:
    from agenda.record.practice.group import make_practice_record  # the database: not for --help
    from facilitator.practice.lessons import practice_lessons
    from facilitator.practice.texts import practice_texts

    record = make_practice_record(
        path,
        passphrase,
        practice_texts(),
        practice_lessons(),
        seed=practice.seed,
        today=practice.today,
        zone=practice.zone,
        starts=practice.starts,
    )
    record.close()


def _say_what_was_made(kept: Path | None, passphrase: str | None) -> None:
    """One that was handed over is somebody's own, and stays unsaid."""
    if kept is None:
        click.echo(_("A practice group was made; it is thrown away at the end."))
    else:
        click.echo(_("Wrote the practice group to {file}; its key file lies beside it.").format(file=kept))
        click.echo(_("Open it: facilitator --record {file}").format(file=kept))
    if passphrase is not None:
        click.echo(_("Passphrase: {passphrase}").format(passphrase=passphrase))


def laptop_zone() -> str:
    """The IANA name of the laptop's time zone; UTC where it cannot be told."""
    from babel.localtime import get_localzone

    try:
        name = getattr(get_localzone(), "key", None)
    except (LookupError, OSError, ValueError):
        return "UTC"
    return name if isinstance(name, str) else "UTC"


def _next_five_minutes(now: datetime) -> time:
    """The next full five minutes; a session never slips into tomorrow."""
    past = timedelta(minutes=now.minute % 5, seconds=now.second, microseconds=now.microsecond)
    rounded = now if not past else now + (ROUND_TO - past)
    return rounded.time().replace(second=0, microsecond=0) if rounded.date() == now.date() else LATEST_START


def _is_in_a_terminal() -> bool:
    return all(stream is not None and stream.isatty() for stream in (sys.stdin, sys.stdout))
