"""No text column of a record can hold what steers a screen, whichever verb writes, and whatever lay in it before."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import HealthCheck, given, settings

from agenda.error import Refused
from agenda.homework import Plan
from agenda.record.action import VERBS, action
from agenda.record.connection import Record
from agenda.record.rows import draft, follow_up, goal, homework, member
from tests.agenda.record.picking import Pick
from tests.agenda.record.verb_arguments import ARGUMENTS
from tests.builders import TODAY, Room, a_record, a_session
from tests.hostile import HOSTILE, any_text, is_legible

EVERYTHING = "".join(HOSTILE)


class HostilePick(Pick):
    """Whatever is typed holds every hostile sign."""

    def words(self) -> str:
        return f"ill{EVERYTHING}{self.used}"

    def text(self) -> str:
        return f"a walk{EVERYTHING}\n{self.used}"

    def name(self) -> str:
        return f"Ana{EVERYTHING}{self.used}"


def all_texts(record: Record) -> Iterator[str]:
    """Every text of every table as it lies in the file, past what cleans it when it is read."""
    tables = [row["name"] for row in record.rows("SELECT name FROM sqlite_master WHERE type = 'table'")]
    reading, record.db.conn.text_factory = record.db.conn.text_factory, bytes
    try:
        for table in tables:
            for row in record.db.conn.execute(f'SELECT * FROM "{table}"').fetchall():
                yield from (value.decode() for value in row if isinstance(value, bytes))
    finally:
        record.db.conn.text_factory = reading


@pytest.fixture
def room() -> Room:
    room = a_session()
    for each in room.members[:2]:
        homework.agree(room.record, room.session, each, Plan("Walk"), option=1)
        held = goal.set_goal(room.record, each, "A flat", on=TODAY)
        goal.add_step(room.record, goal.add_short_term_goal(room.record, held, "Save", starts=TODAY), "A", starts=TODAY)
    return room


@pytest.mark.parametrize("name", sorted(VERBS))
def test_whatever_a_verb_is_given_the_record_keeps_only_legible_text(room: Room, name: str) -> None:
    for start in range(12):
        pick = HostilePick(room.record, [(start * 7 + place) % 30 for place in range(7)])
        try:
            VERBS[name].function(room.record, **ARGUMENTS[name](pick))
        except Refused:
            continue
    assert [text for text in all_texts(room.record) if not is_legible(text)] == []


@given(text=any_text(200))
@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_any_text_at_all_can_be_given_to_the_record(room: Room, text: str) -> None:
    with action(room.record, "test"):
        row = {"id": room.record.ids(), "session_id": room.session, "page": 1, "heading": text, "text": text}
        room.record.insert("flip_chart_lines", row)
        room.record.update("flip_chart_lines", str(row["id"]), {"text": text})
    draft.save(room.record, "any", text)
    kept = draft.draft(room.record, "any")
    assert kept is not None
    assert is_legible(kept)
    assert all(map(is_legible, all_texts(room.record)))


def test_nothing_that_can_be_seen_is_nothing() -> None:
    room = a_session()
    with pytest.raises(Refused, match="name"):
        member.rename(room.record, room.members[0], "\x00\u202e")
    with pytest.raises(Refused):
        goal.set_goal(room.record, room.members[0], "\x00\u202e", on=TODAY)


def test_what_an_older_version_kept_is_read_as_legible_text() -> None:
    record = a_record()
    room = a_session(record)
    todo = follow_up.add(record, room.session, "ring", member=room.members[0])
    with action(record, "test"):
        raw = b"ring\x1b[2J \xff\xe2\x80\xae them"
        record.db.execute("UPDATE follow_ups SET what = CAST(? AS TEXT) WHERE id = ?", [raw, todo])
    row = record.row("SELECT what FROM follow_ups WHERE id = ?", todo)
    assert row is not None
    assert row["what"] == "ring[2J \ufffd them"
