"""The export: every table, in the documented words, the same for the same record."""

from __future__ import annotations

import json
import re
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from agenda.access import Access
from agenda.attendance import Source, Status
from agenda.consent import ConsentKind
from agenda.follow_up import ContactKind
from agenda.homework import HomeworkStatus, Plan
from agenda.notes.note import SectionKey
from agenda.record.connection import Record
from agenda.record.export import SCHEMA, export, exported_lists
from agenda.record.journal import journalled_tables
from agenda.record.rows import (
    access,
    attendance,
    consent,
    flip_chart,
    follow_up,
    goal,
    group,
    homework,
    hour,
    lesson_plan,
    member_code,
    note,
    session,
    taught,
    turn,
)
from agenda.record.undo import undo
from agenda.session import LessonPart, PhaseKey, SessionKind
from tests.builders import LESSON, TODAY, Room, a_record, a_session

IN_WORDS = ("status", "mode", "source", "role", "operation", "why", "answer", "achieved", "family", "key")
DOCUMENT = Path(__file__).parents[3] / "docs" / "export.md"


def documented() -> dict[str, list[str]]:
    """The lists of docs/export.md with their fields, in order."""
    found: dict[str, list[str]] = {}
    for line in DOCUMENT.read_text(encoding="utf-8").splitlines():
        if heading := re.fullmatch(r"### (\w+)", line):
            found[heading[1]] = []
        elif field := re.match(r"\| `(\w+)` \|", line):
            found[list(found)[-1]].append(field[1])
    return found


@pytest.fixture(scope="module")
def room() -> Room:
    """A session in which everything happened at least once."""
    room = a_session()
    record, here, people = room.record, room.session, room.members
    group.set_phase_minutes(record, room.group, SessionKind.USUAL, PhaseKey.GOALS, 8)
    group.close_date(record, room.group, TODAY)
    attendance.mark(record, here, people[0], Status.HERE)
    attendance.mark(record, here, people[1], Status.LATE, source=Source.KIOSK)
    attendance.mark(record, here, people[2], Status.EXCUSED, reason='[red]"ill"\u202e\n#x')
    attendance.out_or_back(record, here, people[0])
    undo(record, here)
    attendance.out_or_back(record, here, people[0])
    hour.page_shown(record, here, 2)
    hour.pause(record, here)
    hour.change_minutes(record, here, room.phase(PhaseKey.LESSON), 2)
    hour.clock_set_back(record, here, timedelta(minutes=1))
    follow_up.add(record, here, "Call", member=people[3], by=TODAY)
    follow_up.record_contact(record, here, people[3], ContactKind.CALLED)
    follow_up.set_guests(record, here, 2, "students")
    note.edit(record, here, people[0], SectionKey.RESPONSE, "Smiled")
    member_code.complete(record, room.group)
    access.opened(record, Access.GOAL_SHEET, people[0], session=here)
    what_it_is_for(room)
    return room


def what_it_is_for(room: Room) -> None:
    """Homework and its review, a goal and its review, the rest of the round; in this session and the next."""
    record, here, one = room.record, room.session, room.members[0]
    walk = homework.agree(record, here, one, Plan("Walk", "Monday"))
    short = goal.add_short_term_goal(record, goal.set_goal(record, one, "A flat", on=TODAY), "Save", starts=TODAY)
    goal.add_step(record, short, "Open an account", starts=TODAY)
    turn.hold(record, here, one)
    turn.rest(record, here, one, TODAY + timedelta(days=28))
    turn.small_step(record, here, one, "Call")
    consent.give(record, one, ConsentKind.SUPPORTER, on=TODAY)
    flip_chart.write(record, here, "A walk", heading="What helps?")
    taught.mark_technique(record, here, "skill", "coping")
    taught.set_chips(record, here, one, taught.CHIPS)
    taught.give_handout(record, here, one, "abcdefgh")
    session.end(record, here)
    later = session.plan(record, room.group, day=TODAY + timedelta(days=7), kind=SessionKind.USUAL)
    session.choose_lesson(record, later, LESSON, LessonPart(1, 3))
    lesson_plan.skip(record, room.group, LESSON, "known by all")
    session.start(record, later)
    homework.review(record, later, walk, HomeworkStatus.NOT_YET, obstacle="rain")


