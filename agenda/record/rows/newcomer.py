"""Somebody new at the door: a member of the group from today, and on the roster of the hour that runs."""

from __future__ import annotations

from agenda.attendance import Status
from agenda.record.action import verb
from agenda.record.connection import Record
from agenda.record.rows import member as members
from agenda.record.rows import session as sessions


@verb("member.join")
def join(record: Record, session: str, name: str) -> str:
    """A new member by name alone, the rest later; expected in this session at once. Their id."""
    found = sessions.running(record, session)
    new = members.add(record, found.group, name, begins=found.day)
    last = record.row("SELECT max(position) AS position FROM session_roster WHERE session_id = ?", session)
    position = 0 if last is None or last["position"] is None else last["position"] + 1
    row = {"session_id": session, "member_id": new}
    record.insert("session_roster", {"id": record.ids(), **row, "position": position})
    record.insert("attendance", {"id": record.ids(), **row, "status": Status.UNKNOWN.value})
    return new
