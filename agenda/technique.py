"""What facilitators use and teach in a session (docs/domain.md 5: B)."""

from __future__ import annotations

from enum import StrEnum


class Family(StrEnum):
    """The kinds of technique; a skill is what was taught."""

    MOTIVATIONAL = "motivational"
    EDUCATIONAL = "educational"
    COGNITIVE_BEHAVIOURAL = "cognitive-behavioural"
    SKILL = "skill"
