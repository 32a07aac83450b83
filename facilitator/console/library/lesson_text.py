"""The parts of a lesson as the console shows them: guide, handout, questions, practice, homework, supporters."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, cast

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from content.lesson import GuideStep, Lesson
from facilitator.console.parts.colour import HEADING, QUIET
from facilitator.language import _

WRITE_ON = "……………………………………"


def hanging(pairs: Iterable[tuple[str, Text]], *, air: bool = False) -> Table:
    """Signs or numbers on the left, what they stand for on the right, also where it takes several lines."""
    table = Table.grid(padding=(0, 1, 0, 0))
    table.add_column(style=QUIET)
    table.add_column(ratio=1)
    for sign, words in pairs:
        table.add_row(sign, words.append("\n") if air else words)
    return table


def guide(lesson: Lesson) -> Group:
    """What to prepare and what to do when it gets hard, then page by page what to say and ask."""
    parts: list[Text | Table] = [_steps(step for step in lesson.guide if step.page is None)]
    for number, page in enumerate(lesson.pages, 1):
        parts.append(Text(f"{number}  {page.title}\n", HEADING))
        parts.append(_steps(step for step in lesson.guide if step.page == page.title))
    return Group(*parts)


def _steps(steps: Iterable[GuideStep]) -> Table:
    return hanging((("·", _step(step)) for step in steps), air=True)


def _step(step: GuideStep) -> Text:
    words = Text(step.text)
    for technique in step.techniques:
        words.append(f" [{technique}]", QUIET)
    return words


def handout(lesson: Lesson) -> Group:
    """What members take home, in the order of the paper."""
    from facilitator.paperwork.prose import blocks_of  # only who reads a handout needs its blocks

    title = Text.assemble((lesson.entry.title, "bold"), "\n", lesson.entry.aim, "\n")
    return Group(title, *_blocks(blocks_of(lesson.handout)))


def questions(lesson: Lesson) -> Table:
    """Questions to think about, by number."""
    return hanging(((str(number), Text(words)) for number, words in enumerate(lesson.questions, 1)), air=True)


def practice(lesson: Lesson) -> Group:
    """The exercise for the room."""
    from facilitator.paperwork.prose import blocks_of  # as above

    return Group(*_blocks(blocks_of(lesson.exercise)))


def homework(lesson: Lesson) -> Group:
    """The options with their plans, numbered as ``a`` and a digit agree them."""
    parts: list[Text | Table] = []
    for number, option in enumerate(lesson.homework, 1):
        parts.append(hanging([(str(number), Text(option.what, "bold"))]))
        plan = ((_("When"), option.when), (_("Where"), option.where), (_("In the way"), option.obstacle))
        parts.append(hanging((f"  {label}".ljust(13), Text(words)) for label, words in plan if words))
        parts.append(Text())
    return Group(*parts)


def supporters(lesson: Lesson) -> Text:
    """What a family member or friend may read."""
    return Text("\n\n".join(lesson.supporters))


PARTS: Mapping[str, Callable[[Lesson], RenderableType]] = {
    "guide": guide,
    "handout": handout,
    "questions": questions,
    "practice": practice,
    "homework": homework,
    "supporters": supporters,
}

_Block = Mapping[str, Any]


def _blocks(blocks: Sequence[object]) -> Iterator[Text | Table]:
    """Blocks of paper as a screen shows them: air between them, lists with their signs."""
    for block in cast("Sequence[_Block]", blocks):
        match block["kind"]:
            case "heading":
                yield Text(block["text"] + "\n", HEADING)
            case "paragraph":
                yield _runs(block["runs"]).append("\n")
            case "list":
                yield hanging(_items(block))
                yield Text()
            case "lines":
                yield Text("\n".join([WRITE_ON] * block["count"]) + "\n", QUIET)
            case _:
                yield from _blocks(block.get("blocks", ()))


def _items(block: _Block) -> Iterator[tuple[str, Text]]:
    for place, item in enumerate(block["items"]):
        sign = "·" if block["first"] is None else str(block["first"] + place)
        for number, one in enumerate(cast("Sequence[_Block]", item)):
            yield (sign if number == 0 else ""), _flat(one)


def _flat(block: _Block) -> Text:
    """What stands in an item of a list, in one run of words."""
    if block["kind"] == "paragraph":
        return _runs(block["runs"])
    inner = [_flat(one) for one in block.get("blocks", ())]
    return Text("\n").join([*inner, *(words for _sign, words in _items(block))] if "items" in block else inner)


def _runs(runs: Sequence[_Block]) -> Text:
    text = Text()
    for one in runs:
        text.append(one["text"], "bold" if one["strong"] else "")
    return text
