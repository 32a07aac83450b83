"""A worksheet of the curriculum as a blank form: every field with the room its answer needs."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import assert_never

from agenda.error import N_
from content.worksheet import (
    AnyField,
    ChoiceField,
    DateField,
    LineField,
    ListField,
    ParagraphField,
    ScaleField,
    Section,
    Worksheet,
)
from facilitator.paperwork.fitted import STANDARD, letters
from facilitator.paperwork.paper import Paper
from facilitator.paperwork.tree import (
    Block,
    Blocks,
    Document,
    Field,
    blank,
    choice,
    form,
    growing,
    heading,
    lead,
    leading,
    lines,
    listing,
    paragraph,
    run,
    scale,
    small,
    table,
    together,
)

SHORT_LABEL = 24
"""Letters of a label that leaves enough of its line to write on."""

CELL_MM = 20
"""A cell to write in is so high at least: a hand that shakes needs the room, whatever the size of the letters."""
MOST_TOGETHER = 4
"""Rows of a table that stay with their heads: overleaf one row would stand alone."""
AROUND = 1.1
"""Letters of a cell that are its rim."""
TICKED_HEIGHT = 1.1
"""Letters a row is high in which a box is ticked."""
BESIDE_A_DATE = 14
"""Letters of a label beside a date: two of them leave room for both, in large print too."""
ONE_LINE, A_BOX = 64, 4
"""Letters of a choice that stands on one line with its label (fewer in large print); each box takes some of them."""
LONG_WORD = 7
"""Letters of a word in the head of a column of boxes that need more than the least width in large print."""
LONG_HEAD = 24
"""Letters of a column's head from which it has a larger part of the width, or it would be higher than its rows."""
POINTS_A_MM = 72 / 25.4


def worksheet_document(sheet: Worksheet, paper: Paper) -> Document:
    """The form by itself, with its own title."""
    return Document(sheet.title, worksheet_blocks(sheet, paper, 1), mark=sheet.title)


def worksheet_blocks(sheet: Worksheet, paper: Paper, level: int = 2) -> list[Block]:
    """The form as a part of something: its title is a heading of this level, its sections stand one below."""
    title = heading(sheet.title, level)
    intro = lead(sheet.intro) if level == 1 else paragraph(run(sheet.intro))
    opening = [title, intro] if sheet.intro else [title]
    return [*opening, *(block for part in sheet.sections for block in _section(part, paper, level + 1))]


def _section(section: Section, paper: Paper, level: int) -> Iterator[Block]:
    """The heading never stands alone at the foot of a page: it goes on with the first thing to fill in."""
    above = [heading(section.title, level)] if section.title else []
    above += [paragraph(run(section.text))] if section.text else []
    if above:
        yield leading(*above)
    yield from _fields(section.fields, paper)


def _fields(fields: Sequence[AnyField], paper: Paper) -> Iterator[Block]:
    """Alike ones as one; a line to write on is not parted from the boxes that are ticked about it."""
    groups = [list(group) for _alike, group in groupby(fields, key=_likeness)]
    for number, alike in enumerate(groups, 1):
        if all(isinstance(one, LineField | DateField) for one in alike) and _is_short(alike[0]):
            follows = groups[number][0] if number < len(groups) else None
            yield leading(_lines(alike)) if isinstance(follows, ChoiceField) else _lines(alike)
        elif len(alike) > 1 and isinstance(alike[0], ChoiceField):
            yield _grid([one for one in alike if isinstance(one, ChoiceField)], paper)
        else:
            for one in alike:
                yield from _single(one, paper)


def _likeness(field: AnyField) -> tuple[object, ...]:
    """Fields in a row that look alike are set as one: short lines under one another, equal choices as a table."""
    if _is_short(field):
        return ("line",)
    if isinstance(field, ChoiceField) and not field.hint and not field.several:
        return ("choice", field.options)
    return (field.key,)


