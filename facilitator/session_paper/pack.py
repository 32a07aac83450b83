"""From the record to paper: what the session pack, plan slips and missed handouts say."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from agenda.error import N_, Refused
from agenda.goal import Achieved as AchievedGoal
from agenda.goal import Goal
from agenda.homework import NO_PLAN, Plan
from agenda.record.connection import Record
from agenda.record.rows import attendance as attendances
from agenda.record.rows import goal as goals
from agenda.record.rows import group as groups
from agenda.record.rows import homework as homeworks
from agenda.record.rows import member as members
from agenda.record.rows import session as sessions
from agenda.record.rows import turn as turns
from agenda.session import Session, SessionKind
from content.lesson import Lesson
from content.load import load_lesson
from content.worksheet_shelf import load_worksheet
from facilitator.curriculum import crisis_help_of, curriculum, drawing_of_lesson, drawings_named
from facilitator.language import spoken
from facilitator.paperwork.appointment import Appointment
from facilitator.paperwork.circle_sheet import CircleRow, CircleSheet
from facilitator.paperwork.goal_sheet import Achieved, GoalSheet, GoalStep, ShortTermGoal
from facilitator.paperwork.handout import Enclosed, lesson_handout
from facilitator.paperwork.paper import Paper
from facilitator.paperwork.plan import DRAWN, PlanSlip, plan_slips
from facilitator.paperwork.session_pack import SPARE, SessionPack, session_pack
from facilitator.paperwork.tree import Document
from facilitator.paperwork.worksheet_form import worksheet_document

_ACHIEVED = {
    AchievedGoal.FULLY: Achieved.FULLY,
    AchievedGoal.PARTIALLY: Achieved.PARTIALLY,
    AchievedGoal.NOT_AT_ALL: Achieved.NOT_AT_ALL,
}


@dataclass(frozen=True, slots=True)
class Expected:
    """Somebody expected in a session."""

    member: str
    digit: int
    name: str
    large_print: bool = False


def expected(record: Record, session: Session) -> tuple[Expected, ...]:
    """The roster of a session begun; before it begins, who is expected on its day."""
    roster = attendances.roster(record, session.id)
    large = {one.id for one in members.members(record, session.group, session.day) if one.large_print}
    if roster:
        return tuple(Expected(a.member, a.digit, a.name, a.member in large) for a in roster)
    found = members.expected(record, session.group, session.day)
    return tuple(Expected(m.id, m.digit, m.name, m.large_print) for m in found)


def session_pack_of(record: Record, session_id: str, lesson: Lesson | None, module: str) -> SessionPack:
    """What is printed before the hour. The circle sheet holds no goal and no diagnosis."""
    session = sessions.session(record, session_id)
    group = groups.group(record, session.group)
    people = expected(record, session)
    given = sessions.lesson_of(record, session_id)
    rows = tuple(CircleRow(one.digit, one.name, _last_homework(record, session, one.member)) for one in people)
    asked = {turn.member for turn in turns.proposed(record, session_id).turns}
    return SessionPack(
        circle=CircleSheet(group.name, rows, session.day, given.title if given else ""),
        lesson=lesson,
        module=module,
        goal_sheets=tuple(filled_goal_sheet(record, one.member, one.name) for one in people if one.member in asked),
        address=groups.address(record, session.group) or None,
        next_session=sessions.next_day(record, session.group, session.day),
        enclosed=enclosed(record, session, lesson),
        large=sum(one.large_print for one in people),
    )


def enclosed(record: Record, session: Session, lesson: Lesson | None) -> Enclosed:
    """What goes home with the handout of this session: the crisis help, its drawing, the session after it."""
    pack = curriculum(session.locale)
    drawing = None if lesson is None else drawing_of_lesson(pack, lesson)
    return Enclosed(crisis_help_of(pack), drawing, session.day, _appointment(record, session))


def _appointment(record: Record, session: Session) -> Appointment:
    """The session after this one as it is planned, or as the group's own rhythm has it."""
    title, group = groups.calendar_title(record, session.group), groups.group(record, session.group)
    later = [one for one in sessions.sessions(record, session.group) if one.day > session.day]
    for one in later:
        if one.kind is not SessionKind.CANCELLED:
            return Appointment(one.planned_at, one.minutes, one.zone, title, group.place)
    day = sessions.next_day(record, session.group, session.day)
    return Appointment(group.starts_at(day), group.minutes, group.zone, title, group.place)


def _last_homework(record: Record, session: Session, member: str) -> str:
    """What is to be looked back on, oldest first."""
    due = homeworks.due(record, session.id).get(member, ())
    own = spoken(N_("own words"), session.locale)
    return "; ".join(own if h.plan.in_own_words else h.plan.what for h in due)


def filled_goal_sheet(record: Record, member: str, name: str) -> GoalSheet:
    """What the record knows of a member's goals."""
    goal = goals.goal_of(record, member)
    return GoalSheet(name) if goal is None else _filled(name, goal)


