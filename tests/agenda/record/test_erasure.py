"""A person is erased: no word of theirs is left anywhere in the file, and what the group counts by is as it was."""

from __future__ import annotations

import json
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest

from agenda.attendance import Status
from agenda.error import Refused
from agenda.member import MembershipStatus
from agenda.record.about import ABOUT
from agenda.record.action import VERBS
from agenda.record.connection import Record, connect
from agenda.record.erasure import ERASED, GOES, STAYS, erase
from agenda.record.export import export
from agenda.record.journal import journalled_tables
from agenda.record.rows import attendance, draft, goal, member, note, overview, session
from agenda.record.rows import group as groups
from agenda.record.trail import entries
from agenda.record.undo import redo, undo
from agenda.session import SessionKind
from tests.agenda.record.pages import deciphered
from tests.builders import KEY, TODAY, a_session, assert_refused, tables
from tests.privacy.canaries import PRIVATE
from tests.privacy.persons import LETTERS, WEEK, Persons, a_record_of_persons, called

LATER = TODAY + 2 * WEEK


def leaves(persons: Persons, letter: str = "b") -> str:
    one = persons.ids[letter]
    member.change_status(persons.record, one, MembershipStatus.LEFT, begins=LATER - WEEK)
    return one


@pytest.fixture
def persons() -> Persons:
    return a_record_of_persons(naming=False)


def everything(record: Record) -> str:
    """All tables with the journal, as text."""
    return json.dumps(tables(record, but=()), ensure_ascii=False)


def words_of(persons: Persons, letter: str = "b") -> set[str]:
    code = persons.record.row("SELECT code FROM member_codes WHERE member_id = ?", persons.ids[letter])
    assert code is not None
    return {*persons.written[letter].words.values(), called(letter), f'"{code["code"]}"'}


def test_every_row_about_a_person_goes_or_stays_and_no_private_field_of_those_that_stay_is_forgotten() -> None:
    assert {*STAYS, *GOES} == ABOUT.keys()
    assert not STAYS.keys() & set(GOES)
    for table, column in PRIVATE:
        assert table not in STAYS or column in STAYS[table], (table, column)
    assert ERASED not in VERBS


def test_no_word_of_theirs_is_left_in_any_table_in_the_journal_or_in_a_page_of_the_file(tmp_path: Path) -> None:
    path = tmp_path / "record"
    persons = a_record_of_persons(path, naming=False)
    record, one = persons.record, leaves(persons)
    draft.save(record, f"note/x/{one}/goal", "Zqbdraft")
    goal_row = record.rows("SELECT id FROM goals WHERE member_id = ?", one)[0]["id"]
    draft.save(record, f"goal/step/{goal_row}/text", "Zqbdraft")
    draft.save(record, f"note/x/{persons.ids['a']}/goal", "Zqadraft")
    for number in range(120):  # what was typed over and taken back, long and short, over many pages
        draft.save(record, f"note/x/{one}/plan", "Zqbdraft " * (number % 40 * 30))
        goal.set_goal(record, one, "Zqbdraft " * (1 + number % 7 * 90), on=TODAY)
        undo(record, None)
    record.held |= {f"note/x/{one}/held": "Zqbheld", f"note/x/{persons.ids['a']}/held": "Zqaheld"}
    words = {*words_of(persons), "Zqbdraft"}
    before = everything(record)
    in_pages = deciphered(path, KEY)
    for word in words:
        assert word in before
        assert word.strip('"').encode() in in_pages
    assert erase(record, one) == 0
    after = everything(record)
    for word in words:
        assert word not in after
    assert "Zqadraft" in after
    assert list(record.held.values()) == ["Zqaheld"]
    record.db.close()
    assert {file.name: file.stat().st_size for file in tmp_path.iterdir() if file != path} == {"record-journal": 0}
    in_pages = deciphered(path, KEY)
    assert called("a").encode() in in_pages, "there is something to be found"
    for word in words:
        if word.startswith("Zq"):  # four digits of a code stand somewhere by chance
            assert word.encode() not in in_pages
    again = connect(path, KEY)
    assert again.execute("PRAGMA integrity_check").fetchone()[0] == "ok"
    assert again.execute("PRAGMA foreign_key_check").fetchall() == []
    again.close()


def test_what_was_taken_back_goes_too(persons: Persons) -> None:
    record, one = persons.record, persons.ids["b"]
    part = goal.add_short_term_goal(record, goal.set_goal(record, one, "Zqbgone", on=TODAY), "Zqbpart", starts=TODAY)
    goal.add_step(record, part, "Zqbstep", starts=TODAY)
    for _each in range(3):
        assert undo(record, None) is not None
    leaves(persons)
    assert "Zqbstep" in everything(record)
    erase(record, one)
    assert "Zqb" not in everything(record)


def test_who_came_is_counted_as_before_and_nothing_of_the_others_has_changed(persons: Persons) -> None:
    record, one = persons.record, leaves(persons)
    held = [s.id for s in session.sessions(record, persons.group)]

    def figures() -> list[Any]:
        return [
            record.rows(f"SELECT {count} FROM {table} GROUP BY session_id ORDER BY session_id")
            for table, count in (("attendance", "status, count(*)"), ("session_roster", "count(*)"))
        ]

    def of_others() -> list[Any]:
        rows = tables(record, but=("journal", "lease", "drafts", "_sqlite_migrations"))
        theirs = {persons.ids[letter] for letter in LETTERS if letter != "b"}
        return [
            [row for row in found if row.get("member_id") in theirs or row["id"] in theirs] for found in rows.values()
        ]

    def notes_of_others() -> list[Any]:
        return [found for here in held for found in note.notes(record, here) if found.member != one]

    before = figures(), of_others(), notes_of_others()
    assert any(found.reviewed for found in before[2])
    erase(record, one)
    assert (figures(), of_others(), notes_of_others()) == before


