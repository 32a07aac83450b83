"""Lessons a group skips, and lessons split over sessions."""

from __future__ import annotations

from datetime import timedelta

import pytest

from agenda.record.rows import hour, lesson_plan, session
from agenda.record.rows.lesson_reading import LessonHeld, lessons_held
from agenda.record.undo import redo, undo
from agenda.session import LessonGiven, LessonPart, SessionKind
from tests.builders import LESSON, TODAY, Room, a_session, assert_refused, tables

OTHER = LessonGiven("", "ijklmnop", "recovery-strategies", "Areas of my life")


def a_room() -> Room:
    return a_session(started=False)


def test_a_skipped_lesson_has_its_reason_until_it_is_taken_up() -> None:
    room = a_room()
    skip = lesson_plan.skip(room.record, room.group, LESSON, "  all know it ")
    found = lesson_plan.skip_of(room.record, room.group, LESSON.lesson)
    assert found is not None
    assert (found.id, found.title, found.reason, found.at) == (skip, LESSON.title, "all know it", room.clock.now())
    lesson_plan.take_up(room.record, skip)
    assert lesson_plan.skips(room.record, room.group) == ()


def test_a_reason_may_stay_unsaid() -> None:
    room = a_room()
    lesson_plan.skip(room.record, room.group, LESSON)
    assert [one.reason for one in lesson_plan.skips(room.record, room.group)] == [""]


def test_what_is_skipped_is_not_skipped_again_and_what_is_not_is_not_taken_up() -> None:
    room = a_room()
    lesson_plan.skip(room.record, room.group, LESSON)
    assert_refused("skips this lesson already", lambda: lesson_plan.skip(room.record, room.group, LESSON))
    assert_refused("does not skip", lambda: lesson_plan.take_up(room.record, "nobody"))
    assert_refused("no such group", lambda: lesson_plan.skip(room.record, "nobody", LESSON))


def test_a_skip_is_undone_and_done_again() -> None:
    room = a_room()
    before = tables(room.record)
    lesson_plan.skip(room.record, room.group, LESSON, "known")
    after = tables(room.record)
    undo(room.record, None)
    assert tables(room.record) == before
    redo(room.record, None)
    assert tables(room.record) == after


def test_a_part_is_kept_until_another_lesson_is_chosen() -> None:
    room = a_room()
    session.choose_lesson(room.record, room.session, LESSON, LessonPart(1, 3))
    assert session.part_of(room.record, room.session) == LessonPart(1, 3)
    session.choose_lesson(room.record, room.session, OTHER)
    assert session.part_of(room.record, room.session) is None
    given = session.lesson_of(room.record, room.session)
    assert given is not None
    assert (given.pages_from, given.pages_to) == (None, None)


@pytest.mark.parametrize("part", [LessonPart(0), LessonPart(3, 2), LessonPart(-1, 4)])
def test_a_part_has_at_least_one_page(part: LessonPart) -> None:
    room = a_room()
    assert_refused("at least one page", lambda: session.choose_lesson(room.record, room.session, LESSON, part))
    assert session.part_of(room.record, room.session) is None


def test_a_part_holds_its_pages_and_no_others() -> None:
    assert [page for page in range(1, 8) if LessonPart(2, 4).holds(page)] == [2, 3, 4]
    assert [page for page in range(1, 8) if LessonPart(5).holds(page)] == [5, 6, 7]


def held_on(part: LessonPart | None, *pages: int) -> LessonHeld:
    room = a_room()
    session.choose_lesson(room.record, room.session, LESSON, part)
    session.start(room.record, room.session)
    for page in pages:
        hour.page_shown(room.record, room.session, page)
    session.end(room.record, room.session)
    (held,) = lessons_held(room.record, room.group)
    return held


@pytest.mark.parametrize(
    ("part", "pages", "rest"),
    [
        (None, (1, 2), None),
        (LessonPart(1, 3), (1, 2, 3), LessonPart(4)),
        (LessonPart(1, 3), (1, 2), LessonPart(3)),
        (LessonPart(1, 3), (), LessonPart(1)),
        (LessonPart(3, 4), (3, 4), LessonPart(5)),
        (LessonPart(3, 4), (), LessonPart(3)),
        (LessonPart(4), (4, 5), None),
    ],
)
def test_the_rest_begins_after_the_last_page_shown(
    part: LessonPart | None, pages: tuple[int, ...], rest: LessonPart | None
) -> None:
    held = held_on(part, *pages)
    assert held.part == part
    assert held.rest == rest
    assert held.ended


def test_lessons_are_held_in_the_order_of_their_days() -> None:
    room = a_session()
    session.end(room.record, room.session)
    later = session.plan(
        room.record, room.group, day=TODAY + timedelta(days=7), kind=SessionKind.USUAL, lesson=OTHER,
        part=LessonPart(2),
    )  # fmt: skip
    session.plan(room.record, room.group, day=TODAY + timedelta(days=14), kind=SessionKind.USUAL, lesson=LESSON)
    upcoming = session.to_come(room.record, room.group)
    assert upcoming is not None
    assert upcoming.id == later
    session.start(room.record, later)
    held = lessons_held(room.record, room.group)
    assert [one.given.lesson for one in held] == [LESSON.lesson, OTHER.lesson]
    assert [one.ended for one in held] == [True, False]
    assert [one.part for one in held] == [None, LessonPart(2)]
