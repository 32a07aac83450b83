"""Groups in the record: made, moved, their own agreements, minutes and closed days."""

from __future__ import annotations

from datetime import date, time

import pytest

from agenda.error import Refused
from agenda.record.rows import group as groups
from agenda.session import PhaseKey, SessionKind
from tests.builders import TODAY, a_group, a_record, assert_refused, tables


def test_a_group_is_read_as_it_was_made() -> None:
    record = a_record()
    made = groups.create(
        record, " Tuesday\tgroup ", weekday=1, starts=time(14, 30), zone="Europe/Rome", module="coping-stress",
        minutes=75, interval_days=14,
    )  # fmt: skip
    found = groups.group(record, made)
    assert (found.name, found.weekday, found.starts, found.zone) == ("Tuesday group", 1, time(14, 30), "Europe/Rome")
    assert (found.minutes, found.interval_days, found.module, found.agreements) == (75, 14, "coping-stress", ())
    assert groups.all_groups(record) == (found,)


@pytest.mark.parametrize(
    "wrong",
    [
        {"name": " \n"},
        {"weekday": 7},
        {"weekday": -1},
        {"minutes": 19},
        {"minutes": 181},
        {"zone": "Mars/Olympus"},
        {"zone": "../../etc"},
        {"zone": ""},
        {"interval_days": 0},
    ],
)
def test_a_group_that_could_not_meet_is_refused(wrong: dict[str, object]) -> None:
    record = a_record()
    before = tables(record, but=())
    usual = {"name": "G", "weekday": 1, "starts": time(14), "zone": "UTC", "module": "", "minutes": 60}
    with pytest.raises(Refused) as caught:
        groups.create(record, **{**usual, **wrong})  # type: ignore[arg-type]
    assert caught.value.message
    assert tables(record, but=()) == before


def test_a_group_can_be_renamed_and_its_hour_moved() -> None:
    record = a_record()
    group = a_group(record)
    groups.change(record, group, name="Thursday", weekday=3, starts=time(9), minutes=90)
    found = groups.group(record, group)
    assert (found.name, found.weekday, found.starts, found.minutes) == ("Thursday", 3, time(9), 90)
    with pytest.raises(Refused):
        groups.change(record, group, name="Thursday", weekday=3, starts=time(9), minutes=500)


def test_agreements_are_five_lines_at_most_and_none_are_those_of_the_pack() -> None:
    record = a_record()
    group = a_group(record)
    groups.set_agreements(record, group, (" We listen.", "", "What is said here\nstays here. "))
    assert groups.group(record, group).agreements == ("We listen.", "What is said here stays here.")
    with pytest.raises(Refused, match="five"):
        groups.set_agreements(record, group, tuple("abcdef"))
    groups.set_agreements(record, group, ())
    assert groups.group(record, group).agreements == ()


def test_a_day_is_closed_once_and_can_be_opened_again() -> None:
    record = a_record()
    group = a_group(record)
    later = groups.close_date(record, group, date(2027, 1, 5))
    groups.close_date(record, group, date(2026, 12, 29), "holidays")
    assert [(c.day, c.reason) for c in groups.closed_dates(record, group)] == [
        (date(2026, 12, 29), "holidays"),
        (date(2027, 1, 5), ""),
    ]
    with pytest.raises(Refused, match="closed already"):
        groups.close_date(record, group, date(2027, 1, 5))
    groups.open_date(record, later)
    assert len(groups.closed_dates(record, group)) == 1
    with pytest.raises(Refused, match="not closed"):
        groups.open_date(record, later)


def test_a_group_sets_its_own_minutes_but_not_the_lessons() -> None:
    record = a_record()
    group = a_group(record)
    groups.set_phase_minutes(record, group, SessionKind.USUAL, PhaseKey.GOALS, 12)
    groups.set_phase_minutes(record, group, SessionKind.USUAL, PhaseKey.GOALS, 8)
    assert groups.phase_minutes(record, group, SessionKind.USUAL) == {PhaseKey.GOALS: 8}
    assert groups.phase_minutes(record, group, SessionKind.SMALL) == {}
    for key, minutes in ((PhaseKey.LESSON, 20), (PhaseKey.GOALS, 0), (PhaseKey.GOALS, 91)):
        with pytest.raises(Refused):
            groups.set_phase_minutes(record, group, SessionKind.USUAL, key, minutes)


def test_a_group_that_is_not_there_is_refused_in_words() -> None:
    record = a_record()
    assert_refused(
        "no such group",
        lambda: groups.group(record, "none"),
        lambda: groups.change(record, "none", name="x", weekday=1, starts=time(9), minutes=60),
        lambda: groups.set_agreements(record, "none", ()),
        lambda: groups.close_date(record, "none", TODAY),
        lambda: groups.set_phase_minutes(record, "none", SessionKind.USUAL, PhaseKey.GOALS, 5),
    )
