"""Each canary is seen on the console or stands in the export: else the search elsewhere would prove nothing."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from agenda.record.export import export
from tests.facilitator.console.hour.hour import an_hour
from tests.privacy.canaries import (
    COPIES,
    MARK,
    PRIVATE,
    PUBLIC,
    Search,
    a_record_of_canaries,
    add_private_words,
    canary,
    every_canary,
    private_text_columns,
)

ON_THE_CONSOLE = {
    ("members", "name"): ("tab",),
    ("attendance", "reason"): ("1", "enter"),
    ("follow_ups", "what"): ("1", "enter"),
    ("drafts", "text"): ("1", "enter", "enter"),
    ("groups", "name"): (),
    ("homework", "what"): ("3", "enter"),
    ("homework", "when"): ("3", "enter"),
    ("homework", "where"): ("3", "enter"),
    ("homework", "obstacle"): ("3", "enter", "down", "enter"),
    ("homework", "remedy"): ("3", "enter", "down", "enter"),
    ("homework", "helper"): ("3", "enter", "down", "enter"),
    ("goals", "text"): ("3", "enter"),
    ("goals", "how_known"): ("3", "enter", "down", "down", "enter"),
    ("short_term_goals", "text"): ("3", "enter", "down", "down", "enter"),
    ("steps", "text"): ("3", "enter", "down", "down", "enter"),
    ("responses", "words"): ("3", "enter"),
}


def test_every_text_column_is_private_or_said_not_to_be(tmp_path: Path) -> None:
    record, _code = a_record_of_canaries(tmp_path / "our.record")
    assert private_text_columns(record) == PRIVATE | COPIES | PUBLIC
    record.close()


def test_every_private_column_holds_its_canary(tmp_path: Path) -> None:
    record, _code = a_record_of_canaries(tmp_path / "our.record")
    for table, column in PRIVATE:
        held = [row[column] for row in record.rows(f'SELECT "{column}" FROM "{table}"')]
        assert any(MARK in text for text in held), f"{table}.{column}"
    record.close()


@pytest.mark.slow
@pytest.mark.parametrize("field", ON_THE_CONSOLE, ids=".".join)
async def test_the_console_shows_it(field: tuple[str, str], tmp_path: Path) -> None:
    record, _code = a_record_of_canaries(tmp_path / "our.record")
    async with an_hour(tmp_path, record=record) as hour:
        add_private_words(record, hour.screen.session_id)
        await hour.press(*ON_THE_CONSOLE[field])
        assert canary(*field) in hour.text()
    record.close()


def test_all_the_others_stand_in_the_export(tmp_path: Path) -> None:
    record, _code = a_record_of_canaries(tmp_path / "our.record")
    words = json.dumps(export(record))
    assert [one for one in every_canary() if one not in words] == [canary("drafts", "text")]
    record.close()


@pytest.mark.parametrize("shape", ["utf-8", "utf-16-le", "utf-16-be", "upper", "base64", "json", "hex"])
def test_the_search_knows_a_canary_in_any_shape(shape: str) -> None:
    import base64

    shapes = {
        "upper": MARK.upper().encode(),
        "base64": base64.b64encode(f"a name: {MARK}-1".encode()),
        "json": "".join(f"\\u{ord(letter):04x}" for letter in MARK).encode(),
        "hex": MARK.encode().hex().encode(),
    }
    raw = shapes[shape] if shape in shapes else MARK.encode(shape)
    assert Search().finds(b"before " + raw + b" after") is not None
    assert Search().finds(b"before and after") is None
