"""A record with a canary in every private field, and the search for one in whatever bytes there are."""

from __future__ import annotations

import base64
import json
import re
from dataclasses import dataclass
from datetime import timedelta
from pathlib import Path

from agenda.attendance import Status
from agenda.clock import ManualClock
from agenda.member import MembershipStatus
from agenda.record import attendance as attendances
from agenda.record import follow_up as follow_ups
from agenda.record import group as groups
from agenda.record import member as members
from agenda.record import place as places
from agenda.record import session as sessions
from agenda.record.connection import Record
from agenda.record.opening import create_record
from agenda.session import SessionKind
from content.load import builtin_pack_folder, load_pack
from facilitator.console.planning import given
from facilitator.language import locale
from tests.builders import CHEAP, MEETS_AT, TODAY, a_clock, a_group

MARK = "Zqxcanary"
"""How every canary begins; nothing else in the world does."""
WEEK = timedelta(days=7)
PRIVATE = frozenset({
    ("facilitators", "name"), ("facilitators", "credentials"), ("groups", "name"), ("closed_dates", "reason"),
    ("participants", "full_name"), ("participants", "record_number"), ("members", "name"),
    ("membership_periods", "reason"), ("sessions", "reason"), ("session_staff", "name"), ("guests", "kind"),
    ("attendance", "reason"), ("follow_ups", "what"), ("follow_ups", "who"), ("drafts", "text"), ("lease", "who"),
})  # fmt: skip
COPIES = frozenset({("members", "name_folded"), ("journal", "before"), ("journal", "after")})
"""Hold what stands elsewhere."""
PUBLIC = frozenset({("groups", "agreements"), ("session_lessons", "title")})
"""Meant for the wall."""
CODES = frozenset({
    "id", "action", "verb", "session", "member", "facilitator", "undoes", "table", "row", "operation", "key", "kind",
    "status", "mode", "source", "role", "zone", "locale", "module", "lesson", "starts", "day", "due", "begins", "ends",
    "at", "since", "taken_from", "place",
})  # fmt: skip
"""Columns that hold a code, an id, a day or an instant, in whatever table."""


def canary(table: str, column: str, number: int = 1) -> str:
    """The canary of one field; short, because a name has 24 columns in People."""
    return f"{MARK}-{table[:3]}{column[:4]}{number}"


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
    clock.set_back(2 * WEEK)
    name, credentials = canary("facilitators", "name"), canary("facilitators", "credentials")
    passphrase = canary("pass", "phrase")
    record, code = create_record(path, passphrase, name=name, credentials=credentials, clock=clock, cost=CHEAP)
    group = a_group(record, name=canary("groups", "name"))
    groups.close_date(record, group, TODAY + WEEK, canary("closed_dates", "reason"))
    for number in range(1, 5):
        members.add(
            record, group, canary("members", "name", number), begins=TODAY - 2 * WEEK,
            full_name=canary("participants", "full_name", number),
            record_number=canary("participants", "record_number", number),
        )  # fmt: skip
    away = members.expected(record, group, TODAY)[-1].id
    reason = canary("membership_periods", "reason")
    members.change_status(record, away, MembershipStatus.SUSPENDED, begins=TODAY - WEEK, reason=reason)
    _a_past(record, group)
    lesson = load_pack(builtin_pack_folder(locale())).first_lesson("recovery-strategies")
    sessions.plan(record, group, day=TODAY, kind=SessionKind.USUAL, lesson=given(lesson) if lesson else None)
    clock.advance(MEETS_AT - clock.now())
    places.save_draft(record, "a-draft", canary("drafts", "text"))
    return record, code


def _a_past(record: Record, group: str) -> None:
    """One session that was held two weeks ago, one a week ago that was not."""
    held = sessions.plan(record, group, day=TODAY - 2 * WEEK, kind=SessionKind.FIRST)
    cancelled = sessions.plan(record, group, day=TODAY - WEEK, kind=SessionKind.USUAL)
    sessions.cancel(record, cancelled, canary("sessions", "reason"))
    sessions.start(record, held)
    follow_ups.add_staff(record, held, canary("session_staff", "name"), "co")
    follow_ups.set_guests(record, held, 2, canary("guests", "kind"))
    absent = attendances.roster(record, held)[1].member
    attendances.mark(record, held, absent, Status.ABSENT)
    add_private_words(record, held)
    sessions.end(record, held)
    assert isinstance(record.clock, ManualClock)


def add_private_words(record: Record, session: str) -> None:
    """A reason and a follow-up for the first member, and drafts in both fields."""
    first = attendances.roster(record, session)[0]
    reason, words = canary("attendance", "reason"), canary("follow_ups", "what")
    attendances.mark(record, session, first.member, Status.EXCUSED, reason=reason)
    follow_ups.add(record, session, words, member=first.member, who=canary("follow_ups", "who"))
    for field in ("reason", "follow-up"):
        places.save_draft(record, f"{field}/{first.id}", canary("drafts", "text"))


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
