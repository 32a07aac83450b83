"""A consent is given on a day, holds until it is withdrawn, and can be given again."""

from __future__ import annotations

from datetime import timedelta

import pytest

from agenda.calendar_title import LONGEST_TITLE, calendar_title
from agenda.consent import ConsentKind
from agenda.error import Refused
from agenda.record import undo as undoing
from agenda.record.rows import consent as consents
from agenda.record.rows import group as groups
from tests.builders import TODAY, a_session

SUPPORTER = ConsentKind.SUPPORTER
DAY = timedelta(days=1)


def test_it_holds_from_when_it_is_given_until_it_is_withdrawn_and_every_time_is_kept() -> None:
    room = a_session()
    one = room.members[0]
    assert consents.in_force(room.record, one, SUPPORTER) is None
    consents.give(room.record, one, SUPPORTER, on=TODAY)
    found = consents.in_force(room.record, one, SUPPORTER)
    assert found is not None
    assert found.given_on == TODAY
    consents.withdraw(room.record, one, SUPPORTER, on=TODAY + DAY)
    assert consents.in_force(room.record, one, SUPPORTER) is None
    consents.give(room.record, one, SUPPORTER, on=TODAY + 2 * DAY)
    assert [each.withdrawn_on for each in consents.consents(room.record, one)] == [TODAY + DAY, None]
    assert consents.in_force(room.record, room.members[1], SUPPORTER) is None


def test_giving_twice_or_taking_back_what_is_not_there_is_refused() -> None:
    room = a_session()
    one = room.members[0]
    with pytest.raises(Refused):
        consents.withdraw(room.record, one, SUPPORTER, on=TODAY)
    consents.give(room.record, one, SUPPORTER, on=TODAY)
    with pytest.raises(Refused):
        consents.give(room.record, one, SUPPORTER, on=TODAY)
    with pytest.raises(Refused) as refusal:
        consents.withdraw(room.record, one, SUPPORTER, on=TODAY - DAY)
    assert refusal.value.hint


def test_a_withdrawal_can_be_undone() -> None:
    room = a_session()
    one = room.members[0]
    consents.give(room.record, one, SUPPORTER, on=TODAY)
    consents.withdraw(room.record, one, SUPPORTER, on=TODAY)
    undoing.undo(room.record, None)
    assert consents.in_force(room.record, one, SUPPORTER) is not None


@pytest.mark.parametrize("title", ["Appointment", "Tuesday at three", "Caffè", ""])
def test_a_neutral_title_for_calendars_is_kept(title: str) -> None:
    room = a_session()
    groups.set_calendar_title(room.record, room.group, f" {title} ")
    assert groups.calendar_title(room.record, room.group) == title


@pytest.mark.parametrize("title", ["IMR group", "Mental health", "Psychiatry", "x" * (LONGEST_TITLE + 1)])
def test_a_title_that_tells_strangers_what_it_is_about_is_refused(title: str) -> None:
    with pytest.raises(Refused):
        calendar_title(title)


def test_a_title_with_the_name_of_a_member_is_refused() -> None:
    room = a_session()
    with pytest.raises(Refused) as refusal:
        groups.set_calendar_title(room.record, room.group, "Coffee with Ana")
    assert refusal.value.hint
    assert groups.calendar_title(room.record, room.group) == ""
