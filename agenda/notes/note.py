"""The progress note: ordered sections about one member in one session, never one text (docs/domain.md 5: B, K).

Composed text is never kept: it is made from the facts each time, so an untouched section follows them. What somebody
wrote instead stays, and is marked when its facts have changed since.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import assert_never

from agenda.error import N_
from agenda.name import stands_in
from agenda.notes import plan as note_plan
from agenda.notes import sentences as note_text
from agenda.notes.facts import Facts as Facts
from agenda.notes.facts import NoShow as NoShow
from agenda.notes.facts import NoteFacts as NoteFacts
from agenda.notes.facts import SectionKey as SectionKey
from agenda.notes.fingerprint import digest, typed_words
from agenda.notes.fingerprint import facts_hash as facts_hash
from agenda.notes.header import header
from agenda.notes.wording import PLAIN as PLAIN
from agenda.notes.wording import Wording as Wording

DEADLINE = timedelta(hours=72)
"""Notes are written within 24 h to 3 working days, as the place has it; later ones are late entries."""

TITLES = {
    SectionKey.HEADER: N_("Session"),
    SectionKey.ATTENDANCE: N_("Attendance"),
    SectionKey.GOAL: N_("Goal"),
    SectionKey.INTERVENTIONS: N_("Interventions in the session"),
    SectionKey.RESPONSE: N_("Response"),
    SectionKey.HOMEWORK_REVIEWED: N_("Homework from before"),
    SectionKey.HOMEWORK_AGREED: N_("Homework agreed"),
    SectionKey.PLAN: N_("Plan and follow-up"),
}


@dataclass(frozen=True, slots=True)
class Section:
    """One part of a note. ``edited`` is what somebody wrote instead; ``changed_since`` says its facts changed then."""

    key: SectionKey
    composed: str
    edited: str | None = None
    changed_since: bool = False

    @property
    def text(self) -> str:
        """As it stands now; empty where there is nothing to say."""
        return self.composed if self.edited is None else self.edited


@dataclass(frozen=True, slots=True)
class Note:
    """A member's note as it stands; ``reviewed_at`` is set while a review holds."""

    session: str
    member: str
    digit: int
    facts: Facts
    sections: tuple[Section, ...]
    reviewed_at: datetime | None = None
    reviewed_by: str | None = None
    lapsed: bool = False
    """Reviewed once, but facts or words have changed since."""

    @property
    def reviewed(self) -> bool:
        return self.reviewed_at is not None

    @property
    def no_show(self) -> bool:
        return isinstance(self.facts, NoShow)

    @property
    def edits(self) -> dict[str, str]:
        """What was written instead, by section."""
        return {section.key.value: section.edited for section in self.sections if section.edited is not None}

    def section(self, key: SectionKey) -> Section | None:
        return next((section for section in self.sections if section.key is key), None)


def compose(facts: Facts, wording: Wording = PLAIN) -> tuple[Section, ...]:
    """All sections in order, those with nothing to say empty. A no-show has the four that can be about it."""
    texts = ((key, _composed(key, facts, wording)) for key in SectionKey)
    return tuple(Section(key, text) for key, text in texts if text is not None)


def _composed(key: SectionKey, facts: Facts, w: Wording) -> str | None:
    """The text of one section, none where there can be no such section."""
    match key:
        case SectionKey.HEADER:
            return header(facts, w)
        case SectionKey.ATTENDANCE:
            return note_text.attendance(facts, w)
        case SectionKey.GOAL:
            return note_text.goal(facts, w) if isinstance(facts, NoteFacts) else None
        case SectionKey.INTERVENTIONS:
            return note_text.interventions(facts, w) if isinstance(facts, NoteFacts) else None
        case SectionKey.RESPONSE:
            return note_text.response(facts, w) if isinstance(facts, NoteFacts) else None
        case SectionKey.HOMEWORK_REVIEWED:
            return note_plan.homework_reviewed(facts, w) if isinstance(facts, NoteFacts) else None
        case SectionKey.HOMEWORK_AGREED:
            return note_plan.homework_agreed(facts, w)
        case SectionKey.PLAN:
            return note_plan.plan(facts, w)
        case _:
            assert_never(key)


def review_hash(facts: Facts, edits: Mapping[str, str]) -> str:
    """What a review is about: the facts and what was written instead. It lapses when either changes."""
    return digest({"facts": facts_hash(facts), "edits": dict(edits)})


def is_late(facts: Facts, written_at: datetime, deadline: timedelta = DEADLINE) -> bool:
    """Whether a note written then is a late entry."""
    ended = facts.session.ended_at
    return ended is not None and written_at - ended > deadline


def names_in(note: Note, others: Iterable[str]) -> tuple[str, ...]:
    """Which of these names stand in a note as whole words, in any case, in words somebody typed.

    Our own sentences are not searched, or every "will" would be Will. Where the member's own name is longer and
    holds the other one, it is theirs.
    """
    texts = (*typed_words(note.facts), *note.edits.values())
    own = (note.facts.names.name, note.facts.names.full_name)
    return tuple(name for name in dict.fromkeys(others) if any(stands_in(name, text, own) for text in texts))
