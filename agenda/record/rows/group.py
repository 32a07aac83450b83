"""Groups, their own phase minutes, and the days they do not meet."""

from __future__ import annotations

from datetime import date, time
from typing import Any
from zoneinfo import ZoneInfo

from agenda.address import public_address
from agenda.calendar_title import calendar_title as clean_title
from agenda.error import N_, Refused
from agenda.flip_chart import names_said
from agenda.group import ClosedDate, Group
from agenda.instant import to_text
from agenda.record.action import verb
from agenda.record.connection import Record
from agenda.session import PhaseKey, SessionKind
from legible import one_line

SHORTEST, LONGEST = 20, 180
"""Minutes of a session."""


def all_groups(record: Record) -> tuple[Group, ...]:
    """Every group, in the order they were made."""
    return tuple(_group(row) for row in record.rows("SELECT * FROM groups ORDER BY id"))


def group(record: Record, group_id: str) -> Group:
    """One group."""
    row = record.row("SELECT * FROM groups WHERE id = ?", group_id)
    if row is None:
        raise Refused(N_("There is no such group in this record."))
    return _group(row)


def address(record: Record, group_id: str) -> str:
    """The site's public https address for handout pages; empty where it has none."""
    row = record.row("SELECT address FROM groups WHERE id = ?", group_id)
    return "" if row is None else str(row["address"])


def calendar_title(record: Record, group_id: str) -> str:
    """Under which title the next session stands in a member's calendar; empty means a neutral word."""
    row = record.row("SELECT calendar_title FROM groups WHERE id = ?", group_id)
    return "" if row is None else str(row["calendar_title"])


def edition(record: Record, group_id: str) -> str:
    """Whose order and numbers of modules the group follows; empty means those of the pack."""
    row = record.row("SELECT edition FROM groups WHERE id = ?", group_id)
    return "" if row is None else str(row["edition"])


def _group(row: dict[str, Any]) -> Group:
    return Group(
        id=row["id"],
        name=row["name"],
        weekday=row["weekday"],
        starts=time.fromisoformat(row["starts"]),
        minutes=row["minutes"],
        interval_days=row["interval_days"],
        zone=row["zone"],
        module=row["module"],
        agreements=tuple(line for line in row["agreements"].split("\n") if line),
        place=row.get("place", ""),  # a record that is being brought up to date has none yet
    )


@verb("group.create")
def create(
    record: Record,
    name: str,
    *,
    weekday: int,
    starts: time,
    zone: str,
    module: str,
    minutes: int = 60,
    interval_days: int = 7,
) -> str:
    """A new group; its id."""
    _refuse_bad_hour(weekday, minutes)
    _refuse_unknown_zone(zone)
    if interval_days < 1:
        raise Refused(N_("A group meets at most once a day."))
    group_id = record.ids()
    record.insert(
        "groups",
        {
            "id": group_id,
            "name": _named(name),
            "weekday": weekday,
            "starts": starts.isoformat(timespec="minutes"),
            "minutes": minutes,
            "interval_days": interval_days,
            "zone": zone,
            "module": module,
            "agreements": "",
            "created_at": to_text(record.clock.now()),
        },
    )
    return group_id


@verb("group.change")
def change(
    record: Record, group_id: str, *, name: str, weekday: int, starts: time, minutes: int, place: str = ""
) -> None:
    """Rename a group, move its hour or its place; sessions already planned keep their time."""
    group(record, group_id)
    _refuse_bad_hour(weekday, minutes)
    values = {"name": _named(name), "weekday": weekday, "starts": starts.isoformat(timespec="minutes")}
    record.update("groups", group_id, {**values, "minutes": minutes, "place": one_line(place)})


@verb("group.set_edition")
def set_edition(record: Record, group_id: str, name: str) -> None:
    """Follow this edition of the manual, by its name in the curriculum; empty means the order of the pack."""
    group(record, group_id)
    record.update("groups", group_id, {"edition": one_line(name)})


@verb("group.agree")
def set_agreements(record: Record, group_id: str, lines: tuple[str, ...]) -> None:
    """The group's own agreements, at most five lines; none means those of the pack."""
    group(record, group_id)
    kept = [line for line in map(one_line, lines) if line]
    if len(kept) > 5:
        raise Refused(N_("The wall holds five agreements at most."), N_("Join or drop some."))
    record.update("groups", group_id, {"agreements": "\n".join(kept)})


