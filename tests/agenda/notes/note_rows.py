"""What a note must claim, worked out from the rows of the record alone."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any
from zoneinfo import ZoneInfo

from agenda.record.connection import Record
from tests.agenda.notes.note_reader import Claim

Row = dict[str, Any]
HOW = {"room": "in person", "video": "by video", "phone": "by phone"}
KIND = {
    "first": "first group",
    "usual": "group",
    "small": "small-group",
    "one": "individual",
    "closing": "closing group",
}
ROLE = {"lead": "lead", "co": "co-facilitator", "trainee": "trainee", "peer": "peer facilitator"}
FAR = {"fully": "fully achieved", "partially": "partially achieved", "not at all": "not achieved so far", None: None}
BECAME = {"done": "@ did it", "some": "@ did some of it", "not yet": "@ has not done it yet"}
WAY = {"shared": "shared", "helped": "helped another", "quiet": "was quiet today"}


class Rows:
    """The rows of one session, asked for one member at a time."""

    def __init__(self, record: Record, session: str) -> None:
        self.record, self.id = record, session
        (self.session,) = record.rows("SELECT * FROM sessions WHERE id = ?", session)
        self.day, self.zone = self.session["day"], ZoneInfo(self.session["zone"])

    def claims(self, member: str) -> Counter[Claim]:
        (row,) = self._own("attendance", member)
        is_missing = row["status"] in ("excused", "absent")
        told = {
            "header": self._header(member),
            "attendance": self._attendance(member, row),
            "homework-agreed": self._agreed(member),
            "plan": self._plan(member, is_missing),
        }
        if not is_missing:
            told["goal"] = self._goal(member)
            told["interventions"] = self._techniques()
            told["response"] = self._response(member)
            told["homework-reviewed"] = self._reviewed(member)
        return Counter((section, *claim) for section, found in told.items() for claim in found)

    def _own(self, table: str, member: str) -> list[Row]:
        return self.record.rows(
            f"SELECT * FROM {table} WHERE session_id = ? AND member_id = ? ORDER BY id", self.id, member
        )

    def _local(self, instant: str) -> datetime:
        return datetime.fromisoformat(instant).astimezone(self.zone)

    def _clock(self, instant: str) -> str:
        return self._local(instant).strftime("%H:%M")

    def _header(self, member: str) -> Iterator[Claim]:
        (who,) = self.record.rows(
            "SELECT * FROM members m JOIN participants p ON p.id = m.participant_id WHERE m.id = ?", member
        )
        is_same = who["full_name"] == who["name"]
        yield ("name", who["name"]) if is_same else ("called", who["full_name"], who["name"])
        if who["record_number"]:
            yield "number", who["record_number"]
        yield "date", self.day
        yield self._time()
        yield "service", KIND[self.session["kind"]]
        status = [r["status"] for r in self.record.rows("SELECT status FROM attendance WHERE session_id = ?", self.id)]
        present, unknown = sum(one in ("here", "late") for one in status), status.count("unknown")
        if self.session["kind"] != "one":
            yield "group", "Tuesday group"
        if self.session["kind"] != "one" or present > 1:
            yield "present", "1 member was" if present == 1 else f"{present} members were"
            if unknown:
                yield "unknown", "1 member" if unknown == 1 else f"{unknown} members"
        yield self._staff()
        yield self._topic()

    def _time(self) -> Claim:
        start, end = self.session["started_at"], self.session["ended_at"]
        if end is None:
            return "begun", self._clock(start)
        whole = [self._local(one).astimezone(UTC).strftime("%j %H %M").split() for one in (start, end)]
        first, last = (int(day) * 1440 + int(hour) * 60 + int(minute) for day, hour, minute in whole)
        return "time", self._clock(start), self._clock(end), str(last - first)

    def _staff(self) -> Claim:
        rows = self.record.rows("SELECT * FROM session_staff WHERE session_id = ? ORDER BY id", self.id)
        names = [f"{r['name']}{', RN' if r['facilitator_id'] else ''} ({ROLE.get(r['role'], r['role'])})" for r in rows]
        return "staff", str(len(rows)), "; ".join(names)

    def _topic(self) -> Claim:
        rows = self.record.rows("SELECT * FROM session_lessons WHERE session_id = ?", self.id)
        if not rows:
            return ("no topic",)
        first, last = rows[0]["pages_from"], rows[0]["pages_to"]
        pages = f", page {first}" if first == last else f", pages {first} to {last}"
        return "topic", f"session_lessons.title:{rows[0]['id']}", "coping-stress", "" if first is None else pages

    def _attendance(self, member: str, row: Row) -> Iterator[Claim]:
        status = row["status"]
        if status == "here":
            yield "here", HOW[row["mode"]]
        elif status == "late":
            yield "late", HOW[row["mode"]], self._clock(row["arrived_at"])
        else:
            yield (status,)
        if row["reason"]:
            yield "reason", f"attendance.reason:{row['id']}"
        if status != "unknown" and not row["confirmed"]:
            yield ("unconfirmed",)
        for away in self._own("absences_in_session", member):
            out, back = away["out_at"], away["back_at"]
            yield ("out", self._clock(out), self._clock(back)) if back else ("gone", self._clock(out))
        for contact in self._own("contacts", member) if status in ("excused", "absent") else ():
            at = self._local(contact["at"])
            is_none = contact["kind"] == "none"
            yield ("no contact",) if is_none else ("contact", contact["kind"], f"{at:%Y-%m-%d}", f"{at:%H:%M}")

    def _goal(self, member: str) -> Iterator[Claim]:
        goals = self.record.rows("SELECT * FROM goals WHERE member_id = ? ORDER BY set_on, id", member)
        open_ones = [g for g in goals if g["achieved_on"] is None][-1:]
        on_paper = [g for g in goals if g["achieved_on"] == self.day] + open_ones
        looked_at = False
        for one in on_paper:
            fresh = ", set on this day" if one["set_on"] == self.day else ""
            changed = ", reworded on this day" if one["modified_on"] == self.day and not fresh else ""
            done = " It was achieved on this day." if one["achieved_on"] else ""
            yield "goal", fresh + changed, f"goals.text:{one['id']}", done
            for part in self.record.rows("SELECT * FROM short_term_goals WHERE goal_id = ?", one["id"]):
                today = part["reviewed_on"] == self.day
                if part["achieved"] == "fully" and not today:
                    continue
                looked_at |= today
                method = f"short_term_goals.method:{part['id']}" if today and part["method"] else None
                yield "short", f"short_term_goals.text:{part['id']}", FAR[part["achieved"]] if today else None, method
            looked_at |= bool(done)
        if not on_paper:
            yield ("no goal",)
        review = next((r for r in self._own("goal_reviews", member) if r["held"]), None)
        if review:
            yield "review", FAR[review["achieved"]]
            for column, name in (("helped", "helped"), ("next_step", "next")):
                if review[column]:
                    yield name, f"goal_reviews.{column}:{review['id']}"
        elif on_paper and not looked_at:
            yield ("no progress",)
        for step in self._own("small_steps", member):
            yield "small step", f"small_steps.text:{step['id']}"

    def _techniques(self) -> Iterator[Claim]:
        rows = self.record.rows("SELECT * FROM session_techniques WHERE session_id = ? ORDER BY id", self.id)
        for family in ("motivational", "educational", "cognitive-behavioural", "skill"):
            names = [f"session_techniques.name:{row['id']}" for row in rows if row["family"] == family]
            told = "; ".join(f"⟦{name}⟧" for name in names)
            ends = (*names, None)[:2]
            if names and family == "skill":
                yield ("skill", told, names[0]) if len(names) == 1 else ("skills", told, *names)
            elif names:
                yield "technique", family.capitalize(), told, *ends

    def _response(self, member: str) -> Iterator[Claim]:
        rows = [row for row in self._own("responses", member) if row["chips"] or row["words"]]
        asked = self.record.rows("SELECT * FROM follow_ups WHERE asked_in = ? AND member_id = ?", self.id, member)
        for row in asked:
            yield ("came of", f"follow_ups.came_of:{row['id']}") if row["came_of"] else ("asked",)
        if not rows and not asked:
            yield ("none",)
        for row in rows:
            ways = [WAY.get(chip, chip) for chip in row["chips"].split()]
            if ways:
                yield "ways", " and ".join(part for part in (", ".join(ways[:-1]), ways[-1]) if part)
            if row["words"]:
                yield "words", f"responses.words:{row['id']}"

    def _reviewed(self, member: str) -> Iterator[Claim]:
        for row in self.record.rows("SELECT * FROM homework WHERE member_id = ? AND session_id <> ?", member, self.id):
            what = f"homework.what:{row['id']}"
            if row["dropped_in"] == self.id:
                yield "reviewed", what, "It was let go, by choice", None, None
            question = "SELECT * FROM homework_reviews WHERE homework_id = ? AND session_id = ?"
            for review in self.record.rows(question, row["id"], self.id):
                words = (
                    f"homework_reviews.{column}:{review['id']}" if review[column] else None
                    for column in ("obstacle", "differently")
                )
                yield "reviewed", what, BECAME[review["status"]], *words

    def _agreed(self, member: str) -> Iterator[Claim]:
        for row in self._own("homework", member):
            if row["dropped_in"] != self.id:
                columns = ("what", "when", "where", "obstacle", "helper")
                words = (f"homework.{column}:{row['id']}" if row[column] else None for column in columns)
                yield "agreed", " for a missed lesson" if row["lesson"] else "", *words

    def _plan(self, member: str, is_missing: bool) -> Iterator[Claim]:
        rows = self._own("follow_ups", member)
        for row in rows:
            if row["kind"] == "appointment":
                yield "appointment", row["due"]
                continue
            what, who = (f"follow_ups.{column}:{row['id']}" if row[column] else None for column in ("what", "who"))
            yield "follow-up", what, who, row["due"]
        has_step = any(r["held"] and r["next_step"] for r in self._own("goal_reviews", member))
        has_homework = any(True for _ in self._agreed(member))
        if not (rows or is_missing or has_step or has_homework):
            yield ("none",)
