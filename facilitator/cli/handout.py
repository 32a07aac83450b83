"""``facilitator handout``: one lesson on paper, for whoever takes it home."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from content.load import load_lesson
from facilitator.cli.paper import (
    chosen_paper,
    large_option,
    maybe_target_option,
    name_replaced,
    paper_option,
    refuse_no_folder,
)
from facilitator.cli.printing import PrintOrder, deliver, print_options
from facilitator.crisis_help import UNSET
from facilitator.curriculum import crisis_help_of, curriculum, drawing_of_lesson, refuse_missing_site_folder
from facilitator.language import _

if TYPE_CHECKING:
    from content.lesson import Lesson
    from content.pack import Pack
    from facilitator.paperwork.paper import Paper
    from facilitator.paperwork.tree import Document


@click.command("handout", help=_("Make the handout of a lesson (its name or its code) as a PDF to print."))
@click.argument("lesson", metavar=_("LESSON"))
@maybe_target_option
@large_option
@paper_option
@click.option(
    "--address", metavar="URL", help=_("Your public https address: the printed code leads to the lesson there.")
)
@click.option("--cards", "as_cards", is_flag=True, help=_("Its pages for the wall as cards, for a room without one."))
@print_options
def handout(
    lesson: str,
    target: Path | None,
    is_large: bool,
    size: str | None,
    address: str | None,
    as_cards: bool,
    is_to_print: bool,
    printer: str,
    copies: int,
) -> None:
    """Write all of it or nothing."""
    from facilitator.paperwork.press import press  # the typesetter

    said = _("Wrote the cards to {file}.") if as_cards else _("Wrote the handout to {file}.")
    order = PrintOrder(target, is_to_print or bool(printer), printer, "handout.pdf", said=said)
    if target is not None:
        refuse_no_folder(target)
    refuse_missing_site_folder()
    pack = curriculum()
    paper = chosen_paper(pack.language, is_large, size)
    found = load_lesson(pack.lesson_named(lesson))
    document = _cards(found) if as_cards else _handout(pack, found, paper, address)
    pressed = press([document] * copies, paper)
    name_replaced(pressed)
    if not as_cards and not crisis_help_of(pack).is_known:
        click.echo(_(UNSET), err=True)
    deliver(pressed.pdf, order)


def _handout(pack: Pack, lesson: Lesson, paper: Paper, address: str | None) -> Document:
    from facilitator.paperwork.handout import Enclosed, lesson_handout  # the maker of codes

    module = next((one.title for one in pack.modules if one.slug == lesson.entry.module), "")
    inside = Enclosed(crisis_help_of(pack), drawing_of_lesson(pack, lesson))
    return lesson_handout(lesson, paper, module, address, enclosed=inside)


def _cards(lesson: Lesson) -> Document:
    from facilitator.paperwork.wall_card import wall_cards

    return wall_cards(lesson.pages, lesson.entry.title)
