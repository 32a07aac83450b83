"""What a record holds, read from a copy of its files: nothing is mended in the original before a console opens it."""

from __future__ import annotations

import shutil
from collections import Counter
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from agenda.instant import from_text
from agenda.record import opening
from agenda.record.export import export
from agenda.record.rows import hour as hours
from agenda.record.rows import overview as report
from agenda.record.rows import restore_point
from agenda.record.rows.hour import Hour
from agenda.record.rows.taught import CHIPS
from agenda.session import PhaseKey
from tests.faults.shown import Facts

PASSPHRASE = "practice"
MINUTE = timedelta(minutes=1)


@dataclass(frozen=True, slots=True)
class Kept:
    """The running session as an export and the restore point have it. ``times`` are arrivals as people write them."""

    facts: Facts
    times: dict[int, str]
    drafts: dict[str, str]
    due: dict[int, int]
    """How many homeworks there are to look back on, by digit; none is not named."""
    ids: dict[int, str]
    """The attendance row of each digit."""
    hour: Hour
    lists: dict[str, Any]

    def minutes_left(self, now: datetime) -> int:
        """Of the phase that is on, counted as on a screen: the minute that has begun counts."""
        return -(-self.hour.at(now).left // MINUTE)

    @property
    def goals(self) -> frozenset[int]:
        """The digits of those with a goal on the sheet that is not achieved."""
        digits = {row["id"]: row["digit"] for row in self.lists["members"]}
        return frozenset(digits[row["member"]] for row in self.lists["goals"] if row["achieved_on"] is None)

    def place_of(self, key: PhaseKey) -> int:
        """Where this phase stands among the phases."""
        return [phase.key for phase in self.hour.phases].index(key)

    @property
    def names(self) -> tuple[str, ...]:
        return tuple(str(self.facts[f"member {digit}"][0]) for digit in sorted(self.ids))  # type: ignore[index]


def read_kept(record: Path, scratch: Path) -> Kept:
    """Copy the record with its journal as they lie there, and read the copy."""
    shutil.rmtree(scratch, ignore_errors=True)
    scratch.mkdir()
    for file in (record, Path(f"{record}.keys"), Path(f"{record}-journal")):
        if file.exists():
            shutil.copy(file, scratch / file.name)
    opened = opening.open_record(scratch / record.name, PASSPHRASE, read_only=True)
    try:
        assert opened.rows("PRAGMA quick_check") == [{"quick_check": "ok"}]
        assert opened.rows("SELECT * FROM current_action") == [], "half an action"
        session = report.running_session(opened)
        assert session is not None
        point = restore_point.restore_point(opened, session)
        drafts = {row["key"]: row["text"] for row in opened.rows("SELECT key, text FROM drafts")}
        return _kept(export(opened), session, point, drafts, hours.hour(opened, session))
    finally:
        opened.close()


def _kept(
    lists: dict[str, Any], session: str, point: restore_point.RestorePoint | None, drafts: dict[str, str], hour: Hour
) -> Kept:
    def mine(name: str) -> list[dict[str, Any]]:
        return [row for row in lists[name] if row["session"] == session]

    digits = {row["id"]: row["digit"] for row in lists["members"]}
    out = {row["member"] for row in mine("absences_in_session") if row["back_at"] is None}
    zone = ZoneInfo(hour.session.zone)
    facts, times, ids = _minutes(lists, hour), {}, {}
    for row in mine("attendance"):
        digit = digits[row["member"]]
        ids[digit] = row["id"]
        is_late = row["status"] == "late"
        facts[f"member {digit}"] = (row["name"], row["status"])
        facts[f"out {digit}"] = row["member"] in out
        facts[f"again {digit}"] = is_late and from_text(row["arrived_at"]) == hour.session.started_at
        facts[f"reason {digit}"] = row["excuse"] or row["reason"]
        assert row["source"] == (None if row["status"] == "unknown" else "console")
        if is_late:
            times[digit] = f"{from_text(row['arrived_at']).astimezone(zone):%H:%M}"
    phases = [phase.id for phase in hour.phases]
    running = [row["phase"] for row in mine("phase_runs") if row["ended_at"] is None]
    assert len(running) == 1, "one phase is on"
    facts["running"] = phases.index(running[0])
    facts["phase"] = facts["running"] if point is None else phases.index(point.place)
    facts["page"] = 0 if point is None else point.page
    facts["follow-ups"] = tuple(sorted((digits[row["member"]], row["what"]) for row in mine("follow_ups")))
    due, work = _work(lists, session, digits)
    return Kept(facts | work, times, drafts, due, ids, hour, lists)


def _work(lists: dict[str, Any], session: str, digits: dict[str, int]) -> tuple[dict[int, int], Facts]:
    """What is to look back on by digit, and today's answers about homework and turns, and homework agreed."""
    rows = {
        name: [row for row in lists[name] if row["session"] == session]
        for name in ("homework", "homework_reviews", "goal_reviews", "responses", "small_steps", "session_techniques")
    }
    before = {row["id"]: row for row in lists["homework"] if row["session"] != session and row["dropped_in"] is None}
    over = {row["homework"] for row in lists["homework_reviews"] if row["session"] != session}
    due = Counter(digits[row["member"]] for row in before.values() if row["id"] not in over)
    facts: Facts = {}
    for digit in digits.values():
        facts |= {f"last {digit}": "to ask" if due[digit] else None, f"turn {digit}": None, f"agreed {digit}": None}
        facts[f"chips {digit}"] = frozenset()
    for row in rows["homework_reviews"]:
        digit = digits[before[row["homework"]]["member"]]
        assert facts[f"last {digit}"] == "to ask", "looked back twice"
        assert not row["obstacle"] + row["differently"]
        facts[f"last {digit}"] = row["status"]
    for row in rows["homework"]:
        digit = digits[row["member"]]
        assert facts[f"agreed {digit}"] is None, "agreed twice"
        assert row["option"], "an option of the lesson"
        assert row["lesson"] is row["dropped_in"] is None
        facts[f"agreed {digit}"] = row["option"]
    for row in rows["goal_reviews"]:
        assert not row["helped"] + row["next_step"]
        facts[f"turn {digits[row['member']]}"] = "● held" if row["held"] else row["answer"]
    plans = {(row["option"], row["what"], row["when"], row["where"]) for row in rows["homework"]}
    assert len(plans) == len({row["option"] for row in rows["homework"]}), "an option says the same for everyone"
    for row in rows["responses"]:
        assert not row["words"]
        facts[f"chips {digits[row['member']]}"] = frozenset(CHIPS.index(chip) + 1 for chip in row["chips"].split())
    facts["techniques"] = len(rows["session_techniques"])
    unpressed = [rows["small_steps"], lists["rests"]]
    assert not any(unpressed), unpressed
    return dict(due), facts


def _minutes(lists: dict[str, Any], hour: Hour) -> Facts:
    """The minutes each phase has now: those planned, and each change as the export tells it."""
    minutes = {phase.id: phase.minutes for phase in hour.phases}
    for change in lists["minute_changes"]:
        if change["phase"] in minutes:
            minutes[change["phase"]] += change["minutes"]
        if change["taken_from"] in minutes:
            minutes[change["taken_from"]] -= change["minutes"]
    return {"minutes": tuple(minutes.values())}
