"""What is kept about one member, for them to take away: everything, in chapters, others' names taken out."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from agenda.error import N_
from facilitator.paperwork.paper import Paper
from facilitator.paperwork.tree import (
    Block,
    Document,
    Field,
    form,
    heading,
    lead,
    leading,
    listing,
    paragraph,
    run,
    together,
)


@dataclass(frozen=True, slots=True)
class Kept:
    """One thing that is kept: where it belongs, if anywhere, and its fields with what stands in them."""

    title: str
    fields: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Chapter:
    """Things of one kind, or lines."""

    title: str
    kept: tuple[Kept, ...] = ()
    lines: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class AccessCopy:
    """Whose it is, when it was made, and all that is kept."""

    name: str
    made: str
    chapters: tuple[Chapter, ...]


def access_copy(copy: AccessCopy, paper: Paper) -> Document:
    """The sheets, from who they are to who wrote what when."""
    says = paper.says
    title = says(N_("What is kept about you"))
    whole = says(N_("This is all that our group's record holds about you, as it was on {day}."))
    others = says(N_("Where another member was named, other words stand instead."))
    blocks = [
        heading(title, 1, copy.name),
        lead(whole.format(day=copy.made)),
        paragraph(run(others)),
        paragraph(run(says(N_("If something is not right, please tell us. We will look at it together.")))),
        *(block for chapter in copy.chapters for block in _chapter(chapter)),
    ]
    return Document(title, blocks, mark=title)


def _chapter(chapter: Chapter) -> Iterator[Block]:
    yield leading(heading(chapter.title))
    for one in chapter.kept:
        fields = form(*(Field(label, value) for label, value in one.fields))
        named = [paragraph(run(one.title, is_strong=True))] if one.title else []
        if len(chapter.kept) > 1:
            yield together(*named, fields)
        else:  # a whole note may be longer than a page, and its heading must not stand on one alone
            yield from ([leading(*named)] if named else [])
            yield fields
    if chapter.lines:
        yield listing([[paragraph(run(line))] for line in chapter.lines])
