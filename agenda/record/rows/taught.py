"""What facilitators used and taught in a session, how members took part, and which handouts they got."""

from __future__ import annotations

from dataclasses import dataclass

from agenda.error import N_, Refused
from agenda.record.action import verb
from agenda.record.connection import Record
from agenda.record.rows import member as members
from agenda.record.rows import session as sessions
from agenda.record.rows.expected import refuse_unexpected
from agenda.response import Chip
from agenda.technique import Family

FAMILIES = tuple(Family)
CHIPS = tuple(Chip)


@dataclass(frozen=True, slots=True)
class Response:
    """One member's own response: chips, and what they said or did in words."""

    chips: tuple[Chip, ...] = ()
    words: str = ""


@verb("technique.mark")
def mark_technique(record: Record, session: str, family: str, name: str, *, used: bool = True) -> None:
    """A technique or skill was used today, or was not after all."""
    if family not in FAMILIES:
        raise Refused(N_("There is no such kind of technique."))
    if not name.strip():
        raise Refused(N_("Say which technique."))
    sessions.session(record, session)
    where = "SELECT id FROM session_techniques WHERE session_id = ? AND family = ? AND name = ?"
    found = record.row(where, session, family, name.strip())
    if used and found is None:
        row = {"id": record.ids(), "session_id": session, "family": family, "name": name.strip()}
        record.insert("session_techniques", row)
    elif not used and found is not None:
        record.delete("session_techniques", found["id"])


def techniques(record: Record, session_id: str) -> tuple[tuple[Family, str], ...]:
    """Family and name of all that was used, in the order it was marked."""
    rows = record.rows("SELECT family, name FROM session_techniques WHERE session_id = ? ORDER BY id", session_id)
    return tuple((Family(row["family"]), row["name"]) for row in rows)


@verb("response.chips")
def set_chips(record: Record, session: str, member: str, chips: tuple[str, ...]) -> None:
    """How a member took part."""
    if not set(chips) <= set(CHIPS):
        raise Refused(N_("There is no such way of taking part."))
    _set(record, session, member, {"chips": " ".join(chip.value for chip in CHIPS if chip in chips)})


@verb("response.words")
def set_words(record: Record, session: str, member: str, words: str) -> None:
    """What a member said or did, in words."""
    _set(record, session, member, {"words": words.strip()})


def _set(record: Record, session: str, member: str, values: dict[str, str]) -> None:
    refuse_unexpected(record, session, member)
    found = record.row("SELECT id FROM responses WHERE session_id = ? AND member_id = ?", session, member)
    if found is not None:
        record.update("responses", found["id"], values)
    else:
        row = {"id": record.ids(), "session_id": session, "member_id": member}
        record.insert("responses", {**row, "chips": "", "words": "", **values})


def responses(record: Record, session_id: str) -> dict[str, Response]:
    """By member: how they took part."""
    rows = record.rows("SELECT * FROM responses WHERE session_id = ?", session_id)
    return {row["member_id"]: Response(tuple(map(Chip, row["chips"].split())), row["words"]) for row in rows}


@verb("handout.give")
def give_handout(record: Record, session: str, member: str, lesson: str) -> None:
    """A member took the handout of a lesson home, or gets it later because they missed it; said twice, it is once."""
    sessions.session(record, session)
    members.known(record, member)
    where = "SELECT id FROM handouts_given WHERE session_id = ? AND member_id = ? AND lesson = ?"
    if record.row(where, session, member, lesson) is None:
        row = {"id": record.ids(), "session_id": session, "member_id": member, "lesson": lesson}
        record.insert("handouts_given", row)


def handouts_of(record: Record, member: str) -> frozenset[str]:
    """The lessons whose handout a member has."""
    rows = record.rows("SELECT DISTINCT lesson FROM handouts_given WHERE member_id = ?", member)
    return frozenset(row["lesson"] for row in rows)
