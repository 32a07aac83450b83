"""``facilitator pack``: what one session needs on paper, before the hour or after it."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from agenda.access import Access
from agenda.error import N_, Refused
from facilitator.cli.paper import chosen_paper, name_replaced, one_side_option, paper_option
from facilitator.cli.passphrase import asked_passphrase
from facilitator.cli.printing import PrintOrder, deliver, print_options
from facilitator.cli.record import chosen_record, record_option
from facilitator.cli.taking_out import write_down
from facilitator.language import _

if TYPE_CHECKING:
    from agenda.record.connection import Record
    from agenda.session import Session
    from facilitator.paperwork.paper import Paper
    from facilitator.paperwork.tree import Document


WARNING = N_("It holds names and is not encrypted: delete it when it is printed.")


@click.command("pack", help=_("Make the session pack: handouts, goal sheets of those to be asked, the circle sheet."))
@record_option
@click.option("-o", "target", metavar="FILE", type=click.Path(path_type=Path, dir_okay=False),
              help=_("The PDF to write."))  # fmt: skip
@click.option("--after", is_flag=True, help=_("After the hour: plan slips, and handouts for those who were not there."))
@click.option(
    "--group",
    "number",
    type=click.IntRange(1),
    default=None,
    metavar="N",
    help=_("The group, by its number on Home. Without it: the group that meets next."),
)
@click.option("--large", is_flag=True, help=_("Large print, 18 points."))
@paper_option
@one_side_option
@click.option("--no-spare", is_flag=True, help=_("No handouts more than people expected."))
@print_options
@click.pass_context
def pack(
    ctx: click.Context,
    target: Path | None,
    after: bool,
    number: int | None,
    large: bool,
    size: str | None,
    one_side: bool,
    no_spare: bool,
    is_to_print: bool,
    printer: str,
    copies: int,
) -> None:
    """Read the record, set the sheets, write or print one PDF."""
    order = PrintOrder(target, is_to_print or bool(printer), printer, "session-pack.pdf", _(WARNING))
    path = chosen_record(ctx)
    if not path.is_file():  # said before anybody types a passphrase
        raise Refused(N_("There is no record at this place."), N_("Name it: facilitator pack --record PATH"))
    from agenda.record.taking_out import reading  # the database: not for --help
    from facilitator.crisis_help import UNSET
    from facilitator.curriculum import crisis_help_of, curriculum, refuse_missing_site_folder
    from facilitator.paperwork.press import press
    from facilitator.session_paper.counted import pack_words
    from facilitator.session_paper.pack import session_to_print

    refuse_missing_site_folder()

    with reading(path, asked_passphrase()) as source:
        session = session_to_print(source.record, after=after, number=number)
        paper = chosen_paper(session.locale, large, size, one_side=one_side)
        write_down(source, Access.PAPER, session=session.id)
        made = _documents(source.record, session, paper, after=after, no_spare=no_spare)
        pressed = press([*made] * copies, paper, _("Session pack"))
    name_replaced(pressed)
    click.echo(pack_words(made, pressed, paper), err=True)
    if not crisis_help_of(curriculum(session.locale)).is_known:
        click.echo(_(UNSET), err=True)
    deliver(pressed.pdf, order)


def _documents(record: Record, session: Session, paper: Paper, *, after: bool, no_spare: bool) -> Sequence[Document]:
    from facilitator.paperwork.session_pack import SPARE
    from facilitator.session_paper.pack import documents_after, documents_before

    if after:
        return documents_after(record, session, paper)
    return documents_before(record, session, paper, spare=0 if no_spare else SPARE)
