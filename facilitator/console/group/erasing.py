"""Erasing a former member: what goes and what stays is said first, and the name is typed before anything happens."""

from __future__ import annotations

from agenda.member import LONGEST_NAME, Member
from agenda.name import folded
from agenda.record.erasure import erase as erased
from agenda.record.erasure import refuse_too_early
from facilitator.console.console import Console
from facilitator.console.parts.confirm import ConfirmDialog
from facilitator.console.parts.form import FormField, Texts
from facilitator.console.parts.form_dialog import FormDialog
from facilitator.erasing import still_named_words, what_goes_and_stays
from facilitator.language import _


async def erase(console: Console, member: Member) -> None:
    """Ask twice; the second answer is the name itself. Raises ``Refused`` while they still belong."""
    record = console.workplace.record
    refuse_too_early(record, member.id)
    question = _("Erase what is kept about {name}?").format(name=member.name)
    careful = ConfirmDialog(question, _("Go on"), hint="\n".join(what_goes_and_stays()), careful=True)
    if not await console.ask(careful):
        return

    def check(texts: Texts) -> Texts:
        if folded(texts["name"]) == folded(member.name):
            return {}
        return {"name": _("This is not the name.")}

    hint = _("Enter erases it. Esc: back.")
    field = FormField("name", _("The name"), longest=LONGEST_NAME)
    asked = FormDialog(_("To erase {name}, type the name").format(name=member.name), (field,), check, hint=hint)
    if await console.ask(asked) is None:
        return
    count = erased(record, member.id)
    console.say(_("Erased."))
    if count:
        console.say(still_named_words(count), is_problem=True, seconds=12)
