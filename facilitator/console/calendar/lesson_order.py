"""The lessons in the order a group takes them: the pack's, or that of the edition its site follows."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from content.pack import LessonEntry, Module, Pack


@dataclass(frozen=True, slots=True)
class Topic:
    """A module in its place. ``number`` is the edition's; none for what no manual counts, such as the orientation."""

    module: Module
    number: int | None
    is_suggested: bool = True
    """False for a module that only other editions have: it can be chosen, and never comes by itself."""


@dataclass(frozen=True, slots=True)
class LessonOrder:
    """A pack as one group goes through it."""

    pack: Pack
    topics: tuple[Topic, ...]

    def bases(self) -> Iterator[LessonEntry]:
        """The lessons that follow one another by themselves; variants stand beside them."""
        return (entry for topic in self.topics if topic.is_suggested for entry in topic.module.course())

    def entry(self, lesson: str) -> LessonEntry | None:
        """The lesson with this id."""
        return next((one for one in self.pack.lessons() if one.id == lesson), None)

    def base_id(self, lesson: str) -> str:
        """The id of the lesson that a variant stands in for; of any other lesson its own."""
        found = self.entry(lesson)
        if found is None or found.variant_of is None or self.entry(found.variant_of) is None:
            return lesson
        return found.variant_of


def lesson_order(pack: Pack, edition: str = "") -> LessonOrder:
    """The course in the order and numbers of an edition; where the pack does not know it, in its own order.

    What only other editions have stands last.
    """
    chosen = pack.edition(edition) if edition else None
    if chosen is None:
        return LessonOrder(pack, tuple(Topic(module, None) for module in pack.modules))
    mine = pack.numbered(chosen)
    known = {module.slug for _number, module in mine}
    others = (Topic(module, None, is_suggested=False) for module in pack.modules if module.slug not in known)
    return LessonOrder(pack, (*(Topic(module, number) for number, module in mine), *others))
