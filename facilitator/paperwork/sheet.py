"""The sheets that can be printed one by one, by the names commands and menus call them."""

from __future__ import annotations

from enum import Enum


class Sheet(Enum):
    """What can be printed by itself. The first ones are about a session, the last ones about one member."""

    AGENDA = "agenda"
    CARDS = "cards"
    FLIP_CHART = "flip-chart"
    CODES = "codes"
    GOALS = "goals"
    CERTIFICATE = "certificate"
    GOAL_CERTIFICATE = "goal-certificate"
    SUPPORTER = "supporter"


ABOUT_A_MEMBER = (Sheet.GOALS, Sheet.CERTIFICATE, Sheet.GOAL_CERTIFICATE, Sheet.SUPPORTER)
