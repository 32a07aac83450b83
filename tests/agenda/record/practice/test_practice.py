"""The practice group: eight made-up members with a plausible past, and today's session ready to start."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import Any

import pytest

from agenda.error import Refused
from agenda.record.export import export
from agenda.record.opening import open_record
from agenda.record.practice.group import make_practice_record
from agenda.record.practice.texts import PracticeLesson
from agenda.session import LessonGiven
from tests.builders import CHEAP, TEXTS, TODAY

LESSONS = tuple(
    PracticeLesson(LessonGiven("", f"lesson{n}", "recovery-strategies", f"Lesson {n}")) for n in range(1, 4)
)
SEEDS = (1, 2, 7, 1000)
Lists = dict[str, Any]


def made(
    folder: Path,
    seed: int = 1,
    *,
    today: date = TODAY,
    zone: str = "Europe/Rome",
    starts: time = time(14),
    lessons: tuple[PracticeLesson, ...] = LESSONS,
) -> Lists:
    record = make_practice_record(
        folder / "record", "practice", TEXTS, lessons, seed=seed, today=today, zone=zone, starts=starts, cost=CHEAP
    )
    try:
        return export(record)
    finally:
        record.close()


@pytest.fixture(scope="module", params=SEEDS)
def lists(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Lists:
    return made(tmp_path_factory.mktemp("practice"), request.param)


def past(lists: Lists) -> list[Lists]:
    return [session for session in lists["sessions"] if session["ended_at"]]


def roster(lists: Lists, number: int) -> set[str]:
    [session] = [s["id"] for s in lists["sessions"] if s["number"] == number]
    names = {member["id"]: member["name"] for member in lists["members"]}
    return {names[row["member"]] for row in lists["session_roster"] if row["session"] == session}


@pytest.mark.slow
def test_eight_members_are_expected_today_each_with_a_name_and_a_digit(lists: Lists) -> None:
    active = [p["member"] for p in lists["membership_periods"] if p["status"] == "active" and p["ends"] is None]
    assert len(active) == len(set(active)) == len(lists["members"]) == 8
    assert sorted(member["digit"] for member in lists["members"]) == list(range(1, 9))
    for field in ("name", "full_name", "record_number"):
        assert len({member[field] for member in lists["members"]}) == 8


def test_six_sessions_are_over_one_a_week_and_nothing_is_still_on(lists: Lists) -> None:
    held = past(lists)
    assert [session["number"] for session in held] == [1, 2, 3, 4, 5, 6]
    assert [session["kind"] for session in held] == ["first", *["usual"] * 5]
    assert [session["day"] for session in held] == [str(TODAY - timedelta(weeks=n)) for n in range(6, 0, -1)]
    assert all(session["planned_at"] <= session["started_at"] < session["ended_at"] for session in held)
    assert all(run["began_at"] <= run["ended_at"] for run in lists["phase_runs"])
    lengths = [
        datetime.fromisoformat(session["ended_at"]) - datetime.fromisoformat(session["started_at"]) for session in held
    ]
    assert all(timedelta(minutes=15) < length < timedelta(minutes=75) for length in lengths)


@pytest.mark.slow
def test_today_is_planned_at_its_hour_and_not_begun(lists: Lists) -> None:
    [today] = [session for session in lists["sessions"] if session["started_at"] is None]
    assert (today["number"], today["kind"], today["day"]) == (7, "usual", str(TODAY))
    assert today["planned_at"] == "2026-11-24T13:00:00.000Z"
    assert not [row for row in lists["session_roster"] if row["session"] == today["id"]]
    [lesson] = [row for row in lists["session_lessons"] if row["session"] == today["id"]]
    assert (lesson["lesson"], lesson["pages_from"]) == ("lesson3", None)


def test_one_had_a_job_in_sessions_three_and_four_and_is_back(lists: Lists) -> None:
    rosters = [roster(lists, number) for number in range(1, 7)]
    assert ["Davide" in names for names in rosters] == [True, True, False, False, True, True]
    davide = next(m["id"] for m in lists["members"] if m["name"] == "Davide")
    periods = [(p["status"], p["reason"]) for p in lists["membership_periods"] if p["member"] == davide]
    assert periods == [("active", ""), ("suspended", TEXTS.job), ("active", "")]


def test_one_joined_at_session_four(lists: Lists) -> None:
    assert ["Hanna" in roster(lists, number) for number in range(1, 7)] == [False, False, False, True, True, True]
    assert [len(roster(lists, number)) for number in range(1, 7)] == [7, 7, 6, 7, 8, 8]


def test_attendance_is_plausible_and_none_is_left_open(lists: Lists) -> None:
    found = [row["status"] for row in lists["attendance"]]
    assert len(found) == len(lists["session_roster"]) == 43
    assert "unknown" not in found
    assert found.count("here") > len(found) / 2
    for row in lists["attendance"]:
        assert (row["arrived_at"] is not None) == (row["status"] in ("here", "late"))
        assert (row["reason"] in TEXTS.excuses) == (row["status"] == "excused")


def test_the_past_was_taught_in_order_and_something_is_left_to_do(lists: Lists) -> None:
    order = {session["id"]: session["number"] for session in lists["sessions"]}
    taught = sorted((order[row["session"]], row["lesson"]) for row in lists["session_lessons"])
    assert [lesson for _number, lesson in taught] == [*["lesson1"] * 5, "lesson2", "lesson3"]
    [todo] = lists["follow_ups"]
    assert (todo["what"], todo["done_at"]) == (TEXTS.follow_up, None)


def test_the_journal_tells_the_past_in_the_order_it_happened(lists: Lists) -> None:
    times = [row["at"] for row in lists["journal"]]
    assert times == sorted(times)
    assert times[-1] <= "2026-11-24T00:00:00.000Z"
    assert {row["facilitator"] for row in lists["journal"]} == {lists["facilitators"][0]["id"]}


@pytest.mark.slow
def test_the_same_seed_and_date_give_the_same_export_journal_included(tmp_path: Path) -> None:
    assert made(tmp_path / "a", 5) == made(tmp_path / "b", 5)


@pytest.mark.slow
def test_another_seed_or_date_gives_another_past(tmp_path: Path) -> None:
    one = made(tmp_path / "a", 5)
    other = made(tmp_path / "b", 6)
    assert [row["status"] for row in one["attendance"]] != [row["status"] for row in other["attendance"]]
    later = made(tmp_path / "c", 5, today=TODAY + timedelta(days=1))
    assert [row["status"] for row in one["attendance"]] == [row["status"] for row in later["attendance"]]
    assert one["sessions"] != later["sessions"]


@pytest.mark.slow
@pytest.mark.parametrize(
    ("today", "zone", "starts"),
    [
        (date(2026, 10, 27), "Europe/Rome", time(2, 30)),
        (date(2027, 3, 28), "Europe/Rome", time(2, 30)),
        (date(2028, 2, 29), "Pacific/Auckland", time(0)),
        (date(2026, 1, 1), "America/St_Johns", time(23, 55)),
    ],
)
def test_any_day_and_any_hour_will_do(tmp_path: Path, today: date, zone: str, starts: time) -> None:
    lists = made(tmp_path, today=today, zone=zone, starts=starts)
    assert len(past(lists)) == 6
    assert all(session["started_at"] < session["ended_at"] for session in past(lists))


def test_without_lessons_there_is_still_a_group(tmp_path: Path) -> None:
    lists = made(tmp_path, lessons=())
    assert lists["session_lessons"] == []
    assert len(lists["sessions"]) == 7


def test_what_lies_there_already_is_refused(tmp_path: Path) -> None:
    (tmp_path / "record").write_bytes(b"mine")
    with pytest.raises(Refused):
        made(tmp_path)
    assert (tmp_path / "record").read_bytes() == b"mine"


@pytest.mark.slow
def test_it_opens_as_any_record_does(tmp_path: Path) -> None:
    made(tmp_path)
    record = open_record(tmp_path / "record", "practice")
    assert record.clock.now() > datetime(2025, 1, 1, tzinfo=UTC)
    record.close()
