"""What paper there is, in the order of the menu, each with its key."""

from __future__ import annotations

from dataclasses import dataclass

from facilitator.language import _
from facilitator.paperwork.sheet import Sheet

BEFORE, SMALLER, AFTER, FORM = "before", "smaller", "after", "form"
PACKS = (BEFORE, SMALLER, AFTER)


@dataclass(frozen=True, slots=True)
class Line:
    """One line: its key, what it makes, and how it is called."""

    key: str
    kind: str
    words: str


def menu() -> tuple[Line, ...]:
    """Digits first, then letters; p and the keys of the curtain belong to every dialog."""
    return (
        Line("1", BEFORE, _("Session pack: handouts, goal sheets, circle sheet")),
        Line("2", AFTER, _("After the hour: plans, handouts for who was away")),
        Line("3", Sheet.AGENDA.value, _("The agenda as a poster")),
        Line("4", Sheet.CARDS.value, _("The lesson's pages as cards, for a room without a projector")),
        Line("5", Sheet.FLIP_CHART.value, _("The flip chart")),
        Line("6", Sheet.CODES.value, _("Codes for the kiosk, to cut out and hand over")),
        Line("7", Sheet.GOALS.value, _("A member's goal sheet")),
        Line("8", Sheet.CERTIFICATE.value, _("Certificate of taking part")),
        Line("9", Sheet.GOAL_CERTIFICATE.value, _("Certificate: a goal achieved")),
        Line("0", Sheet.SUPPORTER.value, _("Supporter's copy of the handout")),
        Line("c", Sheet.COVER_PAGE.value, _("Cover page for a colleague who leads today")),
        Line("w", Sheet.WELCOME.value, _("Welcome, for somebody new")),
        Line("m", Sheet.MISSED.value, _("You were missed, for who was away")),
        Line("a", Sheet.APPOINTMENT.value, _("For my appointment")),
        Line("s", SMALLER, _("Session pack, smaller: no spare handouts")),
        Line("f", FORM, _("A form, one for each who is expected")),
    )
