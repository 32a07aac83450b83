"""How each attendance stands on a screen: its word and its sign, never a colour alone."""

from __future__ import annotations

from typing import assert_never

from agenda.attendance import Status
from facilitator.language import _


def status_word(status: Status) -> str:
    """What it is called."""
    match status:
        case Status.UNKNOWN:
            return _("not yet")
        case Status.HERE:
            return _("here")
        case Status.LATE:
            return _("late")
        case Status.EXCUSED:
            return _("excused")
        case Status.ABSENT:
            return _("absent")
        case _:
            assert_never(status)


def status_sign(status: Status) -> str:
    """Its sign, to be seen at a glance."""
    match status:
        case Status.UNKNOWN:
            return "·"
        case Status.HERE:
            return "●"
        case Status.LATE:
            return "◐"
        case Status.EXCUSED:
            return "○"
        case Status.ABSENT:
            return "×"
        case _:
            assert_never(status)
