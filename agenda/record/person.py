"""Everything the record holds about one person, the names of others in their groups taken out."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from agenda.homework import PLAN_WORDS
from agenda.notes.note import Note, Section, compose
from agenda.notes.wording import PLAIN, Wording
from agenda.others import Others, changed_words
from agenda.record.about import of_the_same_person, rows_about
from agenda.record.called import Called, called
from agenda.record.connection import Record
from agenda.record.rows import note as notes
from agenda.record.trail import entries
from agenda.session import SessionKind
from agenda.trail import Entry

Row = dict[str, Any]

TYPED = frozenset({
    *PLAN_WORDS, "reason", "what", "who", "obstacle", "differently", "text", "how_known", "method", "helped",
    "next_step", "words", "edited", "came_of",
})  # fmt: skip
"""Columns of words that somebody typed, in which another member might be named."""

WITHHELD = frozenset({"code", "name_folded", "facts_hash", "reviewed_hash"})
"""A code opens the kiosk for whoever reads it; the others say nothing to anybody."""

_NAMES = """
SELECT m.id, m.name, p.full_name FROM members m JOIN participants p ON p.id = m.participant_id
WHERE m.group_id IN (SELECT group_id FROM members WHERE id IN (SELECT value FROM json_each(?1)))
"""
_EXPECTED_IN = """
SELECT s.id, s.number, s.day, s.kind, s.zone, s.locale, s.group_id FROM sessions s
WHERE s.id IN (SELECT session_id FROM session_roster WHERE member_id IN (SELECT value FROM json_each(?1)))
ORDER BY s.day, s.id
"""


@dataclass(frozen=True, slots=True)
class Attended:
    """A session they were expected in."""

    id: str
    group: str
    number: int | None
    day: date
    kind: SessionKind


@dataclass(frozen=True, slots=True)
class Person:
    """One person as the record knows them. ``notes`` are as composed or written by hand, of each session."""

    name: str
    full_name: str
    groups: tuple[str, ...]
    """Ids, the one they joined last at the end."""
    language: str
    zone: str
    rows: dict[str, list[Row]]
    sessions: tuple[Attended, ...]
    notes: tuple[Note, ...]
    entries: tuple[Entry, ...]
    called: Called


def person(record: Record, member: str, instead: str, wording: Wording = PLAIN) -> Person:
    """All about this member; ``instead`` stands where another member was named in their words."""
    with record.db.atomic():  # one moment in time
        return _person(record, of_the_same_person(record, member), instead, wording)


def _person(record: Record, them: tuple[str, ...], instead: str, wording: Wording) -> Person:
    names = record.rows(_NAMES, json.dumps(them))
    own = [row for row in names if row["id"] in them]
    other = [row for row in names if row["id"] not in them]
    others = Others(_both(other), _both(own), instead)
    sessions = record.rows(_EXPECTED_IN, json.dumps(them))
    rows = rows_about(record, them)
    called_names = called(record)
    groups = tuple(row["group_id"] for row in rows["members"])
    return Person(
        name=own[-1]["name"],
        full_name=own[-1]["full_name"],
        groups=groups,
        language=sessions[-1]["locale"] if sessions else "",
        zone=called_names.groups[groups[-1]].zone,
        rows={table: [_told(row, others) for row in found] for table, found in rows.items()},
        sessions=tuple(
            Attended(s["id"], s["group_id"], s["number"], date.fromisoformat(s["day"]), SessionKind(s["kind"]))
            for s in sessions
        ),
        notes=tuple(
            _note(note, others, wording)
            for one in sessions
            for note in notes.notes(record, one["id"], wording)
            if note.member in them
        ),
        entries=tuple(_entry(one, others, them) for one in entries(record, members=them)),
        called=called_names,
    )


def _both(rows: list[Row]) -> list[str]:
    return [name for row in rows for name in (row["name"], row["full_name"])]


def _told(row: Row, others: Others) -> Row:
    return {
        name: others.out_of(value) if name in TYPED and isinstance(value, str) else value
        for name, value in row.items()
        if name not in WITHHELD
    }


def _note(note: Note, others: Others, wording: Wording) -> Note:
    facts = changed_words(note.facts, others.out_of)
    kept = {section.key: section for section in note.sections}
    return replace(
        note, facts=facts, sections=tuple(_section(kept[part.key], part, others) for part in compose(facts, wording))
    )


def _section(kept: Section, composed: Section, others: Others) -> Section:
    edited = None if kept.edited is None else others.out_of(kept.edited)
    return replace(kept, composed=composed.composed, edited=edited)


def _entry(entry: Entry, others: Others, them: tuple[str, ...]) -> Entry:
    changes = tuple(
        replace(change, before=_side(change.before, others), after=_side(change.after, others))
        for change in entry.changes
    )
    return replace(entry, members=tuple(one for one in entry.members if one in them), changes=changes)


def _side(row: Mapping[str, Any] | None, others: Others) -> Row | None:
    return None if row is None else _told(dict(row), others)
