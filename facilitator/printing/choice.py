"""Which printer: the one named, else the one remembered, else the computer's usual one or the only one.

Never another one instead: sheets with names must not come out in somebody else's room.
"""

from __future__ import annotations

from agenda.error import N_
from facilitator.printing.queue import Handed, NotPrinted, Printers, printers, send
from facilitator.settings import remember_printer, remembered_printer


def chosen_printer(named: str = "") -> str:
    """The printer to take. Raises ``NotPrinted`` when there is none, it is gone, or nothing says which of several."""
    found = printers()
    if not found.names:
        raise NotPrinted(
            N_("No printer is set up on this computer."),
            N_("Open the PDF on a computer that has one, or set one up first."),
        )
    wanted = named or remembered_printer()
    if wanted and wanted not in found.names:
        raise NotPrinted(
            N_("There is no printer “{printer}”."),
            N_("There are: {known}. Name one with --printer."),
            printer=wanted,
            known=", ".join(found.names),
        )
    taken = wanted or likely(found)
    if not taken:
        raise NotPrinted(
            N_("Which printer is to be used?"),
            N_("There are: {known}. Name one with --printer."),
            known=", ".join(found.names),
        )
    return taken


def likely(found: Printers) -> str:
    """The printer to offer first: the one remembered, the usual one, the only one; else none."""
    remembered = remembered_printer()
    if remembered in found.names:
        return remembered
    return found.usual or (found.names[0] if len(found.names) == 1 else "")


def print_on(pdf: bytes, printer: str) -> Handed:
    """Print it, and remember the printer once it has taken a job. Raises ``NotPrinted``."""
    handed = send(pdf, printer)
    remember_printer(printer)
    return handed
