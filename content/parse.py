"""One lesson file as a Lesson. Whatever is missing or malformed is noted with its line, and the rest is kept."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain

from content.error import N_, Problem, problem
from content.front import body_of
from content.lesson import MOST_LINES, TECHNIQUES, WORK_SIGNS, GuideStep, HomeworkOption, Lesson, Page
from content.markdown import PAGE, Item, Part, items_of, parts_of, split
from content.pack import LessonEntry

PARTS = ("Wall", "Guide", "Handout", "Questions", "Practice", "Homework", "Supporters")
"""The parts of a lesson, in the order of the file. The words are part of the format in every language."""

PLAN_FIELDS = ("what", "when", "where", "obstacle")
"""What each homework option says; the first is the item itself, the others stand in it."""

_TAG = re.compile(r"\s*\[([a-z-]+)\](?!\()")
_DRAWING = "drawing:"
_PAGE_TAG = re.compile(r"\s+\[([a-z]+|drawing:[a-z0-9][a-z0-9-]{0,39})\]$")
_FIELD = re.compile(rf"({'|'.join(PLAN_FIELDS)})\s*:\s*(.*)", re.IGNORECASE | re.DOTALL)


def parse_lesson(entry: LessonEntry, text: str) -> Lesson:
    """Never raises: a lesson that is all damage has empty parts and a list of problems."""
    notes = Notes(entry.file)
    parts = _known_parts(parts_of(body_of(text)), notes)
    pages = pages_of(parts["Wall"], notes)
    return Lesson(
        entry=entry,
        pages=pages,
        guide=tuple(_guide(parts["Guide"], {page.title for page in pages}, notes)),
        handout=parts["Handout"].tokens(),
        questions=texts(parts["Questions"].items()),
        practice=texts(parts["Practice"].items()),
        exercise=parts["Practice"].tokens(),
        homework=tuple(_option(item, notes) for item in parts["Homework"].items()),
        supporters=texts(parts["Supporters"].items()),
        problems=tuple(sorted(notes.problems, key=lambda one: one.line)),
        part_lines={name: part.line for name, part in parts.items()},
    )


class Notes:
    """The problems of one file, in the order in which they were met."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.problems: list[Problem] = []

    def add(self, line: int, message: str, **values: object) -> None:
        """Something is wrong at this line."""
        self.problems.append(problem(self.file, line, message, **values))


def pages_of(part: Part, notes: Notes) -> tuple[Page, ...]:
    """The pages under a part's ``###`` headings, each cut to the lines a page can have."""
    before, headed = split(part.nodes, PAGE)
    for item in items_of(before):
        notes.add(item.line, N_("This line belongs to no page: give it a ### heading."))
    return tuple(page_of(one, notes) for one in headed)


def page_of(part: Part, notes: Notes) -> Page:
    """One page. The wall never gets more than five lines, however many the file has."""
    lines = texts(part.items())
    if not part.title or not lines:
        notes.add(part.line, N_("This page needs a title and at least one line."))
    if len(lines) > MOST_LINES:
        message = N_("“{page}” has {count} lines; a page has at most {most}.")
        notes.add(part.line, message, page=part.title, count=len(lines), most=MOST_LINES)
    title, tags = _tagged(part.title)
    known: dict[str, str] = {}
    for tag in tags:
        key = "sign" if tag in WORK_SIGNS else "drawing" if tag.startswith(_DRAWING) else ""
        if not key or key in known:
            notes.add(part.line, N_("“{tag}” is no sign of a page, or one too many."), tag=tag)
        else:
            known[key] = tag.removeprefix(_DRAWING)
    sign, drawing = known.get("sign", ""), known.get("drawing", "")
    return Page(title, lines[:MOST_LINES], sign, drawing, part.line, notes.file)


def _tagged(title: str) -> tuple[str, list[str]]:
    """The title by itself, and what stands in brackets at its end."""
    tags: list[str] = []
    while found := _PAGE_TAG.search(title):
        tags.insert(0, found[1])
        title = title[: found.start()]
    return title, tags


def texts(items: tuple[Item, ...]) -> tuple[str, ...]:
    """The words of items and of the items in them, one after the other, empty ones left out."""
    nested = chain.from_iterable((item.text, *texts(item.inner)) for item in items)
    return tuple(text for text in nested if text)


def _known_parts(found: tuple[Part, ...], notes: Notes) -> dict[str, Part]:
    parts: dict[str, Part] = {}
    for part in found:
        if part.title not in PARTS:
            notes.add(part.line, N_("A lesson has no part “{part}”."), part=part.title)
        elif part.title in parts:
            notes.add(part.line, N_("The part “{part}” appears twice."), part=part.title)
        else:
            parts[part.title] = part
    _note_gaps(parts, notes)
    return {name: parts.get(name, Part(name, 1, ())) for name in PARTS}


def _note_gaps(parts: dict[str, Part], notes: Notes) -> None:
    for name in PARTS:
        if name not in parts:
            notes.add(1, N_("The part “{part}” is missing."), part=name)
        elif not parts[name].nodes:
            notes.add(parts[name].line, N_("The part “{part}” is empty."), part=name)


def _guide(part: Part, titles: set[str], notes: Notes) -> Iterator[GuideStep]:
    before, headed = split(part.nodes, PAGE)
    yield from (_step(item, None, notes) for item in items_of(before))
    for one in headed:
        if one.title not in titles:
            notes.add(one.line, N_("No wall page is called “{page}”."), page=one.title)
        yield from (_step(item, one.title, notes) for item in one.items())


def _step(item: Item, page: str | None, notes: Notes) -> GuideStep:
    text = " ".join(texts((item,)))
    tags = tuple(dict.fromkeys(_TAG.findall(text)))
    for tag in tags:
        if tag not in TECHNIQUES:
            notes.add(item.line, N_("“{tag}” is not a technique."), tag=tag)
    known = tuple(tag for tag in tags if tag in TECHNIQUES)
    return GuideStep(_TAG.sub("", text).strip(), page, known, item.line)


def _option(item: Item, notes: Notes) -> HomeworkOption:
    found = {"what": item.text}
    for inner in item.inner:
        if match := _FIELD.fullmatch(inner.text):
            found[match[1].lower()] = match[2].strip()
    for name in PLAN_FIELDS:
        if not found.get(name):
            notes.add(item.line, N_("This homework option does not say “{name}”."), name=name)
    what, when, where, obstacle = (found.get(name, "") for name in PLAN_FIELDS)
    return HomeworkOption(what, when, where, obstacle, item.line)
