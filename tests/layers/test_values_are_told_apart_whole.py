"""Whoever tells the values of the domain apart has thought of every one: a later one is an error, not a silence.

Three shapes are allowed. A ``match`` that ends in ``assert_never``: mypy finds what is missing. A table that names
every value: found here. A question about a single value. A list of some values, or a row of questions, is a second
definition of what the values mean; where one is right it stands below with its reason.
"""

from __future__ import annotations

import ast
import importlib
import pkgutil
import re
import subprocess
import sys
from collections import defaultdict
from collections.abc import Iterator
from enum import StrEnum
from pathlib import Path

import pytest

import agenda
from facilitator.console.projector.projector import Projector

ROOT = Path(__file__).parents[2]


def domain_values() -> dict[str, type[StrEnum]]:
    """Every enumeration of the domain, and what the projector shows."""
    for module in pkgutil.walk_packages(agenda.__path__, "agenda."):
        if not module.name.startswith("agenda.record"):
            importlib.import_module(module.name)
    found = {kind.__name__: kind for kind in StrEnum.__subclasses__() if kind.__module__.startswith("agenda.")}
    return found | {"Projector": Projector}


VALUES = domain_values()
_PHASES = "agenda/session.py: PhaseKey in the file: lacks "
SOME_ARE_MEANT = {
    "agenda/record/practice/work.py: Achieved in _review_goal: asks FULLY, NOT_AT_ALL": "made-up lives",
    "agenda/record/rows/attendance.py: Status in check_in: asks LATE, UNKNOWN": "two questions apart",
    f"{_PHASES}AGENDA, BREAK, GOALS, HOMEWORK, LAST_SESSION, LESSON, WELCOME": "the guarded ones",
    f"{_PHASES}BREAK, GOALS, HOMEWORK, LAST_SESSION": "the phases of a first session",
    f"{_PHASES}BREAK": "the phases of a usual and of a small session",
    f"{_PHASES}AGENDA, BREAK, LAST_SESSION": "the phases of a session with one member",
    f"{_PHASES}AGENDA, BREAK, LAST_SESSION, NEW_HOMEWORK": "the phases of a closing session",
    "agenda/timeline.py: PhaseKey in _resumed: asks BREAK, LESSON": "of two phases, one question each",
    f"{_PHASES}BREAK, GOALS, HOMEWORK, LESSON, NEW_HOMEWORK, SUMMARY, WELCOME": "what an hour that is late may skip",
    "facilitator/console/hour/led_hour.py: Scene in shown: asks AGENDA, BREAK, CODE, EXERCISE": (
        "these have more to show"
    ),
    "facilitator/console/hour/led_hour.py: Scene in _reach: asks CODE, EXERCISE": "with these something begins",
    "facilitator/console/people/view.py: PhaseKey in _told: asks LAST_SESSION, NEW_HOMEWORK": "both tell of each",
    "facilitator/console/hour/move_on.py: PhaseKey in moves: asks BREAK, HOMEWORK": "two offers apart",
    "facilitator/console/hour/pages.py: PhaseKey in pages_of: asks AGENDA, LAST_SESSION, LESSON, NEW_HOMEWORK": (
        "these three have pages made from the hour; all others have those of the pack"
    ),
    "facilitator/console/people/view.py: PhaseKey in people_view: asks HOMEWORK, WELCOME": "two lines apart",
    "facilitator/console/rounds/rounds.py: PhaseKey in the file: lacks AGENDA, BREAK, LAST_SESSION, LESSON": (
        "in these nobody is asked anything"
    ),
    "facilitator/wall/scenes.py: Scene in the file: lacks HOLDING": "answered before, without clock",
}
"""The places where only some values are named, and why that is right; a value added later makes other lines."""


def files() -> list[Path]:
    found = [path for room in ("agenda", "facilitator") for path in sorted((ROOT / room).rglob("*.py"))]
    return [path for path in found if "migrations" not in path.parts]


class Telling(ast.NodeVisitor):
    """Finds where values are told apart in one file, and what is wrong with it."""

    def __init__(self, names: dict[str, str]) -> None:
        self.names = names
        self.where = ["the file"]
        self.asked: dict[tuple[str, str], set[str]] = defaultdict(set)
        self.faults: list[tuple[str, str, str]] = []

    def member(self, node: ast.AST | None) -> tuple[str, str] | None:
        """The enumeration and the member this names, if it does."""
        if isinstance(node, ast.Attribute) and node.attr == "value":
            node = node.value
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id in self.names:
            kind = self.names[node.value.id]
            return (kind, node.attr) if node.attr in VALUES[kind].__members__ else None
        return None

    def fault(self, kind: str, words: str) -> None:
        self.faults.append((kind, self.where[-1], words))

    def some(self, nodes: list[ast.expr | None], *, least: int = 2) -> None:
        """Values in a row must be all there are."""
        found: dict[str, set[str]] = defaultdict(set)
        for kind, name in filter(None, map(self.member, nodes)):
            found[kind].add(name)
        for kind, names in found.items():
            missing = VALUES[kind].__members__.keys() - names
            if len(names) >= least and missing:
                self.fault(kind, f"lacks {', '.join(sorted(missing))}")

    def visit_FunctionDef(self, node: ast.FunctionDef) -> None:
        self.where.append(node.name)
        self.generic_visit(node)
        self.where.pop()

    def visit_ClassDef(self, node: ast.ClassDef) -> None:
        if node.name not in VALUES:
            self.where.append(node.name)
            self.generic_visit(node)
            self.where.pop()
        else:
            self.generic_visit(node)

    def visit_Dict(self, node: ast.Dict) -> None:
        self.some(list(node.keys))
        self.some(list(node.values))
        self.generic_visit(node)

    def visit_Set(self, node: ast.Set) -> None:
        self.some(list(node.elts))
        self.generic_visit(node)

    def visit_Tuple(self, node: ast.Tuple) -> None:
        self.some(list(node.elts))
        self.generic_visit(node)

    def visit_List(self, node: ast.List) -> None:
        self.some(list(node.elts))
        self.generic_visit(node)

    def visit_Compare(self, node: ast.Compare) -> None:
        for kind, name in filter(None, map(self.member, (node.left, *node.comparators))):
            self.asked[kind, self.where[-1]].add(name)
        self.generic_visit(node)

    def visit_Match(self, node: ast.Match) -> None:
        patterns = [part for case in node.cases for part in ast.walk(case.pattern) if isinstance(part, ast.MatchValue)]
        kinds = {found[0] for part in patterns if (found := self.member(part.value))}
        last = node.cases[-1]
        ends = isinstance(last.pattern, ast.MatchAs) and last.pattern.pattern is None
        ends = ends and last.guard is None and "assert_never" in ast.unparse(last.body[0])
        for kind in kinds if not ends else ():
            self.fault(kind, "a match that does not end in assert_never")
        self.generic_visit(node)

    def all_faults(self) -> Iterator[tuple[str, str, str]]:
        yield from self.faults
        for (kind, where), names in self.asked.items():
            if len(names) > 1:
                yield kind, where, f"asks {', '.join(sorted(names))}"


