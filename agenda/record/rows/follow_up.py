"""Follow-ups, contacts with those who did not come, guests and staff of a session."""

from __future__ import annotations

from datetime import date
from typing import Any

from agenda.error import N_, Refused
from agenda.follow_up import Contact, ContactKind, FollowUp, FollowUpKind
from agenda.instant import from_text, maybe_from_text, to_text
from agenda.record.action import verb
from agenda.record.connection import Record
from agenda.record.rows import member as members
from agenda.record.rows import session as sessions
from agenda.session import Session
from agenda.staff import Role

ROLES = tuple(Role)
_APPOINTMENT = FollowUpKind.APPOINTMENT.value


@verb("follow_up.add")
def add(
    record: Record,
    session: str,
    what: str,
    *,
    member: str | None = None,
    who: str = "",
    by: date | None = None,
    kind: FollowUpKind | None = None,
) -> str:
    """Something to do for or with a member; its id. ``kind`` says what it is where nobody wrote it."""
    sessions.session(record, session)
    if member is not None:
        members.known(record, member)
    new = record.ids()
    row = {"id": new, "session_id": session, "member_id": member, "what": what, "who": who, "kind": kind and kind.value}
    due = None if by is None else by.isoformat()
    record.insert("follow_ups", {**row, "due": due, "created_at": to_text(record.clock.now()), "done_at": None})
    return new


@verb("follow_up.change")
def change(record: Record, session: str, follow_up: str, *, what: str, who: str, by: date | None) -> None:
    """Say it differently, or give it to somebody, or a day. What somebody wrote stands for what the program noted."""
    _refuse_unknown(record, follow_up)
    values = {"what": what, "who": who, "due": None if by is None else by.isoformat()}
    values |= {"kind": None} if what.strip() else {}
    record.update("follow_ups", follow_up, values)


@verb("follow_up.done")
def done(record: Record, session: str, follow_up: str) -> None:
    """It is done."""
    _refuse_unknown(record, follow_up)
    record.update("follow_ups", follow_up, {"done_at": to_text(record.clock.now())})


@verb("follow_up.appointment")
def took_to_appointment(record: Record, session: str, member: str, *, by: date | None = None) -> str:
    """They have the sheet for their appointment: what came of it is to be asked. Asked once for all before; its id."""
    members.known(record, member)
    waiting = record.row(
        "SELECT id FROM follow_ups WHERE member_id = ? AND kind = ? AND done_at IS NULL", member, _APPOINTMENT
    )
    if waiting is not None:
        return str(waiting["id"])
    return add(record, session, "", member=member, by=by, kind=FollowUpKind.APPOINTMENT)


@verb("follow_up.came_of")
def came_of(record: Record, session: str, follow_up: str, words: str) -> None:
    """They were asked in this session what came of their appointment; without words nothing was written of it."""
    sessions.session(record, session)
    _refuse_unknown(record, follow_up)
    values = {"came_of": words, "asked_in": session, "done_at": to_text(record.clock.now())}
    record.update("follow_ups", follow_up, values)


def _refuse_unknown(record: Record, follow_up: str) -> None:
    if record.row("SELECT id FROM follow_ups WHERE id = ?", follow_up) is None:
        raise Refused(N_("There is no such follow-up any more."))


def of_session(record: Record, session_id: str) -> tuple[FollowUp, ...]:
    """The follow-ups of a session in the order they came."""
    rows = record.rows("SELECT * FROM follow_ups WHERE session_id = ? ORDER BY created_at, id", session_id)
    return tuple(map(_follow_up, rows))


def appointments_to_ask(record: Record, session: Session) -> dict[str, FollowUp]:
    """Who of this group is to be asked what came of an appointment, by member; not yet of one noted in this hour."""
    rows = record.rows(
        "SELECT f.* FROM follow_ups f JOIN sessions s ON s.id = f.session_id "
        "WHERE s.group_id = ? AND f.done_at IS NULL AND f.kind = ? "
        "AND (f.session_id <> ? OR f.created_at < s.started_at) ORDER BY f.created_at, f.id",
        session.group,
        _APPOINTMENT,
        session.id,
    )
    return {row["member_id"]: _follow_up(row) for row in reversed(rows) if row["member_id"] is not None}


def asked_in(record: Record, session_id: str) -> tuple[FollowUp, ...]:
    """What members were asked about in this session, in the order of the answers."""
    rows = record.rows("SELECT * FROM follow_ups WHERE asked_in = ? ORDER BY done_at, id", session_id)
    return tuple(map(_follow_up, rows))


def open_of_group(record: Record, group_id: str) -> tuple[FollowUp, ...]:
    """What is still to do for a group's members, oldest first."""
    rows = record.rows(
        "SELECT f.* FROM follow_ups f JOIN sessions s ON s.id = f.session_id "
        "WHERE s.group_id = ? AND f.done_at IS NULL ORDER BY f.created_at, f.id",
        group_id,
    )
    return tuple(map(_follow_up, rows))


def _follow_up(row: dict[str, Any]) -> FollowUp:
    return FollowUp(
        id=row["id"],
        session=row["session_id"],
        member=row["member_id"],
        what=row["what"],
        who=row["who"],
        by=None if row["due"] is None else date.fromisoformat(row["due"]),
        created_at=from_text(row["created_at"]),
        done_at=maybe_from_text(row["done_at"]),
        kind=None if row["kind"] is None else FollowUpKind(row["kind"]),
        came_of=row["came_of"],
        asked_in=row["asked_in"],
    )


@verb("contact.record")
def record_contact(record: Record, session: str, member: str, kind: ContactKind) -> None:
    """How somebody who did not come was reached; asked again, the last answer stands."""
    sessions.session(record, session)
    members.known(record, member)
    found = record.row("SELECT id FROM contacts WHERE session_id = ? AND member_id = ?", session, member)
    values = {"kind": kind.value, "at": to_text(record.clock.now())}
    if found is None:
        new = {"id": record.ids(), "session_id": session, "member_id": member}
        record.insert("contacts", {**new, **values})
    else:
        record.update("contacts", found["id"], values)


def contacts(record: Record, session_id: str) -> tuple[Contact, ...]:
    """Contacts made after a session."""
    rows = record.rows("SELECT * FROM contacts WHERE session_id = ? ORDER BY id", session_id)
    return tuple(
        Contact(r["id"], r["session_id"], r["member_id"], ContactKind(r["kind"]), from_text(r["at"])) for r in rows
    )


@verb("staff.add")
def add_staff(record: Record, session: str, name: str, role: str) -> str:
    """Somebody who leads with us today: lead, co, trainee, peer or interpreter."""
    sessions.session(record, session)
    if role not in ROLES:
        raise Refused(N_("There is no such role."))
    new = record.ids()
    row = {"id": new, "session_id": session, "facilitator_id": None, "name": name, "role": role}
    record.insert("session_staff", row)
    return new


@verb("guests.set")
def set_guests(record: Record, session: str, count: int, kind: str) -> None:
    """How many guests of a kind (students, supporters) are in the room; none takes them away."""
    sessions.session(record, session)
    if count < 0:
        raise Refused(N_("There cannot be fewer than no guests."))
    found = record.row("SELECT id FROM guests WHERE session_id = ? AND kind = ?", session, kind)
    if found is not None:
        record.delete("guests", found["id"])
    if count:
        row = {"id": record.ids(), "session_id": session, "count": count, "kind": kind}
        record.insert("guests", row)
