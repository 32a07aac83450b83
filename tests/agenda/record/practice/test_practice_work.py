"""What the practice group's past was for: goals, homework, turns, and something to go on with today."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from agenda.attendance import Status
from agenda.homework import Homework, Plan
from agenda.record.connection import Record
from agenda.record.export import export
from agenda.record.practice.group import PEOPLE, make_practice_record
from agenda.record.practice.texts import PracticeGoal, PracticeLesson, PracticePart
from agenda.record.rows import attendance, goal, homework, session, taught, turn
from agenda.session import LessonGiven, Session
from tests.builders import CHEAP, TEXTS, TODAY

SEEDS = (1, 2, 3, 7, 1000)
LESSONS = tuple(
    PracticeLesson(
        LessonGiven("", f"lesson{n}", "recovery-strategies", f"Lesson {n}"),
        tuple(Plan(f"Option {option} of {n}", "on Monday", "at home") for option in range(1, 5)),
    )
    for n in range(1, 7)
)


def a_goal(name: str) -> PracticeGoal:
    steps = tuple(f"{name} {number}" for number in range(1, 4))
    return PracticeGoal(f"Goal of {name}", "we see it", (PracticePart("First part", "we see it", steps),))


WORDS = replace(
    TEXTS,
    goals=tuple(None if place == 6 else a_goal(name) for place, (name, _full) in enumerate(PEOPLE)),
    obstacles=("rain", "tired"),
    helpers=("my sister",),
    differently=("earlier", "later"),
    helped=("the calendar",),
    small_steps=("a walk", "a call"),
    useful=("the list", "the others"),
)


def made(path: Path, seed: int) -> Record:
    return make_practice_record(path, "practice", WORDS, LESSONS, seed=seed, today=TODAY, zone="UTC", cost=CHEAP)


@pytest.fixture(scope="module", params=SEEDS)
def record(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Record]:
    record = made(tmp_path_factory.mktemp("practice") / "record", request.param)
    yield record
    record.close()


def all_sessions(record: Record) -> tuple[Session, ...]:
    [row] = record.rows("SELECT id FROM groups")
    return session.sessions(record, row["id"])


def members(record: Record) -> dict[str, str]:
    """Names to ids, in the order of their digits."""
    return {row["name"]: row["id"] for row in record.rows("SELECT id, name FROM members ORDER BY digit")}


def all_homework(record: Record) -> list[Homework]:
    return [found for held in all_sessions(record) for found in homework.agreed_in(record, held.id)]


def present_in(record: Record, session_id: str) -> set[str]:
    return {a.member for a in attendance.roster(record, session_id) if a.status.present}


@pytest.mark.slow
def test_most_members_have_a_goal_of_their_own_with_steps(record: Record) -> None:
    found = {name: goal.goal_of(record, one) for name, one in members(record).items()}
    assert found["Goran"] is None
    with_goal = [one for one in found.values() if one is not None]
    assert len(with_goal) >= 6
    assert len({one.text for one in with_goal}) == len(with_goal)
    assert all(len(part.steps) == 3 for one in with_goal for part in one.short_term_goals)


@pytest.mark.slow
def test_two_reviews_are_held_a_session_by_the_rotation_and_some_decline(record: Record) -> None:
    answers: Counter[str | None] = Counter()
    for found in all_sessions(record)[1:-1]:
        reviews = turn.reviews_in(record, found.id)
        held = {one for one, review in reviews.items() if review.held}
        assert 1 <= len(held) <= 2
        assert held == {t.member for t in turn.proposed(record, found.id).turns}
        assert held <= present_in(record, found.id)
        assert all(review.proposed for review in reviews.values())
        answers.update(review.answer for review in reviews.values())
    assert answers[turn.NOT_TODAY] >= 2
    assert answers[turn.TODAY] >= 8


@pytest.mark.slow
def test_one_member_rests_and_others_are_proposed_today(record: Record) -> None:
    resting = [name for name, one in members(record).items() if turn.rest_until(record, one, TODAY) is not None]
    assert "Goran" in resting
    assert len(resting) <= 2
    today = turn.proposed(record, all_sessions(record)[-1].id)
    assert len(today.turns) == 2
    assert today.spare is not None
    assert any(goal.goal_of(record, t.member) is not None for t in today.turns)


@pytest.mark.slow
def test_homework_comes_from_the_lessons_options_and_only_for_who_was_here(record: Record) -> None:
    for found in all_sessions(record)[:-1]:
        agreed = homework.agreed_in(record, found.id)
        lesson = session.lesson_of(record, found.id)
        assert lesson is not None
        assert agreed
        assert {one.member for one in agreed} <= present_in(record, found.id)
        for one in agreed:
            assert one.plan.what == f"Option {one.option} of {lesson.lesson.removeprefix('lesson')}"
            assert (one.plan.when, one.plan.where) == ("on Monday", "at home")


def test_homework_is_looked_back_on_in_every_way_and_sometimes_not_asked(record: Record) -> None:
    statuses = Counter(one.review.status.value if one.review else "not asked" for one in all_homework(record))
    assert set(statuses) == {"done", "some", "not yet", "not asked"}
    assert statuses["done"] > statuses["not yet"]


@pytest.mark.slow
def test_today_there_is_homework_for_most_and_one_was_kept_from_an_absence(record: Record) -> None:
    *_, last, today = all_sessions(record)
    due = homework.due(record, today.id)
    assert len(due) >= 5
    away = {a.member for a in attendance.roster(record, last.id)} - present_in(record, last.id)
    kept = [one for one in away for plan in due.get(one, ()) if plan.session != last.id]
    assert kept
    assert all(plan.review is None for plans in due.values() for plan in plans)


def test_each_past_session_has_techniques_and_a_response_of_everyone_here(record: Record) -> None:
    for found in all_sessions(record)[:-1]:
        assert {family for family, _name in taught.techniques(record, found.id)} == set(taught.FAMILIES)
        responses = taught.responses(record, found.id)
        assert responses.keys() == present_in(record, found.id)
        assert all(response.chips for response in responses.values())
    words = [row["words"] for row in record.rows("SELECT words FROM responses WHERE words <> ''")]
    assert set(words) == set(WORDS.useful)


def test_nothing_of_today_has_happened_yet(record: Record) -> None:
    today = all_sessions(record)[-1]
    assert today.started_at is None
    for table in ("homework", "homework_reviews", "goal_reviews", "responses", "session_techniques"):
        assert record.rows(f"SELECT id FROM {table} WHERE session_id = ?", today.id) == []


@pytest.mark.slow
def test_the_same_seed_and_date_give_the_same_past_and_another_seed_another(tmp_path: Path) -> None:
    exports = []
    for name, seed in (("a", 5), ("b", 5), ("c", 6)):
        made_one = made(tmp_path / name, seed)
        exports.append(export(made_one))
        made_one.close()
    assert exports[0] == exports[1]
    assert [row["status"] for row in exports[0]["homework_reviews"]] != [
        row["status"] for row in exports[2]["homework_reviews"]
    ]


def test_without_words_and_options_nothing_of_that_kind_is_written(tmp_path: Path) -> None:
    bare = tuple(replace(lesson, homework=()) for lesson in LESSONS)
    record = make_practice_record(
        tmp_path / "record", "practice", TEXTS, bare, seed=1, today=TODAY, zone="UTC", cost=CHEAP
    )
    for table in ("homework", "goals", "goal_reviews", "rests", "small_steps"):
        assert record.rows(f"SELECT id FROM {table}") == []
    assert Status.EXCUSED.value in {row["status"] for row in record.rows("SELECT status FROM attendance")}
    record.close()
