"""Earlier versions kept a phrase of the screen where words were left for later: it becomes the value it stood for."""

from __future__ import annotations

from pathlib import Path

import pytest

from agenda.homework import OWN_WORDS, Plan
from agenda.ids import SeededIds
from agenda.record import schema
from agenda.record.connection import Record
from agenda.record.migrations import NAMES, STEPS
from agenda.record.opening import create_record, open_record
from agenda.record.rows import homework
from agenda.record.undo import undo
from tests.builders import CHEAP, Room, a_clock, a_session, assert_refused, tables
from tests.builders import NAMES as PEOPLE

SECRET = "correct horse"
BEFORE = NAMES[: NAMES.index("0007-values")]


def an_old_record(path: Path, *plans: Plan, options: tuple[int | None, ...] = ()) -> tuple[Room, dict[str, object]]:
    """A session under the schema of before, each member with one of these plans; its tables, the journal with them."""
    with pytest.MonkeyPatch.context() as older:
        older.setattr(STEPS, "_migrations", [step for step in STEPS._migrations if step.name in BEFORE])
        older.setattr(schema, "NAMES", BEFORE)
        columns = homework._columns
        later = ("day", "remedy", "foreseen")
        older.setattr(homework, "_columns", lambda p: {k: v for k, v in columns(p).items() if k not in later})
        older.setattr(homework, "_ALL", homework._ALL.replace("h.*", "h.*, NULL AS day, '' AS remedy, 0 AS foreseen"))
        clock = a_clock()
        record, _code = create_record(path, SECRET, name="Robin", clock=clock, ids=SeededIds(clock, 1), cost=CHEAP)
        room = a_session(record, members=len(PEOPLE))
        for member, plan, option in zip(room.members, plans, (*options, *[None] * len(plans)), strict=False):
            homework.agree(record, room.session, member, plan, option=option)
        kept: dict[str, object] = {**tables(record, but=("lease", "attendance", "follow_ups", "homework"))}
        record.close()
    return room, kept


def reopened(path: Path) -> Record:
    clock = a_clock()
    return open_record(path, SECRET, clock=clock, ids=SeededIds(clock, 2))


def plans(record: Record, room: Room) -> list[Plan]:
    found = {h.member: h.plan for h in homework.agreed_in(record, room.session)}
    return [found[member] for member in room.members if member in found]


def test_own_words_that_were_never_written_are_the_value_that_says_so(tmp_path: Path) -> None:
    later = Plan("own words", when="Monday", obstacle="rain")
    said = Plan("my own words on paper")
    room, _kept = an_old_record(
        tmp_path / "record", Plan("own words"), later, said, Plan("own words"), options=(None, None, None, 2)
    )
    record = reopened(tmp_path / "record")
    written = Plan("", when="Monday", obstacle="rain", in_own_words=True)
    assert plans(record, room) == [OWN_WORDS, written, said, Plan("own words")]
    assert homework.agreed_in(record, room.session)[3].option == 2
    record.close()


def test_the_journal_says_that_it_was_changed_and_keeps_what_was_written(tmp_path: Path) -> None:
    room, kept = an_old_record(tmp_path / "record", Plan("own words"), Plan("Walk"))
    record = reopened(tmp_path / "record")
    now = tables(record, but=())
    assert {row.pop("large_print") for row in now["members"]} == {0}
    assert {row.pop("place") for row in now["groups"]} == {""}
    for row in now["session_lessons"]:
        assert (row.pop("put_off"), row.pop("put_off_from")) == (None, None)
    assert {name: now[name] for name in kept} == {**kept, "journal": now["journal"]}
    assert now["journal"][:-1] == kept["journal"]
    [change] = record.rows("SELECT * FROM journal WHERE verb = 'record.migrate'")
    assert (change["table"], change["operation"], change["undoable"]) == ("homework", "update", 0)
    assert '"what":"own words"' in change["before"]
    assert '"what":""' in change["after"]
    assert record.rows("SELECT * FROM current_action") == []
    walk = undo(record, room.session)
    assert walk is not None
    assert plans(record, room) == [OWN_WORDS]
    assert_refused("changed since", lambda: undo(record, room.session))
    homework.reword(record, room.session, homework.agreed_in(record, room.session)[0].id, Plan("Swim"))
    assert plans(record, room) == [Plan("Swim")]
    record.close()


def test_a_record_without_the_phrase_gets_no_entry_in_its_journal(tmp_path: Path) -> None:
    an_old_record(tmp_path / "record", Plan("Walk"))
    record = reopened(tmp_path / "record")
    assert record.rows("SELECT * FROM journal WHERE verb = 'record.migrate'") == []
    record.close()
