"""Who leads a session, and who helps."""

from __future__ import annotations

from enum import StrEnum


class Role(StrEnum):
    """What somebody of the staff is in one session."""

    LEAD = "lead"
    CO = "co"
    TRAINEE = "trainee"
    PEER = "peer"
    INTERPRETER = "interpreter"