def test_every_list_has_the_documented_fields_in_their_order(room: Room) -> None:
    lists = export(room.record)
    assert lists.pop("schema") == SCHEMA
    for name, fields in documented().items():
        assert lists[name], f"{name} has no row to compare with"
        for row in lists[name]:
            assert list(row) == fields, name


def test_the_document_names_exactly_what_is_exported(room: Room) -> None:
    assert set(documented()) == set(exported_lists()) == set(export(room.record)) - {"schema"}
    assert f"now **{SCHEMA}**" in DOCUMENT.read_text(encoding="utf-8")


def test_no_table_is_left_out() -> None:
    record = a_record()
    assert set(exported_lists()) == {*journalled_tables(record.db), "journal"}
    assert export(record).keys() == {"schema", *exported_lists()}


def test_values_are_in_the_words_of_the_document(room: Room) -> None:
    lists = export(room.record)
    text = DOCUMENT.read_text(encoding="utf-8")
    instant = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z")
    for name, rows in lists.items():
        for row in rows if isinstance(rows, list) else ():
            for field, value in row.items():
                if field.endswith("_at") and value is not None:
                    assert instant.fullmatch(value), (name, field)
                if field in IN_WORDS and value is not None:
                    assert f"`{value}`" in text
                if field in ("confirmed", "undoable", "held", "overridden"):
                    assert type(value) is bool


def test_ids_lead_from_list_to_list(room: Room) -> None:
    lists = export(room.record)
    targets = {
        "session": "sessions",
        "member": "members",
        "group": "groups",
        "participant": "participants",
        "phase": "session_phases",
        "facilitator": "facilitators",
        "homework": "homework",
        "goal": "goals",
        "short_term_goal": "short_term_goals",
        "note": "notes",
        "dropped_in": "sessions",
        "asked_in": "sessions",
    }
    for name, rows in lists.items():
        for row in rows if isinstance(rows, list) else ():
            for field in row.keys() & targets.keys():
                known = {found["id"] for found in lists[targets[field]]}
                assert row[field] is None or row[field] in known, (name, field)


def test_words_stand_as_they_were_typed(room: Room) -> None:
    reasons = [row["reason"] for row in export(room.record)["attendance"]]
    assert '[red]"ill"\n#x' in reasons


def test_the_journal_carries_rows_and_not_texts_of_rows(room: Room) -> None:
    journal: list[dict[str, Any]] = export(room.record)["journal"]
    assert [row["seq"] for row in journal] == list(range(1, len(journal) + 1))
    assert {row["operation"] for row in journal} == {"insert", "update", "delete"}
    assert all((row["before"] is None) == (row["operation"] == "insert") for row in journal)
    assert all((row["after"] is None) == (row["operation"] == "delete") for row in journal)
    [taken_back] = [row for row in journal if row["verb"] == "undo"]
    assert taken_back["undoes"] in {row["action"] for row in journal}


def test_the_journal_tells_the_whole_record(room: Room) -> None:
    """Played back from nothing, the journal gives every table as it is."""
    played: dict[str, dict[str, Any]] = {name: {} for name in journalled_tables(room.record.db)}
    for row in export(room.record)["journal"]:
        if row["after"] is None:
            del played[row["table"]][row["row"]]
        else:
            played[row["table"]][row["row"]] = row["after"]
    for name, rows in played.items():
        stored = room.record.rows(f'SELECT * FROM "{name}" ORDER BY id')
        assert [rows[key] for key in sorted(rows)] == stored, name


def test_the_same_record_exports_the_same_bytes(room: Room) -> None:
    assert json.dumps(export(room.record)) == json.dumps(export(room.record))


def test_an_empty_record_exports_empty_lists() -> None:
    lists = export(a_record())
    assert [name for name, rows in lists.items() if rows] == ["schema", "facilitators", "journal"]


def test_exporting_writes_nothing(room: Room) -> None:
    def changes(record: Record) -> int:
        return int(record.db.execute("SELECT total_changes()").fetchone()[0])

    before = changes(room.record)
    export(room.record)
    assert changes(room.record) == before
