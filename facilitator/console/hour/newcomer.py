"""Somebody new is at the door: a name is enough, the rest comes later."""

from __future__ import annotations

from agenda.member import LONGEST_NAME
from agenda.record.rows import newcomer
from facilitator.console.console import Console
from facilitator.console.parts.ask_words import Texts, ask_form
from facilitator.console.parts.form import FormField
from facilitator.console.people.marks import Marks
from facilitator.language import _


async def ask_for_newcomer(console: Console, marks: Marks) -> str:
    """Their name; then they are on the roster and chosen, so that the next key marks them. What to say about it."""
    led = marks.led
    hint = _("The name they want to be called by. Everything else can wait until after the hour.")
    field = FormField("name", _("Name"), hint=hint, longest=LONGEST_NAME, draft_key=f"newcomer/{led.id}")
    added: list[str] = []

    def write(texts: Texts) -> None:
        added.append(newcomer.join(led.workplace.record, led.id, texts["name"]))

    if not await ask_form(console, _("A newcomer"), (field,), write) or not added:
        return ""
    member = next(a for a in led.roster if a.member == added[-1])
    marks.chosen.choose(member.digit)
    said = _("{name} is in the group, with the digit {digit}. h: here; l: late, now.")
    return said.format(name=member.name, digit=member.digit)
