"""Unlinking one person for good: who they are and what was written about them goes, what the group counts by stays.

The journal keeps what every row was before, so it is gone through as well: this is the one place that writes in it
by hand. All of it is one action like any other, whole at every moment. What a page held is overwritten with it, and
was at every change before (``secure_delete``), so that no free page is left to search. The file is not written anew
(``VACUUM``): a kill in the middle would leave a journal that carries no number (``agenda.record.left_over``).
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from agenda.error import N_, Refused
from agenda.member import MembershipStatus
from agenda.others import Others
from agenda.record.about import ABOUT, of_the_same_person
from agenda.record.action import action
from agenda.record.connection import Record
from agenda.record.journal import columns, journalled_tables
from agenda.record.person import TYPED
from agenda.record.trail import rows_of

Row = dict[str, Any]

ERASED = "member.erase"
"""What the journal calls it. No verb: nothing else may do so by joining an action, and nothing takes it back."""

STAYS: dict[str, dict[str, str | int | None]] = {
    "participants": {"full_name": "", "record_number": ""},
    "members": {"name": "", "large_print": 0},
    "membership_periods": {"reason": ""},
    "session_roster": {},
    "attendance": {"reason": "", "excuse": None},
    "accesses": {},
}
"""Rows that stay, so that the group's figures and the list of who looked stay true, and what in them goes."""

GOES = (
    "steps", "short_term_goals", "goal_reviews", "goals", "homework_reviews", "homework", "note_sections", "notes",
    "consents", "member_codes", "absences_in_session", "contacts", "rests", "small_steps", "handouts_given",
    "responses", "follow_ups",
)  # fmt: skip
"""Rows that go, those that refer to others first."""

_LEADS = frozenset({
    "id", "member_id", "session_id", "group_id", "participant_id", "goal_id", "short_term_goal_id", "homework_id",
    "note_id",
})  # fmt: skip
"""What the journal still says of a row that went: which it was, and where it belonged."""

_LAST_STATUS = """
SELECT status FROM membership_periods WHERE member_id = ? ORDER BY begins DESC, ends IS NOT NULL, id DESC LIMIT 1
"""
_RUNNING = """
SELECT s.id FROM session_roster r JOIN sessions s ON s.id = r.session_id
WHERE r.member_id = ? AND s.started_at IS NOT NULL AND s.ended_at IS NULL
"""
_CALLED = """
SELECT m.name, p.full_name FROM members m JOIN participants p ON p.id = m.participant_id
WHERE m.id IN (SELECT value FROM json_each(?))
"""
_SEARCHED = TYPED | {"agreements", "heading", "title"}


def refuse_too_early(record: Record, member: str) -> None:
    """Raise ``Refused`` while they belong to a group or sit in a session, and where they are erased already."""
    record.refuse_if_read_only()
    for one in of_the_same_person(record, member):
        row = record.row(_LAST_STATUS, one)
        if row is not None and row["status"] != MembershipStatus.LEFT:
            raise Refused(N_("This member still belongs to the group."), N_("Say goodbye first: Home, g, x."))
        if record.row(_RUNNING, one) is not None:
            raise Refused(N_("A session with this member is not over yet."), N_("End it first."))


def erase(record: Record, member: str) -> int:
    """Erase the person this member is, in every group; in how many fields about others, or about the group, their name
    was typed and stands. Raises ``Refused`` as ``refuse_too_early`` does.
    """
    refuse_too_early(record, member)
    them = of_the_same_person(record, member)
    names = [name for row in record.rows(_CALLED, json.dumps(them)) for name in (row["name"], row["full_name"])]
    record.write("PRAGMA secure_delete = ON")  # as SQLCipher has it anyway: said where it matters
    with record.atomic():
        with action(record, ERASED, member=member, undoable=False):
            _unlink(record, json.dumps(them))
        _go_through_the_journal(record, them)
    return sum(1 for _field in _fields_naming(record, names))


def _unlink(record: Record, them: str) -> None:
    for table, left in STAYS.items():
        for row in record.rows(f'SELECT id FROM "{table}" WHERE {ABOUT[table]}', them) if left else ():
            record.update(table, row["id"], _left(table, row["id"]))
    for table in GOES:
        for row in record.rows(f'SELECT id FROM "{table}" WHERE {ABOUT[table]}', them):
            record.delete(table, row["id"])


def _left(table: str, row: str) -> dict[str, str | int | None]:
    """The id stands for the folded name: it is nobody's, and no two are the same."""
    return STAYS[table] | ({"name_folded": row} if table == "members" else {})


def _go_through_the_journal(record: Record, them: tuple[str, ...]) -> None:
    """Take their words out of what rows were, and make undo leave these actions alone; then drop what is half typed."""
    actions: set[tuple[str | None, str]] = set()
    ids = set(them)
    for row in rows_of(record, them):
        actions.add((row["session"], row["action"]))
        ids.add(row["row"])
        before, after = (_without_words(row["table"], row["row"], row[side]) for side in ("before", "after"))
        record.write("UPDATE journal SET before = ?, after = ? WHERE seq = ?", before, after, row["seq"])
    for session, done in actions:
        record.write("UPDATE journal SET undoable = 0 WHERE session IS ? AND action = ?", session, done)
    for key in [*record.held, *(row["key"] for row in record.rows("SELECT key FROM drafts"))]:
        if ids.intersection(re.split(r"[/.]", key)):
            record.held.pop(key, None)
            record.write("DELETE FROM drafts WHERE key = ?", key)


def _without_words(table: str, row_id: str, text: str | None) -> str | None:
    if text is None:
        return None
    row = json.loads(text)
    if table in STAYS:
        row |= {name: value for name, value in _left(table, row_id).items() if name in row}
    else:
        row = {name: value if name in _LEADS else None for name, value in row.items()}
    return json.dumps(row, ensure_ascii=False, separators=(",", ":"))


def _fields_naming(record: Record, names: list[str]) -> Iterator[str]:
    """Fields about others or the group in which one of these names was typed."""
    them = Others(names, (), "")
    for table in journalled_tables(record.db):
        for name in _SEARCHED.intersection(columns(record.db, table)):
            looks_like = " OR ".join([f'"{name}" LIKE ?'] * len(names))
            for row in record.rows(f'SELECT "{name}" AS text FROM "{table}" WHERE {looks_like}', *map(_like, names)):
                if them.out_of(row["text"]) != row["text"]:
                    yield table


def _like(name: str) -> str:
    return f"%{name.replace('%', '_')}%"
