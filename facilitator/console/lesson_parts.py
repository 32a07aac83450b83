"""The parts of a lesson as the console shows them: guide, handout, questions, practice, homework, supporters."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any, cast

from rich.text import Text

from content.lesson import GuideStep, Lesson
from facilitator.language import _

QUIET, GOLD = "#a0a2a9", "bold #e8c37e"
WRITE_ON = "……………………………………"


def guide(lesson: Lesson) -> Text:
    """What to prepare and what to do when it gets hard, then page by page what to say and ask."""
    text = _steps(Text(), (step for step in lesson.guide if step.page is None))
    for number, page in enumerate(lesson.pages, 1):
        text.append(f"{number}  {page.title}\n\n", GOLD)
        _steps(text, (step for step in lesson.guide if step.page == page.title))
    return text


def _steps(text: Text, steps: Iterable[GuideStep]) -> Text:
    for step in steps:
        text.append(f"· {step.text}")
        for technique in step.techniques:
            text.append(f" [{technique}]", QUIET)
        text.append("\n\n")
    return text


def handout(lesson: Lesson) -> Text:
    """What members take home, in the order of the paper."""
    from facilitator.paperwork.prose import blocks_of  # only who reads a handout needs its blocks

    text = Text(lesson.entry.title + "\n", "bold").append(lesson.entry.aim + "\n")
    for line in _lines(blocks_of(lesson.handout)):
        text.append_text(line).append("\n")
    return text


def questions(lesson: Lesson) -> Text:
    """Questions to think about, by number."""
    return Text("\n\n").join([Text(f"{number}  {words}") for number, words in enumerate(lesson.questions, 1)])


def practice(lesson: Lesson) -> Text:
    """The exercise for the room."""
    from facilitator.paperwork.prose import blocks_of

    return Text("\n").join(_lines(blocks_of(lesson.exercise)))


def homework(lesson: Lesson) -> Text:
    """The options with their plans, numbered as ``a`` and a digit agree them."""
    text = Text()
    for number, option in enumerate(lesson.homework, 1):
        text.append(f"{number}  {option.what}\n", "bold")
        for label, words in ((_("When"), option.when), (_("Where"), option.where), (_("In the way"), option.obstacle)):
            if words:
                text.append(f"   {label:<12}", QUIET).append(words + "\n")
        text.append("\n")
    return text


def supporters(lesson: Lesson) -> Text:
    """What a family member or friend may read."""
    return Text("\n\n".join(lesson.supporters))


PARTS: Mapping[str, Callable[[Lesson], Text]] = {
    "guide": guide,
    "handout": handout,
    "questions": questions,
    "practice": practice,
    "homework": homework,
    "supporters": supporters,
}

_Block = Mapping[str, Any]


def _lines(blocks: Sequence[object]) -> Iterator[Text]:
    """Blocks of paper as lines of a screen: an empty line between them, lists with their signs."""
    for block in cast("Sequence[_Block]", blocks):
        match block["kind"]:
            case "heading":
                yield from (Text(), Text(block["text"], GOLD))
            case "paragraph":
                yield from (_runs(block["runs"]), Text())
            case "list":
                yield from _items(block)
                yield Text()
            case "lines":
                yield from (Text(WRITE_ON, QUIET) for _line in range(block["count"]))
                yield Text()
            case _:
                yield from _lines(block.get("blocks", ()))


def _items(block: _Block) -> Iterator[Text]:
    for place, item in enumerate(block["items"]):
        sign = "·" if block["first"] is None else f"{block['first'] + place}"
        for number, line in enumerate(one for one in _lines(item) if one.plain):
            yield Text(f"{sign} " if number == 0 else " " * (len(sign) + 1)).append_text(line)


def _runs(runs: Sequence[_Block]) -> Text:
    text = Text()
    for one in runs:
        text.append(one["text"], "bold" if one["strong"] else "")
    return text
