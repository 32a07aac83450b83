"""Planning, starting and ending sessions."""

from __future__ import annotations

from datetime import date, timedelta

from agenda.error import N_, Refused
from agenda.group import first_date, next_date
from agenda.instant import from_text, to_text
from agenda.record.action import verb
from agenda.record.connection import Record
from agenda.record.rows import group as groups
from agenda.record.rows import member as members
from agenda.record.rows.session_reading import LESSON_LED as LESSON_LED
from agenda.record.rows.session_reading import ended_since as ended_since
from agenda.record.rows.session_reading import last_ended as last_ended
from agenda.record.rows.session_reading import lesson_of as lesson_of
from agenda.record.rows.session_reading import lessons_of as lessons_of
from agenda.record.rows.session_reading import moment as moment
from agenda.record.rows.session_reading import next_session as next_session
from agenda.record.rows.session_reading import part_of as part_of
from agenda.record.rows.session_reading import planned_phases as planned_phases
from agenda.record.rows.session_reading import running as running
from agenda.record.rows.session_reading import session as session
from agenda.record.rows.session_reading import sessions as sessions
from agenda.record.rows.session_reading import to_come as to_come
from agenda.session import LessonGiven, LessonPart, Session, SessionKind, standard_minutes
from agenda.staff import Role


def next_day(record: Record, group_id: str, today: date) -> date:
    """The day the next session falls on: after the last one planned or held, closed days skipped."""
    group = groups.group(record, group_id)
    closed = frozenset(c.day for c in groups.closed_dates(record, group_id))
    known = sessions(record, group_id)
    if not known:
        return first_date(group, today, closed)
    day = next_date(group, max(s.day for s in known), closed)
    return day if day >= today else first_date(group, today, closed)


@verb("session.plan", undoable=False)
def plan(
    record: Record,
    group_id: str,
    *,
    day: date,
    kind: SessionKind,
    lesson: LessonGiven | None = None,
    part: LessonPart | None = None,
    locale: str = "en",
) -> str:
    """A session to come, with its phases and lesson, of which only ``part`` if one is given; its id."""
    _refuse_to_plan_cancelled(kind)
    group = groups.group(record, group_id)
    known = sessions(record, group_id)
    number = 1 + max((s.number or 0 for s in known), default=0)
    session_id = record.ids()
    record.insert(
        "sessions",
        {
            "id": session_id,
            "group_id": group_id,
            "number": number,
            "kind": kind.value,
            "day": day.isoformat(),
            "planned_at": to_text(group.starts_at(day)),
            "minutes": group.minutes,
            "zone": group.zone,
            "locale": locale,
        },
    )
    _lay_out(record, session_id, group_id, kind, group.minutes)
    if lesson is not None:
        set_lesson(record, session_id, lesson, part)
    return session_id


def _lay_out(record: Record, session_id: str, group_id: str, kind: SessionKind, minutes: int) -> None:
    own = groups.phase_minutes(record, group_id, kind)
    for position, (key, length) in enumerate(standard_minutes(kind, minutes, own).items()):
        row = {"id": record.ids(), "session_id": session_id, "position": position}
        record.insert("session_phases", {**row, "key": key.value, "minutes": length})


@verb("session.replan", undoable=False)
def replan(record: Record, session: str, *, kind: SessionKind) -> None:
    """Another kind for a session not yet started, its phases laid out anew with the group's own minutes."""
    found = _not_started(record, session)
    _refuse_to_plan_cancelled(kind)
    record.delete_of_session("session_phases", session)
    record.update("sessions", session, {"kind": kind.value})
    _lay_out(record, session, found.group, kind, found.minutes)


@verb("session.choose_lesson", undoable=False)
def choose_lesson(record: Record, session: str, lesson: LessonGiven, part: LessonPart | None = None) -> None:
    """Another lesson, or a part of one, for a session not yet started."""
    _not_started(record, session)
    for table in ("session_lessons", "lesson_parts"):
        record.delete_of_session(table, session)
    set_lesson(record, session, lesson, part)


def set_lesson(record: Record, session_id: str, lesson: LessonGiven, part: LessonPart | None) -> None:
    """Write which lesson a session has, and which part of it; only inside a verb."""
    if part is not None and (part.pages_from < 1 or (part.pages_to or part.pages_from) < part.pages_from):
        raise Refused(N_("A part of a lesson has at least one page."))
    row = {"id": lesson.id or record.ids(), "session_id": session_id, "lesson": lesson.lesson}
    record.insert(
        "session_lessons", {**row, "module": lesson.module, "title": lesson.title, "pages_from": None, "pages_to": None}
    )
    if part is not None:
        pages = {"lesson": lesson.lesson, "pages_from": part.pages_from, "pages_to": part.pages_to}
        record.insert("lesson_parts", {"id": record.ids(), "session_id": session_id, **pages})


def _not_started(record: Record, session_id: str) -> Session:
    found = session(record, session_id)
    if found.started_at is not None:
        raise Refused(N_("This session has begun; its plan stays as it is."))
    if found.kind is SessionKind.CANCELLED:
        raise Refused(N_("This session is cancelled."), N_("Plan another one."))
    return found


def _refuse_to_plan_cancelled(kind: SessionKind) -> None:
    if kind is SessionKind.CANCELLED:
        raise Refused(N_("Nobody plans a cancelled session."), N_("Cancel one that is planned."))


@verb("session.move", undoable=False)
def move(record: Record, session: str, *, day: date) -> None:
    """Another day for a session not yet started, at the group's usual hour."""
    found = _not_started(record, session)
    planned_at = groups.group(record, found.group).starts_at(day)
    record.update("sessions", session, {"day": day.isoformat(), "planned_at": to_text(planned_at)})


