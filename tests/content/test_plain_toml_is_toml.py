"""What is read as plain TOML is what Python's own reader says of it, or that one is asked."""

from __future__ import annotations

import tomllib

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from content.load import PACKS
from content.plain_toml import read_plain

LISTS = [*sorted(PACKS.rglob("pack.toml")), *sorted(PACKS.rglob("module.toml"))]
FORMS = sorted(PACKS.rglob("worksheets/*.toml"))
LESSONS = [path for path in sorted(PACKS.rglob("*.md")) if path.read_bytes().startswith(b"+++\n")]

PIECES = (
    *(
        "a",
        "b",
        "9",
        "a-b",
        "é",
        " ",
        "\t",
        "\n",
        "\n\n",
        "=",
        " = ",
        "0",
        "01",
        "12",
        "-1",
        "+1",
        "1_0",
        "1.5",
        "1e3",
        "0x1f",
    ),
    *(
        "true",
        "false",
        "True",
        "inf",
        "2026-11-24",
        "[",
        "]",
        "[[",
        "]]",
        "[t]",
        "[a]",
        "[a.b]",
        ",",
        ", ",
        "{",
        "}",
        ".",
    ),
    *('"', '""', '"""', "'", "\\", "\\n", '"x"', '"é, [y] # z"', '"a\\"b"', '"tab\there"', "#", "# said"),
    *("\x00", "\x0b", "\x7f", "\r"),
    *('a = "x"\n', "b = 12\n", 'b = ["x", "y"]\n', 'c = [\n  "x",\n  "y",\n]\n', "c = []\n", "d = true\n", "[t]\n"),
)


def said(text: str) -> dict[str, object] | None:
    try:
        return tomllib.loads(text)
    except ValueError:
        return None


@given(st.lists(st.sampled_from(PIECES), max_size=12).map("".join))
@example('a = "x" "y"\n')
@example('a = ["x" "y"]\n')
@example('a = ["x",, "y"]\n')
@example("a = [,]\n")
@example("a = 01\n")
@example("a = 1\na = 2\n")
@example("[a]\n[a]\n")
@example("a = 1\n[a]\n")
@example('a = """\nb = "x"\n"""\n')
@example("a = 1 # said\n")
@example("a.b = 1\n")
@example("a =\n1\n")
@example("[t] a = 1\n")
@example("# \x00\n")
def test_it_never_says_anything_else(text: str) -> None:
    plain = read_plain(text)
    assert plain is None or plain == said(text)


PLAIN = (
    "",
    "a = 1",
    "# said\n\na = 1\n",
    'a = ["x", "y"]\n',
    'a = [\n    "x",\n    "y",\n]\n',
    "a = []\n[t]\nb = true\n9 = []\n",
)


@pytest.mark.parametrize("text", PLAIN)
def test_what_people_write_is_plain(text: str) -> None:
    assert read_plain(text) == said(text)
    assert read_plain(text) is not None


def test_every_list_of_ours_and_every_front_matter_is_plain() -> None:
    texts = [path.read_text("utf-8") for path in LISTS]
    texts += [path.read_text("utf-8").split("+++\n")[1] for path in LESSONS]
    assert len(texts) > 60
    for text in texts:
        assert read_plain(text) == tomllib.loads(text)


def test_what_is_more_than_plain_is_left_to_the_other_reader() -> None:
    assert FORMS
    for path in FORMS:
        assert read_plain(path.read_text("utf-8")) is None


def test_white_space_without_end_is_no_puzzle() -> None:
    assert read_plain('a = ["x"' + " \n" * 8_000 + "!") is None
