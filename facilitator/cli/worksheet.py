"""``facilitator worksheet``: one form of the curriculum, to be filled in by hand."""

from __future__ import annotations

from pathlib import Path

import click

from content.worksheet_shelf import load_worksheet
from facilitator.cli.paper import (
    chosen_paper,
    large_option,
    paper_option,
    refuse_no_folder,
    target_option,
    write_pdf,
)
from facilitator.curriculum import curriculum
from facilitator.language import _


@click.command("worksheet", help=_("Make a worksheet (its name, such as stress-diary) as a PDF with room to write."))
@click.argument("slug", metavar=_("NAME"))
@target_option
@large_option
@paper_option
def worksheet(slug: str, target: Path, is_large: bool, size: str | None) -> None:
    """Write all of it or nothing."""
    from facilitator.paperwork.press import press  # the typesetter
    from facilitator.paperwork.worksheet_form import worksheet_document

    refuse_no_folder(target)
    pack = curriculum()
    paper = chosen_paper(pack.language, is_large, size)
    document = worksheet_document(load_worksheet(pack, slug), paper)
    write_pdf(target, press([document], paper), _("Wrote the worksheet to {file}."))
