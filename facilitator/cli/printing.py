"""``--print`` of the commands that make paper: to a printer, and the PDF kept where no printer takes it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from agenda.error import AgendaError
from facilitator.cli.export import STANDARD_OUTPUT
from facilitator.language import _
from facilitator.printing.words import in_words
from facilitator.whole_file import write_whole

if TYPE_CHECKING:
    from facilitator.printing.queue import Handed

Command = TypeVar("Command", bound=Callable[..., Any])
MOST_COPIES = 50


@dataclass(frozen=True, slots=True)
class PrintOrder:
    """Where a PDF is to go: into a file, to a printer, or both.

    ``name`` is the file's where nobody gave one; ``warning`` is said of any file that stays.
    """

    target: Path | None
    is_to_print: bool
    printer: str
    name: str
    warning: str = ""
    said: str = ""
    """What is said of the file that was asked for; it holds ``{file}``."""

    def __post_init__(self) -> None:
        if self.target is None and not self.is_to_print:
            raise click.UsageError(_("Say where it goes: -o FILE, or --print."))
        if self.target == STANDARD_OUTPUT and self.is_to_print:
            raise click.UsageError(_("Print it, or write it to standard output; not both."))


def print_options(command: Command) -> Command:
    """``--print``, ``--printer`` and ``--copies``; the command gets them under these names."""
    options = (
        click.option("--print", "is_to_print", is_flag=True, help=_("Print it, on the printer chosen last.")),
        click.option("--printer", default="", metavar="NAME", help=_("Print it on this one, and from now on.")),
        click.option(
            "--copies",
            type=click.IntRange(1, MOST_COPIES),
            default=1,
            metavar="N",
            help=_("How many copies the PDF holds."),
        ),
    )
    for option in reversed(options):
        command = option(command)
    return command


def deliver(pdf: bytes, order: PrintOrder) -> None:
    """Write it, print it, say what became of it.

    Raises ``AgendaError`` where it is not printed; the PDF is kept by then, and it was said where.
    """
    if order.target == STANDARD_OUTPUT:
        click.echo(pdf, nl=False)
        return
    if order.target is not None:
        write_whole(order.target, pdf)
        _name(order.target, order.said or _("Wrote {file}."), order)
    if order.is_to_print:
        _print(pdf, order)


def _print(pdf: bytes, order: PrintOrder) -> None:
    from facilitator.printing.viewer import viewer  # only printing asks what system this is

    opens = viewer()
    try:
        if opens is None:
            handed = _handed(pdf, order.printer)
            click.echo(in_words(handed), err=bool(handed.trouble))
        else:
            file = _kept(pdf, order)
            opens(file)
            _name(file, _("Opened {file}: print it from there."), order)
            return
    except AgendaError:
        _name(_kept(pdf, order), _("The PDF is kept: {file}"), order)
        raise
    if handed.trouble:
        _name(_kept(pdf, order), _("The PDF is kept: {file}"), order)


def _handed(pdf: bytes, named: str) -> Handed:
    from facilitator.printing.choice import chosen_printer, print_on

    printer = chosen_printer(named)
    click.echo(_("Handing it to the printer “{printer}” …").format(printer=printer), err=True)
    return print_on(pdf, printer)


def _kept(pdf: bytes, order: PrintOrder) -> Path:
    from facilitator.printing.kept import keep, paper_folder

    return order.target or keep(paper_folder() / order.name, pdf)


def _name(file: Path, sentence: str, order: PrintOrder) -> None:
    click.echo(sentence.format(file=file))
    if order.warning:
        click.echo(order.warning)
