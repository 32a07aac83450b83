"""How many SQL statements something takes, counted by the database itself, so that nothing depends on a clock."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from agenda.record.connection import Record


@contextmanager
def statements(record: Record) -> Iterator[list[str]]:
    """Every statement that runs inside, savepoints and the ends of transactions too.

    What a trigger does counts as well: the database tells of it by repeating the write that set it off.
    """
    seen: list[str] = []
    connection = record.db.conn
    connection.set_trace_callback(seen.append)
    try:
        yield seen
    finally:
        connection.set_trace_callback(None)
