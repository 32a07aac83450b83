"""Opening a member's page or making their paper is written in the journal, where this console writes at all."""

from __future__ import annotations

from agenda.access import Access
from agenda.record.rows.access import written_down
from facilitator.console.console import Console
from facilitator.language import _


def write_down(console: Console, kind: Access, member: str | None, *, session: str | None = None) -> None:
    """Keep that it was opened; it opens all the same where that cannot be kept, and then it is said."""
    record = console.workplace.record
    if not written_down(record, kind, member=member, session=session) and not record.read_only:
        console.say(_("The journal could not be written: it does not say that this was opened."), is_problem=True)
