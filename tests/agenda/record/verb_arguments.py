"""For every verb of the record, arguments made from what is in it: mostly fitting, sometimes to be refused."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, time, timedelta
from typing import Any, TypeVar

from agenda.attendance import Mode, Source, Status
from agenda.follow_up import ContactKind
from agenda.member import MembershipStatus
from agenda.record.connection import Record
from agenda.record.follow_up import ROLES
from agenda.session import LessonGiven, PhaseKey, SessionKind
from tests.builders import TODAY

T = TypeVar("T")
Arguments = dict[str, Any]
NOBODY = "nobody"
NAMES = ("Ana", "ana", "Bea", "Cem", "[red]x", "אנה", " ", "A" * 201)
WORDS = ("", "a job", "<b>ill</b>", "'; DROP TABLE groups; --")
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

    def day(self) -> date:
        return self.of(DAYS)

    def minutes(self) -> int:
        return self.of((1, 5, 10, -1, -4, 0, 61))

    def lesson(self) -> LessonGiven:
        return LessonGiven("", self.of(("abcdefgh", "ijklmnop")), "coping-stress", self.words())


def in_session(more: Callable[[Pick, str], Arguments]) -> Callable[[Pick], Arguments]:
    """Arguments of a verb that belongs to one session."""

    def arguments(pick: Pick) -> Arguments:
        session = pick.session()
        return {"session": session, **more(pick, session)}

    return arguments


def of_group(more: Callable[[Pick], Arguments]) -> Callable[[Pick], Arguments]:
    """Arguments of a verb about one group."""
    return lambda pick: {"group_id": pick.id("groups"), **more(pick)}


def _maybe(pick: Pick, value: T) -> T | None:
    return pick.of((value, None))


ARGUMENTS: dict[str, Callable[[Pick], Arguments]] = {
    "attendance.everyone_here": in_session(lambda p, s: {}),
    "attendance.give_reason": in_session(lambda p, s: {"member": p.member(s), "reason": p.words()}),
    "attendance.mark": in_session(
        lambda p, s: {
            "member": p.member(s),
            "status": p.of(tuple(Status)),
            "reason": p.words(),
            "source": p.of(tuple(Source)),
        }
    ),
    "attendance.out_or_back": in_session(lambda p, s: {"member": p.member(s)}),
    "attendance.set_mode": in_session(lambda p, s: {"member": p.member(s), "mode": p.of(tuple(Mode))}),
    "contact.record": in_session(lambda p, s: {"member": p.member(s), "kind": p.of(tuple(ContactKind))}),
    "facilitator.add": lambda p: {"name": p.name(), "credentials": p.words()},
    "follow_up.add": in_session(
        lambda p, s: {
            "what": p.words(),
            "member": _maybe(p, p.id("members")),
            "who": p.words(),
            "by": _maybe(p, p.day()),
        }
    ),
    "follow_up.change": in_session(
        lambda p, s: {"follow_up": p.id("follow_ups"), "what": p.words(), "who": p.words(), "by": _maybe(p, p.day())}
    ),
    "follow_up.done": in_session(lambda p, s: {"follow_up": p.id("follow_ups")}),
    "group.agree": of_group(lambda p: {"lines": tuple(p.words() for _ in range(p.of((0, 2, 7))))}),
    "group.change": of_group(
        lambda p: {
            "name": p.name(),
            "weekday": p.of((1, 3, 8)),
            "starts": p.of((time(9), time(14, 30))),
            "minutes": p.of((45, 60, 7)),
        }
    ),
    "group.close_date": of_group(lambda p: {"day": p.day(), "reason": p.words()}),
    "group.create": lambda p: {
        "name": p.name(),
        "weekday": p.of((0, 4, 7)),
        "starts": time(10),
        "zone": p.of(("UTC", "Europe/Rome", "nowhere")),
        "module": "medication",
    },
    "group.open_date": lambda p: {"closed_id": p.id("closed_dates")},
    "group.set_minutes": of_group(
        lambda p: {"kind": p.of(tuple(SessionKind)), "key": p.of(tuple(PhaseKey)), "minutes": p.minutes()}
    ),
    "guests.set": in_session(lambda p, s: {"count": p.of((0, 1, 3, -1)), "kind": p.of(("students", "family"))}),
    "lesson.taught": in_session(lambda p, s: {"page": p.of((1, 2, 5))}),
    "member.add": of_group(
        lambda p: {"name": p.name(), "begins": p.day(), "full_name": p.words(), "record_number": p.words()}
    ),
    "member.identify": lambda p: {"member": p.id("members"), "full_name": p.words(), "record_number": p.words()},
    "member.rename": lambda p: {"member": p.id("members"), "name": p.name()},
    "membership.change": lambda p: {
        "member": p.id("members"),
        "status": p.of(tuple(MembershipStatus)),
        "begins": p.day(),
        "reason": p.words(),
    },
    "phase.begin": in_session(lambda p, s: {"phase": p.phase(s)}),
    "phase.break": in_session(lambda p, s: {"minutes": p.minutes()}),
    "phase.minutes": in_session(
        lambda p, s: {"phase": p.phase(s), "minutes": p.minutes(), "taken_from": _maybe(p, p.phase(s))}
    ),
    "phase.take_back": in_session(lambda p, s: {}),
    "session.cancel": lambda p: {"session": p.id("sessions"), "reason": p.words()},
    "session.choose_lesson": lambda p: {"session": p.id("sessions"), "lesson": p.lesson()},
    "session.clock_set_back": in_session(lambda p, s: {"jump": timedelta(seconds=p.minutes())}),
    "session.end": in_session(lambda p, s: {}),
    "session.move": lambda p: {"session": p.id("sessions"), "day": p.day()},
    "session.pause": in_session(lambda p, s: {}),
    "session.plan": of_group(
        lambda p: {"day": p.day(), "kind": p.of(tuple(SessionKind)), "lesson": _maybe(p, p.lesson())}
    ),
    "session.replan": lambda p: {"session": p.id("sessions"), "kind": p.of(tuple(SessionKind))},
    "session.resume": in_session(lambda p, s: {}),
    "session.start": lambda p: {"session": p.id("sessions")},
    "session.started_earlier": in_session(lambda p, s: {"minutes": p.minutes()}),
    "staff.add": in_session(lambda p, s: {"name": p.name(), "role": p.of((*ROLES, "king"))}),
}
