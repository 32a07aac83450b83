"""A note as plain text or Markdown, for a terminal, a file or another program's form."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from zoneinfo import ZoneInfo

from agenda.error import N_
from agenda.notes.note import TITLES, Note, Section
from facilitator.language import _, clock_time, short_date
from facilitator.note_wording import away_word
from legible import legible

_SPECIAL = re.compile(r"([\\`*_\[\]<>&~|#{}!])")
_LINE_START = re.compile(r"^(?=[-+=])", re.MULTILINE)
_NUMBERED = re.compile(r"^(\d+)(?=[.)])", re.MULTILINE)
_INDENT = re.compile(r"^[ \t]", re.MULTILINE)


def as_text(note: Note, staff: Mapping[str, str]) -> str:
    """Plain text; ``staff`` gives the names of facilitators by id."""
    head = [_title(note), _state(note, staff)]
    parts = [f"{title}\n{'-' * len(title)}\n{body}" for title, body in _parts(note, legible)]
    return "\n\n".join(["\n".join(head), *parts]) + "\n"


def as_markdown(note: Note, staff: Mapping[str, str]) -> str:
    """Markdown in which nothing that somebody typed is markup."""
    parts = [f"## {title}\n\n{body}" for title, body in _parts(note, literal)]
    return "\n\n".join([f"# {_title(note)}", literal(_state(note, staff)), *parts]) + "\n"


FORMATS: dict[str, Callable[[Note, Mapping[str, str]], str]] = {"md": as_markdown, "txt": as_text}


def _parts(note: Note, written: Callable[[str], str]) -> list[tuple[str, str]]:
    return [(_(TITLES[part.key]), written(_body(part))) for part in note.sections if part.text]


def _body(section: Section) -> str:
    if not section.changed_since:
        return section.text
    return f"{section.text}\n\n{_('The facts have changed since this was written.')}"


def _title(note: Note) -> str:
    return away_word(note).capitalize() or _("Progress note")


def _state(note: Note, staff: Mapping[str, str]) -> str:
    if note.reviewed_at is None:
        return _("Draft, not reviewed.")
    zone = note.facts.session.zone
    day, time = short_date(note.reviewed_at.astimezone(ZoneInfo(zone)).date()), clock_time(note.reviewed_at, zone)
    who = legible(staff.get(note.reviewed_by or "", ""))
    sentence = N_("Reviewed on {date} at {time} by {who}.") if who else N_("Reviewed on {date} at {time}.")
    return _(sentence).format(date=day, time=time, who=who)


def literal(text: str) -> str:
    """The text as Markdown that shows it letter by letter, line by line."""
    escaped = _SPECIAL.sub(r"\\\1", legible(text))
    escaped = _INDENT.sub(lambda found: f"&#{ord(found[0])};", escaped)
    escaped = _NUMBERED.sub(r"\1\\", _LINE_START.sub(r"\\", escaped))
    return re.sub(r"(?<!\n)\n(?!\n)", "\\\\\n", escaped)
