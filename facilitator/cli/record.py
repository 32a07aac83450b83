"""Which record a command is about: ``--record`` before or after the command, the environment, or one's own."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any, TypeVar

import click

from agenda.error import N_, Refused
from facilitator.language import _

VARIABLE = "FACILITATOR_RECORD"
NAME = "record.facilitator"
_CHOSEN = "facilitator.record"

Decorated = TypeVar("Decorated", bound="click.Command | Any")


def record_option(command: Decorated) -> Decorated:
    """Accept ``--record PATH`` here; ``chosen_record`` then answers with the one nearest to the end of the line."""
    option = click.option(
        "--record",
        metavar="PATH",
        type=click.Path(path_type=Path),
        callback=_remember,
        expose_value=False,
        help=_("Use this record instead of your own (also: FACILITATOR_RECORD)."),
    )
    return option(command)


def chosen_record(ctx: click.Context) -> Path:
    """The record this command is about. Asking creates nothing, neither file nor folder."""
    chosen = ctx.meta.get(_CHOSEN) or os.environ.get(VARIABLE)
    return Path(chosen) if chosen else own_record()


def own_record() -> Path:
    """Where a person's own record lies when nothing else was said."""
    from platformdirs import user_data_path

    folder = user_data_path("facilitator", appauthor=False)
    if not folder.is_absolute():  # nobody's home: a relative path would put it wherever we happen to be
        raise Refused(
            N_("There is no home folder to keep a record in."), N_("Say where it is: facilitator --record PATH")
        )
    return folder / NAME


def _remember(ctx: click.Context, parameter: click.Parameter, value: Path | None) -> None:
    if value is None:
        return
    if value == Path():
        raise click.BadParameter(_("the name of a file is missing"), ctx, parameter)
    ctx.meta[_CHOSEN] = value
