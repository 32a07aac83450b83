"""The data at the head of a note: what payers and accreditors ask of every one (docs/domain.md 5: K)."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from agenda.error import N_
from agenda.notes.facts import Facts, SessionFacts, Staff
from agenda.notes.wording import Wording, in_lines, sentence, together
from agenda.session import LessonGiven, SessionKind
from agenda.staff import Role

_SERVICES = {
    SessionKind.FIRST: N_("Service: Illness Management and Recovery, first group session."),
    SessionKind.USUAL: N_("Service: Illness Management and Recovery, group session."),
    SessionKind.SMALL: N_("Service: Illness Management and Recovery, small-group session."),
    SessionKind.ONE: N_("Service: Illness Management and Recovery, individual session."),
    SessionKind.CLOSING: N_("Service: Illness Management and Recovery, closing group session."),
    SessionKind.CANCELLED: N_("Service: none; this session did not take place."),
}

_ROLES = {
    Role.LEAD: N_("lead"),
    Role.CO: N_("co-facilitator"),
    Role.TRAINEE: N_("trainee"),
    Role.PEER: N_("peer facilitator"),
    Role.INTERPRETER: N_("interpreter"),
}


def header(facts: Facts, w: Wording) -> str:
    """Who, when, what kind of hour, with how many, about what."""
    names, hour = facts.names, _hour(facts.session, w)
    return in_lines(
        (
            _name(facts, w),
            sentence(w, N_("Record number: {number}"), number=names.record_number),
            hour.when,
            sentence(w, N_("Group: {group}"), group=names.group) if hour.is_group else "",
            hour.who_and_what,
        )
    )


class _Hour(NamedTuple):
    """What is the same in every note of one session."""

    is_group: bool
    when: str
    who_and_what: str


@lru_cache(maxsize=8)
def _hour(session: SessionFacts, w: Wording) -> _Hour:
    """Kept for the next member: an hour is told to each of them in the same words."""
    is_group = session.kind.of_a_group
    return _Hour(
        is_group,
        in_lines(
            (
                w.say(N_("Date: {date}")).format(date=w.date(session.day)),
                _time(session, w),
                w.say(_SERVICES[session.kind]),
            )
        ),
        in_lines(
            (
                _present(session, w) if is_group or session.present > 1 else "",
                _staff(session.staff, w),
                *(_topic(one, w) for one in (*session.lessons_before, session.lesson)),
            )
        ),
    )


def _name(facts: Facts, w: Wording) -> str:
    names = facts.names
    if not names.full_name or names.full_name == names.name:
        return w.say(N_("Name: {name}")).format(name=names.name)
    return w.say(N_("Name: {full_name} (called {name})")).format(full_name=names.full_name, name=names.name)


def _time(session: SessionFacts, w: Wording) -> str:
    if session.started_at is None:
        return w.say(N_("Time: not recorded"))
    start = w.time(session.started_at, session.zone)
    if session.ended_at is None or session.minutes is None:
        return w.say(N_("Time: from {start}; the end is not recorded")).format(start=start)
    length = w.ngettext("{count} minute", "{count} minutes", session.minutes).format(count=session.minutes)
    end = w.time(session.ended_at, session.zone)
    return w.say(N_("Time: {start} to {end}, {length}")).format(start=start, end=end, length=length)


def _present(session: SessionFacts, w: Wording) -> str:
    count = session.present
    there = w.ngettext("{count} member was present.", "{count} members were present.", count).format(count=count)
    if not session.unknown:
        return there
    unknown = w.ngettext(
        "The attendance of {count} member was not recorded.",
        "The attendance of {count} members was not recorded.",
        session.unknown,
    )
    return together(there, unknown.format(count=session.unknown))


def _staff(staff: tuple[Staff, ...], w: Wording) -> str:
    if not staff:
        return w.say(N_("Staff: not recorded"))
    names = "; ".join(_one_of_staff(one, w) for one in staff)
    return w.say(N_("Staff ({count}): {names}")).format(count=len(staff), names=names)


def _one_of_staff(one: Staff, w: Wording) -> str:
    name = ", ".join(part for part in (one.name, one.credentials) if part)
    return w.say(N_("{name} ({role})")).format(name=name, role=w.say(_ROLES[one.role]))


def _topic(lesson: LessonGiven | None, w: Wording) -> str:
    if lesson is None:
        return w.say(N_("Topic: not recorded"))
    topic = w.say(N_("Topic: “{title}” ({module})")).format(title=lesson.title, module=w.module(lesson.module))
    first, last = lesson.pages_from, lesson.pages_to
    if first is None or last is None:
        return topic
    if first == last:
        return w.say(N_("{topic}, page {first}")).format(topic=topic, first=first)
    return w.say(N_("{topic}, pages {first} to {last}")).format(topic=topic, first=first, last=last)