def _is_short(field: AnyField) -> bool:
    return isinstance(field, LineField | DateField) and len(field.label) <= SHORT_LABEL and not field.hint


def _lines(fields: Sequence[AnyField]) -> Block:
    """Under one another; a date and what stands beside it two in a row, for half a line holds a date."""
    has_pairs = len(fields) > 1 and all(len(one.label) <= BESIDE_A_DATE for one in fields)
    return form(*(Field(one.label) for one in fields), in_pairs=has_pairs and _any_date(fields))


def _any_date(fields: Sequence[AnyField]) -> bool:
    return any(isinstance(one, DateField) for one in fields)


def _grid(fields: Sequence[ChoiceField], paper: Paper) -> Block:
    options = fields[0].options
    columns = [("", 13 * len(options)), *((option, _part(option)) for option in options)]
    rows: list[list[Blocks]] = [
        [[paragraph(run(one.label))], *([box_of(one.label, option, paper)] for option in options)] for one in fields
    ]
    return table(columns, rows, TICKED_HEIGHT)


def _part(option: str) -> int:
    """How wide the head of a column of boxes is: a long one stands on two lines, and a long word on one."""
    if len(option) >= LONG_HEAD:
        return 30
    return 17 if max(map(len, option.split()), default=0) >= LONG_WORD else 15


def box_of(row: str, column: str, paper: Paper) -> Block:
    """A box in a table, told by its row and its column: the template cannot make a cell the head of its row."""
    said = paper.says(N_("{row}, {column}: not ticked")).format(row=row, column=column)
    return choice("", [("", False)], paper.says(N_("ticked")), said)


def _single(field: AnyField, paper: Paper) -> Iterator[Block]:
    """A label with the room below it; only a long table may go on overleaf, where its columns are named again. Lines
    become more where their page has room.
    """
    if isinstance(field, ChoiceField) and _is_on_one_line(field, paper):
        yield together(_boxes(field, paper, field.label))
        return
    label: list[Block] = [paragraph(run(field.label, is_strong=True))]
    if field.hint:
        label.append(small(field.hint))
    if isinstance(field, ListField) and field.columns and field.rows > MOST_TOGETHER:
        yield leading(*label)
        yield from _room(field, paper)
    elif isinstance(field, ParagraphField | LineField):
        yield from growing(together(*label, *_room(field, paper)))
    else:
        yield together(*label, *_room(field, paper))


def _is_on_one_line(field: ChoiceField, paper: Paper) -> bool:
    needed = len(field.label) + sum(len(one) + A_BOX for one in field.options)
    return not field.hint and needed * letters(paper) <= ONE_LINE * STANDARD


def _room(field: AnyField, paper: Paper) -> list[Block]:
    match field:
        case ParagraphField():
            return [lines(field.rows)]
        case ChoiceField():
            return [_boxes(field, paper)]
        case ScaleField():
            return [scale(field.numbers, field.low, field.high)]
        case ListField(columns=()):
            return [listing([[blank()]] * field.rows, 1)]
        case ListField():
            empty: list[list[Blocks]] = [[[] for _column in field.columns] for _row in range(field.rows)]
            return [table(_heads(field.columns), empty, _cell_height(paper), breaks=field.rows > MOST_TOGETHER)]
        case LineField() | DateField():
            return [lines(1)]
        case _:
            assert_never(field)


def _cell_height(paper: Paper) -> float:
    """In letters, the rim left out."""
    return round(CELL_MM * POINTS_A_MM / letters(paper) - AROUND, 2)


def _heads(columns: Sequence[str]) -> list[tuple[str, int]]:
    return [(title, 3 if len(title) >= LONG_HEAD else 2) for title in columns]


def _boxes(field: ChoiceField, paper: Paper, label: str = "") -> Block:
    options = [(text, False) for text in field.options]
    return choice(label, options, paper.says(N_("ticked")), paper.says(N_("not ticked")))
