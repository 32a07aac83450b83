"""Members of a group and the periods in which they belong to it."""

from __future__ import annotations

from datetime import date
from typing import Any

from agenda.error import N_, Refused
from agenda.group import MOST_MEMBERS
from agenda.instant import to_text
from agenda.member import BELONGING, LONGEST_NAME, Member, MembershipStatus, Period
from agenda.name import folded
from agenda.record.action import verb
from agenda.record.connection import Record
from agenda.record.rows import group as groups
from agenda.record.rows.values import one_of
from legible import one_line

_ALL = """
SELECT m.*, p.full_name, p.record_number, mp.status FROM members m
JOIN participants p ON p.id = m.participant_id
JOIN membership_periods mp ON mp.member_id = m.id AND mp.begins <= ? AND (mp.ends IS NULL OR mp.ends > ?)
WHERE m.group_id = ? AND m.name <> '' ORDER BY m.digit, m.id
"""


def members(record: Record, group_id: str, day: date) -> tuple[Member, ...]:
    """Who belongs to a group on a day, by digit; suspended ones and those who left included, erased ones not."""
    return tuple(_member(row) for row in record.rows(_ALL, day.isoformat(), day.isoformat(), group_id))


def expected(record: Record, group_id: str, day: date) -> tuple[Member, ...]:
    """Who is expected on a day: the active members."""
    return tuple(m for m in members(record, group_id, day) if m.status.comes)


def _member(row: dict[str, Any]) -> Member:
    return Member(
        id=row["id"],
        group=row["group_id"],
        participant=row["participant_id"],
        digit=row["digit"],
        name=row["name"],
        full_name=row["full_name"],
        record_number=row["record_number"],
        status=MembershipStatus(row["status"]),
        large_print=bool(row.get("large_print")),
    )


def known(record: Record, member: str) -> dict[str, Any]:
    """The row of a member, who must be in this record and not have been erased."""
    row = record.row("SELECT * FROM members WHERE id = ?", member)
    if row is None:
        raise Refused(N_("There is no such member."))
    if not row["name"]:
        raise Refused(N_("What was kept about this member was erased."))
    return row


def periods(record: Record, member: str) -> tuple[Period, ...]:
    """The periods of one member, oldest first; none overlap."""
    rows = record.rows("SELECT * FROM membership_periods WHERE member_id = ? ORDER BY begins, ends IS NULL, id", member)
    return tuple(
        Period(
            id=row["id"],
            member=row["member_id"],
            status=MembershipStatus(row["status"]),
            reason=row["reason"],
            begins=date.fromisoformat(row["begins"]),
            ends=None if row["ends"] is None else date.fromisoformat(row["ends"]),
        )
        for row in rows
    )


@verb("member.add")
def add(record: Record, group_id: str, name: str, *, begins: date, full_name: str = "", record_number: str = "") -> str:
    """A new participant as a member, with the first digit that is free."""
    groups.group(record, group_id)
    cleaned = _free_name(record, group_id, name)
    digit = _free_digit(record, group_id, begins)
    participant, new = record.ids(), record.ids()
    person = {"full_name": one_line(full_name) or cleaned, "record_number": one_line(record_number)}
    record.insert("participants", {"id": participant, **person, "created_at": to_text(record.clock.now())})
    record.insert(
        "members",
        {
            "id": new,
            "group_id": group_id,
            "participant_id": participant,
            "digit": digit,
            "name": cleaned,
            "name_folded": folded(cleaned),
        },
    )
    _begin(record, new, MembershipStatus.ACTIVE, begins, "")
    return new


@verb("member.rename")
def rename(record: Record, member: str, name: str) -> None:
    """Another display name, unique in the group."""
    row = known(record, member)
    cleaned = _free_name(record, row["group_id"], name, but=member)
    record.update("members", member, {"name": cleaned, "name_folded": folded(cleaned)})


@verb("member.identify")
def identify(record: Record, member: str, *, full_name: str, record_number: str) -> None:
    """The full name and record number that stand on notes."""
    row = known(record, member)
    values = {"full_name": one_line(full_name), "record_number": one_line(record_number)}
    record.update("participants", row["participant_id"], values)


@verb("member.large_print")
def set_large_print(record: Record, member: str, wanted: bool) -> None:
    """Whether what they take home is in large letters."""
    known(record, member)
    record.update("members", member, {"large_print": int(wanted)})


@verb("membership.change")
def change_status(record: Record, member: str, status: MembershipStatus, *, begins: date, reason: str = "") -> None:
    """Suspend, bring back, or say goodbye from a day on; the period before ends there."""
    row = known(record, member)
    current = periods(record, member)[-1]
    if status is current.status:
        raise Refused(N_("This is so already."))
    if begins < current.begins:
        raise Refused(N_("This day lies before the last change."), N_("Choose a later day."))
    if not current.status.belongs:
        _keep_digit(record, row, begins)
    record.update("membership_periods", current.id, {"ends": begins.isoformat()})
    _begin(record, member, status, begins, one_line(reason))


def _begin(record: Record, member: str, status: MembershipStatus, begins: date, reason: str) -> None:
    row = {"id": record.ids(), "member_id": member, "status": status.value, "reason": reason}
    record.insert("membership_periods", {**row, "begins": begins.isoformat(), "ends": None})


def _free_name(record: Record, group_id: str, name: str, but: str | None = None) -> str:
    cleaned = one_line(name)
    if not folded(cleaned):  # nothing, or nothing that can be seen
        raise Refused(N_("A member needs a name."), N_("Ask which name they would like to be called by."))
    if len(cleaned) > LONGEST_NAME:
        raise Refused(N_("This name is too long: {most} characters at most."), most=LONGEST_NAME)
    # As they are called, not as an earlier version folded it: what that told apart may sound alike.
    taken = record.rows("SELECT name FROM members WHERE group_id = ? AND id IS NOT ?", group_id, but)
    if folded(cleaned) in {folded(row["name"]) for row in taken}:
        raise Refused(
            N_("Somebody in this group has this name already."),
            N_("Add a letter or another name that both agree to."),
        )
    return cleaned


def _taken_digits(record: Record, group_id: str, day: date) -> dict[int, str]:
    """Digits of all who have not left for good by that day; the digit of somebody suspended stays theirs."""
    rows = record.rows(
        "SELECT m.digit, m.id FROM members m JOIN membership_periods p ON p.member_id = m.id "
        f"WHERE m.group_id = ? AND p.status IN {one_of(BELONGING)} AND (p.ends IS NULL OR p.ends > ?)",
        group_id,
        day.isoformat(),
    )
    return {row["digit"]: row["id"] for row in rows}


def _free_digit(record: Record, group_id: str, day: date) -> int:
    taken = _taken_digits(record, group_id, day)
    never = {row["digit"] for row in record.rows("SELECT digit FROM members WHERE group_id = ?", group_id)}
    free = [digit for digit in range(1, MOST_MEMBERS + 1) if digit not in taken]
    if not free:
        raise Refused(
            N_("This group has {most} members, as many as it can hold."),
            N_("Eight is the most for a good group; open a second one."),
            most=MOST_MEMBERS,
        )
    return next((digit for digit in free if digit not in never), free[0])


def _keep_digit(record: Record, row: dict[str, Any], day: date) -> None:
    """Somebody returns: their digit if it is free, else another."""
    if _taken_digits(record, row["group_id"], day).get(row["digit"], row["id"]) != row["id"]:
        record.update("members", row["id"], {"digit": _free_digit(record, row["group_id"], day)})
