"""The next session as an event that a telephone takes into its calendar, with no internet and nothing private in it."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from agenda.error import N_
from facilitator.paperwork.code import code
from facilitator.paperwork.paper import Paper
from facilitator.paperwork.tree import Block
from legible import one_line

LONGEST_LINE = 75
"""Bytes of one line of a calendar file (RFC 5545, 3.1); a longer one goes on behind a space."""

_HOUR = re.compile(
    r"(?<![\d.:])(?P<hour>\d{1,2})(?:[:.h](?P<minute>\d{2})(?:\s*(?P<half>[ap])\.?m\b)?|(?:\s*h\b|\s*(?P<other>[ap])\.?m\b))(?![\d:])",
    re.IGNORECASE,
)
_ESCAPED = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n"})


@dataclass(frozen=True, slots=True)
class Appointment:
    """When the group meets next, under a title that the site chose. No title means a neutral word."""

    starts_at: datetime
    minutes: int
    zone: str
    title: str = ""
    place: str = ""
    """Where it is, for paper; a code for a calendar never holds it."""


def event(starts_at: datetime, title: str, minutes: int | None = None) -> str:
    """The event in the words of a calendar, in UTC: every telephone shows it in its own time.

    Without ``minutes`` it only has a beginning (RFC 5545, 3.6.1).
    """
    start = _instant(starts_at)
    end = () if minutes is None else (f"DTEND:{_instant(starts_at + timedelta(minutes=minutes))}",)
    lines = (
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//-//EN",
        "BEGIN:VEVENT",
        f"UID:{start}",
        f"DTSTAMP:{start}",
        f"DTSTART:{start}",
        *end,
        f"SUMMARY:{one_line(title).translate(_ESCAPED)}",
        "END:VEVENT",
        "END:VCALENDAR",
    )
    return "".join(f"{_folded(line)}\r\n" for line in lines)


def appointment_words(appointment: Appointment, paper: Paper) -> str:
    """Weekday, date and hours where the group is."""
    zone = ZoneInfo(appointment.zone)
    start = appointment.starts_at.astimezone(zone)
    end = (appointment.starts_at + timedelta(minutes=appointment.minutes)).astimezone(zone)
    hours = f"{paper.weekday(start.date())}, {start:%H:%M}–{end:%H:%M}"
    return f"{hours}, {appointment.place}" if appointment.place else hours


def appointment_code(appointment: Appointment, paper: Paper) -> Block:
    """The event as a code, with day, hours and title beside it. Raises ``Refused`` where the title is too long."""
    title = one_line(appointment.title) or paper.says(N_("Appointment"))
    beside = f"{title}: {appointment_words(replace(appointment, place=''), paper)}"
    heading = paper.says(N_("Add the next session to your calendar"))
    alternative = paper.says(N_("QR code: the next session for a calendar"))
    return code(event(appointment.starts_at, title, appointment.minutes), alternative, heading, beside)


def plan_code(day: date | None, when: str, zone: str, paper: Paper) -> Block | None:
    """A plan's day and hour as a code, under a title that says nothing; none where one of the two is not known.

    The plan beside it says day and hour in words.
    """
    hour = hour_in(when)
    if day is None or hour is None:
        return None
    starts_at = datetime.combine(day, hour, ZoneInfo(zone))
    title = paper.says(N_("My plan"))
    heading = paper.says(N_("Let your telephone remind you"))
    return code(event(starts_at, title), paper.says(N_("QR code: my plan for a calendar")), heading, "")


def hour_in(words: str) -> time | None:
    """The one hour that words name beyond doubt, as in ``14:30``, ``2 pm``, ``9h``; none where there is none or two."""
    found = list(_HOUR.finditer(words))
    if len(found) != 1:
        return None
    hour, minute = int(found[0]["hour"]), int(found[0]["minute"] or 0)
    half = (found[0]["half"] or found[0]["other"] or "").casefold()[:1]
    if half in ("a", "p"):
        hour = hour % 12 + (12 if half == "p" else 0) if 1 <= hour <= 12 else 24
    return time(hour, minute) if hour < 24 and minute < 60 else None


def _instant(moment: datetime) -> str:
    return f"{moment.astimezone(UTC):%Y%m%dT%H%M%SZ}"


def _folded(line: str) -> str:
    """The line in pieces of at most so many bytes; no letter is cut in two."""
    pieces: list[str] = []
    piece = ""
    for letter in line:
        room = LONGEST_LINE - (1 if pieces else 0)
        if len((piece + letter).encode()) > room:
            pieces.append(piece)
            piece = ""
        piece += letter
    return "\r\n ".join([*pieces, piece])
