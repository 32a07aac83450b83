"""A field that says nothing of somebody is not told of them."""

from __future__ import annotations

import pytest

from agenda.attendance import Mode, Status
from facilitator.record_names import Names, telling
from facilitator.record_words import Telling


@pytest.fixture
def words() -> Telling:
    return telling(Names({}, {}, {}), "UTC", "en")


@pytest.mark.parametrize("status", Status)
def test_how_somebody_took_part_is_told_of_those_who_did(status: Status, words: Telling) -> None:
    labels = [label for label, _value in words.fields({"status": status.value, "mode": Mode.ROOM.value})]
    assert ("took part by" in labels) is status.present
