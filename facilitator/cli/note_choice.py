"""Which sessions and notes somebody means: by group, by number or date, by digit."""

from __future__ import annotations

from dataclasses import dataclass

from agenda.error import N_, Refused
from agenda.name import folded
from agenda.notes.note import Note
from agenda.record.connection import Record
from agenda.record.rows import attendance as attendances
from agenda.record.rows import facilitator as facilitators
from agenda.record.rows import group as groups
from agenda.record.rows import note as kept
from agenda.record.rows import session as sessions
from agenda.session import Session
from facilitator.note_wording import FacilitatorWording


@dataclass(frozen=True, slots=True)
class Held:
    """A session that has begun; ``place`` counts the groups of the record from 1."""

    place: int
    group: str
    session: Session

    def notes(self, record: Record) -> tuple[Note, ...]:
        return kept.notes(record, self.session.id, FacilitatorWording())

    def note(self, record: Record, digit: int) -> Note:
        """The note of the member with this digit."""
        found = next((note for note in self.notes(record) if note.digit == digit), None)
        if found is None:
            raise Refused(
                N_("Nobody with this digit was expected in that session."),
                N_("See who was: facilitator notes list"),
            )
        return found


def sessions_held(record: Record, group: str | None) -> tuple[Held, ...]:
    """All sessions that have begun, group by group, the last one first."""
    chosen = [
        (place, one)
        for place, one in enumerate(groups.all_groups(record), 1)
        if group is None or folded(one.name) == folded(group)
    ]
    if group is not None and not chosen:
        raise Refused(N_("There is no group of this name."), N_("See the groups: facilitator notes list"))
    return tuple(
        Held(place, one.name, session)
        for place, one in chosen
        for session in reversed(sessions.sessions(record, one.id))
        if session.started_at is not None
    )


def one_session(record: Record, word: str, group: str | None) -> Held:
    """The session of this number or date."""
    held = sessions_held(record, group)
    found = [one for one in held if word in (str(one.session.number), one.session.day.isoformat())]
    if not found:
        raise Refused(
            N_("No session of this number or date has been held."),
            N_("A number as in 7, or a date as in 2026-11-24; see: facilitator notes list"),
        )
    if len(found) > 1:
        raise Refused(
            N_("Several sessions are meant by this."), N_("Say which: --group NAME, or another number or date.")
        )
    return found[0]


def only_member(record: Record, held: tuple[Held, ...], digit: int | None) -> str | None:
    """The one member who had this digit in all of these sessions; none where it was not always the same one."""
    found = {a.member for one in held for a in attendances.roster(record, one.session.id) if a.digit == digit}
    return found.pop() if len(found) == 1 else None


def staff_names(record: Record) -> dict[str, str]:
    """Names and credentials of the facilitators, by id."""
    return {
        one.id: ", ".join(part for part in (one.name, one.credentials) if part)
        for one in facilitators.all_facilitators(record)
    }
