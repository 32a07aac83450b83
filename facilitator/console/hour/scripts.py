"""What to say and do on an occasion that no phase is made for: the scripts of the curriculum."""

from __future__ import annotations

from content.phase import SessionWords
from facilitator.console.console import Console
from facilitator.console.parts.choice import ChoiceDialog
from facilitator.language import _


async def offer_scripts(console: Console, words: SessionWords) -> None:
    """Which occasion? Then its steps, to read; nothing is written and nothing goes to the wall."""
    scripts = (
        (_("Somebody is new"), words.newcomer),
        (_("Somebody leaves the group"), words.leaver),
        (_("The hour by video call"), words.video),
        (_("Asking for feedback"), words.feedback),
    )
    place = await console.ask(ChoiceDialog(_("What to say and do"), [title for title, _script in scripts]))
    if place is not None:
        title, script = scripts[place]
        steps = script.steps or (_("The curriculum says nothing here."),)
        await console.ask(ChoiceDialog(title, steps, hint=_("Enter or Esc: back.")))