def test_an_old_session_has_a_former_member_in_it(persons: Persons) -> None:
    record, one = persons.record, leaves(persons)
    first = session.sessions(record, persons.group)[0].id
    erase(record, one)
    found = note.note_of(record, first, one)
    assert found.sections[0].text.startswith("Name: A former member\n")
    assert "A former member took part" in found.sections[1].text
    assert not found.reviewed
    assert not any(section.edited for section in found.sections)
    assert one not in [a.member for a in attendance.roster(record, first)]
    assert one not in [m.id for m in member.members(record, persons.group, LATER)]
    assert_refused(
        "was erased",
        lambda: member.rename(record, one, "Bruno"),
        lambda: member.identify(record, one, full_name="Bruno", record_number=""),
        lambda: member.change_status(record, one, MembershipStatus.ACTIVE, begins=LATER),
        lambda: note.edit(record, first, one, found.sections[1].key, "Bruno was here"),
        lambda: note.review(record, first, one),
        lambda: erase(record, one),
    )


def test_nothing_brings_it_back_and_what_others_did_is_still_taken_back(persons: Persons) -> None:
    record, one = persons.record, persons.ids["b"]
    third = session.plan(record, persons.group, day=LATER, kind=SessionKind.USUAL)
    member.rename(record, persons.ids["a"], "Zqanew")
    leaves(persons)
    erase(record, one)
    taken_back = 0
    for scope in (None, *(s.id for s in session.sessions(record, persons.group))):
        with suppress(Refused):  # in the end there is one on which something hangs
            while undo(record, scope) is not None:
                taken_back += 1
        assert "Zqb" not in everything(record)
        with suppress(Refused):
            while redo(record, scope) is not None:
                pass
    assert "Zqb" not in everything(record)
    assert session.session(record, third).number == 3
    assert taken_back > 10


def test_home_asks_nothing_more_about_them() -> None:
    room = a_session(members=3)
    record = room.record
    attendance.mark(record, room.session, room.members[0], Status.ABSENT)
    attendance.mark(record, room.session, room.members[2], Status.HERE)
    session.end(record, room.session)
    [before] = overview.group_reports(record, TODAY)
    assert (len(before.unknown), len(before.unreached)) == (1, 1)
    for one in room.members[:2]:
        member.change_status(record, one, MembershipStatus.LEFT, begins=TODAY)
        erase(record, one)
    [after] = overview.group_reports(record, TODAY)
    assert (after.unknown, after.unreached) == ((), ())


def test_the_journal_says_who_erased_and_still_tells_the_whole_record(persons: Persons) -> None:
    record, one = persons.record, leaves(persons)
    erase(record, one)
    last = list(entries(record, members=(one,)))[-1]
    assert (last.verb, last.facilitator) == (ERASED, record.facilitator)
    played: dict[str, dict[str, Any]] = {name: {} for name in journalled_tables(record.db)}
    for row in export(record)["journal"]:
        if row["after"] is None:
            del played[row["table"]][row["row"]]
        else:
            played[row["table"]][row["row"]] = row["after"]
    for name, rows in played.items():
        stored = record.rows(f'SELECT * FROM "{name}" ORDER BY id')
        assert [rows[key] for key in sorted(rows)] == stored, name


def test_two_of_one_group_are_erased_and_a_name_is_free_again(persons: Persons) -> None:
    record = persons.record
    for letter in "ab":
        erase(record, leaves(persons, letter))
    new = member.add(record, persons.group, called("a"), begins=LATER)
    assert member.known(record, new)["name"] == called("a")
    groups.set_calendar_title(record, persons.group, "Coffee")


def test_whoever_belongs_or_sits_in_a_session_is_not_erased() -> None:
    room = a_session()
    assert_refused("still belongs", lambda: erase(room.record, room.members[0]))
    member.change_status(room.record, room.members[0], MembershipStatus.SUSPENDED, begins=TODAY)
    assert_refused("still belongs", lambda: erase(room.record, room.members[0]))
    member.change_status(room.record, room.members[0], MembershipStatus.LEFT, begins=TODAY)
    assert_refused("not over yet", lambda: erase(room.record, room.members[0]))
    session.end(room.record, room.session)
    room.record.read_only = True
    assert_refused("only reads", lambda: erase(room.record, room.members[0]))
    room.record.read_only = False
    assert erase(room.record, room.members[0]) == 0


def test_a_name_typed_about_others_is_counted_and_stays() -> None:
    persons = a_record_of_persons()
    one = leaves(persons)
    found = erase(persons.record, one)
    texts = [
        value
        for table, rows in tables(persons.record, but=("journal",)).items()
        for row in rows
        for name, value in row.items()
        if isinstance(value, str) and called("b") in value and name != "name_folded"
    ]
    assert found == len(texts) > 0
    assert all(text.startswith("Zqa") for text in texts), "in the words about Ana, who was there with them"


def test_a_fault_on_the_way_erases_nothing(persons: Persons, monkeypatch: pytest.MonkeyPatch) -> None:
    record, one = persons.record, leaves(persons)
    before = everything(record)

    def fails(*_given: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("agenda.record.erasure._without_words", fails)
    with pytest.raises(ZeroDivisionError):
        erase(record, one)
    assert everything(record) == before
    monkeypatch.undo()
    assert erase(record, one) == 0
