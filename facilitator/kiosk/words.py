"""What the kiosk says, in the terminal and in the browser alike."""

from __future__ import annotations

from facilitator.kiosk.visit import Page
from facilitator.language import _


def words(page: Page) -> tuple[str, str]:
    """Title and line of a page."""
    return {
        Page.OFF: (_("Not switched on yet"), _("The facilitator switches it on in the console. Esc closes this.")),
        Page.HOLDING: (_("Good to see you"), _("Please take a seat. Nothing needs to be done here now.")),
        Page.CODE: (_("Good to see you"), _("Please type your code.")),
        Page.NAMES: (_("Good to see you"), _("Please touch your name.")),
        Page.WAIT: (_("One moment, please"), ""),
        Page.WELCOME: (_("Welcome. Take a seat."), _("Not you? Touch here.")),
        Page.TELL: (
            _("Please tell the facilitator."),
            _("Your check-in could not be kept here."),
        ),
        Page.LEAVE: (_("For the facilitator"), _("The code from the console closes this screen. Esc: back.")),
    }[page]
