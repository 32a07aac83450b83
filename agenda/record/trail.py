"""Who did what when, read back from the journal: one entry for each confirmed intent, in the order they came.

The journal of ten years does not fit into memory and must not be held open while somebody reads a page of it, so it
is read a few hundred rows at a time.
"""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator
from datetime import datetime
from itertools import groupby
from typing import Any

from agenda.instant import from_text, to_text
from agenda.record.about import PARENT
from agenda.record.connection import Record
from agenda.trail import Change, Entry

Row = dict[str, Any]
AT_ONCE = 500
"""Rows read at a time."""

_ROW = "coalesce(j.after, j.before)"
_ABOUT = f"""
CASE j."table"
    WHEN 'members' THEN j."row"
    WHEN 'participants' THEN (SELECT m.id FROM members m WHERE m.participant_id = j."row" ORDER BY m.id LIMIT 1)
    WHEN 'short_term_goals' THEN (SELECT g.member_id FROM goals g WHERE g.id = json_extract({_ROW}, '$.goal_id'))
    WHEN 'steps' THEN (SELECT g.member_id FROM short_term_goals p JOIN goals g ON g.id = p.goal_id
        WHERE p.id = json_extract({_ROW}, '$.short_term_goal_id'))
    WHEN 'homework_reviews' THEN
        (SELECT h.member_id FROM homework h WHERE h.id = json_extract({_ROW}, '$.homework_id'))
    WHEN 'note_sections' THEN (SELECT n.member_id FROM notes n WHERE n.id = json_extract({_ROW}, '$.note_id'))
    ELSE json_extract({_ROW}, '$.member_id')
END
"""
_SESSION = f"""
coalesce(j.session, CASE j."table" WHEN 'sessions' THEN j."row" ELSE json_extract({_ROW}, '$.session_id') END)
"""
_PAGE = f"""
SELECT j.*, {_ABOUT} AS about, {_SESSION} AS held_in,
    (SELECT u.verb FROM journal u WHERE u.session IS j.session AND u.action = j.undoes LIMIT 1) AS replayed
FROM journal j WHERE j.seq > ?1 AND (?2 IS NULL OR j.at >= ?2) AND %s AND %s ORDER BY j.seq LIMIT {AT_ONCE}
"""
_ALL = "?3 IS NOT NULL"
_WITH_THEM = f"""
(j.member IN (SELECT value FROM json_each(?4))
 OR json_extract({_ROW}, '$.member_id') IN (SELECT value FROM json_each(?4))
 OR j."table" IN ('members', 'participants', {", ".join(f"'{table}'" for table in PARENT)}))
"""
"""What may be about them, so that the rest of ten years is not handed over row by row."""
_IN_SESSIONS = f"""
j.seq IN (
    SELECT seq FROM journal WHERE session IN (SELECT value FROM json_each(?3))
    UNION SELECT seq FROM journal j WHERE session IS NULL AND {_SESSION} IN (SELECT value FROM json_each(?3))
)
"""


def entries(
    record: Record,
    *,
    members: Collection[str] = (),
    sessions: Collection[str] | None = None,
    since: datetime | None = None,
) -> Iterator[Entry]:
    """All entries, or those about these members, in these sessions, since then. Of an entry about several members
    only what is about these is told.
    """
    rows = _rows(record, members, sessions, None if since is None else to_text(since))
    if members:
        rows = _about_them(record, rows, frozenset(members))
    for _action, group in groupby(rows, key=lambda row: row["action"]):
        yield _entry(list(group))


def rows_of(record: Record, members: Collection[str]) -> Iterator[Row]:
    """The rows of the journal about these members, as they are kept."""
    return _about_them(record, _rows(record, members, None, None), frozenset(members))


def _rows(
    record: Record, members: Collection[str], sessions: Collection[str] | None, since: str | None
) -> Iterator[Row]:
    question = _PAGE % (_ALL if sessions is None else _IN_SESSIONS, _WITH_THEM if members else "?4 IS NOT NULL")
    asked = since, json.dumps(list(sessions or ())), json.dumps(list(members))
    last = 0
    while True:
        page = record.rows(question, last, *asked)
        yield from page
        if len(page) < AT_ONCE:
            return
        last = page[-1]["seq"]


def _about_them(record: Record, rows: Iterator[Row], them: frozenset[str]) -> Iterator[Row]:
    """The rows about them, those of things included that were taken back since and lead nowhere now."""
    asked = "SELECT participant_id AS id FROM members WHERE id IN (SELECT value FROM json_each(?))"
    people = {row["id"] for row in record.rows(asked, json.dumps(sorted(them)))}
    theirs: set[str] = set()
    for row in rows:
        if _is_theirs(row, them, people, theirs):
            theirs.add(row["row"])
            yield row


def _is_theirs(row: Row, them: frozenset[str], people: set[str], theirs: set[str]) -> bool:
    table = row["table"]
    if table == "participants":
        return row["row"] in people
    if row["about"] is not None:
        return row["about"] in them
    if table in PARENT:
        return json.loads(row["after"] or row["before"])[PARENT[table]] in theirs
    return row["member"] in them


def _entry(rows: list[Row]) -> Entry:
    first = rows[0]
    changes = tuple(
        Change(row["table"], row["row"], row["operation"], _read(row["before"]), _read(row["after"]), row["about"])
        for row in rows
    )
    about = [first["member"], *(change.about for change in changes)]
    return Entry(
        action=first["action"],
        verb=first["verb"],
        replayed=first["replayed"],
        at=from_text(first["at"]),
        facilitator=first["facilitator"],
        session=next((row["held_in"] for row in rows if row["held_in"] is not None), None),
        members=tuple(dict.fromkeys(one for one in about if one is not None)),
        changes=changes,
    )


def _read(text: str | None) -> Row | None:
    return None if text is None else dict(json.loads(text))
