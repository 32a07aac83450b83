"""Marking who is here."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from agenda.attendance import Attendance, Excuse, Mode, Source, Status, arrival, checked_in_as
from agenda.error import N_, Refused
from agenda.instant import maybe_from_text, maybe_to_text, to_text
from agenda.record.action import verb
from agenda.record.connection import Record
from agenda.record.rows import session as sessions
from agenda.session import Session

_ROSTER = """
SELECT a.*, m.digit, m.name,
    (SELECT out_at FROM absences_in_session x
     WHERE x.session_id = a.session_id AND x.member_id = a.member_id AND x.back_at IS NULL) AS out_since
FROM attendance a JOIN session_roster r ON r.session_id = a.session_id AND r.member_id = a.member_id
JOIN members m ON m.id = a.member_id WHERE a.session_id = ? AND m.name <> ''
"""
_IN_ORDER = f"{_ROSTER} ORDER BY r.position"
_OF_MEMBER = f"{_ROSTER} AND a.member_id = ?"
_OPEN_ABSENCE = "SELECT id FROM absences_in_session WHERE session_id = ? AND member_id = ? AND back_at IS NULL"


def roster(record: Record, session_id: str) -> tuple[Attendance, ...]:
    """Everyone expected, in the order of their digits; not who was erased since, of whom only the figures stay."""
    return tuple(_attendance(row) for row in record.rows(_IN_ORDER, session_id))


def _attendance(row: dict[str, Any]) -> Attendance:
    return Attendance(
        id=row["id"],
        session=row["session_id"],
        member=row["member_id"],
        digit=row["digit"],
        name=row["name"],
        status=Status(row["status"]),
        arrived_at=maybe_from_text(row["arrived_at"]),
        mode=Mode(row["mode"]),
        reason=row["reason"],
        source=None if row["source"] is None else Source(row["source"]),
        confirmed=bool(row["confirmed"]),
        out_since=maybe_from_text(row["out_since"]),
        excuse=None if row["excuse"] is None else Excuse(row["excuse"]),
    )


def _one(record: Record, session_id: str, member: str) -> Attendance:
    row = record.row(_OF_MEMBER, session_id, member)
    if row is None:
        raise Refused(N_("This member is not expected today."), N_("They belong to a later session."))
    return _attendance(row)


@verb("attendance.mark")
def mark(
    record: Record,
    session: str,
    member: str,
    status: Status,
    *,
    reason: str = "",
    excuse: Excuse | None = None,
    source: Source = Source.CONSOLE,
) -> None:
    """Set the status of one member; late again means five minutes earlier. Who is out comes back with it."""
    before = _one(record, session, member)
    _mark(record, sessions.session(record, session), before, status, reason=reason, excuse=excuse, source=source)


def _mark(
    record: Record,
    found: Session,
    before: Attendance,
    status: Status,
    *,
    reason: str = "",
    excuse: Excuse | None = None,
    source: Source = Source.CONSOLE,
) -> None:
    if found.started_at is None:
        raise Refused(N_("The session has not begun."))
    now = found.by_its_clock(record.clock.now())
    values = {
        "status": status.value,
        "arrived_at": maybe_to_text(arrival(status, found.started_at, now, before)),
        "reason": reason,
        "excuse": None if excuse is None else excuse.value,
        "source": None if status is Status.UNKNOWN else source.value,
        "confirmed": int(status is not Status.UNKNOWN and source is Source.CONSOLE),
    }
    record.update("attendance", before.id, values)
    if before.out_since is not None and not status.present:
        _drop_open_absence(record, before)


@verb("attendance.check_in", undoable=False)
def check_in(record: Record, session: str, member: str, at: datetime) -> bool:
    """Somebody checked in at the kiosk at this instant of the laptop's clock: to be confirmed; whether it was kept.

    Only of a member the facilitator has not marked in this session, not even to take the mark back: what the
    facilitator touched stays theirs. It is nobody's key, so ``u`` passes over it.
    """
    before = _one(record, session, member)
    if before.status is not Status.UNKNOWN or _was_marked(record, before.id):
        return False
    found = sessions.session(record, session)
    if not found.running or found.started_at is None:
        raise Refused(N_("The session has not begun."))
    arrived = max(found.started_at, found.by_its_clock(min(at, record.clock.now())))
    status = checked_in_as(found.started_at, arrived)
    _mark(record, found, before, status, source=Source.KIOSK)
    if status is Status.LATE:
        record.update("attendance", before.id, {"arrived_at": to_text(arrived)})
    return True


def _was_marked(record: Record, attendance: str) -> bool:
    where = (
        "SELECT 1 AS n FROM journal WHERE \"table\" = 'attendance' AND \"row\" = ? AND operation = 'update' "
        "AND verb NOT IN ('attendance.check_in', 'attendance.take_back_check_in') LIMIT 1"
    )
    return record.row(where, attendance) is not None


@verb("attendance.take_back_check_in", undoable=False)
def take_back_check_in(record: Record, session: str, member: str) -> bool:
    """Somebody at the kiosk says that it was not them; whether it was taken back.

    Only while the facilitator has not confirmed it or marked anything else: what they touched stays theirs. Who it
    really is can still check in.
    """
    before = _one(record, session, member)
    if before.source is not Source.KIOSK or before.confirmed or _was_marked(record, before.id):
        return False
    _mark(record, sessions.session(record, session), before, Status.UNKNOWN, source=Source.KIOSK)
    return True


def _drop_open_absence(record: Record, of: Attendance) -> None:
    for row in record.rows(_OPEN_ABSENCE, of.session, of.member):
        record.delete("absences_in_session", row["id"])


@verb("attendance.everyone_here")
def everyone_here(record: Record, session: str) -> None:
    """Everyone still unknown is here, and kiosk check-ins are confirmed: one key, one action."""
    found = sessions.session(record, session)
    for attendance in roster(record, session):
        if attendance.status is Status.UNKNOWN:
            _mark(record, found, attendance, Status.HERE)
        elif not attendance.confirmed:
            record.update("attendance", attendance.id, {"confirmed": 1})


@verb("attendance.give_reason")
def give_reason(record: Record, session: str, member: str, reason: str) -> None:
    """Why somebody is excused, in words, which stand for what was offered; never shown but for the chosen member."""
    values = {"reason": reason, "excuse": None} if reason.strip() else {"reason": reason}
    record.update("attendance", _one(record, session, member).id, values)


@verb("attendance.set_mode")
def set_mode(record: Record, session: str, member: str, mode: Mode) -> None:
    """In the room, by video or by phone."""
    record.update("attendance", _one(record, session, member).id, {"mode": mode.value})


@verb("attendance.out_or_back")
def out_or_back(record: Record, session: str, member: str) -> bool:
    """Steps out, or is back; whether they are out now."""
    before = _one(record, session, member)
    if not before.status.present:
        raise Refused(N_("Only somebody who is here can step out."), N_("Mark them here first."))
    now = to_text(sessions.moment(record, session))
    away = record.row(_OPEN_ABSENCE, session, member)
    if away is not None:
        record.update("absences_in_session", away["id"], {"back_at": now})
        return False
    new = {"id": record.ids(), "session_id": session, "member_id": member}
    record.insert("absences_in_session", {**new, "out_at": now, "back_at": None})
    return True
