"""The limits of one lesson and of its pages, each with the line that breaks it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from content.error import N_, Problem, problem
from content.fit import COLUMNS, ROWS, fits, rows_needed
from content.lesson import TECHNIQUES, Lesson, Page
from content.load import builtin_pack_folder
from content.pack import LessonEntry
from content.reading import HIGHEST, Reading

DRAWINGS = "drawings"
HANDOUT_WORDS = range(250, 451)
QUESTIONS = range(4, 7)
MINUTES = range(10, 91)
HOMEWORK_OPTIONS = 3
SKILLS = ("coping", "relapse prevention", "behavioural tailoring", "social")
"""What a progress note can name as the skill taught (docs/domain.md 5: B)."""

_ID = re.compile(r"[a-z2-7]{8}")
_SLUG = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")


def lesson_problems(lesson: Lesson, reading: Reading) -> Iterator[Problem]:
    """The limits one lesson breaks, beyond what its parser noted."""
    yield from _front_problems(lesson.entry)
    yield from page_problems(lesson.pages)
    yield from _twin_problems(lesson.entry.file, lesson.pages)
    yield from _drawing_problems(lesson)
    yield from _guide_problems(lesson)
    yield from _handout_problems(lesson, reading)
    yield from _count_problems(lesson)


def _front_problems(entry: LessonEntry) -> Iterator[Problem]:
    file = entry.file
    if not _ID.fullmatch(entry.id):
        yield problem(file, 1, N_("The id must be eight characters of a-z and 2-7."))
    if not _SLUG.fullmatch(entry.slug) or re.sub(r"^\d+-", "", entry.path.stem) != entry.slug:
        yield problem(file, 1, N_("The slug must be the file's name without its number."))
    if entry.minutes not in MINUTES:
        message = N_("A lesson takes {least} to {most} minutes, not {count}.")
        yield problem(file, 1, message, least=MINUTES[0], most=MINUTES[-1], count=entry.minutes)
    for skill in entry.skills:
        if skill not in SKILLS:
            yield problem(file, 1, N_("“{skill}” is not a skill a note can name."), skill=skill)


def page_problems(pages: tuple[Page, ...]) -> Iterator[Problem]:
    """Pages that the smallest wall cannot show."""
    for page in pages:
        if not fits(page):
            message = N_("“{page}” needs {rows} rows of {columns} columns; the wall has {most}.")
            values = {"page": page.title, "rows": rows_needed(page), "columns": COLUMNS, "most": ROWS}
            yield problem(page.file, page.at, message, **values)


def _twin_problems(file: str, pages: tuple[Page, ...]) -> Iterator[Problem]:
    """Two pages of one name would share one part of the guide."""
    titles = [page.title for page in pages]
    for place, page in enumerate(pages):
        if page.title in titles[:place]:
            yield problem(file, page.at, N_("Two pages are called “{page}”."), page=page.title)


def _drawing_problems(lesson: Lesson) -> Iterator[Problem]:
    """Drawings that are neither in the folder of this lesson's pack nor among ours."""
    folders = (lesson.entry.path.parents[1], builtin_pack_folder())
    for page in lesson.pages:
        if page.drawing and not any((folder / DRAWINGS / f"{page.drawing}.svg").is_file() for folder in folders):
            message = N_("The drawing “{drawing}” is not in the pack's folder “{folder}”.")
            yield problem(page.file, page.at, message, drawing=page.drawing, folder=DRAWINGS)


def _guide_problems(lesson: Lesson) -> Iterator[Problem]:
    file, line = lesson.entry.file, lesson.part_lines["Guide"]
    used = {technique for step in lesson.guide for technique in step.techniques}
    for technique in TECHNIQUES:
        if technique not in used:
            yield problem(file, line, N_("The guide has no step marked [{technique}]."), technique=technique)
    guided = {step.page for step in lesson.guide}
    for page in lesson.pages:
        if page.title not in guided:
            yield problem(file, page.at, N_("The guide says nothing for the page “{page}”."), page=page.title)


def _handout_problems(lesson: Lesson, reading: Reading) -> Iterator[Problem]:
    file, line = lesson.entry.file, lesson.part_lines["Handout"]
    if reading.words not in HANDOUT_WORDS:
        message = N_("The handout has {count} words; it should have {least} to {most}.")
        values = {"count": reading.words, "least": HANDOUT_WORDS[0], "most": HANDOUT_WORDS[-1]}
        yield problem(file, line, message, **values)
    for grade in reading.grades:
        if grade > HIGHEST:
            message = N_("The handout reads at grade {grade}; {most} is the limit.")
            yield problem(file, line, message, grade=grade, most=HIGHEST)
    if not any(token.type == "blockquote_open" for token in lesson.handout):
        yield problem(file, line, N_("The handout has no summary box (lines that start with “>”)."))


def _count_problems(lesson: Lesson) -> Iterator[Problem]:
    file, lines = lesson.entry.file, lesson.part_lines
    if len(lesson.questions) not in QUESTIONS:
        message = N_("A lesson has {least} to {most} questions, not {count}.")
        values = {"least": QUESTIONS[0], "most": QUESTIONS[-1], "count": len(lesson.questions)}
        yield problem(file, lines["Questions"], message, **values)
    if len(lesson.homework) < HOMEWORK_OPTIONS:
        message = N_("A lesson has at least {least} homework options, not {count}.")
        values = {"least": HOMEWORK_OPTIONS, "count": len(lesson.homework)}
        yield problem(file, lines["Homework"], message, **values)
