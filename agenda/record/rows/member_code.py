"""The short code a member types at the kiosk: drawn by lot, unique in the group, from nothing that is theirs."""

from __future__ import annotations

import secrets

from agenda.error import N_, Refused
from agenda.instant import to_text
from agenda.record.action import verb
from agenda.record.connection import Record
from agenda.record.rows import member as members

DIGITS = 4
"""Letters of a code; the kiosk takes a code at its last digit."""


def codes(record: Record, group_id: str) -> dict[str, str]:
    """The code of each member who has one."""
    rows = record.rows("SELECT member_id, code FROM member_codes WHERE group_id = ?", group_id)
    return {row["member_id"]: row["code"] for row in rows}


@verb("code.complete")
def complete(record: Record, group_id: str) -> int:
    """Give a code to everyone in the group who has none and has not left; how many were made."""
    has = codes(record, group_id)
    today = record.clock.now().date()
    found = [m for m in members.members(record, group_id, today) if m.status.belongs]
    missing = [m.id for m in found if m.id not in has]
    for one in missing:
        _insert(record, one, group_id)
    return len(missing)


@verb("code.renew")
def renew(record: Record, member: str) -> str:
    """Another code, where somebody else has seen the old one; the old one works no more."""
    group = str(members.known(record, member)["group_id"])
    found = record.row("SELECT id FROM member_codes WHERE member_id = ?", member)
    if found is None:
        return _insert(record, member, group)
    code = _free(record, group)
    made_at = to_text(record.clock.now())
    record.update("member_codes", found["id"], {"code": code, "made_at": made_at})
    return code


def _insert(record: Record, member: str, group: str) -> str:
    code = _free(record, group)
    row = {"id": record.ids(), "member_id": member, "group_id": group, "code": code}
    record.insert("member_codes", {**row, "made_at": to_text(record.clock.now())})
    return code


def _free(record: Record, group: str) -> str:
    """A code nobody in the group has; never one digit four times, which is typed by chance."""
    taken = set(codes(record, group).values())
    free = [code for code in map(_written, range(10**DIGITS)) if code not in taken and len(set(code)) > 1]
    if not free:
        raise Refused(N_("There is no code left in this group."))
    return secrets.choice(free)


def _written(number: int) -> str:
    return f"{number:0{DIGITS}}"
