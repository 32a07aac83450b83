"""A later version lets no review lapse: what the first version hashed keeps its hash, and a new field starts unseen."""

from __future__ import annotations

from dataclasses import field, fields, is_dataclass, make_dataclass, replace
from typing import Any

import pytest

from agenda.notes import fingerprint
from agenda.notes.facts import FACTS_OF, Facts, NoShow, NoteFacts, SectionKey
from agenda.notes.fingerprint import VERSION_1, facts_hash
from agenda.notes.note import review_hash
from tests.agenda.notes.hashed_facts import ABSENT, EXCUSED, FULL, MINIMAL

GOLDEN = (
    (MINIMAL, "9a706dd30a11494747f8f749980a77197560a6dfa0ea350e65ee196608e435fe"),
    (FULL, "ecbc73001f92c3b196abae0602c9fbb68af0e3cf2fdef198d00ed0b08ec51c63"),
    (ABSENT, "176324d6a1925708ab189f2a5c79787ef9b2a904002c8e64b92f392a92e9da95"),
    (EXCUSED, "bacd24a987ecc7f29d06ed03925d61608be1f1ccdf9b7be5ce9db8e7d6fff588"),
)
"""Facts and the hashes the first version gave them."""
SECTIONS = {
    SectionKey.HEADER: "c79acdeef584cca877681fcd24a84f79c9aa54217884e9c216422bdf99869f3d",
    SectionKey.ATTENDANCE: "81285880c6fb37a0e2ae57a9810e9a06d062fef32a595d7d215e369c4d97ac14",
    SectionKey.GOAL: "3a2dc35454796242945c203c50f9aeccc456f3fd6825160de14a051901b138b4",
    SectionKey.INTERVENTIONS: "3979ad9eeed2de710bb259347c306f7c35184131a23ecdb4ed8109e23e4d59a3",
    SectionKey.RESPONSE: "6a5f401157e99f455ba4af5cb5c7802713cb3b0388d6ac8e167a12901c71dc68",
    SectionKey.HOMEWORK_REVIEWED: "c9f55b9b23225050debf26f1a714fbf844776af2e03388bd99506f226b9b4aaa",
    SectionKey.HOMEWORK_AGREED: "d5e3cdc1fc1fc5894645696c24b66b97506f140af404a9b9b774e87ec0d7500e",
    SectionKey.PLAN: "557ba56a6cd0f1a46be0909c039974be0016a266cff5ea54972ceebf164a228e",
}
NO_SHOW_SECTIONS = {
    SectionKey.HEADER: "9fdecd0ae63d0d1d9871858f7baaefe8c3374bf6abbaea9c31d1f5edd425fbe6",
    SectionKey.ATTENDANCE: "181d6fa7b988dd10973514ff5c671e1d24cbc4fe10bff2707cf32bf1dd79af7a",
    SectionKey.HOMEWORK_AGREED: "c0fdad57a3ec5fbbf334212688897a4ec34efd5e8fca7ce80c3559a81eb04c21",
    SectionKey.PLAN: "b45c41e3e512c6b11aebe93ff69e556ff4b63df4f9c4e061e48f0c3fe419c0b3",
}
REVIEWED = "9382633a73b31f1b60a7c8eaf37ccd4fdcd87503e193befb43385c6371da3954"


@pytest.mark.parametrize(("facts", "known"), GOLDEN)
def test_facts_keep_the_hash_of_the_first_version(facts: Facts, known: str) -> None:
    assert facts_hash(facts) == known


def test_sections_keep_the_hash_of_the_first_version() -> None:
    assert {key: facts_hash(FULL, key) for key in SECTIONS} == SECTIONS
    assert {key: facts_hash(EXCUSED, key) for key in NO_SHOW_SECTIONS} == NO_SHOW_SECTIONS


def test_a_review_of_the_first_version_still_holds() -> None:
    assert review_hash(FULL, {"goal": "Other words"}) == REVIEWED


def test_the_examples_hold_every_class_that_is_hashed() -> None:
    assert {type(one) for facts in (FULL, EXCUSED) for one in _parts(facts)} == set(VERSION_1)


def test_every_fact_is_said_by_a_section_and_so_hashed() -> None:
    said = {name for names in FACTS_OF.values() for name in names}
    assert said | {"names"} == {one.name for kind in (NoteFacts, NoShow) for one in fields(kind)}


@pytest.mark.parametrize("default", ["", None, (), False, 0])
@pytest.mark.parametrize("kind", VERSION_1, ids=lambda kind: kind.__name__)
def test_a_field_added_to_a_class_counts_only_where_it_says_something(
    kind: type, default: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    wider = _with_a_field_more(kind, default, monkeypatch)
    for facts, known in GOLDEN:
        assert facts_hash(_as(wider, kind, facts)) == known
    for facts in (FULL, EXCUSED):
        if any(type(one) is kind for one in _parts(facts)):
            said = facts_hash(_as(wider, kind, facts, added="said"))
            assert said not in {known for _facts, known in GOLDEN}
            assert said != facts_hash(_as(wider, kind, facts, added="said otherwise"))


def test_the_order_of_the_fields_of_a_class_plays_no_part(monkeypatch: pytest.MonkeyPatch) -> None:
    for kind, names in VERSION_1.items():
        monkeypatch.setitem(VERSION_1, kind, names[::-1])
    fingerprint._counting.cache_clear()
    assert [facts_hash(facts) for facts, _known in GOLDEN] == [known for _facts, known in GOLDEN]
    fingerprint._counting.cache_clear()


def _with_a_field_more(kind: type, default: object, monkeypatch: pytest.MonkeyPatch) -> type:
    """The class as a later version may have it, known to the hash as the class it was."""
    more = [("added", object, field(default=default))]
    wider = make_dataclass(kind.__name__, more, bases=(kind,), frozen=True, slots=True)
    monkeypatch.setitem(VERSION_1, wider, VERSION_1[kind])
    if kind in (NoteFacts, NoShow):
        monkeypatch.setitem(fingerprint._CALLED, wider, kind.__name__)
        with_field = {**FACTS_OF, SectionKey.PLAN: (*FACTS_OF[SectionKey.PLAN], "added")}
        monkeypatch.setattr(fingerprint, "FACTS_OF", with_field)
    return wider


def _as(wider: type, kind: type, value: Any, **added: object) -> Any:
    """The same value with every part of this class made of the wider one."""
    if isinstance(value, tuple):
        return tuple(_as(wider, kind, one, **added) for one in value)
    if not is_dataclass(value) or isinstance(value, type):
        return value
    same = {one.name: _as(wider, kind, getattr(value, one.name), **added) for one in fields(value)}
    return wider(**same, **added) if type(value) is kind else replace(value, **same)


def _parts(value: Any) -> list[Any]:
    """The value and all it is made of, as far as it is hashed."""
    if isinstance(value, tuple):
        return [part for one in value for part in _parts(one)]
    if not is_dataclass(value):
        return []
    return [value, *(part for one in fields(value) if one.name != "names" for part in _parts(getattr(value, one.name)))]
