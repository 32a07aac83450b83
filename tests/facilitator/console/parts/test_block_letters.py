"""A name drawn large is that name: every sign of it, or plain letters."""

from __future__ import annotations

import pytest

from facilitator.console.parts.block_letters import in_blocks


def test_a_name_is_three_rows_high() -> None:
    assert in_blocks("Carla", 80) == [
        "▄▀▀▀ ▄▀▀▄ █▀▀▄ █    ▄▀▀▄",
        "█    █▀▀█ █▀█  █    █▀▀█",
        " ▀▀▀ ▀  ▀ ▀  ▀ ▀▀▀▀ ▀  ▀",
    ]


@pytest.mark.parametrize(("name", "plain"), [("José", "Jose"), ("Zoë", "Zoe"), ("Łucja", "Lucja"), ("Çelik", "Celik")])
def test_a_sign_on_a_letter_is_drawn(name: str, plain: str) -> None:
    assert len(in_blocks(name, 80)) >= 3
    assert in_blocks(name, 80) != in_blocks(plain, 80)


def test_composed_and_decomposed_letters_are_one_drawing() -> None:
    assert in_blocks("Jose\u0301", 80) == in_blocks("José", 80)


@pytest.mark.parametrize("name", ["Мария", "נועה", "Ana 🙂", "A\u0489na", ""])
def test_what_cannot_be_drawn_as_it_is_stays_plain(name: str) -> None:
    assert in_blocks(name, 80) == []


def test_a_name_wider_than_the_room_stays_plain() -> None:
    rows = in_blocks("Bartholomew", 200)
    assert in_blocks("Bartholomew", max(map(len, rows))) == rows
    assert in_blocks("Bartholomew", max(map(len, rows)) - 1) == []
