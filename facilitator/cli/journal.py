"""``facilitator journal``: who did what when, in plain words; it reads and writes nothing."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime
from itertools import islice
from typing import TYPE_CHECKING, Any

import click

from agenda.error import N_, Refused
from facilitator.cli.passphrase import asked_passphrase
from facilitator.cli.record import chosen_record, record_option
from facilitator.language import _
from legible import one_line

if TYPE_CHECKING:
    from agenda.record.connection import Record
    from agenda.trail import Entry

AT_ONCE = 200
"""Lines handed to the terminal together."""


@click.command("journal", help=_("Show who did what when, about one member, in one session or since a day."))
@record_option
@click.option("--group", metavar="NAME", help=_("The group that member and session are of."))
@click.option("--member", "who", metavar="DIGIT", help=_("Only this member; see: facilitator member list"))
@click.option("--session", "which", metavar="SESSION", help=_("Only this session, by number or date."))
@click.option("--since", metavar="DAY", type=click.DateTime(["%Y-%m-%d"]), help=_("Only from this day on: 2026-11-24."))
@click.option("--json", "is_json", is_flag=True, help=_("As JSON, for another program."))
@click.pass_context
def journal(
    ctx: click.Context, group: str | None, who: str | None, which: str | None, since: datetime | None, is_json: bool
) -> None:
    from agenda.record.opening import open_record  # the database: not for --help

    path = chosen_record(ctx)
    if not path.is_file():  # said before anybody types a passphrase
        raise Refused(N_("There is no record at this place."), N_("Name it: facilitator journal --record PATH"))
    record = open_record(path, asked_passphrase(), read_only=True)
    try:
        found = _found(record, group, who, which, since)
        _print(_as_json(record, found) if is_json else _as_text(record, found))
    finally:
        record.close()


def _found(
    record: Record, group: str | None, who: str | None, which: str | None, since: datetime | None
) -> Iterator[Entry]:
    from zoneinfo import ZoneInfo

    from agenda.record.about import of_the_same_person
    from agenda.record.trail import entries
    from facilitator.cli.choice import chosen_groups, chosen_member, chosen_sessions

    groups = chosen_groups(record, group)
    zone = ZoneInfo(groups[0].zone if groups else "UTC")
    return entries(
        record,
        members=() if who is None else of_the_same_person(record, chosen_member(record, who, group).id),
        sessions=None if which is None else chosen_sessions(record, which, group),
        since=None if since is None else since.replace(tzinfo=zone),
    )


def _print(lines: Iterable[str]) -> None:
    rest = iter(lines)
    while part := list(islice(rest, AT_ONCE)):
        click.echo("\n".join(part))


def _as_text(record: Record, found: Iterator[Entry]) -> Iterator[str]:
    from facilitator.cli.journal_line import Teller

    teller = Teller.of(record)
    is_empty = True
    for entry in found:
        is_empty = False
        yield one_line(teller.line(entry))
    if is_empty:
        yield _("The journal has nothing about this.")


def _as_json(record: Record, found: Iterator[Entry]) -> Iterator[str]:
    import json

    from facilitator.cli.journal_line import Teller

    teller = Teller.of(record)
    written = json.JSONEncoder(ensure_ascii=False).encode
    before: dict[str, Any] | None = None
    yield "["
    for entry in found:
        if before is not None:
            yield f"  {written(before)},"
        before = teller.data(entry)
    if before is not None:
        yield f"  {written(before)}"
    yield "]"
