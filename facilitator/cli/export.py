"""``facilitator export``: the whole record as one documented file."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import click

from agenda.error import N_, Refused
from facilitator.cli.passphrase import asked_passphrase
from facilitator.cli.record import chosen_record, record_option
from facilitator.cli.taking_out import write_down
from facilitator.language import _, ngettext
from facilitator.whole_file import write_whole

STANDARD_OUTPUT = Path("-")


@click.command("export", help=_("Write the whole record as lists of rows (docs/export.md). The file is not encrypted."))
@record_option
@click.option(
    "--json",
    "target",
    required=True,
    metavar="FILE",
    type=click.Path(path_type=Path, dir_okay=False, allow_dash=True),
    help=_("The file to write; - for standard output."),
)
@click.pass_context
def export(ctx: click.Context, target: Path) -> None:
    """Read beside any console, write all or nothing."""
    record = chosen_record(ctx)
    _refuse_to_overwrite_the_record(record, target)
    lists = _read(record)
    text = _a_row_a_line(lists).encode()
    if target == STANDARD_OUTPUT:
        click.echo(text, nl=False)  # bytes: UTF-8 in any locale
        return
    write_whole(target, text)
    rows = sum(len(rows) for rows in lists.values() if isinstance(rows, list))
    click.echo(ngettext("Wrote {count} row to {file}.", "Wrote {count} rows to {file}.", rows).format(
        count=rows, file=target
    ))  # fmt: skip
    click.echo(_("It is not encrypted: keep it as safe as the record, and delete it when it has served."))


def _read(path: Path) -> dict[str, Any]:
    from agenda.access import Access
    from agenda.record.export import export as exported  # the database: not for --help
    from agenda.record.taking_out import reading

    if not path.is_file():  # said before anybody types a passphrase
        raise Refused(N_("There is no record at this place."), N_("Name it: facilitator export --record PATH"))
    with reading(path, asked_passphrase()) as source:
        write_down(source, Access.EXPORT)
        return exported(source.record)


def _a_row_a_line(lists: dict[str, Any]) -> str:
    """As JSON that can be read, searched and compared line by line; a layout Python's own writer has, but slowly."""
    written = json.JSONEncoder(ensure_ascii=False).encode
    parts = []
    for name, value in lists.items():
        is_list = isinstance(value, list) and value
        said = "[\n  " + ",\n  ".join(map(written, value)) + "\n ]" if is_list else written(value)
        parts.append(f" {written(name)}: {said}")
    return "{\n" + ",\n".join(parts) + "\n}\n"


def _refuse_to_overwrite_the_record(record: Path, target: Path) -> None:
    if target == STANDARD_OUTPUT:
        return
    taken = [
        record.with_name(record.name + ending).resolve()
        for ending in ("", ".keys", ".lock", "-journal", "-wal", "-shm")
    ]
    if target.resolve() in taken:
        raise Refused(N_("This file belongs to the record itself."), N_("Choose another name for the export."))
