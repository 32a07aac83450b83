"""Switching the kiosk on and off, and showing members' codes: each opens a dialog and carries out its answer."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, assert_never

from rich.text import Text

from agenda.member import Member
from agenda.public import KioskMode
from agenda.record.rows import member as members
from agenda.record.rows import member_code as codes
from facilitator.console.parts.choice import ChoiceDialog
from facilitator.console.parts.confirm import ConfirmDialog
from facilitator.language import _

if TYPE_CHECKING:
    from collections.abc import Callable

    from facilitator.console.app import ConsoleApp
    from facilitator.console.devices.kiosk import Kiosk

MODES = (None, KioskMode.CODES, KioskMode.NAMES)


def kiosk_line(mode: KioskMode | None) -> str:
    """How the kiosk stands, as a line of the agenda's menu."""
    match mode:
        case None:
            return _("Kiosk: off")
        case KioskMode.CODES:
            return _("Kiosk: on, with codes")
        case KioskMode.NAMES:
            return _("Kiosk: on, with names")
        case _:
            assert_never(mode)


def ask_for_kiosk(app: ConsoleApp, kiosk: Kiosk, say: Callable[[str], None]) -> None:
    """Off, codes or names; what is chosen holds for this session."""

    def chosen(place: int | None) -> None:
        if place is None or MODES[place] is kiosk.mode:
            return
        if not kiosk.switch(MODES[place]):
            say(_("The kiosk cannot be switched on: its folder cannot be written, or another console has it."))
        elif kiosk.mode is None:
            say(_("The kiosk is off."))
        else:
            ask_for_kiosk(app, kiosk, say)

    ways = (
        _("Off"),
        _("On, with codes: no name is shown (codes: Home, g, k)"),
        _("On, with names: the whole group is shown"),
    )
    title = _("Self check-in on another screen (kiosk)")
    app.push_screen(ChoiceDialog(title, ways, chosen=MODES.index(kiosk.mode), hint=_hint(kiosk)), chosen)


def _hint(kiosk: Kiosk) -> str:
    if kiosk.mode is None:
        return _("For this session. What members enter is to be confirmed by you.")
    said = _("Start there: facilitator kiosk. It closes with Esc, then {code}.")
    return said.format(code=kiosk.leave_code)


def show_codes(app: ConsoleApp, group_id: str, today: date, write: Callable[[Callable[[], object]], None]) -> None:
    """Every member's code; Enter on one makes another."""
    record = app.workplace.record
    if not record.read_only:
        write(lambda: codes.complete(record, group_id))
    found = members.members(record, group_id, today)
    has = codes.codes(record, group_id)
    staying = [m for m in found if m.status.belongs]

    def chosen(place: int | None) -> None:
        if place is not None and not record.read_only:
            _ask_for_another(app, staying[place], write, lambda: show_codes(app, group_id, today, write))

    lines = [Text(f"{has.get(m.id, '–')}   {m.name}") for m in staying]
    if lines:
        hint = _("Tell each member theirs, and nobody else. Enter makes a new one. Esc: back.")
        app.push_screen(ChoiceDialog(_("Codes for checking in at the kiosk"), lines, hint=hint), chosen)


def _ask_for_another(
    app: ConsoleApp, member: Member, write: Callable[[Callable[[], object]], None], again: Callable[[], None]
) -> None:
    def answered(yes: bool | None) -> None:
        if yes:
            write(lambda: codes.renew(app.workplace.record, member.id))
        again()

    question = _("A new code for {name}?").format(name=member.name)
    app.push_screen(ConfirmDialog(question, hint=_("The old one works no more."), careful=True), answered)
