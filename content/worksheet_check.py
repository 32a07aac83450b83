"""The limits of one worksheet: what fits a sheet of paper, and what can be taken in at once (docs/domain.md 8: N)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import assert_never

from content.error import N_, Problem, problem
from content.passage import Passage
from content.wording import wording_problems
from content.worksheet import (
    AnyField,
    ChoiceField,
    DateField,
    LineField,
    ListField,
    ParagraphField,
    ScaleField,
    Worksheet,
)

MOST_FIELDS = 30
MOST_OPTIONS = 5
MOST_COLUMNS = 4
MOST_ROWS = 12
MOST_NUMBERS = 11
LONGEST_TITLE = 70
LONGEST_LABEL = 90
LONGEST_HINT = 160
LONGEST_TEXT = 400
LONGEST_CELL = 50
"""Letters of an option or of a column's heading."""

READ = "Handout"
"""A worksheet is worded as a handout is."""


def worksheet_problems(sheet: Worksheet, language: str) -> Iterator[Problem]:
    """What is malformed in it, and the limits it breaks."""
    yield from sheet.problems
    yield from _too_long(sheet.file, 1, (sheet.title, LONGEST_TITLE), (sheet.intro, LONGEST_TEXT))
    yield from _too_many(
        sheet.file, 1, N_("{count} fields are too many; there may be {most}."), len(sheet.fields()), MOST_FIELDS
    )
    for section in sheet.sections:
        yield from _too_long(sheet.file, section.at, (section.title, LONGEST_TITLE), (section.text, LONGEST_TEXT))
        for field in section.fields:
            yield from _too_long(sheet.file, field.at, (field.label, LONGEST_LABEL), (field.hint, LONGEST_HINT))
            yield from _field_problems(sheet.file, field)
    yield from wording_problems(_passages(sheet), language)


def _field_problems(file: str, field: AnyField) -> Iterator[Problem]:
    rows = N_("{count} rows are too many; there may be {most}.")
    match field:
        case ChoiceField(options=options):
            message = N_("{count} options are too many; there may be {most}.")
            yield from _too_many(file, field.at, message, len(options), MOST_OPTIONS)
            yield from _too_long(file, field.at, *((option, LONGEST_CELL) for option in options))
        case ScaleField(numbers=numbers):
            message = N_("{count} numbers are too many; there may be {most}.")
            yield from _too_many(file, field.at, message, len(numbers), MOST_NUMBERS)
        case ListField(columns=columns):
            message = N_("{count} columns are too many; there may be {most}.")
            yield from _too_many(file, field.at, message, len(columns), MOST_COLUMNS)
            yield from _too_long(file, field.at, *((column, LONGEST_CELL) for column in columns))
            yield from _too_many(file, field.at, rows, field.rows, MOST_ROWS)
        case ParagraphField():
            yield from _too_many(file, field.at, rows, field.rows, MOST_ROWS)
        case LineField() | DateField():
            return
        case _:
            assert_never(field)


def _too_many(file: str, line: int, message: str, count: int, most: int) -> Iterator[Problem]:
    if count > most:
        yield problem(file, line, message, count=count, most=most)


def _too_long(file: str, line: int, *texts: tuple[str, int]) -> Iterator[Problem]:
    for text, most in texts:
        if len(text) > most:
            message = N_("“{text}” has {count} letters; there is room for {most}.")
            yield problem(file, line, message, text=text[:40], count=len(text), most=most)


def _passages(sheet: Worksheet) -> Iterator[Passage]:
    said = [(1, sheet.title), (1, sheet.intro)]
    for section in sheet.sections:
        said += [(section.at, section.title), (section.at, section.text)]
        for field in section.fields:
            said += [(field.at, field.label), (field.at, field.hint)]
            said += [(field.at, cell) for cell in _cells(field)]
    return (Passage(sheet.file, line, text, READ) for line, text in said if text)


def _cells(field: AnyField) -> tuple[str, ...]:
    match field:
        case ChoiceField():
            return field.options
        case ScaleField():
            return (field.low, field.high)
        case ListField():
            return field.columns
        case LineField() | DateField() | ParagraphField():
            return ()
        case _:
            assert_never(field)
