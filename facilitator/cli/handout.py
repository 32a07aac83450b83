"""``facilitator handout``: one lesson on paper, for whoever takes it home."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from agenda.error import N_, Refused
from content.load import load_lesson
from facilitator.cli.export import STANDARD_OUTPUT
from facilitator.cli.printing import PrintOrder, deliver, print_options
from facilitator.curriculum import curriculum
from facilitator.language import _
from facilitator.paperwork.paper import Paper, PaperSize

if TYPE_CHECKING:
    from content.pack import Pack
    from facilitator.paperwork.press import Pressed


@click.command("handout", help=_("Make the handout of a lesson (its name or its code) as a PDF to print."))
@click.argument("lesson", metavar=_("LESSON"))
@click.option(
    "-o",
    "--output",
    "target",
    metavar="FILE",
    type=click.Path(path_type=Path, dir_okay=False, allow_dash=True),
    help=_("The PDF to write; - for standard output."),
)
@click.option("--large", "is_large", is_flag=True, help=_("Large print: 18 points."))
@click.option("--letter", "is_letter", is_flag=True, help=_("US Letter paper instead of A4."))
@click.option(
    "--address", metavar="URL", help=_("Your public https address: the printed code leads to the lesson there.")
)
@print_options
def handout(
    lesson: str,
    target: Path | None,
    is_large: bool,
    is_letter: bool,
    address: str | None,
    is_to_print: bool,
    printer: str,
    copies: int,
) -> None:
    """Write all of it or nothing."""
    order = PrintOrder(target, is_to_print or bool(printer), printer, "handout.pdf")
    if target is not None and target != STANDARD_OUTPUT and not target.parent.is_dir():
        raise Refused(N_("There is no such folder to write into."), N_("Make the folder first, or choose another."))
    pack = curriculum()
    paper = Paper(pack.language, is_large, PaperSize.LETTER if is_letter else PaperSize.A4)
    pressed = _pressed(pack, lesson, paper, address, copies)
    _name(pressed.replaced)
    deliver(pressed.pdf, order)


def _pressed(pack: Pack, name: str, paper: Paper, address: str | None, copies: int) -> Pressed:
    from facilitator.paperwork.handout import lesson_handout  # the typesetter and the maker of codes
    from facilitator.paperwork.press import press

    entry = pack.lesson_named(name)
    module = next((one.title for one in pack.modules if one.slug == entry.module), "")
    return press([lesson_handout(load_lesson(entry), paper, module, address)] * copies, paper)


def _name(replaced: tuple[str, ...]) -> None:
    if replaced:
        click.echo(
            _("No letter is installed for: {names}. □ stands there.").format(names=", ".join(replaced)), err=True
        )
