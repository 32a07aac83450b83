"""What the caller hands in to make the practice group: its words in the facilitator's language, and its lessons."""

from __future__ import annotations

from dataclasses import dataclass

from agenda.homework import Plan
from agenda.session import LessonGiven


@dataclass(frozen=True, slots=True)
class PracticeLesson:
    """A lesson as a session keeps it, and the homework it offers."""

    given: LessonGiven
    homework: tuple[Plan, ...] = ()


@dataclass(frozen=True, slots=True)
class PracticePart:
    """A short-term goal and its steps."""

    text: str
    how_known: str
    steps: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PracticeGoal:
    """What one member works towards, in their own words."""

    text: str
    how_known: str
    parts: tuple[PracticePart, ...]


@dataclass(frozen=True, slots=True)
class PracticeTexts:
    """What is written in the facilitator's language: names, excuses, goals, and what was said.

    ``goals`` are in the order of the members, none for who has no goal yet. Where a kind of words is empty, nothing
    of that kind is written.
    """

    facilitator: str
    credentials: str
    group: str
    job: str
    excuses: tuple[str, ...]
    follow_up: str
    goals: tuple[PracticeGoal | None, ...] = ()
    obstacles: tuple[str, ...] = ()
    helpers: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    differently: tuple[str, ...] = ()
    helped: tuple[str, ...] = ()
    small_steps: tuple[str, ...] = ()
    useful: tuple[str, ...] = ()
