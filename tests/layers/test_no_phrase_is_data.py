"""No words of the screen are handed to the record or compared with anything: in another language they are others."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).parents[2]
SAYS = ("_", "ngettext", "spoken")
"""The functions that make words."""


def files() -> list[Path]:
    return sorted((ROOT / "facilitator").rglob("*.py"))


def _says(tree: ast.AST) -> bool:
    """Whether words are made somewhere in it; a function handed in makes them later, so it does not count."""
    return any(
        isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in SAYS
        for node in ast.walk(tree)
    )


def _rows(tree: ast.Module) -> set[str]:
    """The names under which this file knows the modules that write."""
    return {
        alias.asname or alias.name
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith("agenda.record.rows")
        for alias in node.names
    } | {"Plan"}


def faults(source: str) -> Iterator[str]:
    """The places where words of the screen are written or compared."""
    tree = ast.parse(source)
    rows = _rows(tree)
    for node in ast.walk(tree):
        if isinstance(node, ast.Compare) and any(_says(side) for side in (node.left, *node.comparators)):
            yield f"{node.lineno}: compares with words of the screen"
        elif isinstance(node, ast.Call):
            function = node.func
            owner = function.value if isinstance(function, ast.Attribute) else function
            given = [*node.args, *(keyword.value for keyword in node.keywords)]
            if isinstance(owner, ast.Name) and owner.id in rows and any(map(_says, given)):
                yield f"{node.lineno}: hands words of the screen to the record"
            if (
                isinstance(function, ast.Attribute)
                and function.attr in ("startswith", "endswith")
                and any(map(_says, given))
            ):
                yield f"{node.lineno}: compares with words of the screen"


def test_no_file_writes_or_compares_words_of_the_screen() -> None:
    found = [f"{path.relative_to(ROOT)}:{fault}" for path in files() for fault in faults(path.read_text("utf-8"))]
    assert found == []


def test_each_fault_of_before_would_be_seen() -> None:
    known = "from agenda.record.rows import homework as homeworks\n"
    for fault in (
        'homeworks.agree(record, session, member, Plan(_("own words")))',
        'x = plan.what == _("own words")',
        'x = member.turn.startswith(_("today"))',
        'follow_ups.add(record, session, what=_("Talk with them."))',
    ):
        imported = "from agenda.record.rows import follow_up as follow_ups\n"
        assert list(faults(known + imported + fault)), fault
