"""What rounds ask: one question about one member, one key to answer, words where they help. Knows no screen."""

from __future__ import annotations

from dataclasses import dataclass

from agenda.attendance import Attendance
from agenda.record.connection import Record
from agenda.record.rows import attendance as attendances
from facilitator.console.parts.ask_words import Words


@dataclass(frozen=True, slots=True)
class Question:
    """``kind`` says how an answer is written; ``answers`` are keys and what they say; ``texts`` may be typed."""

    kind: str
    subject: str
    """The member, the homework, or the follow-up."""
    name: str
    words: str
    answers: tuple[tuple[str, str], ...] = ()
    texts: tuple[Words, ...] = ()
    so_far: str = ""
    """What the record has already."""
    digit: int = 0
    """The member's own digit; none where the question is for everyone."""
    on_enter: str = ""
    """What Enter does where there is nothing to write."""


def present(record: Record, session: str) -> tuple[Attendance, ...]:
    """Everyone who is here."""
    return tuple(a for a in attendances.roster(record, session) if a.status.present)
