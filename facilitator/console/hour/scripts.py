"""What to say and do on an occasion that no phase is made for: the scripts of the curriculum."""

from __future__ import annotations

from typing import TYPE_CHECKING

from content.phase import SessionWords
from facilitator.console.parts.choice import ChoiceDialog
from facilitator.language import _

if TYPE_CHECKING:
    from facilitator.console.app import ConsoleApp


def offer_scripts(console: ConsoleApp, words: SessionWords) -> None:
    """Which occasion? Then its steps, to read; nothing is written and nothing goes to the wall."""
    scripts = (
        (_("Somebody is new"), words.newcomer),
        (_("Somebody leaves the group"), words.leaver),
        (_("The hour by video call"), words.video),
        (_("Asking for feedback"), words.feedback),
    )

    def chosen(place: int | None) -> None:
        if place is not None:
            title, script = scripts[place]
            hint = _("Enter or Esc: back.")
            console.push_screen(
                ChoiceDialog(title, script.steps or (_("The curriculum says nothing here."),), hint=hint)
            )

    console.push_screen(ChoiceDialog(_("What to say and do"), [title for title, _script in scripts]), chosen)
