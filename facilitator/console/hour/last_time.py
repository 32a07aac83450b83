"""What the group did last time, ready to say: the lesson, three of its points, the flip chart, and what had to wait."""

from __future__ import annotations

from agenda.record.connection import Record
from agenda.record.rows import flip_chart
from agenda.record.rows import session as sessions
from agenda.session import Session
from facilitator.console.workplace import Workplace
from facilitator.language import _

POINTS = 3


def session_before(record: Record, session: Session) -> Session | None:
    """The last one this group held before this; none before its first."""
    held = [one for one in sessions.sessions(record, session.group) if one.ended_at and one.id != session.id]
    return next((one for one in reversed(held) if (one.day, one.id) < (session.day, session.id)), None)


def last_time(workplace: Workplace, session: Session) -> tuple[str, ...]:
    """Prompts about the session held before this one; none where there was none. Nothing about any person."""
    record, last = workplace.record, session_before(workplace.record, session)
    if last is None:
        return ()
    lines = []
    given = sessions.lesson_of(record, last.id)
    if given is not None:
        lines.append(_("Say: Last time our topic was “{title}”.").format(title=given.title))
        lesson = workplace.lesson(given.lesson)
        pages = lesson.pages[(given.pages_from or 1) - 1 : given.pages_to] if lesson else ()
        if pages:
            points = "; ".join(page.title.rstrip(".") for page in pages[:POINTS])
            lines.append(_("Say: We looked at: {points}.").format(points=points))
    chart = flip_chart.lines(record, last.id)
    collected = "; ".join(line.text for line in chart if not line.parked)
    parked = "; ".join(line.text for line in chart if line.parked)
    if collected:
        lines.append(_("Say: We collected: {lines}.").format(lines=collected))
    if parked:
        lines.append(_("Ask: This had to wait: {lines}. Now, or later?").format(lines=parked))
    return tuple(lines)
