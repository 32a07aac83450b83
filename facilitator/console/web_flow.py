"""The wall in a browser and the telephone: the console starts the server, a process without key or record."""

from __future__ import annotations

import os
import subprocess
import sys
import webbrowser
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from facilitator.console.dialogs.choice import ChoiceDialog
from facilitator.console.dialogs.confirm import ConfirmDialog
from facilitator.language import _

if TYPE_CHECKING:
    from facilitator.console.app import ConsoleApp
    from facilitator.console.remote import Remote

LAN = "FACILITATOR_LAN"
"""Where a laptop is in several networks: its address in the one the telephone is in."""
ENDS_WITHIN = 3.0
"""Seconds the server has to end when it is told to."""


class Served:
    """The server of this console, for this laptop alone or, where somebody decided so, for its network."""

    def __init__(self, stage: Path) -> None:
        self._stage = stage
        self._running: subprocess.Popen[str] | None = None
        self._address = ""
        self._is_open_to_network = False

    def address(self, *, network: bool = False) -> str:
        """Where it answers, starting it if it does not run; empty if it cannot be started. Waits for its first line."""
        if self._running is not None and self._running.poll() is None and self._is_open_to_network >= network:
            return self._address
        self.end()
        command = [sys.executable, "-m", "facilitator", "serve", "--stage", str(self._stage)]
        with suppress(OSError):
            self._running = subprocess.Popen(
                [*command, "--lan", *filter(None, [os.environ.get(LAN)])] if network else command,
                stdin=subprocess.DEVNULL,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                text=True,
            )
        self._is_open_to_network = network
        self._address = self._first_line()
        return self._address

    def end(self) -> None:
        """No page is served any more; those that are open hold by themselves."""
        running, self._running = self._running, None
        if running is None:
            return
        running.terminate()
        try:
            running.wait(ENDS_WITHIN)
        except subprocess.TimeoutExpired:
            running.kill()
            running.wait()
        if running.stdout is not None:
            running.stdout.close()

    def _first_line(self) -> str:
        if self._running is None or self._running.stdout is None:
            return ""
        line = self._running.stdout.readline().strip()
        return line if line.startswith("http://") else ""


def offer_browser(app: ConsoleApp) -> None:
    """Start the server and open the wall's page."""

    def started() -> None:
        address = app.served.address()
        if address:
            with suppress(webbrowser.Error):
                webbrowser.open(address)
        app.call_from_thread(say, address)

    def say(address: str) -> None:
        if not address:
            app.notify(_("The page could not be started. The wall works in a second terminal window."), markup=False)
            return
        words = _("Drag it to the projector, press F11. If no window opened: {address}")
        app.notify(words.format(address=address), title=_("Wall in the browser"), timeout=20, markup=False)

    app.run_worker(started, thread=True, exclusive=True, exit_on_error=False, group="serve")


def offer_telephone(app: ConsoleApp, remote: Remote) -> None:
    """Pair a telephone, or let the paired one go."""
    if not remote.is_paired:
        _ask_for_network(app, remote)
        return

    def chosen(place: int | None) -> None:
        if place == 0:
            remote.end()
        elif place == 1:
            _ask_for_network(app, remote)

    options = (_("Let it go"), _("Pair another one in its place"))
    app.push_screen(ChoiceDialog(_("A telephone is the prompter"), options), chosen)


def _ask_for_network(app: ConsoleApp, remote: Remote) -> None:
    def answered(yes: bool | None) -> None:
        if yes:
            app.run_worker(started, thread=True, exclusive=True, exit_on_error=False, group="serve")

    def started() -> None:
        app.call_from_thread(show, app.served.address(network=True))

    def show(address: str) -> None:
        if not address:
            app.notify(_("This laptop is in no network that a telephone could be in, too."), markup=False)
            return
        from facilitator.console.dialogs.pairing import PairingDialog  # draws a code: rarely needed

        parts = urlsplit(address)
        app.push_screen(PairingDialog(f"{parts.scheme}://{parts.netloc}/remote?pair={remote.pair()}"))

    question = _("Open a page for one telephone in this network?")
    hint = _("It shows pages and questions of the curriculum, and nothing about anybody. It ends with the session.")
    app.push_screen(ConfirmDialog(question, hint=hint, careful=True), answered)