def faults(source: str, file: str = "") -> list[str]:
    """What a file says about some values that it does not say about the others."""
    tree = ast.parse(source)
    names = {
        alias.asname or alias.name: alias.name
        for node in ast.walk(tree)
        if isinstance(node, ast.ImportFrom) and (node.module or "").startswith(("agenda", "facilitator.console"))
        for alias in node.names
        if alias.name in VALUES
    }
    names |= {node.name: node.name for node in tree.body if isinstance(node, ast.ClassDef) and node.name in VALUES}
    telling = Telling(names)
    telling.visit(tree)
    return [f"{file}: {kind} in {where}: {words}" for kind, where, words in telling.all_faults()]


def test_every_place_has_thought_of_every_value() -> None:
    found = {fault for path in files() for fault in faults(path.read_text("utf-8"), str(path.relative_to(ROOT)))}
    assert found - SOME_ARE_MEANT.keys() == set()
    assert SOME_ARE_MEANT.keys() - found == set(), "no longer needed"


@pytest.mark.parametrize(
    "fault",
    [
        "x = {Status.HERE: 1, Status.LATE: 2}",
        "x = {1: Status.HERE, 2: Status.LATE}",
        "x = status in (Status.HERE, Status.LATE)",
        "x = status in {Status.ABSENT.value, Status.EXCUSED.value}",
        "x = 1 if status is Status.HERE else 2 if status is Status.LATE else 3",
        "x = status is Status.HERE or status == Status.LATE",
        "if status is Status.HERE:\n    x = 1\nelif status is Status.LATE:\n    x = 2",
        "match status:\n    case Status.HERE:\n        x = 1",
        "match status:\n    case Status.HERE:\n        x = 1\n    case _:\n        x = 2",
    ],
)
def test_each_way_to_forget_a_value_is_seen(fault: str) -> None:
    assert faults("from agenda.attendance import Status\n" + fault)


def test_what_has_thought_of_all_is_no_fault() -> None:
    known = "from agenda.attendance import Mode\n"
    assert faults(known + "x = {Mode.ROOM: 1, Mode.VIDEO: 2, Mode.PHONE: 3, None: 0}") == []
    assert faults(known + "x = mode is Mode.ROOM") == []
    whole = (
        "match m:\n    case Mode.ROOM | Mode.VIDEO | Mode.PHONE:\n        x = 1\n    case _:\n        assert_never(m)"
    )
    assert faults(known + whole) == []


def test_no_question_to_the_database_spells_a_value_a_second_time() -> None:
    spelt = [f"'{one.value}'" for kind in VALUES.values() for one in kind]
    asks = re.compile("(?:=|<>|IN) ?\\(?(" + "|".join(spelt) + ")")
    found = [
        f"{path.name}:{node.lineno}: {node.value.strip()}"
        for path in files()
        if "rows" in path.parts
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
        if asks.search(re.sub(r'"table" (=|IN) [^ ]*', "", node.value))
    ]
    assert found == []


def test_a_status_nobody_thought_of_is_an_error_of_types(tmp_path: Path) -> None:
    """Another status, and nothing said about it anywhere."""
    told = (
        "agenda/attendance.py",
        "agenda/notes/sentences.py",
        "facilitator/console/people/status.py",
    )
    around = ("agenda/notes/facts.py",)
    for name in (*told, *around):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text((ROOT / name).read_text("utf-8"), "utf-8")
    assert _types(tmp_path, (*told, *around)) == ""
    attendance = tmp_path / told[0]
    late, later = '    LATE = "late"\n', '    LATE = "late"\n    LEFT_EARLY = "left early"\n'
    attendance.write_text(attendance.read_text("utf-8").replace(late, later), "utf-8")
    found = _types(tmp_path, (*told, *around))
    assert {name for name in told if f"{name}:" in found} == set(told), found
    assert found.count("LEFT_EARLY") >= len(told)


def _types(folder: Path, names: tuple[str, ...]) -> str:
    """What mypy finds about exhaustive telling in these files, knowing nothing of any other."""
    options = ("--follow-imports=skip", "--namespace-packages", "--explicit-package-bases", "--no-error-summary")
    command = [sys.executable, "-m", "mypy", f"--cache-dir={folder / 'cache'}", *options, *names]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False).stdout
