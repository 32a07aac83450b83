"""A running session as it stands: all that its screen shows, each table read once and only when it was touched."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property

from agenda.attendance import Attendance
from agenda.flip_chart import ChartLine
from agenda.follow_up import FollowUp
from agenda.goal import GoalReview
from agenda.homework import Homework, nobody_did_it
from agenda.record.connection import Record
from agenda.record.rows import attendance as attendances
from agenda.record.rows import flip_chart
from agenda.record.rows import follow_up as follow_ups
from agenda.record.rows import group as groups
from agenda.record.rows import homework as homeworks
from agenda.record.rows import hour as hours
from agenda.record.rows import turn as turns
from agenda.record.rows.hour import Hour
from agenda.record.rows.turn import Line
from agenda.rotation import Proposal

ASKED_AT_LEAST = 2
"""Members asked about their homework, before it can be said that nobody did it."""

OF_THE_HOUR = frozenset({"sessions", "session_phases", "phase_runs", "pauses", "minute_changes"})
OF_THE_ROSTER = frozenset({"attendance", "absences_in_session", "session_roster", "members"})
OF_HOMEWORK = frozenset({"homework", "homework_reviews"})
OF_TURNS = frozenset({"goal_reviews", "rests", "attendance", "membership_periods", "groups"})
OF_THE_CHART = frozenset({"flip_chart_lines"})
OF_THE_GROUP = frozenset({"groups"})
OF_FOLLOW_UPS = frozenset({"follow_ups"})
"""The tables each part of a session is read from."""


@dataclass(frozen=True)  # no slots: what is worked out is kept, and drawn from many times
class SessionNow:
    """One session and everyone in it. Of members, keys are their ids."""

    hour: Hour
    roster: tuple[Attendance, ...]
    due: dict[str, tuple[Homework, ...]]
    """What to look back on with each, oldest first."""
    standing: tuple[Homework, ...]
    """What was agreed today and not let go again."""
    line: Line
    """All the rotation goes by."""
    chart: tuple[ChartLine, ...]
    shows_clock: bool
    appointments: dict[str, FollowUp]
    """Who is still to be asked what came of an appointment."""

    @cached_property
    def agreed(self) -> dict[str, Homework]:
        """What each agreed today."""
        return {one.member: one for one in self.standing if one.lesson is None}

    @cached_property
    def agreed_for_missed(self) -> dict[str, Homework]:
        """What each agreed today for a lesson they missed."""
        return {one.member: one for one in self.standing if one.lesson is not None}

    @property
    def reviews(self) -> dict[str, GoalReview]:
        """What is known of today's turns."""
        return self.line.reviews

    @property
    def proposal(self) -> Proposal:
        """Whose goal the rotation would look at today."""
        return self.line.proposal

    @property
    def resting(self) -> dict[str, date]:
        """Until when each of those rests who do."""
        return self.line.rests

    @property
    def nobody_did_it(self) -> bool:
        """Whether at least two were asked about their homework, and half or more of them said not yet."""
        answers = [one.review.status for due in self.due.values() for one in due if one.review is not None]
        return len(answers) >= ASKED_AT_LEAST and nobody_did_it(answers)


def session_now(record: Record, session: str) -> SessionNow:
    """Read it all."""
    hour = hours.hour(record, session)
    roster = attendances.roster(record, session)
    return SessionNow(
        hour=hour,
        roster=roster,
        due=homeworks.due(record, session, [a.member for a in roster]),
        standing=_standing(record, session),
        line=turns.line_of(record, hour.session),
        chart=flip_chart.lines(record, session),
        shows_clock=groups.shows_clock(record, hour.session.group),
        appointments=follow_ups.appointments_to_ask(record, hour.session),
    )


def after(record: Record, before: SessionNow, touched: AbstractSet[str]) -> SessionNow:
    """The same after actions that wrote to these tables: only what is read from them is read again."""
    now, session = before, before.hour.session.id
    if touched & OF_THE_HOUR:
        now = replace(now, hour=hours.hour(record, session))
    if touched & OF_THE_ROSTER:
        now = replace(now, roster=attendances.roster(record, session))
    if touched & (OF_HOMEWORK | {"session_roster"}):
        due = homeworks.due(record, session, [a.member for a in now.roster])
        now = replace(now, due=due, standing=_standing(record, session))
    if touched & OF_TURNS or now.hour.session != before.hour.session:
        now = replace(now, line=turns.line_of(record, now.hour.session))
    if touched & OF_THE_CHART:
        now = replace(now, chart=flip_chart.lines(record, session))
    if touched & OF_THE_GROUP:
        now = replace(now, shows_clock=groups.shows_clock(record, now.hour.session.group))
    if touched & OF_FOLLOW_UPS:
        now = replace(now, appointments=follow_ups.appointments_to_ask(record, now.hour.session))
    return now


def _standing(record: Record, session: str) -> tuple[Homework, ...]:
    return tuple(one for one in homeworks.agreed_in(record, session) if one.dropped_in is None)
