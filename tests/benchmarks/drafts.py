"""The notes of all eight after the hour, read and composed, against only reading the rows they are made of.

The reference is plain SQL on the same open record: each table that holds something about this session or its members
is read with one SELECT, a dictionary a row. It does not follow how the notes are read, so a slower way of reading them
shows. Facts, sentences, hashes and the look at the journal are what is left.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

from agenda.record import opening
from agenda.record.connection import Record
from agenda.record.rows import group as groups
from agenda.record.rows import note as notes
from agenda.record.rows import session as sessions
from facilitator.note_wording import FacilitatorWording
from tests.benchmarks.measuring import PASSPHRASE, Line, by_turns, spread
from tests.benchmarks.records import MEMBERS, a_practice_record
from tests.builders import CHEAP

BUDGET = 4.0
OFTEN = 20
"""Times a turn, because once takes too short to be measured beside other work."""

_ROSTER = "(SELECT member_id FROM session_roster WHERE session_id = :session)"
_OF_SESSION = (
    "session_lessons", "session_staff", "session_roster", "attendance", "absences_in_session", "goal_reviews",
    "small_steps", "session_techniques", "responses", "homework", "homework_reviews", "follow_ups", "contacts", "notes",
)  # fmt: skip
PLAIN_SQL = (
    "SELECT * FROM sessions WHERE id = :session",
    *(f"SELECT * FROM {table} WHERE session_id = :session" for table in _OF_SESSION),
    f"SELECT * FROM members WHERE id IN {_ROSTER}",
    f"SELECT * FROM participants WHERE id IN (SELECT participant_id FROM members WHERE id IN {_ROSTER})",
    f"SELECT * FROM goals WHERE member_id IN {_ROSTER}",
    f"SELECT * FROM short_term_goals WHERE goal_id IN (SELECT id FROM goals WHERE member_id IN {_ROSTER})",
)


def measure(folder: Path) -> list[Line]:
    record = opening.open_record(a_practice_record(folder, cost=CHEAP), PASSPHRASE)
    try:
        session = sessions.last_ended(record, groups.all_groups(record)[0].id)
        assert session is not None
        here = session.id
        work = {"ours": lambda: _composed(record, here), "rows": lambda: _read(record, here)}
        taken = by_turns({name: _timed(once) for name, once in work.items()}, times=41)
    finally:
        record.close()
    ratio = median(taken["ours"]) / median(taken["rows"])
    said = f"{OFTEN} times {spread(taken['ours'])} against {spread(taken['rows'])}"
    return [Line("eight note drafts read and composed / reading the same rows with plain SQL", ratio, BUDGET, said)]


def _composed(record: Record, session: str) -> None:
    drafts = notes.notes(record, session, FacilitatorWording())
    assert len(drafts) == MEMBERS
    assert all(draft.sections[0].text for draft in drafts)


def _read(record: Record, session: str) -> None:
    found = {}
    for statement in PLAIN_SQL:
        cursor = record.db.conn.execute(statement, {"session": session})
        names = [column[0] for column in cursor.description]
        found[statement] = [dict(zip(names, row, strict=True)) for row in cursor]
    assert len(found[PLAIN_SQL[-4]]) == MEMBERS


def _timed(work: Callable[[], None]) -> Callable[[], float]:
    def often() -> float:
        started = time.perf_counter()
        for _ in range(OFTEN):
            work()
        return time.perf_counter() - started

    return often
