"""The letter for who was away: for whom it can be, and that it counts as a message to them."""

from __future__ import annotations

from agenda.member import Member
from agenda.session import Session
from facilitator.console.console import Console
from facilitator.console.parts.confirm import ConfirmDialog
from facilitator.language import _


def away(console: Console, session: Session, found: tuple[Member, ...]) -> tuple[Member, ...]:
    """Those of these members who were expected in the session held last and did not come."""
    from facilitator.session_paper.letters import away_from, held_last  # codes and forms: when it is made

    record = console.workplace.record
    ids = away_from(record, held_last(record, session))
    return tuple(one for one in found if one.id in ids)


async def counts_as_message(console: Console, session: Session, member: Member) -> bool | None:
    """Whether they will get it, which the record then says; none for Esc. Not asked where it says so already."""
    from facilitator.session_paper.letters import held_last, is_reached

    record = console.workplace.record
    if record.read_only or is_reached(record, held_last(record, session), member):
        return False
    question = _("Will {name} get this letter?").format(name=member.name)
    hint = _("Yes: it is written down as a message to them, and catch-up asks no more.")
    return await console.ask(ConfirmDialog(question, hint=hint))


def write_message(console: Console, session: Session, member: Member) -> None:
    """It is on its way to them."""
    from facilitator.session_paper.letters import held_last, write_contact

    record = console.workplace.record
    write_contact(record, held_last(record, session), member)
    console.say(_("Written down: a message to {name}.").format(name=member.name))
