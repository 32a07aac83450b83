"""From the record to single sheets: posters, cards, codes, certificates, and the sheets of one leaf."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date

from agenda.consent import ConsentKind
from agenda.error import N_, Refused
from agenda.member import Member
from agenda.record.connection import Record
from agenda.record.rows import attendance as attendances
from agenda.record.rows import consent as consents
from agenda.record.rows import flip_chart as charts
from agenda.record.rows import goal as goals
from agenda.record.rows import lesson_reading as taught
from agenda.record.rows import member as members
from agenda.record.rows import member_code as codes
from agenda.record.rows import session as sessions
from agenda.session import PhaseKey, Session
from content.words import load_words
from facilitator.curriculum import crisis_help_of, curriculum
from facilitator.paperwork.certificate import Reached, Taken, goal_certificate, taken_part_certificate
from facilitator.paperwork.code_card import CodeCard, code_cards
from facilitator.paperwork.cover_page import cover_page
from facilitator.paperwork.goal_sheet import goal_sheet
from facilitator.paperwork.missed import you_were_missed
from facilitator.paperwork.my_appointment import my_appointment
from facilitator.paperwork.paper import Paper
from facilitator.paperwork.sheet import Sheet
from facilitator.paperwork.supporter_copy import supporter_copy
from facilitator.paperwork.tree import Document
from facilitator.paperwork.wall_card import Part, agenda_poster, flip_chart_sheets, wall_cards
from facilitator.paperwork.welcome import welcome
from facilitator.session_paper.handover import cover_page_of
from facilitator.session_paper.letters import held_last, missed_of, my_appointment_of, welcome_of
from facilitator.session_paper.pack import filled_goal_sheet, lesson_of


@dataclass(frozen=True, slots=True)
class Wanted:
    """For which session and, where it is about one, which member; ``in_full`` puts the full name on a certificate."""

    session: Session
    paper: Paper
    today: date
    member: Member | None = None
    in_full: bool = False

    @property
    def chosen(self) -> Member:
        """The member. Raises ``Refused`` where none was chosen."""
        if self.member is None:
            raise Refused(N_("This sheet is about one member."), N_("Choose one by their digit: --member 3"))
        return self.member

    @property
    def own_paper(self) -> Paper:
        """In large letters where the member reads those."""
        return replace(self.paper, is_large=self.paper.is_large or self.chosen.large_print)

    @property
    def name(self) -> str:
        """The name on a certificate, as its owner wants it."""
        return (self.chosen.full_name or self.chosen.name) if self.in_full else self.chosen.name


def sheet_of(record: Record, sheet: Sheet, wanted: Wanted) -> Document:
    """One sheet. Raises ``Refused`` where the record has nothing to put on it, or where its owner did not agree."""
    return _MAKERS[sheet](record, wanted)


def member_with(record: Record, session: Session, digit: int, today: date) -> Member:
    """The member of the session's group who has this digit; of two, the one who has not left."""
    found = [one for one in members.members(record, session.group, today) if one.digit == digit]
    if not found:
        raise Refused(N_("No member has this digit."), N_("The group's screen lists them: g on Home."))
    return min(found, key=lambda one: not one.status.belongs)


def _agenda(record: Record, wanted: Wanted) -> Document:
    session = wanted.session
    words = load_words(curriculum(session.locale)).for_kind(session.kind.value)
    given = sessions.lesson_of(record, session.id)
    title = given.title if given else ""
    parts = [
        Part(words.phase(phase.key.value).title, title if phase.key is PhaseKey.LESSON else "")
        for phase in sessions.planned_phases(record, session.id)
    ]
    return agenda_poster(parts, wanted.paper.day(session.day), wanted.paper)


def _cards(record: Record, wanted: Wanted) -> Document:
    lesson, _module = lesson_of(record, wanted.session)
    if lesson is None or not lesson.pages:
        raise Refused(N_("This session has no lesson with pages for the wall."), N_("Choose one first: p on Home."))
    part = sessions.part_of(record, wanted.session.id)
    pages = [page for number, page in enumerate(lesson.pages, 1) if part is None or part.holds(number)]
    return wall_cards(pages, lesson.entry.title)


