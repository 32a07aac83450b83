"""The table of all lessons for readers: ``python -m tests.docs.curriculum`` writes ``docs/curriculum.md`` anew.

It lives here because the test beside it needs the same table to say that the page is out of date.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from content.lesson import TECHNIQUES, Lesson
from content.load import builtin_pack_folder, load_lesson, load_pack
from content.pack import Module, Pack
from content.reading import reading_of

PAGE = Path(__file__).parents[2] / "docs" / "curriculum.md"
SHORT = {"motivational": "M", "educational": "E", "cognitive-behavioural": "C"}
HEADS = ("Lesson", "Aim", "Minutes", "Techniques", "Skills", "Worksheets", "Grade")


def page() -> str:
    """The whole page."""
    pack = load_pack(builtin_pack_folder())
    return (
        "\n".join([*_introduction(pack), *(line for module in pack.modules for line in _module(pack, module))]) + "\n"
    )


def _introduction(pack: Pack) -> Iterator[str]:
    course = list(pack.course())
    yield "# The curriculum, lesson by lesson"
    yield ""
    yield (
        f"{len(pack.modules)} modules, {len(course)} lessons and {len(list(pack.lessons())) - len(course)} variants; "
        f"{sum(entry.minutes for entry in course)} minutes of talk and practice. Written by `python -m "
        "tests.docs.curriculum` from the lessons themselves."
    )
    yield ""
    yield (
        "Techniques: how many steps of the guide are motivational (M), educational (E), cognitive-behavioural (C). "
        "Grade: the higher of two reading formulas for the handout. A variant (↳) stands in for the lesson above it."
    )


def _module(pack: Pack, module: Module) -> Iterator[str]:
    numbers = [f"{n} of {one.name}" for one in pack.editions if (n := one.number(module.slug)) is not None]
    yield ""
    yield f"## {module.title}"
    yield ""
    yield f"`{module.slug}`" + (f" · number {', '.join(numbers)}" if numbers else "")
    yield ""
    yield _row(*HEADS)
    yield _row(*("---",) * len(HEADS))
    for entry in module.course():
        yield _lesson(load_lesson(entry))
        for variant in module.variants(entry.id):
            yield _lesson(load_lesson(variant), "↳ ")


def _lesson(lesson: Lesson, mark: str = "") -> str:
    entry = lesson.entry
    used = [technique for step in lesson.guide for technique in step.techniques]
    return _row(
        mark + entry.title,
        entry.aim,
        str(entry.minutes),
        " ".join(f"{SHORT[technique]}{used.count(technique)}" for technique in TECHNIQUES),
        ", ".join(entry.skills),
        ", ".join(entry.worksheets),
        f"{max(reading_of(lesson.handout).grades):.1f}",
    )


def _row(*cells: str) -> str:
    return "| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |"


def main() -> None:
    PAGE.write_text(page(), "utf-8", newline="\n")
    print(f"{page().count(chr(10))} lines in {PAGE.name}")


if __name__ == "__main__":
    main()
