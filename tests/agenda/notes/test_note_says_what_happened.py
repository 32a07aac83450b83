"""Two hundred generated sessions: each note claims what the rows hold, all of it, and nothing else."""

from __future__ import annotations

import re

import pytest

from agenda.notes.note import Note
from agenda.record.connection import Record
from agenda.record.rows import note
from tests.agenda.notes.note_course import FULL_NAMES, NAMES, Course
from tests.agenda.notes.note_reader import Typed, read
from tests.agenda.notes.note_rows import Rows
from tests.laws import tried

COURSES = tried(100)


def sections(found: Note) -> list[tuple[str, str]]:
    return [(section.key.value, section.text) for section in found.sections]


def checked(record: Record, session: str) -> int:
    """How many facts of this session were found in its notes; fails where one is missing or invented."""
    typed, rows = Typed.of(record), Rows(record, session)
    count = 0
    for one in note.notes(record, session):
        names = one.facts.names
        claimed, recorded = read(sections(one), typed, names.name), rows.claims(one.member)
        assert not claimed - recorded, "claimed, but not recorded"
        assert not recorded - claimed, "recorded, but not found"
        for other in (*NAMES, *filter(None, FULL_NAMES)):
            if other not in (names.name, names.full_name) and other not in names.full_name:
                told = typed.replaced("\n".join(text for _key, text in sections(one)))
                assert not re.search(rf"(?<!\w){re.escape(other)}(?!\w)", told), f"somebody else: {other}"
        count += recorded.total()
    return count


@pytest.mark.slow
@pytest.mark.parametrize("part", range(4))
def test_every_note_says_all_that_was_recorded_and_nothing_else(part: int) -> None:
    sessions = facts = 0
    for seed in range(part, COURSES, 4):
        course = Course(seed)
        first = course.hold()
        facts += checked(course.record, first)
        before = [sections(one) for one in note.notes(course.record, first)]
        second = course.hold(may_go_on=True)
        facts += checked(course.record, second)
        assert [sections(one) for one in note.notes(course.record, first)] == before, "changed by what came later"
        sessions += 2
    print(f"{facts} facts of {sessions} sessions found in their notes, none missing, none invented")
    assert sessions == 2 * len(range(part, COURSES, 4))
    assert facts > tried(1000)


TWISTS = (
    ("did some of it", "did it"),
    ("partially achieved", "fully achieved"),
    ("in person", "by phone"),
    ("members were present.", "member was present."),
    ("Plan: not recorded.", ""),
    (" and was quiet today", ""),
    (":", "."),
)


def test_the_reader_notices_a_note_that_says_something_else() -> None:
    tried = set()
    for seed in range(8):
        course = Course(seed)
        course.hold()
        held = course.hold()
        typed, rows = Typed.of(course.record), Rows(course.record, held)
        for one in note.notes(course.record, held):
            told = [(key, typed.replaced(text)) for key, text in sections(one)]
            recorded = rows.claims(one.member)
            for place, (key, text) in enumerate(told):
                for there, instead in TWISTS:
                    if there in text:
                        tried.add(there)
                        twisted = [*told[:place], (key, text.replace(there, instead, 1)), *told[place + 1 :]]
                        assert _claims(twisted, one.facts.names.name) != recorded
    assert tried == {there for there, _instead in TWISTS}


def _claims(told: list[tuple[str, str]], name: str) -> object:
    try:
        return read(told, Typed({}), name)
    except AssertionError:
        return None
