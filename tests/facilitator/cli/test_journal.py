"""``facilitator journal``: who did what when, in plain words; read only, page by page."""

from __future__ import annotations

import json
from datetime import timedelta
from pathlib import Path

import pytest

from agenda.attendance import Status
from agenda.clock import ManualClock
from agenda.homework import HomeworkStatus, Plan
from agenda.member import MembershipStatus
from agenda.record import opening, trail
from agenda.record.connection import Record
from agenda.record.rows import attendance, goal, group, homework, member, session
from agenda.record.undo import redo, undo
from agenda.session import SessionKind
from facilitator.cli import main
from tests.builders import CHEAP, LESSON, NOON, TODAY, a_group
from tests.statements import statements

PASSPHRASE = "a passphrase"
WEEK = timedelta(days=7)


def held(record: Record, of: str, weeks: int = 0) -> str:
    clock = record.clock
    assert isinstance(clock, ManualClock)
    planned = session.plan(record, of, day=TODAY + weeks * WEEK, kind=SessionKind.USUAL, lesson=LESSON)
    clock.advance(max(timedelta(), session.session(record, planned).planned_at - clock.now()))
    session.start(record, planned)
    return planned


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Ana and Bruno in Rome, two sessions; a goal, a step and homework, some of it taken back."""
    place = tmp_path / "record"
    record, _code = opening.create_record(place, PASSPHRASE, name="Robin", clock=ManualClock(NOON), cost=CHEAP)
    monkeypatch.setenv("FACILITATOR_PASSPHRASE", PASSPHRASE)
    monkeypatch.setenv("FACILITATOR_RECORD", str(place))
    one = a_group(record, zone="Europe/Rome")
    ana, bruno = (member.add(record, one, name, begins=TODAY) for name in ("Ana", "Bruno"))
    first = held(record, one)
    attendance.mark(record, first, ana, Status.HERE)
    attendance.mark(record, first, bruno, Status.EXCUSED, reason="\x1b[31mthe bus")
    short = goal.add_short_term_goal(
        record, goal.set_goal(record, ana, "A flat", on=TODAY, session=first), "Save", starts=TODAY, session=first
    )
    goal.add_step(record, short, "An account", starts=TODAY, session=first)
    walk = homework.agree(record, first, ana, Plan("Walk"))
    undo(record, first)
    redo(record, first)
    session.end(record, first)
    record.facilitator = None
    second = held(record, one, 1)
    homework.review(record, second, walk, HomeworkStatus.DONE)
    record.close()
    return place


def run(capsys: pytest.CaptureFixture[str], *args: str) -> list[str]:
    with pytest.raises(SystemExit) as caught:
        main(["journal", *args])
    assert caught.value.code == 0, capsys.readouterr().err
    return capsys.readouterr().out.splitlines()


def test_each_line_says_when_who_what_about_whom_where_and_what_became_of_it(
    path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    lines = run(capsys)
    assert "24 Nov 2026 14:00 · Robin · marked attendance · Ana · session 1, 24 Nov 2026 · status: here" in lines[6]
    assert "reason in words: [31mthe bus" in lines[7], "nothing steers the terminal"
    assert any("wrote a step · Ana · session 1, 24 Nov 2026 · words: An account" in line for line in lines)
    assert any(line.startswith("1 Dec 2026 14:00 · recovery code · looked back on homework · Ana") for line in lines)
    assert any("Robin · took back: agreed homework · Ana" in line for line in lines)
    assert any("Robin · did again: agreed homework · Ana" in line for line in lines)
    assert not any("{" in line or "member_id" in line for line in lines)


def test_about_one_member_holds_nothing_about_another(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    about_ana, about_bruno = run(capsys, "--member", "1"), run(capsys, "--member", "2")
    assert not any("Bruno" in line for line in about_ana)
    assert not any("Ana" in line for line in about_bruno)
    for what in (
        "wrote a goal",
        "wrote a short-term goal",
        "wrote a step",
        "looked back on homework",
        "added a member",
    ):
        assert any(what in line for line in about_ana), what
    assert any("started the session · Ana ·" in line for line in about_ana)


def test_what_was_taken_back_is_still_about_whom_it_was(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    record = opening.open_record(path, PASSPHRASE)
    ana = record.rows("SELECT id FROM members ORDER BY digit")[0]["id"]
    short = goal.add_short_term_goal(record, goal.set_goal(record, ana, "Other", on=TODAY), "Part", starts=TODAY)
    goal.add_step(record, short, "Gone", starts=TODAY)
    for _each in range(3):
        assert undo(record, None) is not None
    record.close()
    assert any("wrote a step" in line and "Gone" in line for line in run(capsys, "--member", "1"))
    assert not any("Gone" in line for line in run(capsys, "--member", "2"))


def test_one_session_from_its_planning_on_by_number_or_date(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lines = run(capsys, "--session", "1")
    assert lines == run(capsys, "--session", "2026-11-24")
    assert "planned a session" in lines[0]
    assert "ended the session" in lines[-1]
    assert all("session 1, 24 Nov 2026" in line for line in lines)
    both = run(capsys, "--session", "1", "--member", "2")
    assert [line for line in lines if "Bruno" in line and "Ana" not in line][-1:] == both[-1:]


def test_since_a_day_of_the_groups_own_calendar(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lines = run(capsys, "--since", "2026-12-01")
    assert all(line.startswith("1 Dec 2026") for line in lines)
    assert run(capsys, "--since", "2027-01-01") == ["The journal has nothing about this."]


def test_it_is_json_for_another_program(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    found = json.loads("\n".join(run(capsys, "--json", "--member", "1")))
    marked = next(one for one in found if one["verb"] == "attendance.mark")
    assert (marked["facilitator"], marked["members"], marked["session"]) == (
        "Robin",
        ["Ana"],
        {"number": 1, "day": "2026-11-24"},
    )
    assert marked["changes"][0]["after"]["status"] == "here"
    assert [one["replayed"] for one in found if one["verb"] == "undo"] == ["homework.agree"]
    assert json.loads("\n".join(run(capsys, "--json", "--since", "2027-01-01"))) == []


def test_reading_it_writes_nothing(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = {file.name: file.read_bytes() for file in path.parent.iterdir()}
    run(capsys)
    assert {file.name: file.read_bytes() for file in path.parent.iterdir()} == before


def test_a_page_of_it_costs_one_statement_however_much_it_holds(
    path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = run(capsys)
    record = opening.open_record(path, PASSPHRASE, read_only=True)
    rows = len(record.rows("SELECT seq FROM journal"))
    with statements(record) as seen:
        assert len(list(trail.entries(record))) == len(whole)
    assert len(seen) == 1
    monkeypatch.setattr(trail, "_PAGE", trail._PAGE.replace("LIMIT 500", "LIMIT 7"))
    monkeypatch.setattr(trail, "AT_ONCE", 7)
    with statements(record) as seen:
        assert len(list(trail.entries(record))) == len(whole), "an intent that spans two pages is one line"
    assert len(seen) == rows // 7 + 1
    record.close()


@pytest.mark.parametrize(
    ("args", "sentence"),
    [
        (("--member", "9"), "No member has this digit."),
        (("--session", "9"), "There is no session of this number or date."),
        (("--group", "none"), "There is no group of this name."),
    ],
)
def test_what_there_is_not_is_a_sentence(
    path: Path, args: tuple[str, ...], sentence: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as caught:
        main(["journal", *args])
    assert caught.value.code == 1
    assert capsys.readouterr().err.startswith(sentence)


def test_of_two_groups_it_is_asked_which(path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    record = opening.open_record(path, PASSPHRASE)
    member.add(record, a_group(record, name="Friday"), "Zoe", begins=TODAY)
    record.close()
    with pytest.raises(SystemExit):
        main(["journal", "--member", "1"])
    assert "Several groups have a member with this digit." in capsys.readouterr().err
    [line] = run(capsys, "--member", "1", "--group", "Friday")
    assert "added a member · Zoe · Friday" in line


def test_of_two_members_who_had_a_digit_the_one_who_belongs_has_it_alone(
    path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    record = opening.open_record(path, PASSPHRASE)
    one = group.all_groups(record)[0].id
    for name in "CDEFGHI":
        member.add(record, one, name, begins=TODAY)
    ana = record.rows("SELECT id FROM members ORDER BY digit")[0]["id"]
    member.change_status(record, ana, MembershipStatus.LEFT, begins=TODAY + WEEK)
    member.add(record, one, "Zoe", begins=TODAY + WEEK)
    record.close()
    assert all("Ana" not in line for line in run(capsys, "--member", "1"))
    assert any("wrote a goal · Ana" in line for line in run(capsys, "--member", "1.1"))
