"""Planning, starting and ending sessions."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from agenda.error import N_, Refused
from agenda.group import first_date, next_date
from agenda.instant import from_text, maybe_from_text, to_text
from agenda.record import group as groups
from agenda.record import member as members
from agenda.record.action import verb
from agenda.record.connection import Record
from agenda.session import LessonGiven, PhaseKey, PlannedPhase, Session, SessionKind, standard_minutes


def session(record: Record, session_id: str) -> Session:
    """One session."""
    row = record.row("SELECT * FROM sessions WHERE id = ?", session_id)
    if row is None:
        raise Refused(N_("There is no such session in this record."))
    return _session(row)


def sessions(record: Record, group_id: str) -> tuple[Session, ...]:
    """All sessions of a group, oldest first."""
    rows = record.rows("SELECT * FROM sessions WHERE group_id = ? ORDER BY day, id", group_id)
    return tuple(map(_session, rows))


def next_session(record: Record, group_id: str) -> Session | None:
    """The session that is running, or else the first one not yet held."""
    row = record.row(
        "SELECT * FROM sessions WHERE group_id = ? AND kind <> 'cancelled' AND ended_at IS NULL "
        "ORDER BY started_at IS NULL, day, id LIMIT 1",
        group_id,
    )
    return None if row is None else _session(row)


def _session(row: dict[str, Any]) -> Session:
    return Session(
        id=row["id"],
        group=row["group_id"],
        number=row["number"],
        kind=SessionKind(row["kind"]),
        day=date.fromisoformat(row["day"]),
        planned_at=from_text(row["planned_at"]),
        minutes=row["minutes"],
        zone=row["zone"],
        locale=row["locale"],
        started_at=maybe_from_text(row["started_at"]),
        ended_at=maybe_from_text(row["ended_at"]),
        clock_shift=timedelta(milliseconds=row["clock_shift_ms"]),
    )


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
    locale: str = "en",
) -> str:
    """A session to come, with its phases and lesson; its id."""
    group = groups.group(record, group_id)
    known = sessions(record, group_id)
    number = 1 + max((s.number or 0 for s in known), default=0)
    session_id = record.ids()
    record.table("sessions").insert(
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
        }
    )
    _lay_out(record, session_id, group_id, kind, group.minutes)
    if lesson is not None:
        _set_lesson(record, session_id, lesson)
    return session_id


def _lay_out(record: Record, session_id: str, group_id: str, kind: SessionKind, minutes: int) -> None:
    own = groups.phase_minutes(record, group_id, kind)
    for position, (key, length) in enumerate(standard_minutes(kind, minutes, own).items()):
        row = {"id": record.ids(), "session_id": session_id, "position": position}
        record.table("session_phases").insert({**row, "key": key.value, "minutes": length})


@verb("session.replan", undoable=False)
def replan(record: Record, session: str, *, kind: SessionKind) -> None:
    """Another kind for a session not yet started, its phases laid out anew with the group's own minutes."""
    found = _not_started(record, session)
    record.table("session_phases").delete_where("session_id = ?", [session])
    record.table("sessions").update(session, {"kind": kind.value})
    _lay_out(record, session, found.group, kind, found.minutes)


@verb("session.choose_lesson", undoable=False)
def choose_lesson(record: Record, session: str, lesson: LessonGiven) -> None:
    """Another lesson for a session not yet started."""
    _not_started(record, session)
    record.table("session_lessons").delete_where("session_id = ?", [session])
    _set_lesson(record, session, lesson)


def _set_lesson(record: Record, session_id: str, lesson: LessonGiven) -> None:
    row = {"id": lesson.id or record.ids(), "session_id": session_id, "lesson": lesson.lesson}
    record.table("session_lessons").insert(
        {**row, "module": lesson.module, "title": lesson.title, "pages_from": None, "pages_to": None}
    )


def _not_started(record: Record, session_id: str) -> Session:
    found = session(record, session_id)
    if found.started_at is not None:
        raise Refused(N_("This session has begun; its plan stays as it is."))
    return found


