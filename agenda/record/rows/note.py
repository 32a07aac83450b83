"""The notes of a session: composed anew each time, with what somebody wrote instead, and whether it was reviewed."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from agenda.error import N_, Refused
from agenda.instant import from_text, to_text
from agenda.notes.note import (
    PLAIN,
    Facts,
    Note,
    Section,
    SectionKey,
    Wording,
    compose,
    facts_hash,
    names_in,
    review_hash,
)
from agenda.record.action import verb
from agenda.record.connection import Record
from agenda.record.rows import member as members
from agenda.record.rows import session as sessions
from agenda.record.rows.note_facts import Expected, expected_in

Row = dict[str, Any]

_EDITS = "SELECT s.* FROM note_sections s JOIN notes n ON n.id = s.note_id WHERE n.session_id = ?"
_OTHERS = """
SELECT m.name, p.full_name FROM members m JOIN participants p ON p.id = m.participant_id
WHERE m.group_id = (SELECT group_id FROM members WHERE id = ?1) AND m.id <> ?1 ORDER BY m.digit, m.id
"""


def notes(record: Record, session_id: str, wording: Wording = PLAIN) -> tuple[Note, ...]:
    """The note of everybody expected, in the order of their digits; none before the session has begun."""
    kept = {row["member_id"]: row for row in record.rows("SELECT * FROM notes WHERE session_id = ?", session_id)}
    edits = record.rows(_EDITS, session_id)
    return tuple(
        _note(session_id, one, kept.get(one.member), edits, wording) for one in expected_in(record, session_id)
    )


def note_of(record: Record, session_id: str, member: str, wording: Wording = PLAIN) -> Note:
    """The note of one member."""
    sessions.session(record, session_id)
    found = next((note for note in notes(record, session_id, wording) if note.member == member), None)
    if found is None:
        raise Refused(N_("There is no note about this member: they were not expected in this session."))
    return found


def _note(session_id: str, one: Expected, kept: Row | None, edits: list[Row], wording: Wording) -> Note:
    facts = _called(one.facts, wording)
    own = {row["key"]: row for row in edits if kept is not None and row["note_id"] == kept["id"]}
    sections = compose(facts, wording)
    if own:
        sections = tuple(_section(part, facts, own.get(part.key.value)) for part in sections)
    note = Note(session_id, one.member, one.digit, facts, sections)
    if kept is None or kept["reviewed_hash"] is None:
        return note
    if kept["reviewed_hash"] != review_hash(facts, note.edits):
        return replace(note, lapsed=True)
    return replace(note, reviewed_at=from_text(kept["reviewed_at"]), reviewed_by=kept["reviewed_by"])


def _called(facts: Facts, wording: Wording) -> Facts:
    """Somebody who was erased since has no name; names stand outside every hash."""
    if facts.names.name:
        return facts
    return replace(facts, names=replace(facts.names, name=wording.say(N_("A former member"))))


def _section(part: Section, facts: Facts, row: Row | None) -> Section:
    if row is None:
        return part
    changed = row["facts_hash"] != facts_hash(facts, part.key)
    return replace(part, edited=row["edited"], changed_since=changed)


def other_names(record: Record, note: Note) -> tuple[str, ...]:
    """The names of other members of the group, of whatever time, that stand in a note."""
    rows = record.rows(_OTHERS, note.member)
    return names_in(note, (name for row in rows for name in (row["name"], row["full_name"])))


@verb("note.edit")
def edit(
    record: Record, session: str, member: str, section: SectionKey, text: str, *, wording: Wording = PLAIN
) -> None:
    """Other words for a section. No text, or the text composed anyway, takes the edit back.

    ``wording`` is the one the section was shown in.
    """
    found = note_of(record, session, member, wording)
    members.known(record, member)
    part = found.section(section)
    if part is None:
        raise Refused(N_("This note has no such section."))
    row = record.row("SELECT * FROM notes WHERE session_id = ? AND member_id = ?", session, member)
    where = "SELECT id FROM note_sections WHERE note_id = ? AND key = ?"
    before = None if row is None else record.row(where, row["id"], section.value)
    said = text.strip()
    if not said or said == part.composed.strip():
        if before is not None:
            record.delete("note_sections", before["id"])
        return
    values = {"edited": said, "facts_hash": facts_hash(found.facts, section)}
    if before is not None:
        record.update("note_sections", before["id"], values)
        return
    new = {"id": record.ids(), "note_id": _kept(record, session, member), "key": section.value}
    record.insert("note_sections", {**new, **values})


@verb("note.review")
def review(record: Record, session: str, member: str, *, confirmed: bool = False) -> None:
    """Somebody has read it and stands by it, until its facts or words change.

    Raises:
        Refused: if the name of another member stands in it; ``confirmed`` says that it is meant to.
    """
    found = note_of(record, session, member)
    members.known(record, member)
    if not confirmed and other_names(record, found):
        raise Refused(
            N_("Another member's name stands in this note."),
            N_("Take it out, or confirm that somebody else is meant."),
        )
    kept = _kept(record, session, member)
    for row in record.rows("SELECT id, key FROM note_sections WHERE note_id = ?", kept):
        now = facts_hash(found.facts, SectionKey(row["key"]))  # what was written is taken to fit the facts of today
        record.update("note_sections", row["id"], {"facts_hash": now})
    at, by = to_text(record.clock.now()), record.facilitator
    values = {"reviewed_hash": review_hash(found.facts, found.edits), "reviewed_at": at, "reviewed_by": by}
    record.update("notes", kept, values)


@verb("note.unreview")
def unreview(record: Record, session: str, member: str) -> None:
    """Not reviewed after all."""
    row = record.row("SELECT id FROM notes WHERE session_id = ? AND member_id = ?", session, member)
    if row is not None:
        nothing = {"reviewed_hash": None, "reviewed_at": None, "reviewed_by": None}
        record.update("notes", row["id"], nothing)


def _kept(record: Record, session: str, member: str) -> str:
    """The row that holds what is kept of a note; its id."""
    row = record.row("SELECT id FROM notes WHERE session_id = ? AND member_id = ?", session, member)
    if row is not None:
        return str(row["id"])
    new = {"id": record.ids(), "session_id": session, "member_id": member}
    empty = {"reviewed_hash": None, "reviewed_at": None, "reviewed_by": None}
    record.insert("notes", {**new, **empty})
    return str(new["id"])
