"""The wall in a browser and the telephone: the console starts the server, a process without key or record."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from facilitator.console.devices.servers import open_browser
from facilitator.console.parts.choice import ChoiceDialog
from facilitator.console.parts.confirm import ConfirmDialog
from facilitator.language import _

if TYPE_CHECKING:
    from facilitator.console.app import ConsoleApp
    from facilitator.console.devices.telephone import Telephone


def offer_browser(app: ConsoleApp) -> None:
    """Start the server and open the wall's page."""

    def started() -> None:
        address = app.servers.address()
        app.call_from_thread(say, address, bool(address) and open_browser(address))

    def say(address: str, is_open: bool) -> None:
        if not address:
            app.notify(_("The page could not be started. The wall works in a second terminal window."), markup=False)
            return
        words = _("Drag it to the projector, press F11. If no window opened: {address}")
        if not is_open:
            words = _("Open this address in a browser: {address}")
        app.notify(words.format(address=address), title=_("Wall in the browser"), timeout=20, markup=False)

    app.run_worker(started, thread=True, exclusive=True, exit_on_error=False, group="serve")


def offer_telephone(app: ConsoleApp, telephone: Telephone) -> None:
    """Pair a telephone, or let the paired one go."""
    if not telephone.is_paired:
        _ask_for_network(app, telephone)
        return

    def chosen(place: int | None) -> None:
        if place == 0:
            telephone.end()
        elif place == 1:
            _ask_for_network(app, telephone)

    options = (_("Let it go"), _("Pair another one in its place"))
    app.push_screen(ChoiceDialog(_("A telephone is the prompter"), options), chosen)


def _ask_for_network(app: ConsoleApp, telephone: Telephone) -> None:
    def answered(yes: bool | None) -> None:
        if yes:
            app.run_worker(started, thread=True, exclusive=True, exit_on_error=False, group="serve")

    def started() -> None:
        app.call_from_thread(show, app.servers.address(network=True))

    def show(address: str) -> None:
        if not address:
            app.notify(_("This laptop is in no network that a telephone could be in, too."), markup=False)
            return
        from facilitator.console.devices.pairing_dialog import PairingDialog  # draws a code: rarely needed

        def taken() -> None:
            if dialog.is_current:
                dialog.dismiss(None)
            app.notify(_("The telephone is there: next page, back, curtain."), markup=False)

        parts = urlsplit(address)
        dialog = PairingDialog(f"{parts.scheme}://{parts.netloc}/telephone?pair={telephone.pair(taken)}")
        app.push_screen(dialog)

    question = _("Open a page for one telephone in this network?")
    hint = _("It shows pages and questions of the curriculum, and nothing about anybody. It ends with the session.")
    app.push_screen(ConfirmDialog(question, hint=hint, careful=True), answered)
