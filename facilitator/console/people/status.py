"""How each attendance stands on a screen: its word, its sign (never a colour alone) and its key."""

from __future__ import annotations

from typing import NamedTuple, assert_never

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


class StatusKey(NamedTuple):
    """The letter that marks it, what the People face does for it, and what the help says."""

    letter: str
    action: str
    tooltip: str


def status_keys() -> dict[Status, StatusKey]:
    """Each that has a letter, in the order in which they are offered."""
    return {status: found for status in Status if (found := _status_key(status)) is not None}


def _status_key(status: Status) -> StatusKey | None:
    match status:
        case Status.UNKNOWN:
            return None  # Backspace takes a mark away
        case Status.HERE:
            return StatusKey("h", "mark('here')", _("Here since the start; with 0, all who are not marked"))
        case Status.LATE:
            return StatusKey("l", "mark('late')", _("Late, arrived now; again: five minutes earlier"))
        case Status.EXCUSED:
            return StatusKey("e", "excuse", _("Excused; a digit gives the reason, Enter none"))
        case Status.ABSENT:
            return StatusKey("x", "mark('absent')", _("Absent"))
        case _:
            assert_never(status)
