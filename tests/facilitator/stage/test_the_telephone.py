"""The telephone's file and its buttons: nothing old, forged or malformed turns a page."""

from __future__ import annotations

import json
import os
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from agenda.public import PromptState, PublicPage
from facilitator.stage import Publisher, open_stage
from facilitator.stage.telephone import (
    LONGEST,
    MOST_ASKS,
    MOST_BYTES,
    Button,
    Press,
    Presses,
    new_pairing,
    pairing_hash,
    pairs,
    press,
    prompt_from,
    prompt_json,
    read_prompt,
)

NOW = datetime(2026, 11, 24, 13, 0, tzinfo=UTC)
CODE = "a-long-code-of-one-telephone"
STATE = PromptState(
    3, NOW, pairing_hash(CODE), "Today's topic", PublicPage("What helps?", ("Rest", "A walk")),
    ("Ask: What helped you?",), "Let us try it", NOW + timedelta(minutes=9), curtain=False,
)  # fmt: skip


@pytest.fixture
def stage(tmp_path: Path) -> Path:
    return open_stage(tmp_path / "stage")


def pressed(number: int, button: Button = Button.NEXT, code: str = CODE, at: datetime = NOW) -> Press:
    return Press(code, number, button, at)


def test_what_was_written_is_read(stage: Path) -> None:
    publisher = Publisher(stage, lambda: NOW)
    assert publisher.publish_prompt(prompt_json(STATE))
    assert read_prompt(stage, NOW) == STATE
    assert oct((stage / "telephone.json").stat().st_mode)[-3:] == "600"
    assert publisher.publish_prompt(None)
    assert read_prompt(stage, NOW) is None
    publisher.close()


@pytest.mark.parametrize("seconds", [6, 3600, -3600])
def test_a_file_of_another_time_is_silence(seconds: int, stage: Path) -> None:
    (stage / "telephone.json").write_bytes(prompt_json(STATE))
    assert read_prompt(stage, NOW + timedelta(seconds=seconds)) is None


@pytest.mark.parametrize("field", sorted(json.loads(prompt_json(STATE))))
def test_a_file_that_lacks_anything_is_none(field: str) -> None:
    fields = json.loads(prompt_json(STATE))
    assert prompt_from(json.dumps(fields).encode()) == STATE
    del fields[field]
    assert prompt_from(json.dumps(fields).encode()) is None


@pytest.mark.parametrize("raw", [b"", b"{", b"[]", b"7", b"[" * 9999, prompt_json(STATE)[:-9]], ids=range(6))
def test_spoilt_bytes_are_none(raw: bytes) -> None:
    assert prompt_from(raw) is None


def test_only_its_own_code_pairs() -> None:
    assert pairs(STATE, CODE)
    assert not pairs(STATE, CODE + "x")
    assert not pairs(STATE, "")
    assert len({new_pairing() for _each in range(50)}) == 50


def test_buttons_come_in_order_once(stage: Path) -> None:
    hand = Presses(stage, CODE)
    assert hand.take(NOW) == ()
    for number, button in ((1, Button.NEXT), (3, Button.CURTAIN), (2, Button.BACK)):
        assert press(stage, pressed(number, button))
    assert hand.take(NOW) == (Button.NEXT, Button.BACK, Button.CURTAIN)
    assert hand.take(NOW) == ()
    assert os.listdir(stage / "presses") == []


@pytest.mark.parametrize(
    "wrong",
    [
        pressed(9, code="another telephone"),
        pressed(9, at=NOW - timedelta(seconds=6)),
        pressed(9, at=NOW + timedelta(seconds=6)),
        pressed(2),
        pressed(1),
    ],
    ids=["forged", "stale", "from the future", "replayed", "older"],
)
def test_what_is_not_pressed_now_by_this_telephone_is_not_obeyed(wrong: Press, stage: Path) -> None:
    hand = Presses(stage, CODE)
    press(stage, pressed(2))
    assert hand.take(NOW) == (Button.NEXT,)
    press(stage, wrong)
    assert (hand.take(NOW), hand.others) == ((), 1)
    assert os.listdir(stage / "presses") == []
    press(stage, pressed(10))
    assert (hand.take(NOW), hand.others) == ((Button.NEXT,), 0)