def _flip_chart(record: Record, wanted: Wanted) -> Document:
    lines = charts.lines(record, wanted.session.id)
    if not lines:
        raise Refused(N_("The flip chart of this session is empty."))
    return flip_chart_sheets(lines, wanted.paper)


def _codes(record: Record, wanted: Wanted) -> Document:
    has = codes.codes(record, wanted.session.group)
    staying = members.expected(record, wanted.session.group, wanted.today)
    cards = [CodeCard(one.name, has[one.id]) for one in staying if one.id in has]
    if not cards:
        raise Refused(N_("Nobody in this group has a code yet."), N_("Home, g, k makes them."))
    return code_cards(cards, wanted.paper)


def _goals(record: Record, wanted: Wanted) -> Document:
    return goal_sheet(filled_goal_sheet(record, wanted.chosen.id, wanted.chosen.name), wanted.paper)


def _certificate(record: Record, wanted: Wanted) -> Document:
    days = [
        held.day
        for held in sessions.sessions(record, wanted.session.group)
        if held.started_at is not None and _was_here(record, held.id, wanted.chosen.id)
    ]
    if not days:
        raise Refused(N_("The record knows of no session that this member attended."))
    lessons = len(taught.lessons_had(record, wanted.chosen.id))
    taken = Taken(wanted.name, len(days), lessons, min(days), max(days), wanted.today)
    return taken_part_certificate(taken, wanted.paper)


def _was_here(record: Record, session: str, member: str) -> bool:
    roster = attendances.roster(record, session)
    return any(one.member == member and one.status.present for one in roster)


def _goal_certificate(record: Record, wanted: Wanted) -> Document:
    reached = [
        (goal.achieved_on, goal.text)
        for goal in goals.goals_of(record, wanted.chosen.id)
        if goal.achieved_on is not None
    ]
    if not reached:
        raise Refused(N_("No goal of this member is marked as achieved."), N_("The goal sheet marks it, with its day."))
    day, text = max(reached)
    return goal_certificate(Reached(wanted.name, text, day, wanted.today), wanted.paper)


def _supporter(record: Record, wanted: Wanted) -> Document:
    if consents.in_force(record, wanted.chosen.id, ConsentKind.SUPPORTER) is None:
        raise Refused(
            N_("This member has not agreed that a supporter gets a copy."),
            N_("Ask them. If they agree, write it down: Home, g, the member, o."),
        )
    lesson, _module = lesson_of(record, wanted.session)
    if lesson is None:
        raise Refused(N_("This session has no lesson."), N_("Choose one first: p on Home."))
    return supporter_copy(lesson, wanted.paper, crisis_help_of(curriculum(wanted.session.locale)))


def _cover_page(record: Record, wanted: Wanted) -> Document:
    return cover_page(cover_page_of(record, wanted.session, wanted.paper), wanted.paper)


def _welcome(record: Record, wanted: Wanted) -> Document:
    return welcome(welcome_of(record, wanted.session, wanted.paper), wanted.paper)


def _missed(record: Record, wanted: Wanted) -> Document:
    held = held_last(record, wanted.session)
    return you_were_missed(missed_of(record, held, wanted.chosen, wanted.own_paper), wanted.own_paper)


def _appointment(record: Record, wanted: Wanted) -> Document:
    return my_appointment(my_appointment_of(record, wanted.chosen), wanted.own_paper)


_MAKERS: dict[Sheet, Callable[[Record, Wanted], Document]] = {
    Sheet.AGENDA: _agenda,
    Sheet.CARDS: _cards,
    Sheet.FLIP_CHART: _flip_chart,
    Sheet.CODES: _codes,
    Sheet.GOALS: _goals,
    Sheet.CERTIFICATE: _certificate,
    Sheet.GOAL_CERTIFICATE: _goal_certificate,
    Sheet.SUPPORTER: _supporter,
    Sheet.COVER_PAGE: _cover_page,
    Sheet.WELCOME: _welcome,
    Sheet.MISSED: _missed,
    Sheet.APPOINTMENT: _appointment,
}
