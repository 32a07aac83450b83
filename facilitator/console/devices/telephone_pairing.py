"""Pairing the facilitator's telephone, and letting it go."""

from __future__ import annotations

from urllib.parse import urlsplit

from facilitator.console.console import Console
from facilitator.console.devices.telephone import Telephone
from facilitator.console.parts.choice import ChoiceDialog
from facilitator.console.parts.confirm import ConfirmDialog
from facilitator.language import _


async def offer_telephone(console: Console, telephone: Telephone) -> None:
    """Pair a telephone, or let the paired one go."""
    if telephone.is_paired:
        options = (_("Let it go"), _("Pair another one in its place"))
        place = await console.ask(ChoiceDialog(_("A telephone is the prompter"), options))
        if place == 0:
            telephone.end()
        if place != 1:
            return
    question = _("Open a page for one telephone in this network?")
    hint = _(
        "It shows pages and questions of the curriculum, and nothing about anybody. It ends with the session. "
        "What passes is not encrypted: on a shared wifi others can read it, and the code that pairs the telephone."
    )
    if await console.ask(ConfirmDialog(question, hint=hint, careful=True)):
        await _pair(console, telephone)


async def _pair(console: Console, telephone: Telephone) -> None:
    address = await console.beside(lambda: console.servers.address(network=True))
    if not address:
        console.say(_("This laptop is in no network that a telephone could be in, too."))
        return
    from facilitator.console.devices.pairing_dialog import PairingDialog  # draws a code: rarely needed

    def taken() -> None:
        dialog.dismiss(None)
        console.say(_("The telephone is there: next page, back, curtain."))

    parts = urlsplit(address)
    dialog = PairingDialog(f"{parts.scheme}://{parts.netloc}/telephone?pair={telephone.pair(taken)}")
    await console.ask(dialog)