@verb("session.cancel", undoable=False)
def cancel(record: Record, session: str, reason: str = "") -> None:
    """The session does not take place; it gives up its number."""
    _not_started(record, session)
    record.delete_of_session("session_phases", session)
    values = {"kind": SessionKind.CANCELLED.value, "number": None, "reason": reason}
    record.update("sessions", session, values)


@verb("session.start", undoable=False)
def start(record: Record, session: str) -> None:
    """The hour begins: who is expected is fixed, each one unknown, and the first phase is on."""
    found = _not_started(record, session)
    phases = planned_phases(record, session)
    _refuse_a_second(record, found.group)
    now = to_text(record.clock.now())
    record.update("sessions", session, {"started_at": now})
    for position, member in enumerate(members.expected(record, found.group, found.day)):
        row = {"session_id": session, "member_id": member.id}
        record.insert("session_roster", {"id": record.ids(), **row, "position": position})
        record.insert("attendance", {"id": record.ids(), **row, "status": "unknown"})
    _staff_from_writer(record, session)
    run = {"id": record.ids(), "session_id": session, "phase_id": phases[0].id}
    record.insert("phase_runs", {**run, "began_at": now, "ended_at": None})


def _refuse_a_second(record: Record, group_id: str) -> None:
    question = "SELECT id FROM sessions WHERE group_id = ? AND started_at IS NOT NULL AND ended_at IS NULL"
    if record.row(question, group_id) is not None:
        raise Refused(N_("A session of this group is still running."), N_("End that one first."))


def _staff_from_writer(record: Record, session_id: str) -> None:
    row = record.row("SELECT * FROM facilitators WHERE id = ?", record.facilitator)
    if row is not None:
        staff = {"id": record.ids(), "session_id": session_id, "facilitator_id": row["id"]}
        record.insert("session_staff", {**staff, "name": row["name"], "role": Role.LEAD.value})


@verb("session.end", undoable=False)
def end(record: Record, session: str) -> None:
    """The hour is over: whatever is still on ends now."""
    running(record, session)
    now = to_text(moment(record, session))
    for table in ("phase_runs", "pauses"):
        for row in record.rows(f"SELECT id FROM {table} WHERE session_id = ? AND ended_at IS NULL", session):
            record.update(table, row["id"], {"ended_at": now})
    record.update("sessions", session, {"ended_at": now})


ENDED_BY_MISTAKE = timedelta(minutes=15)
"""A session opened again within this time never stood still: the group was there all the while."""


@verb("session.reopen", undoable=False)
def reopen(record: Record, session: str) -> None:
    """The hour was ended too early and goes on where it was; what was planned after it stays.

    Between its end and now the clock stood, unless that was only a moment.

    Raises:
        Refused: once a note of it is reviewed, or a later session of the group has begun.
    """
    found = _ended(record, session)
    now = to_text(found.by_its_clock(record.clock.now()))
    row = record.row("SELECT id, ended_at FROM phase_runs WHERE session_id = ? ORDER BY rowid DESC LIMIT 1", session)
    ended = to_text(found.ended_at) if found.ended_at is not None else now
    record.update("sessions", session, {"ended_at": None})
    if row is not None:
        record.update("phase_runs", row["id"], {"ended_at": None})
    if from_text(now) - from_text(ended) > ENDED_BY_MISTAKE:
        new = {"id": record.ids(), "session_id": session, "began_at": ended, "ended_at": now}
        record.insert("pauses", new)


def refuse_to_reopen(record: Record, session_id: str) -> None:
    """Raise Refused where a session cannot be opened again."""
    _ended(record, session_id)


def _ended(record: Record, session_id: str) -> Session:
    found = session(record, session_id)
    if found.ended_at is None:
        raise Refused(N_("This session has not ended."))
    if record.row("SELECT id FROM notes WHERE session_id = ? AND reviewed_at IS NOT NULL LIMIT 1", session_id):
        raise Refused(
            N_("A note of this session is reviewed; the session stays as it ended."),
            N_("Notes and catch-up can still be changed."),
        )
    later = "SELECT id FROM sessions WHERE group_id = ? AND id <> ? AND started_at >= ? LIMIT 1"
    if record.row(later, found.group, session_id, to_text(found.ended_at)) is not None:
        raise Refused(N_("A later session of this group has begun; this one stays as it ended."))
    return found


_STARTING = ("session.start", "session.clock_set_back", "session.clock_set_forward", "phase.begin", "phase.take_back")
"""What is in the journal of an hour in which nothing was written yet."""


@verb("session.take_back_start", undoable=False)
def take_back_start(record: Record, session: str) -> None:
    """The session was begun by mistake: it is planned again, as if it had not begun.

    Raises:
        Refused: once something was written in it.
    """
    running(record, session)
    if not nothing_written(record, session):
        raise Refused(N_("Something was written in this session already."), N_("End it, or go on."))
    for table in ("phase_runs", "attendance", "session_roster", "session_staff"):
        record.delete_of_session(table, session)
    record.write("DELETE FROM restore_points WHERE session_id = ?", session)
    record.update("sessions", session, {"started_at": None, "clock_shift_ms": 0})


def nothing_written(record: Record, session_id: str) -> bool:
    """Whether nobody has written anything since the session began."""
    known = ", ".join("?" * len(_STARTING))
    row = record.row(
        f"SELECT seq FROM journal WHERE session = ? AND verb NOT IN ({known}) AND seq > "
        "(SELECT max(seq) FROM journal WHERE session = ? AND verb = 'session.start') LIMIT 1",
        session_id,
        *_STARTING,
        session_id,
    )
    return row is None