def _filled(name: str, goal: Goal) -> GoalSheet:
    return GoalSheet(
        name=name,
        recovery_goal=goal.text,
        set_on=goal.set_on,
        modified=goal.modified_on,
        achieved=goal.achieved_on,
        short_term=tuple(
            ShortTermGoal(
                text=part.text,
                start=part.starts,
                reviewed=part.reviewed_on,
                how_known=part.how_known,
                steps=tuple(GoalStep(step.text, step.due) for step in part.steps),
                achieved=None if part.achieved is None else _ACHIEVED[part.achieved],
                next_steps=part.method,
            )
            for part in goal.short_term_goals
        ),
    )


def plan_slips_of(record: Record, session_id: str) -> tuple[PlanSlip, ...]:
    """After the hour: a page for each member who was there, with their plan or with room for one."""
    session = sessions.session(record, session_id)
    following = sessions.next_session(record, session.group)
    given = sessions.lesson_of(record, session_id)
    pack = curriculum(session.locale)
    crisis, drawings = crisis_help_of(pack), drawings_named(pack, DRAWN)
    agreed = [one for one in homeworks.agreed_in(record, session_id) if one.dropped_in is None]
    has_a_plan = {one.member for one in agreed}
    there = {one.member for one in attendances.roster(record, session_id) if one.status.present}

    def slip(one: Expected, plan: Plan) -> PlanSlip:
        goal = goals.goal_of(record, one.member)
        return PlanSlip(
            name=one.name,
            agreed=plan,
            is_large=one.large_print or None,
            lesson=given.title if given else "",
            agreed_on=session.day,
            next_session=_day_after(session, following),
            goal="" if goal is None else goal.text,
            appointment=_appointment(record, session),
            zone=session.zone,
            crisis=crisis,
            drawings=drawings,
        )

    found = []
    for one in expected(record, session):
        found += [slip(one, h.plan) for h in agreed if h.member == one.member]
        if one.member in there - has_a_plan:
            found.append(slip(one, NO_PLAN))
    return tuple(found)


def _day_after(session: Session, following: Session | None) -> date | None:
    return following.day if following is not None and following.day > session.day else None


def missed(record: Record, session: Session) -> tuple[Expected, ...]:
    """The expected members who were not there and need the handout kept for them."""
    away = {one.member for one in attendances.roster(record, session.id) if one.status.away}
    return tuple(one for one in expected(record, session) if one.member in away)


def session_to_print(record: Record, *, after: bool, number: int | None = None) -> Session:
    """The session a pack is for: the next one, or the last one that ended, of all groups or of the ``number``-th."""
    find = sessions.last_ended if after else sessions.next_session
    every = groups.all_groups(record)
    if number is not None and number > len(every):
        raise Refused(N_("There is no group with this number."), N_("Home lists the groups in their order."))
    wanted = every if number is None else every[number - 1 : number]
    found = [session for group in wanted if (session := find(record, group.id)) is not None]
    if not found:
        raise Refused(N_("There is no session to print for."), N_("Plan one in the console first: p on Home."))
    return min(found, key=lambda session: session.planned_at) if not after else max(found, key=lambda s: s.planned_at)


def documents_before(record: Record, session: Session, paper: Paper, *, spare: int = SPARE) -> tuple[Document, ...]:
    """The session pack, with so many handouts more than people expected."""
    lesson, module = lesson_of(record, session)
    return session_pack(replace(session_pack_of(record, session.id, lesson, module), spare=spare), paper)


def forms_for_all(record: Record, session: Session, slug: str, paper: Paper) -> tuple[Document, ...]:
    """A form of the curriculum, one for each who is expected, in the letters they read; one where nobody is."""
    sheet = load_worksheet(curriculum(session.locale), slug)
    people = expected(record, session)
    large = sum(one.large_print for one in people)
    usual = worksheet_document(sheet, paper)
    in_large_print = replace(usual, is_large=True)
    return (*[usual] * max(len(people) - large, 0 if people else 1), *[in_large_print] * large)


def documents_after(record: Record, session: Session, paper: Paper) -> tuple[Document, ...]:
    """Plan slips one a page, and the handout for each member who was not there."""
    slips = plan_slips(plan_slips_of(record, session.id), paper)
    absent = missed(record, session)
    handouts = _kept_for(absent, record, session, paper)
    if not (slips or handouts):
        raise Refused(N_("There is nothing to print after this session."), N_("No homework was agreed in it."))
    return (*slips, *handouts)


def _kept_for(absent: Sequence[Expected], record: Record, session: Session, paper: Paper) -> tuple[Document, ...]:
    lesson, module = lesson_of(record, session)
    if lesson is None or not absent:
        return ()
    address = groups.address(record, session.group) or None
    following = _day_after(session, sessions.next_session(record, session.group))
    inside = enclosed(record, session, lesson)
    return tuple(
        lesson_handout(lesson, paper, module, address, following, inside, is_large=one.large_print or None)
        for one in absent
    )


def lesson_of(record: Record, session: Session) -> tuple[Lesson | None, str]:
    """The lesson planned for a session with the title of its module; nothing where the curriculum has it no more."""
    given = sessions.lesson_of(record, session.id)
    pack = curriculum(session.locale)
    entry = next((one for one in pack.lessons() if given is not None and one.id == given.lesson), None)
    if entry is None:
        return None, ""
    title = next(module.title for module in pack.modules if module.slug == entry.module)
    return load_lesson(entry), title
