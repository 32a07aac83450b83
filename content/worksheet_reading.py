"""From a TOML file to a worksheet. A malformed field is left out and named with its line; the others are kept.

``[[sections]]`` opens a section, ``[[sections.fields]]`` a field of it. The TOML reader does not say on which line a
table stands, so each is read a second time from its own heading to the next one.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from itertools import pairwise
from typing import TypedDict

from content.error import N_, DamagedFile, Problem, problem
from content.pack import Origin
from content.table import Table
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

_HEADING = re.compile(r"^\s*\[\[\s*sections\s*(\.\s*fields\s*)?\]\]")
_KEY = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
_SHEET = ("slug", "title", "intro", "sections")
_SECTION = ("title", "text", "fields")
_FIELD = ("key", "kind", "label", "hint")


class _Common(TypedDict):
    """What every field has."""

    key: str
    label: str
    hint: str
    at: int


def worksheet_from(source: str, file: str, origin: Origin = Origin.OURS) -> Worksheet:
    """The worksheet in this text. Raises ``DamagedFile`` only when its own title or its sections cannot be read."""
    table = Table(file, source)
    reading = _Reading(table)
    return Worksheet(
        slug=table.text("slug"),
        title=table.text("title"),
        intro=table.text("intro"),
        sections=tuple(reading.sections()),
        file=file,
        origin=origin,
        problems=tuple(reading.problems),
    )


class _Reading:
    """One walk through a worksheet: the keys met so far, and what was wrong."""

    def __init__(self, table: Table) -> None:
        self.problems: list[Problem] = []
        self._table = table
        self._keys: set[str] = set()
        self._note_strangers(table, _SHEET)

    def sections(self) -> Iterator[Section]:
        for table, fields in _tables(self._table):
            try:
                section = self._section(table, fields)
            except DamagedFile as error:
                self.problems.append(error.problem)
                continue
            yield section

    def _section(self, table: Table, fields: list[Table]) -> Section:
        self._note_strangers(table, _SECTION)
        title, text = table.text("title"), table.optional_text("text") or ""
        found = tuple(one for field in fields if (one := self._field(field)) is not None)
        if not found:
            self._note(table, "title", N_("This section has nothing to fill in."))
        return Section(title, text, found, table.first_line)

    def _field(self, table: Table) -> AnyField | None:
        try:
            kind = table.text("kind")
            if kind not in _KINDS:
                known = ", ".join(_KINDS)
                self._note(
                    table, "kind", N_("“{name}” is no kind of field; there are {known}."), name=kind, known=known
                )
                return None
            make, keys = _KINDS[kind]
            self._note_strangers(table, (*_FIELD, *keys))
            return make(table, self._common(table))
        except DamagedFile as error:
            self.problems.append(error.problem)
            return None

    def _common(self, table: Table) -> _Common:
        key = table.text("key")
        if not _KEY.fullmatch(key):
            raise table.wrong("key", N_("“{name}” is no key: use a-z, 0-9 and hyphens."), name=key)
        if key in self._keys:
            raise table.wrong("key", N_("“{name}” is used twice; the second is left out."), name=key)
        self._keys.add(key)
        hint = table.optional_text("hint") or ""
        return {"key": key, "label": table.text("label"), "hint": hint, "at": table.first_line}

    def _note_strangers(self, table: Table, known: tuple[str, ...]) -> None:
        for key in table.data:
            if key not in known:
                self._note(table, key, N_("“{name}” is not known here."), name=key)

    def _note(self, table: Table, key: str, message: str, **values: object) -> None:
        self.problems.append(problem(table.file, table.line_of(key), message, **values))


def _tables(table: Table) -> Iterator[tuple[Table, list[Table]]]:
    """Each section with its fields, each with the line of its heading."""
    lines = _headings(table.source)
    for section in _listed(table, "sections"):
        own = _placed(table, section, next(lines, None))
        yield own, [_placed(table, field, next(lines, None)) for field in _listed(own, "fields")]


def _headings(source: str) -> Iterator[tuple[int, str]]:
    """The line of each heading and the text below it, up to the next one."""
    lines = source.split("\n")
    starts = [number for number, line in enumerate(lines) if _HEADING.match(line)]
    return ((start + 1, "\n".join(lines[start:end])) for start, end in pairwise([*starts, len(lines)]))


def _placed(table: Table, data: Mapping[str, object], place: tuple[int, str] | None) -> Table:
    line, source = place or (table.first_line, table.source)
    return Table(table.file, source, line, data)


def _listed(table: Table, key: str) -> list[Mapping[str, object]]:
    value = table.data.get(key, [])
    if not isinstance(value, list) or not all(isinstance(one, dict) for one in value):
        raise table.wrong(key, N_("“{key}” must be a list of tables."))
    return value


def _line(table: Table, common: _Common) -> AnyField:
    return LineField(**common)


def _paragraph(table: Table, common: _Common) -> AnyField:
    return ParagraphField(rows=_rows(table, 3), **common)


def _choice(table: Table, common: _Common) -> AnyField:
    options = table.texts("options")
    if len(set(options)) < 2 or len(set(options)) < len(options):
        raise table.wrong("options", N_("A choice needs two options or more, no two alike."))
    return ChoiceField(options=options, several=table.flag("several"), **common)


def _scale(table: Table, common: _Common) -> AnyField:
    lowest, highest = table.whole("from"), table.whole("to")
    if lowest >= highest:
        raise table.wrong("to", N_("A scale must end above its beginning."))
    low, high = table.optional_text("low") or "", table.optional_text("high") or ""
    return ScaleField(lowest=lowest, highest=highest, low=low, high=high, **common)


def _date(table: Table, common: _Common) -> AnyField:
    return DateField(**common)


def _list(table: Table, common: _Common) -> AnyField:
    columns = table.texts("columns") if "columns" in table.data else ()
    return ListField(rows=_rows(table), columns=columns, **common)


def _rows(table: Table, otherwise: int | None = None) -> int:
    rows = table.whole("rows", otherwise)
    if rows < 1:
        raise table.wrong("rows", N_("There must be room for one row at least."))
    return rows


_KINDS: Mapping[str, tuple[Callable[[Table, _Common], AnyField], tuple[str, ...]]] = {
    "line": (_line, ()),
    "paragraph": (_paragraph, ("rows",)),
    "choice": (_choice, ("options", "several")),
    "scale": (_scale, ("from", "to", "low", "high")),
    "date": (_date, ()),
    "list": (_list, ("rows", "columns")),
}
"""How each kind is read, and which keys it has beside those of every field."""
