"""Clock, identifiers, instants and errors: the small things everything stands on."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest
import uuid6
from hypothesis import given
from hypothesis import strategies as st

from agenda.clock import ManualClock, SystemClock
from agenda.error import AgendaError, Damaged, RecordBusy, Refused, WrongKey
from agenda.ids import SeededIds, random_ids
from agenda.instant import from_text, maybe_from_text, maybe_to_text, to_text
from tests.builders import NOON, a_clock

MOMENTS = st.builds(
    lambda seconds, zone: NOON.astimezone(zone) + timedelta(seconds=seconds),
    st.floats(-2e9, 4e9),
    st.sampled_from([UTC, timezone(timedelta(hours=-9))]),
)


def test_a_manual_clock_moves_only_when_told() -> None:
    clock = a_clock()
    assert (clock.now(), clock.monotonic()) == (NOON, 0.0)
    clock.advance(timedelta(seconds=90))
    clock.set_back(timedelta(hours=1))
    assert (clock.now(), clock.monotonic()) == (NOON + timedelta(seconds=90) - timedelta(hours=1), 90.0)


def test_a_clock_needs_a_zone() -> None:
    with pytest.raises(ValueError, match="aware"):
        ManualClock(datetime(2026, 11, 24))  # noqa: DTZ001


def test_the_laptops_clock_is_aware_and_its_seconds_never_run_backward() -> None:
    clock = SystemClock()
    assert clock.now().tzinfo is UTC
    assert clock.monotonic() <= clock.monotonic()


def test_identifiers_are_uuids_of_version_seven_that_sort_as_they_were_made() -> None:
    clock = a_clock()
    ids = SeededIds(clock, 3)
    made = []
    for _ in range(50):
        made += [ids() for _ in range(20)]
        clock.advance(timedelta(milliseconds=1))
    assert made == sorted(made)
    assert len(set(made)) == len(made)
    assert {uuid6.UUID(one).version for one in [*made, random_ids()]} == {7}


def test_the_same_seed_gives_the_same_identifiers() -> None:
    one, same, other = (SeededIds(a_clock(), seed) for seed in (3, 3, 4))
    assert [one() for _ in range(5)] == [same() for _ in range(5)]
    assert one() != other()


@given(MOMENTS)
def test_an_instant_written_and_read_is_the_same_to_the_millisecond(moment: datetime) -> None:
    read = from_text(to_text(moment))
    assert timedelta() <= moment - read < timedelta(milliseconds=1)
    assert to_text(read) == to_text(moment)


@given(MOMENTS, MOMENTS)
def test_instants_sort_as_text_as_they_happened(one: datetime, other: datetime) -> None:
    assert (to_text(one) < to_text(other)) <= (one < other)


def test_an_instant_needs_a_zone_and_nothing_stays_nothing() -> None:
    with pytest.raises(ValueError, match="zone"):
        to_text(datetime(2026, 11, 24))  # noqa: DTZ001
    assert maybe_to_text(None) is None
    assert maybe_from_text(None) is None
    assert maybe_from_text(maybe_to_text(NOON)) == NOON


def test_every_error_has_a_sentence_a_hint_and_an_exit_code() -> None:
    assert issubclass(WrongKey, Refused)
    assert issubclass(RecordBusy, Refused)
    assert [kind("s").exit_code for kind in (AgendaError, Refused, WrongKey, RecordBusy, Damaged)] == [1, 1, 1, 1, 3]
    error = Refused("{most} at most.", "Fewer.", most=9)
    assert (error.message.format(**error.values), error.hint, str(error)) == ("9 at most.", "Fewer.", "{most} at most.")
