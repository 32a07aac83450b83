"""Reads a note as a stranger would, by patterns of its own, and says what it claims.

It knows nothing of how notes are made. Every text that was typed in a course is replaced by where it came from; what
is left must be sentences it knows, letter for letter. Anything else in a note is an invention.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from agenda.record.connection import Record

Claim = tuple[Any, ...]
TYPED = (
    ("homework", "what when where obstacle helper"),
    ("homework_reviews", "obstacle differently"),
    ("goals", "text"),
    ("short_term_goals", "text method"),
    ("goal_reviews", "helped next_step"),
    ("small_steps", "text"),
    ("session_techniques", "name"),
    ("responses", "words"),
    ("follow_ups", "what who came_of"),
    ("attendance", "reason"),
    ("session_lessons", "title"),
)
T = r"⟦([^⟧]*)⟧"
Q = rf"“{T}”\.?"
CLOCK = r"(\d\d:\d\d)"
DAY = r"(\d{4}-\d\d-\d\d)"

PATTERNS: dict[str, dict[str, str]] = {
    "header": {
        "called": r"Name: (.+) \(called (.+)\)",
        "name": r"Name: (?!.*\(called )(.+)",
        "number": r"Record number: (.+)",
        "date": rf"Date: {DAY}",
        "time": rf"Time: {CLOCK} to {CLOCK}, (\d+) minutes?",
        "begun": rf"Time: from {CLOCK}; the end is not recorded",
        "service": r"Service: Illness Management and Recovery, (.+) session\.",
        "group": r"Group: (.+)",
        "present": r"(1 member was|(?!1 )\d+ members were) present\.",
        "unknown": r"The attendance of (1 member|(?!1 )\d+ members) was not recorded\.",
        "staff": r"Staff \((\d+)\): (.+)",
        "topic": rf"Topic: “{T}” \((.+)\)(, page \d+|, pages \d+ to \d+|)",
        "no topic": r"Topic: not recorded",
    },
    "attendance": {
        "here": r"@ took part (in person|by video|by phone), from the start\.",
        "late": rf"@ took part (in person|by video|by phone), and joined late, at {CLOCK}\.",
        "excused": r"@ was excused\.",
        "absent": r"@ did not attend\.",
        "unknown": r"Attendance: not recorded\.",
        "reason": rf"Reason: {Q}",
        "out": rf"@ was out from {CLOCK} to {CLOCK}\.",
        "gone": rf"@ left at {CLOCK}; no return is recorded\.",
        "unconfirmed": r"This is from self check-in; no facilitator has confirmed it\.",
        "contact": rf"Contact: (called|message) on {DAY} at {CLOCK}\.",
        "no contact": r"Contact: none\.",
    },
    "goal": {
        "goal": rf"Personal recovery goal(, set on this day|, reworded on this day|): {Q}"
        r"( It was achieved on this day\.|)",
        "no goal": r"Personal recovery goal: none recorded\.",
        "short": rf"Short-term goal: {Q}(?: It was reviewed; it is (.+?)\.|)(?: How it goes on: {Q}|)",
        "review": r"The goal was reviewed(?:; it is (fully achieved|partially achieved|not achieved so far)|)\.",
        "helped": rf"What helped @: {Q}",
        "next": rf"Next step: {Q}",
        "no progress": r"Progress toward the goal: not recorded in this session\.",
        "small step": rf"One small step @ chose: {Q}",
    },
    "interventions": {
        "technique": rf"(Motivational|Educational|Cognitive-behavioural): ({T}(?:; {T})*)\.",
        "skill": rf"Skill taught: ({T})\.",
        "skills": rf"Skills taught: ({T}(?:; {T})+)\.",
    },
    "response": {
        "none": r"Response: not recorded\.",
        "words": rf"What @ said or did: {Q}",
        "asked": r"@ was asked what came of an appointment; the answer is not recorded\.",
        "came of": rf"Asked what came of an appointment, @ told: {Q}",
        "ways": r"@ ([a-z, ]+)\.",
    },
    "homework-reviewed": {
        "reviewed": rf"Homework from before: {Q}"
        r" (@ did it|@ did some of it|@ has not done it yet|It was let go, by choice)\."
        rf"(?: What got in the way: {Q}|)(?: What @ could do differently: {Q}|)",
    },
    "homework-agreed": {
        "agreed": rf"@ agreed on this homework( for a missed lesson|): {Q}(?: When: {Q}|)(?: Where: {Q}|)"
        rf"(?: What could get in the way: {Q}|)(?: Who can help: {Q}|)",
    },
    "plan": {
        "appointment": rf"Follow-up: ask what came of an appointment\.(?: By when: {DAY}\.|)",
        "follow-up": rf"Follow-up: (?:{Q}|not described\.)(?: By whom: {Q}|)(?: By when: {DAY}\.|)",
        "none": r"Plan: not recorded\.",
    },
}


@dataclass(frozen=True)
class Typed:
    """Where every typed text stands: its table and column, its row."""

    places: dict[str, str]

    @classmethod
    def of(cls, record: Record) -> Typed:
        found = {}
        for table, columns in TYPED:
            for column in columns.split():
                for row in record.rows(f'SELECT id, "{column}" AS text FROM {table}'):
                    if row["text"]:
                        assert row["text"] not in found, "texts must differ"
                        found[row["text"]] = f"{table}.{column}:{row['id']}"
        return cls(found)

    def replaced(self, text: str) -> str:
        for words in sorted(self.places, key=len, reverse=True):
            text = text.replace(words, f"⟦{self.places[words]}⟧")
        return text


def claims(section: str, text: str) -> Counter[Claim]:
    """Everything a section says; what no pattern knows is an invention."""
    found: Counter[Claim] = Counter()
    rest = text.lstrip()
    while rest:
        for name, pattern in PATTERNS[section].items():
            match = re.match(pattern, rest)
            if match:
                found[section, name, *match.groups()] += 1
                rest = rest[match.end() :].lstrip()
                break
        else:
            raise AssertionError(f"nobody recorded this, in {section}: {rest!r}")
    return found


def read(sections: Iterable[tuple[str, str]], typed: Typed, name: str) -> Counter[Claim]:
    """All that a note of the member of this name claims, and how often."""
    found: Counter[Claim] = Counter()
    for section, text in sections:
        told = typed.replaced(text)
        found += claims(section, told if section == "header" else told.replace(name, "@"))
    return found
