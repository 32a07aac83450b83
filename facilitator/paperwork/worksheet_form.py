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
from facilitator.paperwork.fitted import letters
from facilitator.paperwork.paper import Paper
from facilitator.paperwork.tree import (
    Block,
    Blocks,
    Document,
    Field,
    blank,
    choice,
    form,
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
TICKED_HEIGHT = 1.8
"""Letters a row is high in which a box is ticked."""
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
    for _alike, group in groupby(fields, key=_likeness):
        alike = list(group)
        if all(isinstance(one, LineField | DateField) for one in alike) and _is_short(alike[0]):
            yield form(*(Field(one.label) for one in alike))
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


def _grid(fields: Sequence[ChoiceField], paper: Paper) -> Block:
    options = fields[0].options
    columns = [("", 3 * len(options) - 1), *((option, 3) for option in options)]
    rows: list[list[Blocks]] = [
        [[paragraph(run(one.label))], *([box_of(one.label, option, paper)] for option in options)] for one in fields
    ]
    return table(columns, rows, TICKED_HEIGHT)


def box_of(row: str, column: str, paper: Paper) -> Block:
    """A box in a table, told by its row and its column: the template cannot make a cell the head of its row."""
    said = paper.says(N_("{row}, {column}: not ticked")).format(row=row, column=column)
    return choice("", [("", False)], paper.says(N_("ticked")), said)


def _single(field: AnyField, paper: Paper) -> Iterator[Block]:
    """A label with the room below it; only a long table may go on overleaf, where its columns are named again."""
    label: list[Block] = [paragraph(run(field.label, is_strong=True))]
    if field.hint:
        label.append(small(field.hint))
    if isinstance(field, ListField) and field.columns and field.rows > MOST_TOGETHER:
        yield leading(*label)
        yield from _room(field, paper)
    else:
        yield together(*label, *_room(field, paper))


def _room(field: AnyField, paper: Paper) -> list[Block]:
    match field:
        case ParagraphField():
            return [lines(field.rows)]
        case ChoiceField():
            return [_boxes(field.options, paper)]
        case ScaleField():
            return [scale(field.numbers, field.low, field.high)]
        case ListField(columns=()):
            return [listing([[blank()]] * field.rows, 1)]
        case ListField():
            empty: list[list[Blocks]] = [[[] for _column in field.columns] for _row in range(field.rows)]
            return [table([(title, 1) for title in field.columns], empty, _cell_height(paper))]
        case LineField() | DateField():
            return [lines(1)]
        case _:
            assert_never(field)


def _cell_height(paper: Paper) -> float:
    """In letters, the rim left out."""
    return round(CELL_MM * POINTS_A_MM / letters(paper) - AROUND, 2)


def _boxes(options: Sequence[str], paper: Paper) -> Block:
    return choice("", [(text, False) for text in options], paper.says(N_("ticked")), paper.says(N_("not ticked")))
