"""What is to be done for or with a member, and how somebody who did not come was reached."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum


class FollowUpKind(StrEnum):
    """What the program itself noted, without words of anybody."""

    CAME_UP = "came-up"
    """The group was paused while this member was chosen: talk with them."""
    APPOINTMENT = "appointment"
    """They took the sheet "For my appointment" with them: ask what came of it."""


class ContactKind(StrEnum):
    """What was done about a no-show."""

    CALLED = "called"
    MESSAGE = "message"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class FollowUp:
    """Something to do: who, what, by when, done."""

    id: str
    session: str
    member: str | None
    what: str
    who: str
    by: date | None
    created_at: datetime
    done_at: datetime | None
    kind: FollowUpKind | None = None
    """Set where nobody wrote ``what``."""
    came_of: str = ""
    """What they told when asked what came of it; empty where nothing was written."""
    asked_in: str | None = None
    """The session in which they were asked."""


@dataclass(frozen=True, slots=True)
class Contact:
    """How a member who was absent was reached."""

    id: str
    session: str
    member: str
    kind: ContactKind
    at: datetime
