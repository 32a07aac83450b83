"""Reading and writing single rows with plain SQL."""

from __future__ import annotations

import pytest

from agenda.record.action import action
from tests.builders import a_group, a_record
from tests.statements import statements


def test_a_question_is_one_statement_and_holds_nothing_open() -> None:
    record = a_record()
    a_group(record, name="One")
    a_group(record, name="Two")
    with statements(record) as seen:
        assert [row["name"] for row in record.rows("SELECT * FROM groups ORDER BY id")] == ["One", "Two"]
        assert record.row("SELECT name FROM groups WHERE name = ?", "Two") == {"name": "Two"}
        assert record.row("SELECT name FROM groups WHERE name = ?", "Three") is None
    assert len(seen) == 3
    assert not record.db.conn.in_transaction


def test_a_row_that_is_not_there_is_neither_changed_nor_taken_away_in_silence() -> None:
    record = a_record()
    group = a_group(record)
    with pytest.raises(LookupError, match="groups"), action(record, "test"):
        record.update("groups", "none", {"name": "x"})
    with pytest.raises(LookupError, match="groups"), action(record, "test"):
        record.delete("groups", "none")
    assert record.row("SELECT name FROM groups WHERE id = ?", group) == {"name": "Tuesday"}


def test_a_row_changed_in_no_column_stays_as_it_is() -> None:
    record = a_record()
    group = a_group(record)
    before = record.row("SELECT count(*) AS n FROM journal")
    with action(record, "test"):
        record.update("groups", group, {})
    assert record.row("SELECT count(*) AS n FROM journal") == before
