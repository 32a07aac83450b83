"""A record with a canary in every private field, and the search for one in whatever bytes there are."""

from __future__ import annotations

import base64
import json
import re
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path
from typing import Any

from agenda.attendance import Status
from agenda.clock import ManualClock
from agenda.goal import Achieved
from agenda.homework import HomeworkStatus, Plan
from agenda.member import MembershipStatus
from agenda.record.action import action
from agenda.record.connection import Record
from agenda.record.opening import create_record
from agenda.record.rows import attendance as attendances
from agenda.record.rows import draft as drafts
from agenda.record.rows import follow_up as follow_ups
from agenda.record.rows import goal as goals
from agenda.record.rows import group as groups
from agenda.record.rows import homework as homeworks
from agenda.record.rows import lesson_plan, taught
from agenda.record.rows import member as members
from agenda.record.rows import member_code as member_codes
from agenda.record.rows import note as notes
from agenda.record.rows import session as sessions
from agenda.record.rows import turn as turns
from agenda.session import SessionKind
from content.load import builtin_pack_folder, load_pack
from facilitator.console.calendar.next_session import given
from facilitator.language import locale
from tests.builders import CHEAP, MEETS_AT, TODAY, a_clock, a_group

MARK = "Zqxcanary"
"""How every canary begins; nothing else in the world does."""
WEEK = timedelta(days=7)
WORKING = 3
"""The digit of the member with homework, a goal and words."""
PRIVATE = frozenset({
    ("facilitators", "name"), ("facilitators", "credentials"), ("groups", "name"), ("closed_dates", "reason"),
    ("participants", "full_name"), ("participants", "record_number"), ("members", "name"),
    ("membership_periods", "reason"), ("sessions", "reason"), ("session_staff", "name"), ("guests", "kind"),
    ("attendance", "reason"), ("homework", "what"), ("homework", "when"), ("homework", "where"),
    ("homework", "obstacle"), ("homework", "remedy"), ("homework", "helper"), ("homework_reviews", "obstacle"),
    ("homework_reviews", "differently"), ("goals", "text"), ("goals", "how_known"), ("short_term_goals", "text"),
    ("short_term_goals", "how_known"), ("short_term_goals", "method"), ("steps", "text"), ("goal_reviews", "helped"),
    ("goal_reviews", "next_step"), ("small_steps", "text"), ("responses", "words"), ("note_sections", "edited"),
    ("lesson_skips", "reason"), ("follow_ups", "what"), ("follow_ups", "who"),
    ("follow_ups", "came_of"), ("drafts", "text"), ("lease", "who"),
    ("member_codes", "code"),
})  # fmt: skip
COPIES = frozenset({("members", "name_folded"), ("journal", "before"), ("journal", "after")})
"""Hold what stands elsewhere."""
PUBLIC = frozenset(
    {
        ("groups", "agreements"),
        ("groups", "address"),
        ("groups", "calendar_title"),
        ("session_lessons", "title"),
        ("lesson_skips", "title"),
        ("session_techniques", "name"),
        ("flip_chart_lines", "heading"),
        ("flip_chart_lines", "text"),
    }
)
"""Meant for the wall or for everybody's eyes on paper."""
CODES = frozenset({
    "id", "action", "verb", "session", "member", "facilitator", "undoes", "table", "row", "operation", "key", "kind",
    "status", "mode", "source", "role", "zone", "locale", "module", "lesson", "starts", "day", "due", "begins", "ends",
    "at", "since", "taken_from", "place", "answer", "achieved", "why", "family", "chips", "until", "set_on",
    "modified_on", "achieved_on", "reviewed_on", "reviewed_hash", "facts_hash", "reviewed_by", "dropped_in", "asked_in",
    "edition", "put_off", "given_on", "withdrawn_on", "excuse",
})  # fmt: skip
"""Columns that hold a code, an id, a day or an instant, in whatever table."""

PLAN = ("what", "when", "where", "obstacle", "remedy", "helper")
"""Every part of a plan that somebody types."""


