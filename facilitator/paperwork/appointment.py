"""The next session as an event that a telephone takes into its calendar, with no internet and nothing private in it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from agenda.error import N_
from facilitator.paperwork.code import code
from facilitator.paperwork.paper import Paper
from facilitator.paperwork.tree import Block
from legible import one_line

LONGEST_LINE = 75
"""Bytes of one line of a calendar file (RFC 5545, 3.1); a longer one goes on behind a space."""

_ESCAPED = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n"})


@dataclass(frozen=True, slots=True)
class Appointment:
    """When the group meets next, under a title that the site chose. No title means a neutral word."""

    starts_at: datetime
    minutes: int
    zone: str
    title: str = ""


def event(appointment: Appointment, title: str) -> str:
    """The event in the words of a calendar, in UTC: every telephone shows it in its own time."""
    ends_at = appointment.starts_at + timedelta(minutes=appointment.minutes)
    start = _instant(appointment.starts_at)
    lines = (
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//-//EN",
        "BEGIN:VEVENT",
        f"UID:{start}",
        f"DTSTAMP:{start}",
        f"DTSTART:{start}",
        f"DTEND:{_instant(ends_at)}",
        f"SUMMARY:{one_line(title).translate(_ESCAPED)}",
        "END:VEVENT",
        "END:VCALENDAR",
    )
    return "".join(f"{_folded(line)}\r\n" for line in lines)


def appointment_code(appointment: Appointment, paper: Paper) -> Block:
    """The event as a code, with day, hours and title beside it. Raises ``Refused`` where the title is too long."""
    title = one_line(appointment.title) or paper.says(N_("Appointment"))
    zone = ZoneInfo(appointment.zone)
    start = appointment.starts_at.astimezone(zone)
    end = (appointment.starts_at + timedelta(minutes=appointment.minutes)).astimezone(zone)
    beside = f"{title}: {paper.weekday(start.date())}, {start:%H:%M}–{end:%H:%M}"
    heading = paper.says(N_("Add the next session to your calendar"))
    return code(event(appointment, title), paper.says(N_("QR code with the text beside it")), heading, beside)


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
