"""One entry of the journal as a line to read, or as data."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from agenda.instant import to_text
from agenda.record.called import Called, called
from agenda.record.connection import Record
from agenda.trail import Entry
from facilitator.journal_words import line
from facilitator.language import _
from facilitator.record_names import Names, telling
from facilitator.record_words import Telling


@dataclass(slots=True)
class Teller:
    """Knows the names of one record; how a zone writes the time is found out once."""

    called: Called
    tellings: dict[str, Telling] = field(default_factory=dict)

    @classmethod
    def of(cls, record: Record) -> Teller:
        return cls(called(record))

    def line(self, entry: Entry) -> str:
        """``24 Nov 2026 14:05 · Robin · marked attendance · Ana · session 7, 24 Nov 2026 · status: here``."""
        group = self._group(entry)
        said = self.called.groups[group].name if group is not None and len(self.called.groups) > 1 else ""
        return line(entry, self._telling(entry), self._about(entry), said)

    def data(self, entry: Entry) -> dict[str, Any]:
        """The same as values; what changed with the names and values of docs/export.md."""
        group = self._group(entry)
        session = self.called.sessions.get(entry.session or "")
        return {
            "action": entry.action,
            "at": to_text(entry.at),
            "facilitator": None if entry.facilitator is None else self.called.facilitators.get(entry.facilitator),
            "verb": entry.verb,
            "replayed": entry.replayed,
            "group": None if group is None else self.called.groups[group].name,
            "session": None if session is None else {"number": session.number, "day": session.day.isoformat()},
            "members": list(self._about(entry)),
            "changes": [
                {
                    "table": change.table,
                    "row": change.row,
                    "operation": change.operation,
                    "before": _only(change.before, change.columns),
                    "after": _only(change.after, change.columns),
                }
                for change in entry.changes
            ],
        }

    def _about(self, entry: Entry) -> tuple[str, ...]:
        found = (self.called.members.get(one) for one in entry.members)
        return tuple(
            _("a member taken back since") if one is None else one.name or _("a former member") for one in found
        )

    def _group(self, entry: Entry) -> str | None:
        """The group it happened in, as far as the entry tells."""
        session = self.called.sessions.get(entry.session or "")
        if session is not None:
            return session.group
        for one in entry.members:
            if one in self.called.members:
                return self.called.members[one].group
        for change in entry.changes:
            row = change.after or change.before or {}
            group = change.row if change.table == "groups" else row.get("group_id")
            if group in self.called.groups:
                return str(group)
        return None

    def _telling(self, entry: Entry) -> Telling:
        group = self._group(entry) or next(iter(self.called.groups), None)
        zone = "UTC" if group is None else self.called.groups[group].zone
        if zone not in self.tellings:
            sessions = {one: (s.number, s.day) for one, s in self.called.sessions.items()}
            names = Names(sessions, self.called.lessons, self.called.facilitators)
            self.tellings[zone] = telling(names, zone)
        return self.tellings[zone]


def _only(row: Any, columns: tuple[str, ...]) -> dict[str, Any] | None:
    return None if row is None else {name: row[name] for name in columns if name in row}
