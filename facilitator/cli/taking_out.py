"""What the commands share that take something out of the record: the journal says so, or they say that it does not."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from facilitator.language import _

if TYPE_CHECKING:
    from agenda.access import Access
    from agenda.record.taking_out import Reading


def write_down(source: Reading, kind: Access, *, member: str | None = None, session: str | None = None) -> None:
    """Before anything is read, so that nothing leaves without a line; said on standard error where there is none."""
    if not source.write_down(kind, member=member, session=session):
        click.echo(
            _(
                "The journal does not say that this was taken out: the record is in use elsewhere, can only be read, "
                "or must first be opened in the console."
            ),
            err=True,
        )
