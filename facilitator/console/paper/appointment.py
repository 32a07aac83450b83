"""The sheet for an appointment: who takes it there is asked the next time what came of it."""

from __future__ import annotations

from agenda.member import Member
from agenda.session import Session
from facilitator.console.console import Console
from facilitator.console.parts.confirm import ConfirmDialog
from facilitator.language import _


async def is_taken_to_an_appointment(console: Console, member: Member) -> bool | None:
    """Whether they will take it with them, so that there is something to ask about; none for Esc."""
    if console.workplace.record.read_only:
        return False
    question = _("Will {name} take this sheet to an appointment?").format(name=member.name)
    hint = _("Yes: next time the screen reminds you to ask what came of it.")
    return await console.ask(ConfirmDialog(question, hint=hint))


def ask_next_time(console: Console, session: Session, member: Member) -> None:
    """The next hour asks what came of it."""
    from facilitator.session_paper.letters import write_appointment  # codes and forms: when it is made

    write_appointment(console.workplace.record, session, member)
    console.say(_("Written down: ask {name} next time what came of it.").format(name=member.name))