@verb("group.set_address")
def set_address(record: Record, group_id: str, text: str) -> None:
    """The site's public https address for handout pages; empty where it has none. Raises ``Refused`` for any other."""
    group(record, group_id)
    record.update("groups", group_id, {"address": public_address(text) if text.strip() else ""})


@verb("group.set_calendar_title")
def set_calendar_title(record: Record, group_id: str, text: str) -> None:
    """The title of the next session in a member's calendar: no clinical word and nobody's name."""
    known = group(record, group_id)
    title = clean_title(text)
    rows = record.rows(
        "SELECT m.name, p.full_name FROM members m JOIN participants p ON p.id = m.participant_id "
        "WHERE m.group_id = ? AND m.name <> ''",
        known.id,
    )
    if names_said(title, ((row["name"], row["full_name"]) for row in rows)):
        raise Refused(N_("This title holds the name of a member."), N_("Choose a neutral word, such as Appointment."))
    record.update("groups", group_id, {"calendar_title": title})


@verb("group.set_clock")
def set_clock(record: Record, group_id: str, shown: bool) -> None:
    """Whether the wall shows this group the hour."""
    group(record, group_id)
    record.update("groups", group_id, {"clock": int(shown)})


def shows_clock(record: Record, group_id: str) -> bool:
    """Whether the wall shows this group the hour."""
    row = record.row("SELECT clock FROM groups WHERE id = ?", group_id)
    return row is None or bool(row["clock"])


@verb("group.close_date")
def close_date(record: Record, group_id: str, day: date, reason: str = "") -> str:
    """The group does not meet on this day."""
    group(record, group_id)
    if day in {closed.day for closed in closed_dates(record, group_id)}:
        raise Refused(N_("This day is closed already."))
    closed_id = record.ids()
    row = {"id": closed_id, "group_id": group_id, "day": day.isoformat(), "reason": reason}
    record.insert("closed_dates", row)
    return closed_id


@verb("group.open_date")
def open_date(record: Record, closed_id: str) -> None:
    """The group meets on this day after all."""
    if record.row("SELECT id FROM closed_dates WHERE id = ?", closed_id) is None:
        raise Refused(N_("This day is not closed."))
    record.delete("closed_dates", closed_id)


def closed_dates(record: Record, group_id: str) -> tuple[ClosedDate, ...]:
    """The days a group does not meet, in order."""
    rows = record.rows("SELECT * FROM closed_dates WHERE group_id = ? ORDER BY day", group_id)
    return tuple(ClosedDate(r["id"], r["group_id"], date.fromisoformat(r["day"]), r["reason"]) for r in rows)


@verb("group.set_minutes")
def set_phase_minutes(record: Record, group_id: str, kind: SessionKind, key: PhaseKey, minutes: int) -> None:
    """The group's own minutes for a phase; the lesson's are what the others leave and cannot be set."""
    group(record, group_id)
    if key is PhaseKey.LESSON:
        raise Refused(N_("The lesson gets the minutes the other phases leave."))
    if not 1 <= minutes <= 90:
        raise Refused(N_("A phase lasts from 1 to 90 minutes."))
    where = "SELECT id FROM group_phases WHERE group_id = ? AND kind = ? AND key = ?"
    found = record.row(where, group_id, kind.value, key.value)
    if found is not None:
        record.update("group_phases", found["id"], {"minutes": minutes})
        return
    row = {"id": record.ids(), "group_id": group_id, "kind": kind.value, "key": key.value, "minutes": minutes}
    record.insert("group_phases", row)


def phase_minutes(record: Record, group_id: str, kind: SessionKind) -> dict[PhaseKey, int]:
    """The minutes a group has set itself for sessions of this kind."""
    rows = record.rows("SELECT * FROM group_phases WHERE group_id = ? AND kind = ?", group_id, kind.value)
    return {PhaseKey(row["key"]): row["minutes"] for row in rows}


def _refuse_unknown_zone(zone: str) -> None:
    try:
        ZoneInfo(zone)
    except (KeyError, ValueError, OSError):
        raise Refused(N_("There is no such time zone."), N_("Zones are named as in Europe/Rome.")) from None


def _refuse_bad_hour(weekday: int, minutes: int) -> None:
    if not 0 <= weekday <= 6:
        raise Refused(N_("A week has seven days."))
    if not SHORTEST <= minutes <= LONGEST:
        raise Refused(N_("A session lasts from {shortest} to {longest} minutes."), shortest=SHORTEST, longest=LONGEST)


def _named(name: str) -> str:
    cleaned = one_line(name)
    if not cleaned:
        raise Refused(N_("The group needs a name."))
    return cleaned
