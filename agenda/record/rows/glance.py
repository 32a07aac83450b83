"""All that the screen of a session shows of the record, read once after each change, each table once."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from agenda.attendance import Attendance
from agenda.goal import GoalReview
from agenda.homework import Homework
from agenda.record.connection import Record
from agenda.record.rows import attendance as attendances
from agenda.record.rows import homework as homeworks
from agenda.record.rows import hour as hours
from agenda.record.rows import turn as turns
from agenda.record.rows.hour import Hour
from agenda.rotation import Proposal


@dataclass(frozen=True, slots=True)
class Glance:
    """A session that has begun, as the record had it at one moment."""

    hour: Hour
    roster: tuple[Attendance, ...]
    due: dict[str, tuple[Homework, ...]]
    """By member: what to look back on."""
    agreed: tuple[Homework, ...]
    reviews: dict[str, GoalReview]
    """By member: what is known of today's turns."""
    proposal: Proposal
    rests: dict[str, date]
    """By member: until when they rest, if they rest today."""


def glance(record: Record, session_id: str) -> Glance:
    """What there is to see of a session that has begun."""
    hour = hours.hour(record, session_id)
    roster = attendances.roster(record, session_id)
    line = turns.line_of(record, hour.session)
    return Glance(
        hour=hour,
        roster=roster,
        due=homeworks.due(record, session_id, [a.member for a in roster]),
        agreed=homeworks.agreed_in(record, session_id),
        reviews=line.reviews,
        proposal=line.proposal,
        rests=line.rests,
    )