def canary(table: str, column: str, number: int = 1) -> str:
    """The canary of one field; short, because a name has 24 columns in People."""
    return f"{MARK}-{''.join(part[:3] for part in table.split('_'))}{column[:4]}{number}"


def private_text_columns(record: Record) -> set[tuple[str, str]]:
    """Every column of text that is neither a code nor an instant."""
    found = set()
    for table in record.db.table_names():
        if table.startswith("_"):
            continue
        for row in record.rows(f'PRAGMA table_info("{table}")'):
            name = row["name"]
            if row["type"] == "TEXT" and name not in CODES and not name.endswith(("_id", "_at")):
                found.add((table, name))
    return found | ({("guests", "kind")} & PRIVATE)


def a_record_of_canaries(path: Path) -> tuple[Record, str]:
    """A group with a past, today's session ready to begin; and the recovery code."""
    clock = a_clock()
    clock.set_back(3 * WEEK)
    name, credentials = canary("facilitators", "name"), canary("facilitators", "credentials")
    passphrase = canary("pass", "phrase")
    record, code = create_record(path, passphrase, name=name, credentials=credentials, clock=clock, cost=CHEAP)
    group = a_group(record, name=canary("groups", "name"))
    groups.close_date(record, group, TODAY + WEEK, canary("closed_dates", "reason"))
    for number in range(1, 5):
        members.add(
            record, group, canary("members", "name", number), begins=TODAY - 3 * WEEK,
            full_name=canary("participants", "full_name", number),
            record_number=canary("participants", "record_number", number),
        )  # fmt: skip
    _mark_the_codes(record, group)
    away = members.expected(record, group, TODAY)[-1].id
    reason = canary("membership_periods", "reason")
    members.change_status(record, away, MembershipStatus.SUSPENDED, begins=TODAY - WEEK, reason=reason)
    _a_past(record, group)
    lesson = load_pack(builtin_pack_folder(locale())).lesson_named("what-recovery-means")
    sessions.plan(record, group, day=TODAY, kind=SessionKind.USUAL, lesson=given(lesson))
    clock.advance(MEETS_AT - clock.now())
    _a_skip(record, group)
    drafts.save(record, "a-draft", canary("drafts", "text"))
    return record, code


def _a_skip(record: Record, group: str) -> None:
    """The group goes without the first lesson of all, which the library shows first."""
    first = next(load_pack(builtin_pack_folder(locale())).lessons())
    lesson_plan.skip(record, group, given(first), canary("lesson_skips", "reason"))


def _mark_the_codes(record: Record, group: str) -> None:
    """A code is made by lot; here each gets a canary in its place."""
    member_codes.complete(record, group)
    with action(record, "code.renew"):
        for number, row in enumerate(record.rows("SELECT id FROM member_codes ORDER BY id"), 1):
            record.update("member_codes", row["id"], {"code": canary("member_codes", "code", number)})


def _a_past(record: Record, group: str) -> None:
    """A session three weeks ago, one two weeks ago, and one a week ago that was not held."""
    first = sessions.plan(record, group, day=TODAY - 3 * WEEK, kind=SessionKind.FIRST)
    sessions.start(record, first)
    third = attendances.roster(record, first)[WORKING - 1].member
    attendances.mark(record, first, third, Status.HERE)
    homeworks.agree(record, first, third, Plan("Call a friend"))
    sessions.end(record, first)
    assert isinstance(record.clock, ManualClock)
    record.clock.advance(WEEK)
    held = sessions.plan(record, group, day=TODAY - 2 * WEEK, kind=SessionKind.USUAL)
    cancelled = sessions.plan(record, group, day=TODAY - WEEK, kind=SessionKind.USUAL)
    sessions.cancel(record, cancelled, canary("sessions", "reason"))
    sessions.start(record, held)
    follow_ups.add_staff(record, held, canary("session_staff", "name"), "co")
    follow_ups.set_guests(record, held, 2, canary("guests", "kind"))
    absent = attendances.roster(record, held)[1].member
    attendances.mark(record, held, absent, Status.ABSENT)
    add_private_words(record, held)
    sessions.end(record, held)


