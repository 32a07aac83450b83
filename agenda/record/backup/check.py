"""Whether a record is what it should be: pages, tables, references, version, journal. Reads only.

Each check answers with a sentence about what is wrong, or none. What cannot even be read is the same fault.
"""

from __future__ import annotations

from collections.abc import Callable
from enum import Enum

import sqlcipher3.dbapi2 as sqlcipher
import sqlite_utils

from agenda.error import N_
from agenda.record.journal import expected_triggers
from agenda.record.migrations import NAMES, STEPS

Check = Callable[[sqlite_utils.Database], str]


class Part(Enum):
    """What is looked at, in this order."""

    FILE = "file"
    KEYS = "keys"
    PAGES = "pages"
    TABLES = "tables"
    REFERENCES = "references"
    VERSION = "version"
    JOURNAL = "journal"
    NOTES = "notes"


def pages(db: sqlite_utils.Database) -> str:
    """Every page carries a proof made with the key; one that was changed, by whatever, does not hold."""
    for _try in range(2):  # a page may be written by a console in the moment it is read
        if not db.conn.execute("PRAGMA cipher_integrity_check").fetchall():
            return ""
    return N_("A page of the record is damaged.")


def tables(db: sqlite_utils.Database) -> str:
    """Rows, indexes and the list of free pages agree."""
    return _answers_ok(db, "PRAGMA integrity_check(1)")


def quick_tables(db: sqlite_utils.Database) -> str:
    """The same without comparing each index with its rows."""
    return _answers_ok(db, "PRAGMA quick_check(1)")


def _answers_ok(db: sqlite_utils.Database, question: str) -> str:
    found = db.conn.execute(question).fetchall()
    return "" if found == [("ok",)] else N_("The tables of the record do not agree with each other.")


def references(db: sqlite_utils.Database) -> str:
    found = db.conn.execute("PRAGMA foreign_key_check").fetchone()
    return "" if found is None else N_("A row of the record names another one that is not there.")


def version(db: sqlite_utils.Database) -> str:
    """The steps that made the tables are steps of ours, and in our order; an earlier version's are fine."""
    done = tuple(step.name for step in STEPS.applied(db))
    if not done:
        return N_("This file holds no record.")
    return "" if done == NAMES[: len(done)] else N_("This record was written by a newer version of Facilitator.")


def journal(db: sqlite_utils.Database) -> str:
    """Every change would be written down: each trigger is there, word for word."""
    question = "SELECT name, sql FROM sqlite_master WHERE type = 'trigger' AND name LIKE 'journal~_%' ESCAPE '~'"
    found = dict(db.conn.execute(question).fetchall())
    complete = found == expected_triggers(db)
    return "" if complete else N_("The record no longer writes down every change: what fills its journal was changed.")


OF_A_COPY: dict[Part, Check] = {
    Part.PAGES: pages,
    Part.TABLES: quick_tables,
    Part.REFERENCES: references,
    Part.VERSION: version,
}
"""What a backup must pass before it counts; the record it was made of may be of an earlier version."""
OF_A_RECORD: dict[Part, Check] = {**OF_A_COPY, Part.TABLES: tables, Part.JOURNAL: journal}


def checked(db: sqlite_utils.Database, check: Check) -> str:
    """What this check says; that it could not read is an answer as well."""
    try:
        return check(db)
    except sqlcipher.DatabaseError:
        return N_("A page of the record is damaged.")
