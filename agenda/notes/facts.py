"""What a note may say about one member in one session: recorded facts, and no name of anybody else in the group."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum

from agenda.attendance import Excuse, Mode, Status
from agenda.follow_up import ContactKind, FollowUpKind
from agenda.goal import Achieved
from agenda.homework import HomeworkStatus, Plan
from agenda.response import Chip
from agenda.session import LessonGiven, SessionKind
from agenda.staff import Role
from agenda.technique import Family


class SectionKey(StrEnum):
    """The sections of a note, in their order."""

    HEADER = "header"
    ATTENDANCE = "attendance"
    GOAL = "goal"
    INTERVENTIONS = "interventions"
    RESPONSE = "response"
    HOMEWORK_REVIEWED = "homework-reviewed"
    HOMEWORK_AGREED = "homework-agreed"
    PLAN = "plan"


@dataclass(frozen=True, slots=True)
class Names:
    """How things are called. A name that changes later changes no fact, so these stand outside every hash."""

    name: str
    full_name: str
    record_number: str
    group: str


@dataclass(frozen=True, slots=True)
class Staff:
    """Somebody who led or helped, with the credentials that stand under a note."""

    name: str
    credentials: str
    role: Role


@dataclass(frozen=True, slots=True)
class SessionFacts:
    """The hour itself, the same for everybody in it. ``started_at`` and ``ended_at`` may not be known."""

    day: date
    started_at: datetime | None
    ended_at: datetime | None
    zone: str
    kind: SessionKind
    present: int
    unknown: int
    staff: tuple[Staff, ...] = ()
    lesson: LessonGiven | None = None
    lessons_before: tuple[LessonGiven, ...] = ()
    """What was on the wall before the lesson was changed in the middle of the hour, in that order."""

    @property
    def minutes(self) -> int | None:
        """Whole minutes between the two times as they are written, so that the note agrees with itself."""
        if self.started_at is None or self.ended_at is None:
            return None
        return (_to_the_minute(self.ended_at) - _to_the_minute(self.started_at)) // timedelta(minutes=1)


def _to_the_minute(moment: datetime) -> datetime:
    return moment.replace(second=0, microsecond=0)


@dataclass(frozen=True, slots=True)
class Away:
    """Out of the room for a while; without ``back_at`` no return is recorded."""

    out_at: datetime
    back_at: datetime | None


@dataclass(frozen=True, slots=True)
class Presence:
    """Whether and how the member was there; ``confirmed`` is false after a check-in nobody has confirmed yet."""

    status: Status
    mode: Mode = Mode.ROOM
    arrived_at: datetime | None = None
    reason: str = ""
    confirmed: bool = True
    away: tuple[Away, ...] = ()
    excuse: Excuse | None = None


@dataclass(frozen=True, slots=True)
class ShortTermGoalFacts:
    """A short-term goal; how far it got and how it goes on only if that was looked at on this day."""

    text: str
    achieved: Achieved | None = None
    method: str = ""


@dataclass(frozen=True, slots=True)
class GoalFacts:
    """A personal recovery goal as it stood in the session."""

    text: str
    is_new: bool = False
    is_reworded: bool = False
    is_achieved: bool = False
    """All three: on the day of the session."""
    short_term: tuple[ShortTermGoalFacts, ...] = ()


@dataclass(frozen=True, slots=True)
class ReviewFacts:
    """A goal review that was held."""

    achieved: Achieved | None = None
    helped: str = ""
    next_step: str = ""


@dataclass(frozen=True, slots=True)
class HomeworkReviewed:
    """Homework looked back on; without a status it was dropped, by choice, in this session."""

    what: str
    status: HomeworkStatus | None
    obstacle: str = ""
    differently: str = ""


@dataclass(frozen=True, slots=True)
class HomeworkAgreed:
    """Homework agreed in this session."""

    plan: Plan
    is_for_a_missed_lesson: bool = False


@dataclass(frozen=True, slots=True)
class FollowUpFacts:
    """Something to do. Whether it was done later is no fact of this session."""

    what: str
    who: str = ""
    by: date | None = None
    kind: FollowUpKind | None = None


@dataclass(frozen=True, slots=True)
class AppointmentFacts:
    """They were asked what came of an appointment; empty where no words of it were written."""

    came_of: str


@dataclass(frozen=True, slots=True)
class ContactFacts:
    """How somebody who did not come was reached, or that nobody tried."""

    kind: ContactKind
    at: datetime


@dataclass(frozen=True, slots=True)
class NoteFacts:
    """One member who was there, or of whom it is not known."""

    names: Names
    session: SessionFacts
    presence: Presence
    goals: tuple[GoalFacts, ...] = ()
    review: ReviewFacts | None = None
    small_step: str = ""
    techniques: tuple[tuple[Family, str], ...] = ()
    """Family and name."""
    chips: tuple[Chip, ...] = ()
    words: str = ""
    reviewed: tuple[HomeworkReviewed, ...] = ()
    agreed: tuple[HomeworkAgreed, ...] = ()
    follow_ups: tuple[FollowUpFacts, ...] = ()
    appointments: tuple[AppointmentFacts, ...] = ()


@dataclass(frozen=True, slots=True)
class NoShow:
    """One member who was excused or absent: a line, and no progress note (docs/domain.md 5: K)."""

    names: Names
    session: SessionFacts
    presence: Presence
    contact: ContactFacts | None = None
    agreed: tuple[HomeworkAgreed, ...] = ()
    follow_ups: tuple[FollowUpFacts, ...] = ()


Facts = NoteFacts | NoShow

FACTS_OF: dict[SectionKey, tuple[str, ...]] = {
    SectionKey.HEADER: ("session",),
    SectionKey.ATTENDANCE: ("presence", "contact"),
    SectionKey.GOAL: ("goals", "review", "small_step"),
    SectionKey.INTERVENTIONS: ("techniques",),
    SectionKey.RESPONSE: ("chips", "words", "appointments"),
    SectionKey.HOMEWORK_REVIEWED: ("reviewed",),
    SectionKey.HOMEWORK_AGREED: ("agreed",),
    SectionKey.PLAN: ("agreed", "follow_ups", "review"),
}
"""What each section is composed from."""
