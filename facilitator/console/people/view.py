"""What the People face shows, as values: signs only."""

from __future__ import annotations

from dataclasses import dataclass
from typing import assert_never

from agenda.attendance import Attendance, Mode, Status
from agenda.session import PhaseKey
from facilitator.console.people.chosen import EVERYONE
from facilitator.console.people.marks import Marks
from facilitator.console.people.plan_words import when_and_where
from facilitator.console.people.status import status_sign, status_word
from facilitator.language import _, clock_time, ngettext


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
    takes_turn: bool = False
    """Said today when asked, and the review is still to come."""
    new_homework: str = ""
    is_quiet: bool = False
    """Here, and not yet heard today."""
    told: str = ""
    """In place of homework and turn, where the phase has something to tell of each."""


@dataclass(frozen=True, slots=True)
class PeopleView:
    """The People face."""

    rows: tuple[MemberView, ...]
    here: str
    open: str
    homework: str = ""
    turns: str = ""
    told: str = ""
    """Over the one column that stands for the last three where a phase has something to tell; empty elsewhere."""


def people_view(marks: Marks) -> PeopleView:
    """What the People face shows now."""
    led = marks.led
    roster = led.roster
    present = sum(1 for a in roster if a.status.present)
    unknown = sum(1 for a in roster if a.status is Status.UNKNOWN)
    due = [led.now.due[a.member] for a in roster if a.status.present and a.member in led.now.due]
    done = sum(1 for mine in due if all(h.review is not None for h in mine))
    told, by_member = _told(marks)
    asked = _("homework: {asked} asked of {all}").format(asked=done, all=len(due))
    return PeopleView(
        rows=tuple(_row(a, led.session.zone, marks, by_member.get(a.member, "·")) for a in roster),
        here=ngettext("{count} here", "{count} here", present).format(count=present),
        open=ngettext("{count} not yet", "{count} not yet", unknown).format(count=unknown) if unknown else "",
        homework=asked if due and led.phase.key is PhaseKey.HOMEWORK else "",
        turns=marks.turns.to_ask if led.phase.key is PhaseKey.WELCOME else "",
        told=told,
    )


def _told(marks: Marks) -> tuple[str, dict[str, str]]:
    """What this phase has to tell of each member: the name of its column, and by member."""
    led = marks.led
    if led.phase.key is PhaseKey.LAST_SESSION:
        asked = dict.fromkeys(led.now.appointments, _("ask: what came of the appointment?"))
        steps = led.steps_of_last_time
        told = {
            member: " · ".join(filter(None, (steps.get(member), asked.get(member)))) for member in {**steps, **asked}
        }
        return _("one small step, last time"), told
    if led.phase.key is PhaseKey.NEW_HOMEWORK:
        agreed = {member: when_and_where(homework.plan) for member, homework in led.now.agreed.items()}
        signs = {a.member: marks.homework.new_sign(a.member) for a in led.roster}
        told = {member: " · ".join(filter(None, (sign, agreed.get(member)))) for member, sign in signs.items()}
        return _("homework, day and place"), told
    return "", {}


def _row(a: Attendance, zone: str, marks: Marks, told: str) -> MemberView:
    mark = f"{status_sign(a.status)} {status_word(a.status)}"
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
        takes_turn=marks.turns.said_today(a.member),
        new_homework=marks.homework.new_sign(a.member),
        is_quiet=marks.is_quiet(a),
        told=told,
    )


def _extra(a: Attendance, zone: str) -> str:
    extra = []
    if a.status is not Status.UNKNOWN and not a.confirmed:
        extra.append(_("confirm"))
    if a.out_since is not None:
        extra.append(_("out {time}").format(time=clock_time(a.out_since, zone)))
    match a.mode:
        case Mode.ROOM:
            pass
        case Mode.VIDEO:
            extra.append(_("video"))
        case Mode.PHONE:
            extra.append(_("phone"))
        case _:
            assert_never(a.mode)
    return " · ".join(extra)
