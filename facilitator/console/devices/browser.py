"""The wall in a browser: the console starts the server, a process without key or record, and opens its page."""

from __future__ import annotations

from facilitator.console.console import Console
from facilitator.console.devices.servers import open_browser
from facilitator.language import _


async def offer_browser(console: Console) -> None:
    """Start the server and open the wall's page."""
    address = await console.beside(console.servers.address)
    if not address:
        console.say(_("The page could not be started. The wall works in a second terminal window."))
        return
    words = _("Drag it to the projector, press F11. If no window opened: {address}")
    if not await console.beside(lambda: open_browser(address)):
        words = _("Open this address in a browser: {address}")
    console.say(words.format(address=address), title=_("Wall in the browser"), seconds=20)
