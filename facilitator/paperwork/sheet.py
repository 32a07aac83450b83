"""The sheets that can be printed one by one, by the names commands and menus call them."""

from __future__ import annotations

from enum import Enum


class Sheet(Enum):
    """What can be printed by itself, about a session or about one member."""

    AGENDA = "agenda"
    CARDS = "cards"
    FLIP_CHART = "flip-chart"
    CODES = "codes"
    GOALS = "goals"
    CERTIFICATE = "certificate"
    GOAL_CERTIFICATE = "goal-certificate"
    SUPPORTER = "supporter"
    COVER_PAGE = "cover-page"
    WELCOME = "welcome"
    MISSED = "missed"
    APPOINTMENT = "appointment"


ABOUT_A_MEMBER = (
    Sheet.GOALS,
    Sheet.CERTIFICATE,
    Sheet.GOAL_CERTIFICATE,
    Sheet.SUPPORTER,
    Sheet.MISSED,
    Sheet.APPOINTMENT,
)
PRIVATE = (Sheet.GOALS, Sheet.GOAL_CERTIFICATE, Sheet.COVER_PAGE, Sheet.MISSED, Sheet.APPOINTMENT)
"""What somebody told the group stands on these: the journal says that they were made."""
ABOUT_WHAT_WAS_HELD = (Sheet.FLIP_CHART, Sheet.MISSED)
"""Of the session held last."""
