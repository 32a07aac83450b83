"""What undo and redo must give, worked out from pictures of the tables alone, without the journal."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from agenda.record.connection import Record

Row = dict[str, Any]
Tables = dict[str, dict[str, Row]]
Change = dict[tuple[str, str], tuple[Row | None, Row | None]]
BESIDE = frozenset({"journal", "_sqlite_migrations"})


@dataclass(frozen=True)
class Rules:
    """What the schema demands between rows: who refers to whom, what must be unique."""

    references: tuple[tuple[str, str, str], ...]
    unique: tuple[tuple[str, tuple[str, ...], str | None], ...]
    """Table, columns, and for a partial index the column in which only rows without a value count."""

    def allow(self, tables: Tables) -> bool:
        for table, column, target in self.references:
            known = tables[target].keys()
            if any(row[column] is not None and row[column] not in known for row in tables[table].values()):
                return False
        return all(
            _are_unique([row for row in tables[table].values() if empty is None or row[empty] is None], columns)
            for table, columns, empty in self.unique
        )


def _are_unique(rows: Any, columns: tuple[str, ...]) -> bool:
    keys = [tuple(row[column] for column in columns) for row in rows]
    whole = [key for key in keys if None not in key]
    return len(whole) == len(set(whole))


def _empty_column(record: Record, index: str) -> str:
    """Of ``… WHERE withdrawn_on IS NULL`` the column; no other kind of partial index is known here."""
    row = record.row("SELECT sql FROM sqlite_master WHERE name = ?", index)
    assert row is not None
    found = re.search(r"WHERE (\w+) IS NULL$", row["sql"])
    assert found is not None
    return found[1]


def rules(record: Record) -> Rules:
    names = [name for name in record.db.table_names() if name not in BESIDE]
    references, unique = [], []
    for table in names:
        for row in record.rows(f'PRAGMA foreign_key_list("{table}")'):
            references.append((table, row["from"], row["table"]))
        for index in record.rows(f'PRAGMA index_list("{table}")'):
            if index["unique"]:
                found = record.rows(f'PRAGMA index_info("{index["name"]}")')
                empty = _empty_column(record, index["name"]) if index["partial"] else None
                unique.append((table, tuple(column["name"] for column in found), empty))
    return Rules(tuple(references), tuple(unique))


def picture(record: Record) -> Tables:
    """Every table but the journal, each row under the value of its first column."""
    return {name: _rows(record, name) for name in record.db.table_names() if name not in BESIDE}


def _rows(record: Record, table: str) -> dict[str, Row]:
    cursor = record.db.execute(f'SELECT * FROM "{table}"')
    names = [column[0] for column in cursor.description]
    return {str(values[0]): dict(zip(names, values, strict=True)) for values in cursor.fetchall()}


def difference(before: Tables, after: Tables) -> Change:
    """What happened from one picture to the next: each row that is not the same, as it was and as it is."""
    return {
        (table, key): (before[table].get(key), after[table].get(key))
        for table in before
        for key in before[table].keys() | after[table].keys()
        if before[table].get(key) != after[table].get(key)
    }


def turned_round(change: Change) -> Change:
    return {place: (after, before) for place, (before, after) in change.items()}


def applied(change: Change, tables: Tables, rules: Rules) -> Tables | None:
    """The tables after this change: of an altered row only what it altered. None where it no longer fits."""
    result = {name: dict(rows) for name, rows in tables.items()}
    for (table, key), (before, after) in change.items():
        found = result[table].get(key)
        if before is not None and after is not None:
            altered = {name for name in after if after[name] != before[name]}
            if found is None or any(found[name] != before[name] for name in altered):
                return None
            result[table][key] = {**found, **{name: after[name] for name in altered}}
        elif found != before:
            return None
        elif after is None:
            del result[table][key]
        else:
            result[table][key] = after
    return result if rules.allow(result) else None
