"""The public state survives its JSON, and nothing else is ever read as one."""

from __future__ import annotations

import json
from dataclasses import fields, replace
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as some

from agenda.public import (
    DRAWING_NAME,
    LONGEST_TEXT,
    MOST_DOTS,
    MOST_LINES,
    Dots,
    PublicPage,
    PublicState,
    Scene,
    UnreadableState,
    WorkSign,
    from_json,
    to_json,
)

NOW = datetime(2026, 11, 24, 13, 11, tzinfo=UTC)
PLAIN = PublicState(7, NOW, "Europe/Rome", "en-GB", Scene.PAGE)

texts = some.text(some.characters(exclude_categories=["Cs"]), max_size=LONGEST_TEXT)
instants = some.datetimes(timezones=some.just(UTC)).map(
    lambda moment: moment.replace(microsecond=moment.microsecond // 1000 * 1000)
)
pages = some.lists(texts, max_size=MOST_LINES).flatmap(
    lambda lines: some.builds(
        PublicPage,
        title=texts,
        lines=some.just(tuple(lines)),
        hero=some.integers(0, len(lines)),
        sign=some.none() | some.sampled_from(WorkSign),
        drawing=some.just("") | some.from_regex(DRAWING_NAME, fullmatch=True),
    )
)
dots = some.integers(0, MOST_DOTS).flatmap(lambda of: some.builds(Dots, at=some.integers(0, of), of=some.just(of)))
states = some.builds(
    PublicState,
    revision=some.integers(),
    published_at=instants,
    zone=texts,
    locale=texts,
    scene=some.sampled_from(Scene),
    page=pages,
    dots=some.none() | dots,
    until=some.none() | instants,
    since=some.none() | instants,
    qr=some.none() | texts,
    clock=some.booleans(),
    curtain=some.booleans(),
    schema=some.just(1),
)


def with_field(name: str, value: Any) -> bytes:
    return json.dumps({**json.loads(to_json(PLAIN)), name: value}).encode()


def a_page(**others: Any) -> dict[str, Any]:
    return {"title": "", "lines": [], "hero": 0, "sign": None, "drawing": "", **others}


@given(states)
def test_every_state_comes_back_as_it_was(state: PublicState) -> None:
    assert from_json(to_json(state)) == state


@given(some.binary() | some.text().map(str.encode))
def test_other_bytes_are_refused_in_one_way(raw: bytes) -> None:
    with pytest.raises(UnreadableState):
        from_json(raw)


anything = some.recursive(
    some.none() | some.booleans() | some.integers() | some.floats() | some.text(max_size=5),
    lambda inner: some.lists(inner, max_size=3) | some.dictionaries(some.text(max_size=5), inner, max_size=3),
)


@given(some.sampled_from([each.name for each in fields(PublicState)]), anything)
def test_any_value_in_any_field_is_read_whole_or_refused(name: str, value: Any) -> None:
    try:
        state = from_json(with_field(name, value))
    except UnreadableState:
        return
    assert from_json(to_json(state)) == state


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("schema", 2),
        ("published_at", "2026-11-24T13:11:00"),
        ("published_at", "0001-01-01T00:00:00+14:00"),
        ("scene", "roster"),
        ("curtain", 0),
        ("dots", {"at": 1, "of": 10**9}),
        ("dots", {"at": 3, "of": 2}),
        ("page", {"title": "", "lines": []}),
        ("page", a_page(lines="five")),
        ("page", a_page(lines=[""] * 6)),
        ("page", a_page(title="x" * 401)),
        ("page", a_page(title="\ud800")),
        ("page", a_page(title="a\udfff")),
        ("page", a_page(hero=1)),
        ("page", a_page(lines=["one"], hero=-1)),
        ("page", a_page(lines=["one"], hero=True)),
        ("page", a_page(sign="sing")),
        ("page", a_page(drawing="../record")),
        ("page", a_page(drawing="a.svg")),
        ("page", a_page(drawing="a\n")),
        ("page", a_page(drawing="x" * 41)),
        ("since", "2026-11-24T13:11:00"),
        ("revision", True),
        ("revision", 1.0),
        ("revision", "1"),
        ("dots", {"at": 1, "of": 100}),
    ],
)
def test_what_no_wall_can_show_is_refused(name: str, value: Any) -> None:
    with pytest.raises(UnreadableState):
        from_json(with_field(name, value))


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("dots", {"at": 99, "of": 99}),
        ("page", {"title": "x" * 400, "lines": ["x" * 400], "hero": 1, "sign": "move", "drawing": "x" * 40}),
    ],
)
def test_what_is_just_small_enough_is_read(name: str, value: Any) -> None:
    assert json.loads(to_json(from_json(with_field(name, value))))[name] == value


@pytest.mark.parametrize("other", [[], [1], "", "schema", 7, 1.5, True, None, {}, {"schema": 1}])
def test_json_that_is_no_state_is_refused_like_any_other_bytes(other: Any) -> None:
    with pytest.raises(UnreadableState):
        from_json(json.dumps(other).encode())


def test_half_a_surrogate_pair_does_not_stop_the_console() -> None:
    assert from_json(to_json(replace(PLAIN, page=PublicPage("a\ud800b")))).page.title == "a?b"


def test_there_is_no_field_for_anything_about_a_person() -> None:
    assert {each.name for each in fields(PublicState)} == {
        "revision", "published_at", "zone", "locale", "scene", "page", "dots", "until", "qr", "clock",
        "curtain", "since", "schema",
    }  # fmt: skip
