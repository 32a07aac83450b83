"""From the record to the cover page for whoever leads today."""

from __future__ import annotations

from datetime import date

from agenda.error import N_
from agenda.follow_up import FollowUp
from agenda.record.connection import Record
from agenda.record.rows import flip_chart as charts
from agenda.record.rows import follow_up as follow_ups
from agenda.record.rows import group as groups
from agenda.record.rows import homework as homeworks
from agenda.record.rows import member as members
from agenda.record.rows import session as sessions
from agenda.record.rows import turn as turns
from agenda.record.rows.lesson_reading import LessonHeld, lessons_held
from agenda.session import Session
from content.words import load_words
from facilitator.curriculum import crisis_help_of, curriculum
from facilitator.language import spoken_time
from facilitator.paperwork.cover_page import CoverPage, MembersPlans, Tonight
from facilitator.paperwork.paper import Paper
from facilitator.session_paper.opening import how_it_begins
from facilitator.session_paper.pack import expected, lesson_of

POINTS = 3
"""Of a lesson, under its title and its idea: five lines."""


def cover_page_of(record: Record, session: Session, paper: Paper) -> CoverPage:
    """What a colleague needs who has never seen this group."""
    group, pack = groups.group(record, session.group), curriculum(session.locale)
    words = load_words(pack)
    people = expected(record, session)
    names = {one.member: one.name for one in people}
    asked = turns.proposed(record, session.id)
    due = homeworks.due(record, session.id)
    return CoverPage(
        group=group.name,
        when=f"{paper.weekday(session.day)}, {spoken_time(session.planned_at, session.zone, paper.tag)}",
        stopped=_stopped(record, session, paper),
        tonight=_tonight(record, session, paper),
        agreements=group.agreements or words.agreements.lines,
        turns=tuple(names[turn.member] for turn in asked.turns if turn.member in names),
        spare=names.get(asked.spare.member, "") if asked.spare else "",
        plans=tuple(MembersPlans(one.name, tuple(h.plan for h in due.get(one.member, ()))) for one in people),
        promised=_promised(record, session, paper),
        parked=_parked(record, session),
        crisis=crisis_help_of(pack),
    )


def _before(record: Record, session: Session) -> Session | None:
    """The last session that was held before this one."""
    held = [one for one in sessions.sessions(record, session.group) if one.started_at and one.id != session.id]
    earlier = [one for one in held if one.day <= session.day]
    return earlier[-1] if earlier else None


def _stopped(record: Record, session: Session, paper: Paper) -> tuple[str, ...]:
    before = _before(record, session)
    if before is None:
        return ()
    held = [one for one in lessons_held(record, session.group) if one.session == before.id]
    if not held:
        return (paper.says(N_("{day}: a session without a lesson.")).format(day=paper.weekday(before.day)),)
    return tuple(_shown(one, paper) for one in held)


def _shown(held: LessonHeld, paper: Paper) -> str:
    """Which pages the group has seen, and whether something of the lesson is left."""
    says, given = paper.says, held.given
    said = says(N_("{lesson}, {day}")).format(lesson=given.title, day=paper.weekday(held.day))
    if given.pages_to is None:
        return f"{said}."
    first = given.pages_from or 1
    if first == given.pages_to:
        shown = says(N_("page {first} was shown")).format(first=first)
    else:
        shown = says(N_("pages {first}-{last} were shown")).format(first=first, last=given.pages_to)
    if held.rest is None:
        return f"{said}: {shown}."
    rest = says(N_("it goes on from page {first}")).format(first=held.rest.pages_from)
    return f"{said}: {shown}; {rest}."


def _tonight(record: Record, session: Session, paper: Paper) -> Tonight | None:
    given = sessions.lesson_of(record, session.id)
    if given is None:
        return None
    lesson, _module = lesson_of(record, session)
    if lesson is None:
        return Tonight(given.title)
    part = sessions.part_of(record, session.id)
    begins = ""
    if part is not None and part.pages_from > 1:
        begins = paper.says(N_("from page {first}")).format(first=part.pages_from)
    return Tonight(lesson.entry.title, lesson.entry.in_a_sentence, begins, how_it_begins(lesson)[:POINTS])


def _promised(record: Record, session: Session, paper: Paper) -> tuple[str, ...]:
    names = {one.id: one.name for one in members.members(record, session.group, session.day)}
    return tuple(_to_do(one, names, paper) for one in follow_ups.open_of_group(record, session.group))


def _to_do(one: FollowUp, names: dict[str, str], paper: Paper) -> str:
    says = paper.says
    what = one.what or says(N_("Something came up. Talk with them."))
    about = f"{names[one.member]}: {what}" if one.member in names else what
    by: date | None = one.by
    more = (one.who, says(N_("by {date}")).format(date=paper.day(by)) if by else "")
    known = ", ".join(filter(None, more))
    return f"{about} ({known})" if known else about


def _parked(record: Record, session: Session) -> tuple[str, ...]:
    """What had to wait last time, and today if the hour has begun."""
    before = _before(record, session)
    found = [*(charts.lines(record, before.id) if before else ()), *charts.lines(record, session.id)]
    return tuple(line.text for line in found if line.parked)
