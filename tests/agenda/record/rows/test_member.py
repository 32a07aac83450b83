"""Members: names, digits that stay theirs, and the periods in which they belong."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from agenda.error import Refused
from agenda.member import MembershipStatus
from agenda.record.connection import Record
from agenda.record.rows import member as members
from tests.builders import NAMES, TODAY, a_group, a_record, some_members, tables

WEEK = timedelta(days=7)
ACTIVE, SUSPENDED, LEFT = MembershipStatus


def digits(record: Record, group: str, day: date = TODAY) -> dict[str, int]:
    return {m.name: m.digit for m in members.members(record, group, day)}


def expected(record: Record, group: str, day: date) -> list[str]:
    return [m.name for m in members.expected(record, group, day)]


def test_members_get_the_digits_in_the_order_they_come() -> None:
    record = a_record()
    group = a_group(record)
    some_members(record, group, NAMES)
    assert digits(record, group) == {name: place for place, name in enumerate(NAMES, 1)}


def test_a_tenth_member_is_refused() -> None:
    record = a_record()
    group = a_group(record)
    some_members(record, group, NAMES)
    before = tables(record, but=())
    with pytest.raises(Refused, match="as many as it can hold") as caught:
        members.add(record, group, "Ten", begins=TODAY)
    assert caught.value.values == {"most": 9}
    assert tables(record, but=()) == before


def test_full_name_and_record_number_stand_on_the_participant() -> None:
    record = a_record()
    group = a_group(record)
    ana = members.add(record, group, "Ana", begins=TODAY)
    assert members.members(record, group, TODAY)[0].full_name == "Ana"
    members.identify(record, ana, full_name=" Ana  Ferri ", record_number=" P-1 ")
    found = members.members(record, group, TODAY)[0]
    assert (found.name, found.full_name, found.record_number) == ("Ana", "Ana Ferri", "P-1")


@pytest.mark.parametrize("second", ["Ana", " ana ", "ＡＮＡ", "A\u200bna"])
def test_two_members_of_one_name_are_refused_in_one_group(second: str) -> None:
    record = a_record()
    group = a_group(record)
    some_members(record, group, ["Ana"])
    before = tables(record, but=())
    with pytest.raises(Refused, match="has this name already"):
        members.add(record, group, second, begins=TODAY)
    assert tables(record, but=()) == before
    members.add(record, a_group(record, name="Other"), second, begins=TODAY)


def test_somebody_may_be_renamed_but_not_to_a_name_that_is_taken() -> None:
    record = a_record()
    group = a_group(record)
    ana, _bruno = some_members(record, group, ["Ana", "Bruno"])
    members.rename(record, ana, "ANA")
    assert set(digits(record, group)) == {"ANA", "Bruno"}
    with pytest.raises(Refused, match="has this name already"):
        members.rename(record, ana, "bruno")
    with pytest.raises(Refused, match="no such member"):
        members.rename(record, "nobody", "Carla")


@pytest.mark.parametrize("name", ["", " \t", "\x00\x1b", "\u200b", "A" * 201])
def test_a_name_nobody_can_read_is_refused(name: str) -> None:
    record = a_record()
    group = a_group(record)
    with pytest.raises(Refused):
        members.add(record, group, name, begins=TODAY)


@pytest.mark.parametrize("name", ["[red]x", "<b>x</b>", "#emph[x]", "' OR 1=1 --", '"', "אנה", "👩‍💻", "A" * 200])
def test_a_name_is_literal_whatever_it_looks_like(name: str) -> None:
    record = a_record()
    group = a_group(record)
    member = members.add(record, group, name, begins=TODAY, full_name=name, record_number=name)
    found = members.members(record, group, TODAY)[0]
    assert (found.id, found.name, found.full_name, found.record_number) == (member, name, name, name)


def test_somebody_suspended_is_not_expected_until_they_are_back_and_keeps_their_digit() -> None:
    record = a_record()
    group = a_group(record)
    ana, _bruno = some_members(record, group, ["Ana", "Bruno"])
    members.change_status(record, ana, SUSPENDED, begins=TODAY + WEEK, reason="a job")
    members.add(record, group, "Carla", begins=TODAY + WEEK)
    members.change_status(record, ana, ACTIVE, begins=TODAY + 3 * WEEK)
    days = [expected(record, group, TODAY + n * WEEK) for n in range(4)]
    assert days == [["Ana", "Bruno"], ["Bruno", "Carla"], ["Bruno", "Carla"], ["Ana", "Bruno", "Carla"]]
    assert digits(record, group, TODAY + 3 * WEEK) == {"Ana": 1, "Bruno": 2, "Carla": 3}
    assert digits(record, group, TODAY + WEEK)["Ana"] == 1


def test_periods_follow_one_another_without_gap_or_overlap() -> None:
    record = a_record()
    [ana] = some_members(record, a_group(record), ["Ana"])
    members.change_status(record, ana, SUSPENDED, begins=TODAY + WEEK, reason="  a\njob ")
    members.change_status(record, ana, ACTIVE, begins=TODAY + WEEK)
    members.change_status(record, ana, LEFT, begins=TODAY + 2 * WEEK)
    found = members.periods(record, ana)
    assert [p.status for p in found] == [ACTIVE, SUSPENDED, ACTIVE, LEFT]
    assert [p.ends for p in found] == [p.begins for p in found[1:]] + [None]
    assert found[1].reason == "a job"
    for day in (TODAY, TODAY + WEEK, TODAY + 3 * WEEK):
        assert sum(p.begins <= day and (p.ends is None or day < p.ends) for p in found) == 1


def test_a_change_before_the_last_one_or_to_what_is_so_is_refused() -> None:
    record = a_record()
    [ana] = some_members(record, a_group(record), ["Ana"])
    with pytest.raises(Refused, match="so already"):
        members.change_status(record, ana, ACTIVE, begins=TODAY)
    with pytest.raises(Refused, match="before the last change"):
        members.change_status(record, ana, LEFT, begins=TODAY - WEEK)
    with pytest.raises(Refused, match="no such member"):
        members.change_status(record, "nobody", LEFT, begins=TODAY)


def test_a_new_member_takes_a_digit_nobody_had_before_one_that_became_free() -> None:
    record = a_record()
    group = a_group(record)
    ana, *_rest = some_members(record, group, NAMES[:8])
    members.change_status(record, ana, LEFT, begins=TODAY + WEEK)
    some_members(record, group, ["Nine"], begins=TODAY + WEEK)
    some_members(record, group, ["Ten"], begins=TODAY + WEEK)
    later = {m.name: m.digit for m in members.expected(record, group, TODAY + WEEK)}
    assert (later["Nine"], later["Ten"]) == (9, 1)


@pytest.mark.parametrize("status", [ACTIVE, SUSPENDED])
def test_somebody_who_returns_gets_another_digit_if_theirs_is_taken(status: MembershipStatus) -> None:
    record = a_record()
    group = a_group(record)
    ana, bruno, *_rest = some_members(record, group, NAMES)
    members.change_status(record, ana, LEFT, begins=TODAY + WEEK)
    members.change_status(record, bruno, LEFT, begins=TODAY + WEEK)
    some_members(record, group, ["New"], begins=TODAY + WEEK)
    members.change_status(record, ana, status, begins=TODAY + 2 * WEEK)
    found = members.members(record, group, TODAY + 2 * WEEK)
    here = [m.digit for m in found if m.status is not LEFT]
    assert len(here) == len(set(here)) == 9


def test_somebody_who_returns_to_a_full_group_is_refused() -> None:
    record = a_record()
    group = a_group(record)
    ana, *_rest = some_members(record, group, NAMES)
    members.change_status(record, ana, LEFT, begins=TODAY + WEEK)
    some_members(record, group, ["New"], begins=TODAY + WEEK)
    with pytest.raises(Refused, match="as many as it can hold"):
        members.change_status(record, ana, ACTIVE, begins=TODAY + 2 * WEEK)


def test_who_joins_later_is_not_listed_before() -> None:
    record = a_record()
    group = a_group(record)
    some_members(record, group, ["Ana"], begins=TODAY + WEEK)
    assert members.members(record, group, TODAY) == ()
    assert expected(record, group, TODAY + WEEK) == ["Ana"]
