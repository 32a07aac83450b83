"""What the People face shows, as values: signs only."""

from __future__ import annotations

from dataclasses import dataclass

from agenda.attendance import Attendance, Mode, Status
from agenda.session import PhaseKey
from facilitator.console.people.attendance_marks import STATUS_WORDS
from facilitator.console.people.chosen import EVERYONE
from facilitator.console.people.marks import Marks
from facilitator.language import _, clock_time, ngettext

SIGNS = {Status.UNKNOWN: "·", Status.HERE: "●", Status.LATE: "◐", Status.EXCUSED: "○", Status.ABSENT: "×"}


@dataclass(frozen=True, slots=True)
class MemberView:
    """One row of People: signs only."""

    digit: int
    name: str
    mark: str
    extra: str
    status: Status
    is_chosen: bool
    last_homework: str = ""
    turn: str = ""
    new_homework: str = ""


@dataclass(frozen=True, slots=True)
class PeopleView:
    """The People face."""

    rows: tuple[MemberView, ...]
    here: str
    open: str
    homework: str = ""
    turns: str = ""


def people_view(marks: Marks) -> PeopleView:
    """What the People face shows now."""
    led = marks.led
    roster = led.roster
    present = sum(1 for a in roster if a.status.present)
    unknown = sum(1 for a in roster if a.status is Status.UNKNOWN)
    due = [led.now.due[a.member] for a in roster if a.status.present and a.member in led.now.due]
    done = sum(1 for mine in due if all(h.review is not None for h in mine))
    asked = _("homework: {asked} asked of {all}").format(asked=done, all=len(due))
    return PeopleView(
        rows=tuple(_row(a, led.session.zone, marks) for a in roster),
        here=ngettext("{count} here", "{count} here", present).format(count=present),
        open=ngettext("{count} not yet", "{count} not yet", unknown).format(count=unknown) if unknown else "",
        homework=asked if due and led.phase.key is PhaseKey.HOMEWORK else "",
        turns=marks.turns.to_ask if led.phase.key is PhaseKey.WELCOME else "",
    )


def _row(a: Attendance, zone: str, marks: Marks) -> MemberView:
    mark = f"{SIGNS[a.status]} {_(STATUS_WORDS[a.status])}"
    if a.status is Status.LATE and a.arrived_at is not None:
        mark += f" {clock_time(a.arrived_at, zone)}"
    return MemberView(
        digit=a.digit,
        name=a.name,
        mark=mark,
        extra=_extra(a, zone),
        status=a.status,
        is_chosen=marks.chosen.digit in (a.digit, EVERYONE),
        last_homework=marks.homework.last_sign(a.member),
        turn=marks.turns.sign(a.member),
        new_homework=marks.homework.new_sign(a.member),
    )


def _extra(a: Attendance, zone: str) -> str:
    extra = []
    if a.status is not Status.UNKNOWN and not a.confirmed:
        extra.append(_("confirm"))
    if a.out_since is not None:
        extra.append(_("out {time}").format(time=clock_time(a.out_since, zone)))
    if a.mode is not Mode.ROOM:
        extra.append(_("video") if a.mode is Mode.VIDEO else _("phone"))
    return " · ".join(extra)
