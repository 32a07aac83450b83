"""The cover page holds what the record knows of a group before its hour, word for word."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from agenda.attendance import Status
from agenda.follow_up import FollowUpKind
from agenda.member import MembershipStatus
from agenda.record.rows import attendance as attendances
from agenda.record.rows import flip_chart, follow_up
from agenda.record.rows import group as groups
from agenda.record.rows import homework as homeworks
from agenda.record.rows import member as members
from agenda.record.rows import session as sessions
from agenda.session import LessonPart
from content.load import builtin_pack_folder, load_lesson, load_pack
from facilitator.crisis_help import remember
from facilitator.paperwork.cover_page import CoverPage, MembersPlans
from facilitator.paperwork.paper import Paper
from facilitator.session_paper.handover import cover_page_of
from facilitator.whom_to_call import CrisisHelp, CrisisLine
from tests.builders import TODAY, a_session
from tests.facilitator.session_paper.a_group import PLAN, TwoWeeks, two_weeks

PAPER = Paper()


def page_of(weeks: TwoWeeks) -> CoverPage:
    return cover_page_of(weeks.record, weeks.session(weeks.coming), PAPER)


def test_it_says_where_the_group_stopped_and_what_comes_tonight() -> None:
    page = page_of(two_weeks())
    assert page.when == "Tuesday 24 November, 14:00"
    assert page.stopped == ("What recovery means, Tuesday 17 November: pages 1-4 were shown.",)
    entry = load_pack(builtin_pack_folder()).lesson_named("areas-of-life")
    assert page.tonight is not None
    assert (page.tonight.title, page.tonight.idea) == (entry.title, entry.in_a_sentence)
    assert 1 <= len(page.tonight.points) <= 3
    assert set(page.tonight.points) <= set(load_lesson(entry).points)


def test_the_rest_of_a_lesson_that_was_split_is_named() -> None:
    page = page_of(two_weeks(shown=2, part=LessonPart(1, 3)))
    assert page.stopped == ("What recovery means, Tuesday 17 November: pages 1-2 were shown; it goes on from page 3.",)


def test_where_nothing_was_shown_no_page_is_named() -> None:
    assert page_of(two_weeks(shown=0)).stopped == ("What recovery means, Tuesday 17 November.",)
    assert page_of(two_weeks(shown=1)).stopped == ("What recovery means, Tuesday 17 November: page 1 was shown.",)


def test_a_first_session_has_stopped_nowhere() -> None:
    room = a_session(started=False)
    page = cover_page_of(room.record, sessions.session(room.record, room.session), PAPER)
    assert page.stopped == ()


def test_each_plan_is_the_one_that_was_agreed_word_for_word() -> None:
    weeks = two_weeks()
    assert page_of(weeks).plans == (MembersPlans("Ana", (PLAN,)), MembersPlans("Bruno"))


def test_a_plan_that_was_dropped_is_not_asked_about() -> None:
    weeks = two_weeks()
    (homework,) = homeworks.agreed_in(weeks.record, weeks.held)
    homeworks.drop(weeks.record, weeks.held, homework.id)
    assert page_of(weeks).plans == (MembersPlans("Ana"), MembersPlans("Bruno"))


def test_whose_goal_is_looked_at_is_whom_the_rotation_proposes() -> None:
    weeks = two_weeks()
    page = page_of(weeks)
    assert {*page.turns, page.spare} - {""} == {"Ana", "Bruno"}


def test_what_was_promised_stands_with_whom_and_by_when_until_it_is_done() -> None:
    weeks = two_weeks()
    record = weeks.record
    by = TODAY + timedelta(days=1)
    first = follow_up.add(record, weeks.held, "bring a timetable", member=weeks.bruno, who="Robin", by=by)
    follow_up.add(record, weeks.held, "call the housing office")
    follow_up.add(record, weeks.held, "", member=weeks.ana, kind=FollowUpKind.CAME_UP)
    assert page_of(weeks).promised == (
        "Bruno: bring a timetable (Robin, by 25 Nov 2026)",
        "call the housing office",
        "Ana: Something came up. Talk with them.",
    )
    follow_up.done(record, weeks.held, first)
    assert len(page_of(weeks).promised) == 2


def test_what_had_to_wait_stands_there_and_what_was_written_on_the_chart_does_not() -> None:
    weeks = two_weeks()
    record = weeks.record
    sessions.reopen(record, weeks.held)
    flip_chart.write(record, weeks.held, "Who pays for the bus?", parked=True)
    flip_chart.write(record, weeks.held, "A walk", heading="What helps?")
    sessions.end(record, weeks.held)
    assert page_of(weeks).parked == ("Who pays for the bus?",)


def test_the_agreements_are_the_groups_own_else_those_of_the_pack() -> None:
    weeks = two_weeks()
    assert "You may pass." in page_of(weeks).agreements
    groups.set_agreements(weeks.record, weeks.group, ("We eat together.",))
    assert page_of(weeks).agreements == ("We eat together.",)


def test_crisis_help_is_that_of_this_place() -> None:
    help_ = CrisisHelp((CrisisLine("Crisis line", "0800 123"),), looked_at=date(2026, 11, 1))
    assert remember(help_)
    assert page_of(two_weeks()).crisis == help_


def test_an_hour_that_runs_is_told_as_it_stands() -> None:
    weeks = two_weeks()
    weeks.clock.advance(timedelta(days=7))
    sessions.start(weeks.record, weeks.coming)
    attendances.mark(weeks.record, weeks.coming, weeks.ana, Status.HERE)
    flip_chart.write(weeks.record, weeks.coming, "And sleep?", parked=True)
    page = page_of(weeks)
    assert page.stopped == ("What recovery means, Tuesday 17 November: pages 1-4 were shown.",)
    assert page.parked == ("And sleep?",)


def test_who_has_left_is_not_on_it() -> None:
    weeks = two_weeks()
    members.change_status(weeks.record, weeks.bruno, MembershipStatus.LEFT, begins=TODAY)
    page = page_of(weeks)
    assert [one.name for one in page.plans] == ["Ana"]
    assert "Bruno" not in str(replace(page, promised=()))
