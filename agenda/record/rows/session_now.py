"""A running session as it stands: all that its screen shows, read once after an action and handed on as values."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from agenda.attendance import Attendance
from agenda.flip_chart import ChartLine
from agenda.goal import GoalReview
from agenda.homework import Homework, nobody_did_it
from agenda.record.connection import Record
from agenda.record.rows import attendance as attendances
from agenda.record.rows import flip_chart
from agenda.record.rows import group as groups
from agenda.record.rows import homework as homeworks
from agenda.record.rows import hour as hours
from agenda.record.rows import turn as turns
from agenda.record.rows.hour import Hour
from agenda.rotation import Proposal

ASKED_AT_LEAST = 2
"""Members asked about their homework, before it can be said that nobody did it."""


@dataclass(frozen=True, slots=True)
class SessionNow:
    """One session and everyone in it. Of members, keys are their ids."""

    hour: Hour
    roster: tuple[Attendance, ...]
    due: dict[str, tuple[Homework, ...]]
    """What to look back on with each, oldest first."""
    agreed: dict[str, Homework]
    """What each agreed today."""
    agreed_for_missed: dict[str, Homework]
    """What each agreed today for a lesson they missed."""
    reviews: dict[str, GoalReview]
    proposal: Proposal
    """Whose goal the rotation would look at today."""
    resting: dict[str, date]
    """Until when each of those rests who do."""
    chart: tuple[ChartLine, ...]
    shows_clock: bool

    @property
    def nobody_did_it(self) -> bool:
        """Whether at least two were asked about their homework, and half or more of them said not yet."""
        answers = [one.review.status for due in self.due.values() for one in due if one.review is not None]
        return len(answers) >= ASKED_AT_LEAST and nobody_did_it(answers)


def session_now(record: Record, session: str) -> SessionNow:
    """Read it all."""
    hour = hours.hour(record, session)
    roster = attendances.roster(record, session)
    standing = [one for one in homeworks.agreed_in(record, session) if one.dropped_in is None]
    resting = {a.member: turns.rest_until(record, a.member, hour.session.day) for a in roster}
    return SessionNow(
        hour=hour,
        roster=roster,
        due=homeworks.due(record, session),
        agreed={one.member: one for one in standing if one.lesson is None},
        agreed_for_missed={one.member: one for one in standing if one.lesson is not None},
        reviews=turns.reviews_in(record, session),
        proposal=turns.proposed(record, session),
        resting={member: until for member, until in resting.items() if until is not None},
        chart=flip_chart.lines(record, session),
        shows_clock=groups.shows_clock(record, hour.session.group),
    )
