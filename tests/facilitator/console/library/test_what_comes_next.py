"""The lesson that comes by itself: the rest of a split one, then the next of the course that is not skipped."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest

from agenda.record.rows import group as groups
from agenda.record.rows import lesson_plan
from agenda.session import LessonPart
from facilitator.console.calendar import next_session as planning
from tests.facilitator.console.library.lessons import LESSONS, PACK, ACourse, lesson


@pytest.fixture
def course(tmp_path: Path) -> ACourse:
    return ACourse(tmp_path)


def test_a_group_begins_with_the_first_lesson_of_its_module(course: ACourse) -> None:
    assert course.suggested() == LESSONS[0].id


@pytest.mark.slow
def test_one_lesson_follows_the_other_across_modules_and_variants_never_by_themselves(course: ACourse) -> None:
    bases = [entry for entry in PACK.lessons() if entry.variant_of is None]
    for entry, following in pairwise(bases):
        course.meets(entry)
        assert course.suggested() == following.id
    course.meets(bases[-1])
    assert course.suggested() is None


def test_after_a_variant_comes_what_comes_after_its_lesson(course: ACourse) -> None:
    course.meets(lesson("facts-about-depression"))
    assert course.suggested() == lesson("what-happens-next").id


def test_a_second_round_takes_the_variant_of_the_first(course: ACourse) -> None:
    course.meets(lesson("facts-about-depression"))
    course.waits(30)
    course.meets(LESSONS[-1])
    assert course.suggested() == lesson("facts-about-depression").id


def test_after_a_repeated_lesson_the_course_goes_on_where_it_was(course: ACourse) -> None:
    for entry in (LESSONS[0], LESSONS[1], LESSONS[2], LESSONS[0]):
        course.meets(entry)
    assert course.suggested() == LESSONS[3].id


def test_half_a_year_later_a_second_round_is_a_round(course: ACourse) -> None:
    for entry in LESSONS:
        course.meets(entry)
    course.waits(40)
    course.meets(LESSONS[0])
    assert course.suggested() == LESSONS[1].id


def test_a_skipped_lesson_is_passed_over_until_it_is_taken_up(course: ACourse) -> None:
    course.meets(LESSONS[0])
    skip = lesson_plan.skip(course.record, course.group, planning.given(LESSONS[1]), "known by all")
    assert course.suggested() == LESSONS[2].id
    lesson_plan.take_up(course.record, skip)
    assert course.suggested() == LESSONS[1].id


def test_a_split_lesson_goes_on_after_the_last_page_shown(course: ACourse) -> None:
    course.meets(LESSONS[0], part=LessonPart(1, 3), shown=(1, 2))
    assert planning.next_lesson(course.workplace, course.group) == planning.Suggestion(
        planning.given(LESSONS[0]), LessonPart(3)
    )
    assert course.meets_as_suggested((3, 4, 5, 6)) == f"{LESSONS[0].title} 3-"
    assert course.meets_as_suggested() == LESSONS[1].title


def test_a_lesson_that_was_put_off_for_another_comes_next_and_the_course_goes_on_from_it(course: ACourse) -> None:
    course.meets(LESSONS[0])
    course.meets(LESSONS[1], taken_up=(lesson("heavy-days"),), shown=(1, 2))
    assert course.meets_as_suggested((1,)) == LESSONS[1].title
    assert course.suggested() == LESSONS[2].id


def test_what_was_put_off_twice_is_what_was_planned_and_comes_from_its_page(course: ACourse) -> None:
    course.meets(LESSONS[1], part=LessonPart(3), taken_up=(lesson("heavy-days"), lesson("up-and-down")), shown=(1,))
    assert course.meets_as_suggested((3,)) == f"{LESSONS[1].title} 3-"


def test_what_was_put_off_and_taken_up_after_all_is_put_off_no_more(course: ACourse) -> None:
    course.meets(LESSONS[1], taken_up=(lesson("heavy-days"), LESSONS[1]), shown=(1,))
    assert course.suggested() == LESSONS[2].id


def test_what_was_put_off_and_is_skipped_now_does_not_come(course: ACourse) -> None:
    course.meets(LESSONS[1], taken_up=(lesson("heavy-days"),), shown=(1,))
    lesson_plan.skip(course.record, course.group, planning.given(LESSONS[1]))
    assert course.suggested() == lesson("a-plan-that-holds").id


def test_the_rest_of_a_lesson_that_is_skipped_now_does_not_come(course: ACourse) -> None:
    course.meets(LESSONS[0], part=LessonPart(1, 3), shown=(1, 2, 3))
    lesson_plan.skip(course.record, course.group, planning.given(LESSONS[0]))
    assert course.suggested() == LESSONS[1].id


def test_a_part_that_reached_the_end_has_no_rest(course: ACourse) -> None:
    course.meets(LESSONS[0], part=LessonPart(1, 3), shown=(1, 2, 3, 4, 5, 6, 7, 8))
    assert course.suggested() == LESSONS[1].id


def test_a_session_that_still_runs_does_not_count_yet(course: ACourse) -> None:
    course.meets(LESSONS[0], ends=False)
    assert course.suggested() == LESSONS[0].id


def test_an_edition_leaves_out_what_only_others_have(course: ACourse) -> None:
    last = [entry for entry in PACK.lessons() if entry.module == "medication"][-1]
    course.meets(last)
    first = {module.slug: module.lessons[0].id for module in PACK.modules}
    assert course.suggested() == first["drug-alcohol"]
    groups.set_edition(course.record, course.group, "9")
    assert course.suggested() == first["reducing-relapses"]


def test_an_edition_nobody_knows_is_the_order_of_the_curriculum(course: ACourse) -> None:
    groups.set_edition(course.record, course.group, "77")
    assert [topic.number for topic in planning.course(course.workplace, course.group).topics] == [None] * len(
        PACK.modules
    )
