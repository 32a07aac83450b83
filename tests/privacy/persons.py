"""A record in which each member has a canary of their own in every private field that is about a person."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any

from agenda.access import Access
from agenda.attendance import Status
from agenda.consent import ConsentKind
from agenda.follow_up import ContactKind
from agenda.goal import Achieved
from agenda.homework import HomeworkStatus, Plan
from agenda.member import MembershipStatus
from agenda.notes.note import SectionKey
from agenda.record.connection import Record
from agenda.record.rows import (
    access,
    attendance,
    consent,
    follow_up,
    goal,
    homework,
    member,
    member_code,
    note,
    session,
    taught,
    turn,
)
from agenda.response import Chip
from agenda.session import SessionKind
from tests.builders import LESSON, MEETS_AT, TODAY, a_clock, a_group, a_record

LETTERS = "abcd"
WEEK = timedelta(days=7)

PLAN = ("what", "when", "where", "obstacle", "remedy", "helper")
"""Every part of a plan that somebody types."""


def called(letter: str) -> str:
    """The name a member goes by."""
    return f"Zq{letter}name"


@dataclass
class Written:
    """Writes words nobody else has, and remembers them by the field they were written in."""

    letter: str
    beside: str
    """The name of another member, which stands in whatever is typed about this one; empty: of nobody."""
    words: dict[tuple[str, str], str]

    def __call__(self, table: str, column: str) -> str:
        word = f"Zq{self.letter}{len(self.words):02}"
        self.words[table, column] = word
        return f"{word} with {self.beside}" if self.beside else word


@dataclass(frozen=True)
class Persons:
    """The record, its members by letter, and what was written about each."""

    record: Record
    group: str
    ids: dict[str, str]
    written: dict[str, Written]


def a_record_of_persons(path: Path | None = None, *, naming: bool = True) -> Persons:
    """Two sessions held with four members, everything that can be about one of them there for each."""
    clock = a_clock()
    record = a_record(clock, path=path)
    group = a_group(record)
    written = {
        one: Written(one, called(other) if naming else "", {})
        for one, other in zip(LETTERS, LETTERS[1:] + LETTERS[:1], strict=True)
    }
    ids = {one: _joins(record, group, written[one]) for one in LETTERS}
    member_code.complete(record, group)
    first = session.plan(record, group, day=TODAY, kind=SessionKind.USUAL, lesson=LESSON)
    clock.advance(MEETS_AT - clock.now())
    session.start(record, first)
    agreed = {one: _takes_part(record, first, ids[one], written[one]) for one in LETTERS}
    follow_up.add(record, first, "Zqnobody: buy tea")
    session.end(record, first)
    for one in LETTERS:
        note.review(record, first, ids[one], confirmed=True)
    second = session.plan(record, group, day=TODAY + WEEK, kind=SessionKind.USUAL, lesson=LESSON)
    clock.advance(WEEK)
    session.start(record, second)
    for one in LETTERS:
        _comes_again(record, second, ids[one], agreed[one], written[one])
    session.end(record, second)
    return Persons(record, group, ids, written)


def _joins(record: Record, group: str, write: Written) -> str:
    full, number = f"Zq{write.letter}full Person", f"Zq{write.letter}record"
    write.words |= {("participants", "full_name"): full, ("participants", "record_number"): number}
    write.words["members", "name"] = called(write.letter)
    new = member.add(record, group, called(write.letter), begins=TODAY - WEEK, full_name=full, record_number=number)
    reason = write("membership_periods", "reason")
    member.change_status(record, new, MembershipStatus.SUSPENDED, begins=TODAY - WEEK, reason=reason)
    member.change_status(record, new, MembershipStatus.ACTIVE, begins=TODAY)
    consent.give(record, new, ConsentKind.SUPPORTER, on=TODAY)
    consent.withdraw(record, new, ConsentKind.SUPPORTER, on=TODAY)
    consent.give(record, new, ConsentKind.SUPPORTER, on=TODAY)
    return new


def _takes_part(record: Record, here: str, one: str, write: Written) -> str:
    attendance.mark(record, here, one, Status.HERE)
    attendance.out_or_back(record, here, one)
    attendance.out_or_back(record, here, one)
    goals = goal.set_goal(
        record, one, write("goals", "text"), on=TODAY, how_known=write("goals", "how_known"), session=here
    )
    text, known = write("short_term_goals", "text"), write("short_term_goals", "how_known")
    part = goal.add_short_term_goal(record, goals, text, starts=TODAY, how_known=known)
    method = write("short_term_goals", "method")
    goal.review_short_term_goal(record, part, Achieved.PARTIALLY, on=TODAY, method=method)
    goal.add_step(record, part, write("steps", "text"), starts=TODAY)
    turn.hold(record, here, one)
    helped, following = write("goal_reviews", "helped"), write("goal_reviews", "next_step")
    turn.write(record, here, one, achieved=Achieved.PARTIALLY, helped=helped, next_step=following)
    turn.rest(record, here, one, TODAY + 4 * WEEK)
    turn.small_step(record, here, one, write("small_steps", "text"))
    taught.set_chips(record, here, one, (Chip.LISTENED,))
    taught.set_words(record, here, one, write("responses", "words"))
    taught.give_handout(record, here, one, LESSON.lesson)
    what, who = write("follow_ups", "what"), write("follow_ups", "who")
    follow_up.add(record, here, what, member=one, who=who, by=TODAY)
    follow_up.took_to_appointment(record, here, one, by=TODAY)
    note.edit(record, here, one, SectionKey.RESPONSE, write("note_sections", "edited"))
    access.opened(record, Access.GOAL_SHEET, one, session=here)
    plan: dict[str, Any] = {name: write("homework", name) for name in PLAN}
    return homework.agree(record, here, one, Plan(**plan))


def _comes_again(record: Record, here: str, one: str, agreed: str, write: Written) -> None:
    got, differently = write("homework_reviews", "obstacle"), write("homework_reviews", "differently")
    attendance.mark(record, here, one, Status.HERE)
    homework.review(record, here, agreed, HomeworkStatus.SOME, obstacle=got, differently=differently)
    to_ask = follow_up.appointments_to_ask(record, session.session(record, here))[one]
    follow_up.came_of(record, here, to_ask.id, write("follow_ups", "came_of"))
    attendance.mark(record, here, one, Status.EXCUSED, reason=write("attendance", "reason"))
    follow_up.record_contact(record, here, one, ContactKind.CALLED)
