"""What the commands that make paper share: which sheets are in the printer, and writing a PDF."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from agenda.error import N_, Refused
from facilitator.cli.export import STANDARD_OUTPUT
from facilitator.language import _
from facilitator.paperwork.paper import Paper, PaperSize, usual_size
from facilitator.whole_file import write_whole

if TYPE_CHECKING:
    from facilitator.paperwork.press import Pressed

Command = TypeVar("Command", bound=Callable[..., Any])
SIZES = {"a4": PaperSize.A4, "letter": PaperSize.LETTER}

paper_option = click.option(
    "--paper",
    "size",
    type=click.Choice(list(SIZES), case_sensitive=False),
    help=_("The paper in the printer. Without it: letter in the United States and Canada, else a4."),
)
one_side_option = click.option(
    "--one-side", is_flag=True, help=_("For a printer that cannot turn pages: no blank backs between the sheets.")
)
large_option = click.option("--large", "is_large", is_flag=True, help=_("Large print: 18 points."))


def _target(*, required: bool) -> Callable[[Command], Command]:
    return click.option(
        "-o",
        "--output",
        "target",
        required=required,
        metavar="FILE",
        type=click.Path(path_type=Path, dir_okay=False, allow_dash=True),
        help=_("The PDF to write; - for standard output."),
    )


target_option = _target(required=True)
maybe_target_option = _target(required=False)
"""For commands that can print as well."""


def chosen_paper(language: str, is_large: bool, size: str | None, *, one_side: bool = False) -> Paper:
    """The paper asked for, or what is usual in this country."""
    return Paper(language, is_large, usual_size() if size is None else SIZES[size], not one_side)


def refuse_no_folder(target: Path) -> None:
    """Said before anything is made."""
    if target != STANDARD_OUTPUT and not target.parent.is_dir():
        raise Refused(N_("There is no such folder to write into."), N_("Make the folder first, or choose another."))


def write_pdf(target: Path, pressed: Pressed, said: str) -> None:
    """All of it or nothing, and a word about letters that are missing. ``said`` holds ``{file}``."""
    if target == STANDARD_OUTPUT:
        click.echo(pressed.pdf, nl=False)
    else:
        write_whole(target, pressed.pdf)
        click.echo(said.format(file=target))
    name_replaced(pressed)


def name_replaced(pressed: Pressed) -> None:
    """Which letters no font has, if any."""
    if pressed.replaced:
        names = ", ".join(pressed.replaced)
        click.echo(_("No letter is installed for: {names}. □ stands there.").format(names=names), err=True)
