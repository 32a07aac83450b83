"""Whatever a terminal sends, a whole sequence is its key, and everything else is nothing; nothing raises."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from textual.events import Key, MouseEvent, Paste
from textual.message import Message

from facilitator.terminal.driver import SureParser
from facilitator.terminal.sieve import LONGEST_PASTE, PASTE_WITHIN
from tests.faults.odd_bytes import SENSELESS, any_senseless
from tests.hostile import is_legible


class Line:
    """A terminal's line and a clock turned by hand."""

    def __init__(self) -> None:
        self.now = 100.0
        self.parser = SureParser()
        self.parser.monotonic = lambda: self.now

    def sends(self, *parts: bytes | float) -> list[Message]:
        """Bytes, and seconds in which nothing comes. A minute of silence follows."""
        got: list[Message] = []
        for part in (*parts, 60.0):
            if isinstance(part, bytes):
                got += self.parser.feed_bytes(part)
            else:
                for _tick in range(20):
                    self.now += part / 20
                    got += self.parser.tick()
        return got

    def keys(self, *parts: bytes | float) -> list[str]:
        return [one.key for one in self.sends(*parts) if isinstance(one, Key)]


@pytest.fixture
def line() -> Line:
    return Line()


@pytest.mark.parametrize(
    ("raw", "keys"),
    [
        (b"h", ["h"]),
        ("é😀".encode(), ["é", "grinning_face"]),
        (b"\r\t\x7f", ["enter", "tab", "backspace"]),
        (b"\x00\x1a", ["ctrl+@", "ctrl+z"]),
        (b"\x1b", ["escape"]),
        (b"\x1b\x1b", ["escape", "escape"]),
        (b"\x1b[A\x1bOB", ["up", "down"]),
        (b"\x1b[5~\x1b[6~\x1b[Z", ["pageup", "pagedown", "shift+tab"]),
        (b"\x1bOP\x1b[20~\x1b[[A", ["f1", "f9", "f1"]),
        (b"\x9bA", ["up"]),
        (b"\x1b[27u\x1b[13u\x1b[104;1;104u", ["escape", "enter", "h"]),
        (b"\x1b[104:72;2;72u", ["H"]),
        (b"\x1b[99;5u\x1b[1;5A", ["ctrl+c", "ctrl+up"]),
    ],
)
def test_a_key_is_its_key(line: Line, raw: bytes, keys: list[str]) -> None:
    assert line.keys(raw) == keys


@pytest.mark.parametrize("raw", SENSELESS)
def test_what_makes_no_sense_is_nothing(line: Line, raw: bytes) -> None:
    assert line.sends(raw) == []


@pytest.mark.parametrize("pause", [0.0, 0.1, 0.35, 0.45])
@pytest.mark.parametrize("raw", [b"\x1b[A", b"\x1b[6~", b"\x1bOP", b"\x1b[1;5A", b"\x1b[104;1;104u"])
def test_a_sequence_cut_anywhere_is_its_own_key_and_no_other(line: Line, raw: bytes, pause: float) -> None:
    whole = line.keys(raw)
    assert len(whole) == 1
    for cut in range(1, len(raw)):
        assert line.keys(raw[:cut], pause, raw[cut:]) == whole


@pytest.mark.parametrize("pause", [0.0, 0.1, 0.35, 0.45])
def test_an_old_mouse_report_is_nothing_wherever_it_is_cut(line: Line, pause: float) -> None:
    raw = b"\x1b[M\x20\xe9\x31"
    for cut in range(1, len(raw)):
        assert line.keys(raw[:cut], pause, raw[cut:]) == []


def test_the_key_esc_is_followed_by_any_other_key(line: Line) -> None:
    assert line.keys(b"\x1b", 0.2, b"h") == ["escape", "h"]
    assert line.keys(b"\x1b", 0.2, b"3") == ["escape", "3"]
    assert line.keys(b"\x1b", 0.6, b"[") == ["escape", "left_square_bracket"]


def test_the_keyboard_is_never_dead_for_long(line: Line) -> None:
    for start in (b"\x1b[", b"\x1b[12;", b"\x1bO", b"\x1b]0;title", b"\x1b[M", b"\xe2\x82", b"\x1b[200~abc"):
        assert line.keys(start, PASTE_WITHIN + 0.1, b"h") == ["h"]


def test_a_paste_is_one_paste_whatever_is_in_it(line: Line) -> None:
    [got] = line.sends(b"\x1b[200~caf\xe9 \x1b[2J\xe2\x80\xaeone\r\ntwo\x1b", 0.7, b"[201~")
    assert isinstance(got, Paste)
    assert got.text == "caf\ufffd [2Jone\ntwo"


def test_a_paste_whose_end_never_comes_is_kept(line: Line) -> None:
    [got] = line.sends(b"\x1b[200~three words only")
    assert isinstance(got, Paste)
    assert got.text == "three words only"


def test_a_huge_paste_is_cut_and_its_end_is_found(line: Line) -> None:
    got = line.sends(b"\x1b[200~" + b"a" * (LONGEST_PASTE + 5000) + b"\x1b[201~h")
    assert [type(one) for one in got] == [Paste, Key]
    assert isinstance(got[0], Paste)
    assert len(got[0].text) == LONGEST_PASTE


@given(st.lists(st.binary(max_size=30) | st.floats(0, 2), max_size=12))
def test_no_bytes_at_all_raise_or_show_what_is_not_legible(parts: list[bytes | float]) -> None:
    for message in Line().sends(*parts):
        if isinstance(message, Paste):
            assert is_legible(message.text)
        elif isinstance(message, Key) and message.is_printable:
            assert message.character is not None
            assert is_legible(message.character)


@given(st.binary(max_size=60), st.data())
def test_how_bytes_are_packed_makes_no_difference(raw: bytes, data: st.DataObject) -> None:
    cut = data.draw(st.integers(0, len(raw)))
    whole = [repr(one) for one in Line().sends(raw) if not isinstance(one, MouseEvent)]
    parts = [repr(one) for one in Line().sends(raw[:cut], raw[cut:]) if not isinstance(one, MouseEvent)]
    assert parts == whole


@given(st.randoms(use_true_random=False))
def test_senseless_bytes_are_no_key(chance: random.Random) -> None:
    assert Line().keys(*any_senseless(chance)) == []
