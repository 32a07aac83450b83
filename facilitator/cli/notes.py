"""``facilitator notes``: which notes there are, one of them to read, and all of them as files."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from agenda.error import N_, Refused
from facilitator.cli.passphrase import asked_passphrase
from facilitator.cli.record import chosen_record, record_option
from facilitator.cli.taking_out import write_down
from facilitator.language import _, ngettext, short_date
from legible import legible

if TYPE_CHECKING:
    from datetime import datetime

    from agenda.notes.note import Note
    from agenda.record.connection import Record
    from agenda.record.taking_out import Reading
    from facilitator.cli.note_choice import Held

LAST = 10
"""So many sessions of each group are listed unless all are asked for."""

group_option = click.option("--group", metavar="NAME", help=_("Only this group."))


@click.group(help=_("List, show and write out the notes of sessions held. They are read; nothing is changed."))
@record_option
def notes() -> None:
    pass


@notes.command("list", help=_("List the sessions held and how the note of each member stands."))
@record_option
@group_option
@click.option("--all", "all_of_them", is_flag=True, help=_("Every session, not only the last ones of each group."))
@click.pass_context
def list_notes(ctx: click.Context, group: str | None, all_of_them: bool) -> None:
    from facilitator.cli.note_choice import sessions_held

    with _open(ctx) as record:
        seen: dict[int, int] = {}
        for held in sessions_held(record, group):
            seen[held.place] = seen.get(held.place, 0) + 1
            if all_of_them or seen[held.place] <= LAST:
                _list_session(record, held)
        if not seen:
            click.echo(_("No session has been held yet."))


def _list_session(record: Record, held: Held) -> None:

    day = short_date(held.session.day)
    click.echo(legible(_("{group}, session {number}, {date}")).format(
        group=legible(held.group), number=held.session.number, date=day
    ))  # fmt: skip
    for note in held.notes(record):
        click.echo(f"  {note.digit}  {_state_of(note, record.clock.now()):<22}  {legible(note.facts.names.name)}")


def _state_of(note: Note, now: datetime) -> str:
    from agenda.notes.note import is_late
    from facilitator.note_wording import away_word

    if note.no_show:
        return away_word(note)
    if note.reviewed:
        return _("reviewed")
    if note.lapsed:
        return _("drafted, review lapsed")
    if any(part.changed_since for part in note.sections):
        return _("drafted, facts changed")
    return _("drafted, late") if is_late(note.facts, now) else _("drafted")


@notes.command("show", help=_("Show one note: SESSION is a number or a date as in 2026-11-24, MEMBER a digit."))
@record_option
@group_option
@click.argument("session")
@click.argument("member", type=click.IntRange(1, 9))
@click.pass_context
def show_note(ctx: click.Context, group: str | None, session: str, member: int) -> None:
    from facilitator.cli.note_choice import one_session, staff_names
    from facilitator.cli.note_text import as_text

    with _open(ctx) as record:
        note = one_session(record, session, group).note(record, member)
        click.echo(as_text(note, staff_names(record)), nl=False)


@notes.command(
    "export",
    help=_(
        "Write notes as files: one a member and session in the folder TARGET, or a single one as the file TARGET "
        "where --session and --member say which. The files are not encrypted."
    ),
)
@record_option
@group_option
@click.argument("target", type=click.Path(path_type=Path))
@click.option("--format", "ending", type=click.Choice(["md", "txt"]), help=_("Markdown (as usual) or plain text."))
@click.option("--session", metavar="SESSION", help=_("Only this session, by number or date."))
@click.option("--member", type=click.IntRange(1, 9), help=_("Only the member with this digit."))
@click.pass_context
def export_notes(
    ctx: click.Context, target: Path, group: str | None, ending: str | None, session: str | None, member: int | None
) -> None:
    from agenda.access import Access
    from facilitator.cli import note_choice, note_file

    with _reading(ctx) as source:
        record = source.record
        sessions = (
            note_choice.sessions_held(record, group)
            if session is None
            else (note_choice.one_session(record, session, group),)
        )
        files = note_file.contents(record, sessions, target, ending, member, is_one=None not in (session, member))
        write_down(
            source,
            Access.NOTE_FILES,
            member=note_choice.only_member(record, sessions, member),
            session=None if session is None else sessions[0].session.id,
        )
    written = note_file.write_new(files)
    for path in files if len(files) == 1 else ():
        target = path
    click.echo(ngettext("Wrote {count} note to {place}.", "Wrote {count} notes to {place}.", written).format(
        count=written, place=target
    ))  # fmt: skip
    if written < len(files):
        same = len(files) - written
        click.echo(ngettext("{count} was there already.", "{count} were there already.", same).format(count=same))
    click.echo(_("They are not encrypted: keep them as safe as the record, and delete them when they have served."))


@contextmanager
def _open(ctx: click.Context) -> Iterator[Record]:
    with _reading(ctx) as source:
        yield source.record


@contextmanager
def _reading(ctx: click.Context) -> Iterator[Reading]:
    """The record to read, beside any console that writes it."""
    from agenda.record.taking_out import reading

    path = chosen_record(ctx)
    if not path.is_file():  # said before anybody types a passphrase
        raise Refused(N_("There is no record at this place."), N_("Name it: facilitator notes list --record PATH"))
    with reading(path, asked_passphrase()) as source:
        yield source