@verb("session.move", undoable=False)
def move(record: Record, session: str, *, day: date) -> None:
    """Another day for a session not yet started, at the group's usual hour."""
    found = _not_started(record, session)
    planned_at = groups.group(record, found.group).starts_at(day)
    record.table("sessions").update(session, {"day": day.isoformat(), "planned_at": to_text(planned_at)})


@verb("session.cancel", undoable=False)
def cancel(record: Record, session: str, reason: str = "") -> None:
    """The session does not take place; it gives up its number."""
    _not_started(record, session)
    record.table("session_phases").delete_where("session_id = ?", [session])
    values = {"kind": SessionKind.CANCELLED.value, "number": None, "reason": reason}
    record.table("sessions").update(session, values)


@verb("session.start", undoable=False)
def start(record: Record, session: str) -> None:
    """The hour begins: who is expected is fixed, each one unknown, and the first phase is on."""
    found = _not_started(record, session)
    phases = planned_phases(record, session)
    if not phases:
        raise Refused(N_("A cancelled session cannot be started."), N_("Plan another one."))
    _refuse_a_second(record, found.group)
    now = to_text(record.clock.now())
    record.table("sessions").update(session, {"started_at": now})
    for position, member in enumerate(members.expected(record, found.group, found.day)):
        row = {"session_id": session, "member_id": member.id}
        record.table("session_roster").insert({"id": record.ids(), **row, "position": position})
        record.table("attendance").insert({"id": record.ids(), **row, "status": "unknown"})
    _staff_from_writer(record, session)
    run = {"id": record.ids(), "session_id": session, "phase_id": phases[0].id}
    record.table("phase_runs").insert({**run, "began_at": now, "ended_at": None})


def _refuse_a_second(record: Record, group_id: str) -> None:
    question = "SELECT id FROM sessions WHERE group_id = ? AND started_at IS NOT NULL AND ended_at IS NULL"
    if record.row(question, group_id) is not None:
        raise Refused(N_("A session of this group is still running."), N_("End that one first."))


def _staff_from_writer(record: Record, session_id: str) -> None:
    row = record.row("SELECT * FROM facilitators WHERE id = ?", record.facilitator)
    if row is not None:
        staff = {"id": record.ids(), "session_id": session_id, "facilitator_id": row["id"]}
        record.table("session_staff").insert({**staff, "name": row["name"], "role": "lead"})


@verb("session.end", undoable=False)
def end(record: Record, session: str) -> None:
    """The hour is over: whatever is still on ends now."""
    now = to_text(record.clock.now())
    for table in ("phase_runs", "pauses"):
        for row in record.rows(f"SELECT id FROM {table} WHERE session_id = ? AND ended_at IS NULL", session):
            record.table(table).update(row["id"], {"ended_at": now})
    record.table("sessions").update(session, {"ended_at": now})


def planned_phases(record: Record, session_id: str) -> tuple[PlannedPhase, ...]:
    """The phases of a session in order."""
    rows = record.rows("SELECT * FROM session_phases WHERE session_id = ? ORDER BY position", session_id)
    return tuple(PlannedPhase(row["id"], PhaseKey(row["key"]), row["minutes"]) for row in rows)


def lesson_of(record: Record, session_id: str) -> LessonGiven | None:
    """The lesson of a session."""
    row = record.row("SELECT * FROM session_lessons WHERE session_id = ? ORDER BY id LIMIT 1", session_id)
    if row is None:
        return None
    given = LessonGiven(row["id"], row["lesson"], row["module"], row["title"])
    return replace(given, pages_from=row["pages_from"], pages_to=row["pages_to"])


def last_lesson(record: Record, group_id: str) -> LessonGiven | None:
    """The lesson of the last session this group ended."""
    row = record.row(
        "SELECT l.session_id FROM session_lessons l JOIN sessions s ON s.id = l.session_id "
        "WHERE s.group_id = ? AND s.ended_at IS NOT NULL ORDER BY s.day DESC, l.id DESC LIMIT 1",
        group_id,
    )
    return None if row is None else lesson_of(record, row["session_id"])
