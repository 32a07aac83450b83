"""Which record a command is about: ``--record`` before or after the command, the environment, or one's own."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any, TypeVar

import click

from facilitator.language import _
from facilitator.own_record import own_record

VARIABLE = "FACILITATOR_RECORD"
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


def choose_record(ctx: click.Context, record: Path) -> None:
    """From now on this command is about this one."""
    ctx.meta[_CHOSEN] = record


def _remember(ctx: click.Context, parameter: click.Parameter, value: Path | None) -> None:
    if value is None:
        return
    if value == Path():
        raise click.BadParameter(_("the name of a file is missing"), ctx, parameter)
    choose_record(ctx, value)
