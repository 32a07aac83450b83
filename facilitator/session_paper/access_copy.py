"""From the record to the copy that one member may have of what is kept about them: as paper, and as data."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from agenda.error import N_
from agenda.instant import maybe_to_text, to_text
from agenda.notes.note import TITLES, Note
from agenda.record.connection import Record
from agenda.record.export import shaped
from agenda.record.person import Person, person
from facilitator.journal_words import line
from facilitator.language import locale, spoken
from facilitator.note_wording import FacilitatorWording
from facilitator.paperwork.access_copy import AccessCopy, Chapter, Kept, access_copy
from facilitator.paperwork.paper import Paper
from facilitator.paperwork.tree import Document
from facilitator.record_names import Names, telling
from facilitator.record_words import TABLES, Telling

SCHEMA = 1
INSTEAD = N_("another member")


def kept_about(record: Record, member: str) -> Person:
    """All about this member, other members' names taken out."""
    return person(record, member, f"[{spoken(INSTEAD, locale())}]", FacilitatorWording())


def on_paper(found: Person, now: datetime, paper: Paper) -> Document:
    """The sheets to hand over."""
    called = found.called
    sessions = {one: (s.number, s.day) for one, s in called.sessions.items()}
    words = telling(Names(sessions, called.lessons, called.facilitators), found.zone, paper.tag)
    chapters = [*_lists(found, words), *_notes(found, words), _journal(found, words)]
    made = paper.day(now.astimezone(ZoneInfo(found.zone)).date())
    chosen = tuple(chapter for chapter in chapters if chapter.kept or chapter.lines)
    return access_copy(AccessCopy(found.name, made, chosen), paper)


def _lists(found: Person, words: Telling) -> list[Chapter]:
    return [_list(found, table, words) for table in TABLES]


def _list(found: Person, table: str, words: Telling) -> Chapter:
    title, rows = words.say(TABLES[table]), found.rows[table]
    if table == "session_roster":
        return Chapter(title, lines=tuple(words.session(row["session_id"]) for row in rows))
    kept = (_kept(found, table, row, words) for row in rows)
    return Chapter(title, tuple(one for one in kept if one.fields))


def _kept(found: Person, table: str, row: dict[str, Any], words: Telling) -> Kept:
    columns = tuple(name for name in row if name != "session_id")
    fields = words.fields(row, columns)
    if table == "members":
        fields.append((words.say(N_("group")), found.called.groups[row["group_id"]].name))
    if table == "homework_reviews":
        what = next((one["what"] for one in found.rows["homework"] if one["id"] == row["homework_id"]), "")
        fields = [(words.label("what"), what), *fields] if what else fields
    session = row.get("session_id")
    return Kept(words.session(session) if session else "", tuple(fields))


def _notes(found: Person, words: Telling) -> list[Chapter]:
    """As they stand: composed from what was recorded, or written by hand; reviewed or not."""
    return [
        Chapter(
            words.say(N_("Progress note: {session}")).format(session=words.session(note.session)),
            (Kept(_state(note, words), tuple((words.say(TITLES[p.key]), p.text) for p in note.sections if p.text)),),
        )
        for note in found.notes
    ]


def _state(note: Note, words: Telling) -> str:
    if note.reviewed_at is None:
        return words.say(N_("Drafted, not reviewed."))
    who, when = words.facilitator(note.reviewed_by), words.moment(note.reviewed_at)
    return words.say(N_("Reviewed on {when} by {who}.")).format(when=when, who=who)


def _journal(found: Person, words: Telling) -> Chapter:
    lines = tuple(line(entry, words) for entry in found.entries)
    return Chapter(words.say(N_("Who wrote what when")), lines=lines)


def as_data(found: Person, now: datetime) -> dict[str, Any]:
    """The same in the lists and fields of docs/export.md, with the notes as they read and the journal by verb."""
    called = found.called
    staff = {entry.facilitator for entry in found.entries} | {note.reviewed_by for note in found.notes}
    return {
        "schema": SCHEMA,
        "made_at": to_text(now),
        "groups": [{"id": one, "name": called.groups[one].name} for one in dict.fromkeys(found.groups)],
        "facilitators": [{"id": one, "name": name} for one, name in called.facilitators.items() if one in staff],
        "sessions": [
            {"id": s.id, "group": s.group, "number": s.number, "day": s.day.isoformat(), "kind": s.kind.value}
            for s in found.sessions
        ],
        **{table: shaped(rows) for table, rows in found.rows.items()},
        "composed_notes": [_note_data(note) for note in found.notes],
        "journal": [
            {
                "at": to_text(entry.at),
                "verb": entry.verb,
                "replayed": entry.replayed,
                "facilitator": entry.facilitator,
                "session": entry.session,
                "changes": [
                    {"table": c.table, "row": c.row, "operation": c.operation, "before": c.before, "after": c.after}
                    for c in entry.changes
                ],
            }
            for entry in found.entries
        ],
    }


def _note_data(note: Note) -> dict[str, Any]:
    return {
        "session": note.session,
        "reviewed_at": maybe_to_text(note.reviewed_at),
        "reviewed_by": note.reviewed_by,
        "sections": [
            {"key": part.key.value, "text": part.text, "by_hand": part.edited is not None} for part in note.sections
        ],
    }
