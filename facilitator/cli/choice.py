"""Which group, member or sessions somebody means. A member is named by digit: no name belongs into a command line."""

from __future__ import annotations

from dataclasses import dataclass

from agenda.error import N_, Refused
from agenda.group import Group
from agenda.member import MembershipStatus
from agenda.name import folded
from agenda.record.connection import Record
from agenda.record.rows import group as groups
from agenda.record.rows import session as sessions

_ALL = """
SELECT m.id, m.digit, m.name, (
    SELECT p.status FROM membership_periods p WHERE p.member_id = m.id ORDER BY p.begins DESC, p.id DESC LIMIT 1
) AS status FROM members m WHERE m.group_id = ? ORDER BY m.digit, m.id
"""


@dataclass(frozen=True, slots=True)
class Named:
    """A member of a group, whenever, and the word by which a command knows them: ``3``, or ``3.1`` who came first."""

    id: str
    word: str
    digit: int
    name: str
    group: Group
    status: MembershipStatus


def chosen_groups(record: Record, name: str | None) -> tuple[Group, ...]:
    """The group of this name, or all."""
    found = tuple(one for one in groups.all_groups(record) if name is None or folded(one.name) == folded(name))
    if name is not None and not found:
        raise Refused(N_("There is no group of this name."), N_("See the groups: facilitator notes list"))
    return found


def all_members(record: Record, group: Group) -> tuple[Named, ...]:
    """Everybody who ever was a member of a group. Of several with one digit, who belongs now has the digit alone."""
    rows = record.rows(_ALL, group.id)
    had: dict[int, list[str]] = {}
    for row in rows:
        had.setdefault(row["digit"], []).append(row["id"])
    found = []
    for row in rows:
        if not row["name"]:  # erased: only the figures are left
            continue
        status, digit = MembershipStatus(row["status"]), row["digit"]
        is_plain = status.belongs or len(had[digit]) == 1
        word = str(digit) if is_plain else f"{digit}.{had[digit].index(row['id']) + 1}"
        found.append(Named(row["id"], word, digit, row["name"], group, status))
    return tuple(found)


def chosen_member(record: Record, word: str, group: str | None) -> Named:
    """The member of this word. Raises ``Refused`` where there is none, or more than one."""
    found = [one for each in chosen_groups(record, group) for one in all_members(record, each) if one.word == word]
    if not found:
        raise Refused(N_("No member has this digit."), N_("See who is who: facilitator member list"))
    if len(found) > 1:
        raise Refused(N_("Several groups have a member with this digit."), N_("Say which: --group NAME"))
    return found[0]


def chosen_sessions(record: Record, word: str, group: str | None) -> tuple[str, ...]:
    """The sessions of this number or day, held or not."""
    found = tuple(
        one.id
        for each in chosen_groups(record, group)
        for one in sessions.sessions(record, each.id)
        if word in (str(one.number), one.day.isoformat())
    )
    if not found:
        raise Refused(
            N_("There is no session of this number or date."), N_("A number as in 7, or a date as in 2026-11-24.")
        )
    return found
