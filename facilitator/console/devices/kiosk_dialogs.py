"""Switching the kiosk on and off, and showing members' codes."""

from __future__ import annotations

from datetime import date

from rich.text import Text

from agenda.member import MembershipStatus
from agenda.public import KioskMode
from agenda.record.rows import member as members
from agenda.record.rows import member_code as codes
from facilitator.console.console import Console
from facilitator.console.devices.kiosk import Kiosk
from facilitator.console.parts.choice import ChoiceDialog
from facilitator.console.parts.confirm import ConfirmDialog
from facilitator.language import _

MODES = (None, KioskMode.CODES, KioskMode.NAMES)


def kiosk_line(mode: KioskMode | None) -> str:
    """How the kiosk stands, as a line of a menu."""
    if mode is None:
        return _("Kiosk: off")
    return _("Kiosk: on, with codes") if mode is KioskMode.CODES else _("Kiosk: on, with names")


async def ask_for_kiosk(console: Console, kiosk: Kiosk) -> str:
    """Off, codes or names; what is chosen holds for this session. A sentence about what came of it."""
    ways = (
        _("Off"),
        _("On, with codes: no name is shown (codes: Home, g, k)"),
        _("On, with names: the whole group is shown"),
    )
    title = _("Self check-in on another screen (kiosk)")
    while True:
        here = MODES.index(kiosk.mode)
        place = await console.ask(ChoiceDialog(title, ways, chosen=here, hint=_hint(kiosk)))
        if place is None or MODES[place] is kiosk.mode:
            return ""
        if not kiosk.switch(MODES[place]):
            return _("The kiosk cannot be switched on: its folder cannot be written, or another console has it.")
        if kiosk.mode is None:
            return _("The kiosk is off.")
        # It is on: the same question again, which now says how it is started and closed.


def _hint(kiosk: Kiosk) -> str:
    if kiosk.mode is None:
        return _("For this session. What members enter is to be confirmed by you.")
    said = _("Start there: facilitator kiosk. It closes with Esc, then {code}.")
    return said.format(code=kiosk.leave_code)


async def show_codes(console: Console, group_id: str, today: date) -> None:
    """Every member's code; Enter on one makes another."""
    record = console.workplace.record
    if not record.read_only:
        codes.complete(record, group_id)
    hint = _("Tell each member theirs, and nobody else. Enter makes a new one. Esc: back.")
    while True:
        has = codes.codes(record, group_id)
        everyone = members.members(record, group_id, today)
        staying = [m for m in everyone if m.status is not MembershipStatus.LEFT]
        lines = [Text(f"{has.get(m.id, '–')}   {m.name}") for m in staying]
        if not lines:
            return
        place = await console.ask(ChoiceDialog(_("Codes for checking in at the kiosk"), lines, hint=hint))
        if place is None or record.read_only:
            return
        question = _("A new code for {name}?").format(name=staying[place].name)
        if await console.ask(ConfirmDialog(question, hint=_("The old one works no more."), careful=True)):
            codes.renew(record, staying[place].id)
