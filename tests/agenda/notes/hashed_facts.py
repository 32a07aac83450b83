"""Facts with a hash known from the first version: as little as there can be, and everything at once."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

from agenda.attendance import Mode, Status
from agenda.follow_up import ContactKind
from agenda.goal import Achieved
from agenda.homework import HomeworkStatus, Plan
from agenda.notes.facts import (
    Away,
    ContactFacts,
    FollowUpFacts,
    GoalFacts,
    HomeworkAgreed,
    HomeworkReviewed,
    Names,
    NoShow,
    NoteFacts,
    Presence,
    ReviewFacts,
    SessionFacts,
    ShortTermGoalFacts,
    Staff,
)
from agenda.response import Chip
from agenda.session import LessonGiven, SessionKind
from agenda.staff import Role
from agenda.technique import Family

AT = datetime(2026, 11, 24, 14, 0, tzinfo=UTC)
DAY = date(2026, 11, 24)
_NAMES = Names("Ana", "Ana Ferri", "P-1", "Tuesday")
_LEAST = SessionFacts(DAY, None, None, "UTC", SessionKind.USUAL, 0, 1)
_MOST = SessionFacts(
    day=DAY,
    started_at=AT,
    ended_at=AT + timedelta(minutes=60),
    zone="Europe/Rome",
    kind=SessionKind.SMALL,
    present=6,
    unknown=1,
    staff=(Staff("Robin", "RN", Role.LEAD), Staff("Kim", "", Role.CO)),
    lesson=LessonGiven("l", "abcdefgh", "coping-stress", "Signs of stress", 1, 4),
)
_WALK = HomeworkAgreed(Plan("walk", "Monday", "park", "rain", "my sister"))
_TO_DO = (FollowUpFacts("call", "Robin", date(2026, 12, 1)), FollowUpFacts("write"))

MINIMAL = NoteFacts(_NAMES, _LEAST, Presence(Status.UNKNOWN))
FULL = NoteFacts(
    names=_NAMES,
    session=_MOST,
    presence=Presence(
        status=Status.LATE,
        mode=Mode.VIDEO,
        arrived_at=AT + timedelta(minutes=7),
        reason="bus",
        confirmed=False,
        away=(Away(AT + timedelta(minutes=20), None), Away(AT, AT + timedelta(minutes=2))),
    ),
    goals=(
        GoalFacts(
            text="A job",
            is_new=True,
            is_achieved=True,
            short_term=(ShortTermGoalFacts("CV", Achieved.PARTIALLY, "weekly"), ShortTermGoalFacts("call")),
        ),
        GoalFacts("A flat"),
    ),
    review=ReviewFacts(Achieved.FULLY, "friends", "ring them"),
    small_step="a walk",
    techniques=((Family.SKILL, "coping"), (Family.EDUCATIONAL, "reviewing")),
    chips=(Chip.SHARED, Chip.QUIET),
    words="it helped",
    reviewed=(HomeworkReviewed("read", HomeworkStatus.SOME, "noise", "library"), HomeworkReviewed("swim", None)),
    agreed=(_WALK, HomeworkAgreed(Plan("read"), is_for_a_missed_lesson=True)),
    follow_ups=_TO_DO,
)
ABSENT = NoShow(_NAMES, _LEAST, Presence(Status.ABSENT))
EXCUSED = NoShow(
    names=_NAMES,
    session=_MOST,
    presence=Presence(Status.EXCUSED, Mode.PHONE, None, "family"),
    contact=ContactFacts(ContactKind.MESSAGE, AT),
    agreed=(_WALK,),
    follow_ups=_TO_DO,
)
