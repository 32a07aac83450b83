"""Every verb, field and value of the record has words of its own, or is named as one that is not told."""

from __future__ import annotations

import pkgutil
from datetime import UTC, date, datetime
from enum import StrEnum
from importlib import import_module

import pytest

import agenda.record
from agenda.access import Access
from agenda.attendance import Excuse, Mode, Source, Status
from agenda.consent import ConsentKind
from agenda.follow_up import ContactKind, FollowUpKind
from agenda.goal import Achieved
from agenda.homework import HomeworkStatus
from agenda.member import MembershipStatus
from agenda.notes.facts import SectionKey
from agenda.record.about import ABOUT, PARENT
from agenda.record.action import VERBS
from agenda.record.journal import columns, journalled_tables
from agenda.response import Chip
from agenda.rotation import Answer, Why
from agenda.session import PhaseKey, SessionKind
from agenda.staff import Role
from agenda.technique import Family
from facilitator.journal_words import VERB_WORDS
from facilitator.record_names import Names, telling
from facilitator.record_words import COLUMNS, TABLES, UNTOLD, VALUES
from tests.builders import a_record

for _module in pkgutil.walk_packages(agenda.record.__path__, "agenda.record."):
    import_module(_module.name)

NO_VERBS = {"undo", "redo", "record.migrate", "member.erase"}
KEPT = (
    Access, Excuse, Mode, Source, Status, ConsentKind, ContactKind, FollowUpKind, Achieved, HomeworkStatus,
    MembershipStatus, SectionKey, Chip, Answer, Why, PhaseKey, SessionKind, Role, Family,
)  # fmt: skip
TELLING = telling(Names({"s": (7, date(2026, 11, 24))}, {"abcd2345": "Hope"}, {"f": "Robin"}), "Europe/Rome", "en_GB")


def test_every_verb_has_its_words_and_no_two_the_same() -> None:
    assert VERB_WORDS.keys() == VERBS.keys() | NO_VERBS
    assert len(set(VERB_WORDS.values())) == len(VERB_WORDS)


def test_every_field_is_told_or_named_as_one_that_is_not() -> None:
    record = a_record()
    fields = {name for table in journalled_tables(record.db) for name in columns(record.db, table)}
    assert fields <= COLUMNS.keys() | UNTOLD
    assert not COLUMNS.keys() & UNTOLD
    assert COLUMNS.keys() | UNTOLD <= fields


@pytest.mark.parametrize("kind", KEPT)
def test_every_value_is_told(kind: type[StrEnum]) -> None:
    assert {value.value for value in kind} <= VALUES.keys()
    assert len({VALUES[value.value] for value in kind}) == len(kind)


def test_every_table_with_a_member_is_known_to_be_about_a_person() -> None:
    """By its columns and by what refers to what, so that a new one cannot be forgotten."""
    record = a_record()
    about = {"participants", "members"}
    about |= {table for table in journalled_tables(record.db) if "member_id" in columns(record.db, table)}
    grows = True
    while grows:
        more = {
            table
            for table in journalled_tables(record.db)
            for key in record.rows(f'PRAGMA foreign_key_list("{table}")')
            if key["table"] in about - {"participants"}
        }
        grows, about = not more <= about, about | more
    assert ABOUT.keys() == TABLES.keys() == about
    assert about - PARENT.keys() - {"participants", "members"} == {
        table for table in about if "member_id" in columns(record.db, table)
    }


@pytest.mark.parametrize(
    ("column", "value", "words"),
    [
        ("status", "not yet", "not yet"),
        ("held", 1, "yes"),
        ("held", 0, "no"),
        ("at", "2026-11-24T14:05:00.000Z", "24 Nov 2026 15:05"),
        ("due", "2026-12-01", "1 Dec 2026"),
        ("starts", "2026-12-01", "1 Dec 2026"),
        ("starts", "14:00", "14:00"),
        ("chips", "listened quiet", "listened, quiet"),
        ("session_id", "s", "session 7, 24 Nov 2026"),
        ("session_id", "gone", "a session taken back since"),
        ("lesson", "abcd2345", "Hope"),
        ("reviewed_by", "f", "Robin"),
        ("reviewed_by", "nobody", "nobody named"),
        ("text", "done", "done"),
        ("text", "", ""),
        ("due", None, ""),
    ],
)
def test_a_field_is_told_in_the_zone_and_the_words_of_the_reader(column: str, value: object, words: str) -> None:
    assert TELLING.value(column, value) == words


def test_who_opened_with_the_recovery_code_is_said_so() -> None:
    assert TELLING.facilitator(None) == "recovery code"
    assert TELLING.moment(datetime(2026, 11, 24, 23, 30, tzinfo=UTC)) == "25 Nov 2026 00:30"
