"""``facilitator sheet``: one sheet from the record, such as a certificate, the agenda as a poster, the kiosk codes."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from agenda.access import Access
from agenda.error import N_, Refused
from facilitator.cli.paper import (
    chosen_paper,
    large_option,
    paper_option,
    refuse_no_folder,
    target_option,
    write_pdf,
)
from facilitator.cli.passphrase import asked_passphrase
from facilitator.cli.record import chosen_record, record_option
from facilitator.cli.taking_out import write_down
from facilitator.language import _
from facilitator.paperwork.sheet import ABOUT_WHAT_WAS_HELD, PRIVATE, Sheet

if TYPE_CHECKING:
    from agenda.record.taking_out import Reading
    from facilitator.paperwork.press import Pressed


@click.command(
    "sheet",
    help=_("Make one sheet of a group: poster, cards, codes, goals, certificate, cover page, letters."),
)
@record_option
@click.argument("kind", type=click.Choice([one.value for one in Sheet]))
@target_option
@large_option
@paper_option
@click.option("--group", "number", type=click.IntRange(1), metavar="N",
              help=_("The group, by its number on Home. Without it: the group that meets next."))  # fmt: skip
@click.option("--member", "digit", type=click.IntRange(1, 9), metavar="DIGIT", help=_("The member, by their digit."))
@click.option("--last", is_flag=True, help=_("Of the session held last, not of the next one."))
@click.option("--full-name", "in_full", is_flag=True, help=_("The full name on a certificate, if they want it so."))
@click.pass_context
def sheet(
    ctx: click.Context,
    kind: str,
    target: Path,
    is_large: bool,
    size: str | None,
    number: int | None,
    digit: int | None,
    last: bool,
    in_full: bool,
) -> None:
    """Read the record, set the sheet, write one PDF."""
    refuse_no_folder(target)
    path = chosen_record(ctx)
    if not path.is_file():  # said before anybody types a passphrase
        raise Refused(N_("There is no record at this place."), N_("Name it: facilitator sheet --record PATH"))
    from agenda.record.taking_out import reading  # the database: not for --help

    with reading(path, asked_passphrase()) as source:
        pressed = _pressed(source, kind, (number, digit), (is_large, size), (last, in_full))
    write_pdf(target, pressed, _said(Sheet(kind)))


def _said(kind: Sheet) -> str:
    said = (_("Wrote {file}."), _("It may hold names and is not encrypted."))
    if kind is not Sheet.MISSED:
        return "\n".join(said)
    return "\n".join((*said, _("A command writes no contact down: the catch-up in the console asks for it.")))


def _pressed(
    source: Reading,
    kind: str,
    who: tuple[int | None, int | None],
    look: tuple[bool, str | None],
    ways: tuple[bool, bool],
) -> Pressed:
    from agenda.record.rows import group as groups
    from facilitator.paperwork.press import press
    from facilitator.session_paper.pack import session_to_print
    from facilitator.session_paper.single import Wanted, member_with, sheet_of

    (number, digit), (last, in_full) = who, ways
    wanted_sheet, record = Sheet(kind), source.record
    session = session_to_print(record, after=last or wanted_sheet in ABOUT_WHAT_WAS_HELD, number=number)
    today = groups.group(record, session.group).local_date(record.clock.now())
    member = None if digit is None else member_with(record, session, digit, today)
    paper = chosen_paper(session.locale, *look)
    if wanted_sheet in PRIVATE:
        write_down(source, Access.PAPER, member=None if member is None else member.id, session=session.id)
    return press([sheet_of(source.record, wanted_sheet, Wanted(session, paper, today, member, in_full))], paper)
