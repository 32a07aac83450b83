"""Which printer: the one named, else the one remembered, else the only or the usual one. Never another one instead."""

from __future__ import annotations

from agenda.error import N_
from facilitator.printing.queue import Handed, NotPrinted, printers, send
from facilitator.settings import remember_printer, remembered_printer


def chosen_printer(named: str = "") -> str:
    """The printer to take. Sheets with names must not come out in another room: one that is gone is refused.

    Raises ``NotPrinted`` when there is none, or it is not there any more.
    """
    wanted = named or remembered_printer()
    found = printers()
    if wanted in found:
        return wanted
    if not found:
        raise NotPrinted(
            N_("No printer is set up on this computer."),
            N_("Open the PDF on a computer that has one, or set one up first."),
        )
    if wanted:
        raise NotPrinted(
            N_("There is no printer “{printer}”."),
            N_("There are: {known}. Name one with --printer."),
            printer=wanted,
            known=", ".join(found),
        )
    return found[0]


def print_on(pdf: bytes, printer: str) -> Handed:
    """Print it, and remember the printer once it has taken a job. Raises ``NotPrinted``."""
    handed = send(pdf, printer)
    remember_printer(printer)
    return handed
