"""The course in the order and numbers of an edition of the manual."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from content.pack import Edition, LessonEntry, Module, Pack
from facilitator.console.calendar.lesson_order import LessonOrder, lesson_order
from tests.facilitator.console.library.lessons import PACK


def a_pack(*slugs: str, editions: tuple[Edition, ...] = ()) -> Pack:
    modules = tuple(
        Module(slug, slug.title(), (LessonEntry(f"id-{slug}", slug, slug, "", 20, slug, Path(), ""),)) for slug in slugs
    )
    return Pack(Path(), "imr", "en", "1", "A pack", modules, editions=editions)


def seen(course: LessonOrder) -> list[tuple[int | None, str]]:
    return [(topic.number, topic.module.slug) for topic in course.topics]


def test_without_an_edition_nothing_is_counted() -> None:
    pack = a_pack("hello", "one", "two")
    assert seen(lesson_order(pack)) == [(None, "hello"), (None, "one"), (None, "two")]


def test_an_edition_puts_its_modules_in_its_order_and_leaves_the_others_in_place() -> None:
    turned = Edition("t", ("two", "one"))
    course = lesson_order(a_pack("hello", "one", "two", "farewell", editions=(turned,)), "t")
    assert seen(course) == [(None, "hello"), (1, "two"), (2, "one"), (None, "farewell")]
    assert [entry.slug for entry in course.bases()] == ["hello", "two", "one", "farewell"]


def test_what_only_another_edition_has_can_be_chosen_and_does_not_come_by_itself() -> None:
    short, long = Edition("s", ("one",)), Edition("l", ("one", "two"))
    course = lesson_order(a_pack("one", "two", editions=(short, long)), "s")
    assert seen(course) == [(1, "one"), (None, "two")]
    assert [entry.slug for entry in course.bases()] == ["one"]
    assert course.entry("id-two") is not None


@pytest.mark.parametrize("edition", PACK.editions, ids=lambda edition: edition.name)
def test_each_edition_of_ours_counts_from_one_without_a_gap(edition: Edition) -> None:
    course = lesson_order(PACK, edition.name)
    numbers = [topic.number for topic in course.topics if topic.number is not None]
    assert numbers == list(range(1, len(edition.modules) + 1))
    assert {topic.module.slug for topic in course.topics} == {module.slug for module in PACK.modules}


def test_a_variant_whose_lesson_is_gone_stands_for_itself() -> None:
    pack = a_pack("one")
    (module,) = pack.modules
    stray = replace(module.lessons[0], variant_of="nowhere")
    course = lesson_order(replace(pack, modules=(replace(module, lessons=(stray,)),)))
    assert course.base_id(stray.id) == stray.id
    assert [entry.id for entry in course.bases()] == [stray.id]