def add_private_words(record: Record, session: str) -> None:
    """A reason and a follow-up for the first member, and drafts in both fields."""
    first = attendances.roster(record, session)[0]
    reason, words = canary("attendance", "reason"), canary("follow_ups", "what")
    attendances.mark(record, session, first.member, Status.EXCUSED, reason=reason)
    asked = follow_ups.took_to_appointment(record, session, first.member)
    follow_ups.came_of(record, session, asked, canary("follow_ups", "came_of"))
    follow_ups.add(record, session, words, member=first.member, who=canary("follow_ups", "who"))
    _add_words_of_the_work(record, session)
    for field in ("reason", "follow-up"):
        drafts.save(record, f"{field}/{first.id}/text", canary("drafts", "text"))


def _add_words_of_the_work(record: Record, session: str) -> None:
    """Homework, a goal and its review, a response and a written section of the note, all of one member."""
    one = attendances.roster(record, session)[WORKING - 1].member
    day = sessions.session(record, session).day
    attendances.mark(record, session, one, Status.HERE)
    for homework in homeworks.due(record, session).get(one, ()):
        got, differently = canary("homework_reviews", "obstacle"), canary("homework_reviews", "differently")
        homeworks.review(record, session, homework.id, HomeworkStatus.SOME, obstacle=got, differently=differently)
    plan: dict[str, Any] = {name: canary("homework", name) for name in PLAN}
    homeworks.agree(record, session, one, Plan(**plan))
    if goals.goal_of(record, one) is None:
        goal = goals.set_goal(record, one, canary("goals", "text"), on=day, how_known=canary("goals", "how_known"))
        text, known = canary("short_term_goals", "text"), canary("short_term_goals", "how_known")
        part = goals.add_short_term_goal(record, goal, text, starts=day, how_known=known)
        method = canary("short_term_goals", "method")
        goals.review_short_term_goal(record, part, Achieved.PARTIALLY, on=day, method=method)
        goals.add_step(record, part, canary("steps", "text"), starts=day)
    turns.hold(record, session, one)
    helped, following = canary("goal_reviews", "helped"), canary("goal_reviews", "next_step")
    turns.write(record, session, one, achieved=Achieved.PARTIALLY, helped=helped, next_step=following)
    turns.small_step(record, session, one, canary("small_steps", "text"))
    taught.set_words(record, session, one, canary("responses", "words"))
    section = notes.note_of(record, session, one).sections[0].key
    notes.edit(record, session, one, section, canary("note_sections", "edited"))


def every_canary() -> list[str]:
    """One of each private field."""
    return [canary(table, column) for table, column in sorted(PRIVATE - {("lease", "who")})]


def _shapes(mark: str) -> list[bytes]:
    """The mark as it could lie in a file: as it is, in two-byte characters, in base64, as JSON escapes."""
    plain = mark.encode()
    wide = [mark.encode("utf-16-le"), mark.encode("utf-16-be")]
    coded = []
    for before in range(3):
        whole = base64.b64encode(b"\0" * before + plain)
        coded.append(whole[-(-before * 8 // 6) : (before + len(plain)) * 8 // 6])
    escaped = json.dumps("".join(f"\\u{ord(letter):04x}" for letter in mark)).replace("\\\\", "\\").strip('"').encode()
    return [plain, *wide, *coded, escaped, plain.hex().encode()]


_PATTERN = re.compile(b"|".join(map(re.escape, _shapes(MARK))), re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Search:
    """Finds canaries, and the words handed over beside them, in bytes."""

    secrets: tuple[str, ...] = ()

    def finds(self, raw: bytes) -> str | None:
        """What was found first, or none."""
        hit = _PATTERN.search(raw)
        if hit is not None:
            return raw[hit.start() : hit.end() + 24].decode("utf-8", "replace")
        return next((secret for secret in self.secrets if secret.encode() in raw), None)