@pytest.mark.parametrize("fault", ["garbled", "huge", "link", "folder", "other fields", "half"])
def test_what_is_no_button_is_removed_and_the_next_one_counts(fault: str, stage: Path, tmp_path: Path) -> None:
    press(stage, pressed(1))
    (only,) = (stage / "presses").iterdir()
    good = json.loads(only.read_text())
    place = stage / "presses" / "000000000000-x.json"
    if fault == "garbled":
        place.write_bytes(b"\xff\x00{")
    elif fault == "huge":
        place.write_text(json.dumps({**good, "button": "next" * 999}))
    elif fault == "link":
        (tmp_path / "outside").write_text(json.dumps({**good, "number": 7}))
        place.symlink_to(tmp_path / "outside")
    elif fault == "folder":
        place.mkdir()
        (place / "inside").write_text("x")
    elif fault == "other fields":
        place.write_text(json.dumps({**good, "number": "7"}))
    else:
        (stage / "presses" / ".half").write_text("{")
    assert Presses(stage, CODE).take(NOW) == (Button.NEXT,)
    assert [name for name in os.listdir(stage / "presses") if not name.startswith(".")] == []
    assert not (tmp_path / "outside").exists() or (tmp_path / "outside").read_text()


@pytest.mark.parametrize("taken_by", ["a link", "a file"])
def test_what_lies_in_the_place_of_the_folder_is_put_away(taken_by: str, stage: Path, tmp_path: Path) -> None:
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "1.json").write_text("theirs")
    if taken_by == "a link":
        (stage / "presses").symlink_to(elsewhere)
    else:
        (stage / "presses").write_text("a file")
    hand = Presses(stage, CODE)
    assert not press(stage, pressed(1))
    assert hand.take(NOW) == ()
    assert press(stage, pressed(1))
    assert hand.take(NOW) == (Button.NEXT,)
    assert (elsewhere / "1.json").read_text() == "theirs"


def test_a_stage_that_cannot_be_written_is_said(tmp_path: Path) -> None:
    (tmp_path / "stage").write_text("no folder")
    assert not press(tmp_path / "stage", pressed(1))


@pytest.mark.parametrize(("asks", "is_read"), [(MOST_ASKS, True), (MOST_ASKS + 1, False)])
def test_it_says_at_most_so_many_things(asks: int, is_read: bool) -> None:
    state = replace(STATE, ask=("Ask.",) * asks)
    assert (prompt_from(prompt_json(state)) == state) is is_read


@pytest.mark.parametrize(("letters", "is_read"), [(LONGEST, True), (LONGEST + 1, False)])
def test_one_thing_to_say_has_at_most_so_many_letters(letters: int, is_read: bool) -> None:
    state = replace(STATE, heading="m" * letters)
    assert (prompt_from(prompt_json(state)) == state) is is_read


def test_a_file_of_another_version_or_with_a_page_too_long_is_none() -> None:
    fields = json.loads(prompt_json(STATE))
    assert prompt_from(json.dumps({**fields, "schema": fields["schema"] + 1}).encode()) is None
    page = {**fields["page"], "lines": ["line"] * 500}
    assert prompt_from(json.dumps({**fields, "page": page}).encode()) is None
    assert prompt_from(None) is None


@pytest.mark.parametrize(("size", "is_obeyed"), [(MOST_BYTES, True), (MOST_BYTES + 1, False)])
def test_a_button_is_at_most_so_large(size: int, is_obeyed: bool, stage: Path) -> None:
    assert press(stage, pressed(1))
    (file,) = (stage / "presses").iterdir()
    file.write_bytes(file.read_bytes().ljust(size))
    assert Presses(stage, CODE).take(NOW) == ((Button.NEXT,) if is_obeyed else ())


def test_a_button_with_a_second_name_is_not_obeyed(stage: Path) -> None:
    assert press(stage, pressed(1))
    (file,) = (stage / "presses").iterdir()
    os.link(file, stage / "another name")
    assert Presses(stage, CODE).take(NOW) == ()


def test_whoever_lets_the_stage_go_leaves_it_to_the_next(stage: Path) -> None:
    first, second = (Publisher(stage, lambda: NOW) for _each in range(2))
    assert first.publish_prompt(prompt_json(STATE))
    assert not second.publish_prompt(prompt_json(STATE))
    first.close()
    assert second.publish_prompt(prompt_json(STATE))
    second.close()
