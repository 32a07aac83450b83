"""Arguments for the verbs of a record, chosen from what is in it: mostly fitting, sometimes to be refused."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, TypeVar

from agenda.goal import Achieved
from agenda.homework import Plan
from agenda.record.connection import Record
from agenda.session import LessonGiven, LessonPart
from tests.builders import TODAY

T = TypeVar("T")
Arguments = dict[str, Any]
NOBODY = "nobody"
NAMES = ("Ana", "ana", "Bea", "Cem", "[red]x", "אנה", " ", "A" * 201)
WORDS = ("", "a job", "<b>ill</b>", "'; DROP TABLE groups; --")
FREE_TEXT = ("", " ", "Walk", "**Walk** [red]x[/] #let", "w" * 10_000)
DAYS = tuple(TODAY + timedelta(days=7 * n) for n in (-1, 0, 1, 2))


@dataclass
class Pick:
    """Chooses by the numbers it was given, so that whoever gave them can make the choices smaller."""

    record: Record
    numbers: list[int]
    used: int = 0

    def of(self, options: Sequence[T]) -> T:
        number = self.numbers[self.used % len(self.numbers)]
        self.used += 1
        return options[number % len(options)]

    def id(self, table: str, where: str = "1") -> str:
        """The id of some row, now and then of none."""
        found = [str(row["id"]) for row in self.record.rows(f"SELECT id FROM {table} WHERE {where} ORDER BY id")]
        return self.of([*found, *found, *found, NOBODY])

    def session(self) -> str:
        """Mostly the session that runs."""
        running = self.id("sessions", "started_at IS NOT NULL AND ended_at IS NULL")
        return running if running != NOBODY else self.id("sessions")

    def phase(self, session: str) -> str:
        return self.id("session_phases", f"session_id = '{session}'")

    def member(self, session: str) -> str:
        where = f"id IN (SELECT member_id FROM session_roster WHERE session_id = '{session}')"
        return self.id("members", where)

    def words(self) -> str:
        return self.of(WORDS)

    def name(self) -> str:
        return self.of(NAMES)

    def text(self) -> str:
        """What somebody typed; now and then nothing, once in a while very much."""
        return self.of((*FREE_TEXT, "Call", "Sleep"))

    def plan(self) -> Plan:
        return Plan(self.text(), self.words(), self.words(), self.words(), self.name())

    def achieved(self) -> Achieved | None:
        options: tuple[Achieved | None, ...] = (*Achieved, None)
        return self.of(options)

    def day(self) -> date:
        return self.of(DAYS)

    def minutes(self) -> int:
        return self.of((1, 5, 10, -1, -4, 0, 61))

    def lesson(self) -> LessonGiven:
        return LessonGiven("", self.of(("abcdefgh", "ijklmnop")), "coping-stress", self.words())

    def part(self) -> LessonPart:
        return self.of((LessonPart(1, 3), LessonPart(4), LessonPart(2, 2), LessonPart(0), LessonPart(3, 1)))


def in_session(more: Callable[[Pick, str], Arguments]) -> Callable[[Pick], Arguments]:
    """Arguments of a verb that belongs to one session."""

    def arguments(pick: Pick) -> Arguments:
        session = pick.session()
        return {"session": session, **more(pick, session)}

    return arguments


def of_group(more: Callable[[Pick], Arguments]) -> Callable[[Pick], Arguments]:
    """Arguments of a verb about one group."""
    return lambda pick: {"group_id": pick.id("groups"), **more(pick)}


def maybe(pick: Pick, value: T) -> T | None:
    """Given or left out."""
    return pick.of((value, None))
