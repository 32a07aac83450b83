"""The copy a member may have: all that is kept about them, on paper and as data, and not a word about another."""

from __future__ import annotations

import json
from datetime import datetime
from functools import cache
from io import BytesIO
from typing import Any

import pikepdf
import pytest

from agenda.others import Others
from agenda.record.about import ABOUT
from agenda.record.journal import columns
from agenda.record.person import TYPED, WITHHELD
from agenda.record.rows import member_code
from facilitator.paperwork.paper import Paper
from facilitator.paperwork.press import press
from facilitator.session_paper.access_copy import as_data, kept_about, on_paper
from tests.facilitator.paperwork.opened import words_of
from tests.privacy.canaries import PRIVATE
from tests.privacy.persons import LETTERS, Persons, a_record_of_persons, called

OF_NOBODY = {("member_codes", "code")}
"""Private, about a person, and withheld even from them: it opens the kiosk for whoever reads it."""


@cache
def persons() -> Persons:
    return a_record_of_persons()


@cache
def copies(letter: str) -> tuple[str, str, bytes]:
    """The data as text, the words on paper, the PDF."""
    one = persons()
    now: datetime = one.record.clock.now()
    kept = kept_about(one.record, one.ids[letter])
    pdf = press([on_paper(kept, now, Paper())], Paper()).pdf
    return json.dumps(as_data(kept, now), ensure_ascii=False), words_of(pdf), pdf


def data(letter: str) -> dict[str, Any]:
    found = json.loads(copies(letter)[0])
    assert isinstance(found, dict)
    return found


def test_the_record_of_this_test_has_something_of_everybody_in_every_list() -> None:
    """So that the tests below are about something; a new table about a person fails here until it is filled."""
    for letter in LETTERS:
        found = data(letter)
        assert [table for table in ABOUT if not found[table]] == []
    private = {(table, column) for table, column in PRIVATE if table in ABOUT} - OF_NOBODY
    for letter in LETTERS:
        assert persons().written[letter].words.keys() == private


def test_every_field_somebody_types_in_is_searched_for_names_of_others() -> None:
    own = {("participants", "full_name"), ("participants", "record_number"), ("members", "name")}
    typed = {column for table, column in PRIVATE if table in ABOUT and (table, column) not in own | OF_NOBODY}
    assert typed == TYPED


@pytest.mark.parametrize("letter", LETTERS)
def test_all_that_was_written_about_them_is_in_the_data_and_on_paper(letter: str) -> None:
    text, words, _pdf = copies(letter)
    for field, word in persons().written[letter].words.items():
        assert word in text, field
        assert word in words, field


@pytest.mark.parametrize("letter", LETTERS)
def test_no_other_members_name_or_words_are_in_it(letter: str) -> None:
    text, words, _pdf = copies(letter)
    for other in LETTERS.replace(letter, ""):
        for field, word in persons().written[other].words.items():
            assert word not in text, field
            assert word not in words, field
        assert persons().ids[other] not in text
    assert "Zqnobody" not in text + words
    assert "[another member]" in text
    assert "[another member]" in words


@pytest.mark.parametrize("letter", LETTERS)
def test_no_code_is_in_it_and_that_there_is_one_is(letter: str) -> None:
    text, words, _pdf = copies(letter)
    for one in member_code.codes(persons().record, persons().group).values():
        assert f'"{one}"' not in text
        assert one not in words.split()
    assert data(letter)["member_codes"][0].keys() == {"id", "member", "group", "made_at"}
    assert {"code"} < WITHHELD


def test_consents_are_told_with_their_days_taken_back_ones_too() -> None:
    given = [(row["given_on"], row["withdrawn_on"]) for row in data("a")["consents"]]
    assert given == [("2026-11-24", "2026-11-24"), ("2026-11-24", None)]
    words = copies("a")[1]
    assert "What you agreed to" in words
    assert "taken back on 24 Nov 2026" in words


def test_notes_are_told_as_they_stand_reviewed_or_drafted() -> None:
    first, second = data("a")["composed_notes"]
    assert first["reviewed_at"] == "2026-11-24T14:00:00.000Z"
    assert "Reviewed on 24 Nov 2026 14:00 by Robin." in copies("a")[1]
    assert [part["key"] for part in first["sections"] if part["by_hand"]] == ["response"]
    assert second["reviewed_at"] is None
    assert "Drafted, not reviewed." in copies("a")[1]


def test_who_wrote_what_when_is_told_of_them_alone() -> None:
    lines = data("a")["journal"]
    assert {"member.add", "attendance.mark", "goal.add_step", "note.edit", "access.open"} <= {
        line["verb"] for line in lines
    }
    rows = [change for line in lines for change in line["changes"] if change["table"] == "attendance"]
    assert {(row["after"] or row["before"])["member_id"] for row in rows} == {persons().ids["a"]}
    assert "Robin · marked attendance" in copies("a")[1]


def test_the_fields_are_those_of_the_export() -> None:
    record = persons().record
    for table in ABOUT:
        wanted = {name.removesuffix("_id") for name in columns(record.db, table) if name not in WITHHELD}
        assert data("a")[table][0].keys() == wanted, table


def test_the_paper_is_tagged_and_says_its_language() -> None:
    with pikepdf.open(BytesIO(copies("a")[2])) as pdf:
        assert pdf.Root.MarkInfo.Marked
        assert str(pdf.Root.Lang).startswith("en")


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("Bruno came along.", "[x] came along."),
        ("BRUNO, bruno's", "[x], [x]'s"),
        ("brunomania", "brunomania"),
        ("José and Jose\u0301", "[x] and [x]"),
        ("Ana Maria and Ana", "Ana Maria and [x]"),
        ("Bru\u00adno", "[x]"),
        ("Bruno\nRossi", "[x]\nRossi"),
        ("Carla\n Bianchi called", "[x] called"),
        ("", ""),
    ],
)
def test_names_of_others_are_taken_out_however_they_were_typed(text: str, left: str) -> None:
    others = Others(("Bruno", "José", "Ana", "Carla Bianchi"), ("Ana Maria",), "[x]")
    assert others.out_of(text) == left


def test_called_names_are_words_of_their_own() -> None:
    assert len({called(letter) for letter in LETTERS}) == len(LETTERS)
