"""The import graph of the sources, imports for types included: no circle, and no room that opens another's screens."""

from __future__ import annotations

import ast
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PACKAGES = ("facilitator", "agenda", "content", "legible")
CONSOLE = "facilitator.console"
DOORS = {f"{CONSOLE}.rooms", f"{CONSOLE}.start", f"{CONSOLE}.app"}
"""Where rooms are put together."""
SCREENS = ("Screen", "Dialog")
BELOW = "parts"


@cache
def sources() -> dict[str, ast.Module]:
    """Every module by its dotted name."""
    found = {}
    for package in PACKAGES:
        for path in (ROOT / package).rglob("*.py"):
            name = ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")
            found[name] = ast.parse(path.read_text(encoding="utf-8"))
    return found


def imported(tree: ast.Module, modules: set[str]) -> set[str]:
    """The modules of ours that a source names in any import, wherever it stands."""
    names: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            names.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            for alias in node.names:
                whole = f"{node.module}.{alias.name}"
                names.add(whole if whole in modules else node.module)
    return names & modules


def circles(graph: dict[str, set[str]]) -> list[set[str]]:
    """Groups of modules each of which leads to all the others (Tarjan, without recursion)."""
    index: dict[str, int] = {}
    low: dict[str, int] = {}
    stack: list[str] = []
    found = []
    for start in graph:
        work = [(start, iter(sorted(graph[start])))] if start not in index else []
        if work:
            index[start] = low[start] = len(index)
            stack.append(start)
        while work:
            node, following = work[-1]
            step = next(following, None)
            if step is None:
                work.pop()
                if work:
                    low[work[-1][0]] = min(low[work[-1][0]], low[node])
                if low[node] == index[node]:
                    part: set[str] = set()
                    while not part or node not in part:
                        part.add(stack.pop())
                    if len(part) > 1:
                        found.append(part)
            elif step not in index:
                index[step] = low[step] = len(index)
                stack.append(step)
                work.append((step, iter(sorted(graph[step]))))
            elif step in stack:
                low[node] = min(low[node], index[step])
    return found


@cache
def whole_graph() -> dict[str, set[str]]:
    return graph_of(sources())


def graph_of(trees: dict[str, ast.Module]) -> dict[str, set[str]]:
    modules = set(trees)
    return {name: imported(tree, modules) - {name} for name, tree in trees.items()}


def test_no_file_leads_back_to_itself() -> None:
    assert circles(whole_graph()) == []


def test_a_circle_would_be_found() -> None:
    trees = {name: ast.parse(text) for name, text in {
        "a": "import b", "b": "if TYPE_CHECKING:\n    from c import d", "c": "def f():\n    import a", "e": "import a",
    }.items()}  # fmt: skip
    assert circles(graph_of(trees)) == [{"a", "b", "c"}]


def screens_of(tree: ast.Module) -> set[str]:
    """The screens and dialogs a module defines."""
    return {
        node.name
        for node in tree.body
        if isinstance(node, ast.ClassDef) and node.name.endswith(SCREENS) and node.name not in SCREENS
    }


def room_of(module: str) -> str:
    """The room of the console a module lies in."""
    return module.removeprefix(f"{CONSOLE}.").partition(".")[0]


@pytest.mark.parametrize("module", sorted(name for name, tree in sources().items()
                                          if name.startswith(f"{CONSOLE}.") and screens_of(tree)))  # fmt: skip
def test_a_screen_is_opened_by_its_own_room_or_through_a_door(module: str) -> None:
    if room_of(module) == BELOW:
        return
    graph = whole_graph()
    users = {name for name, uses in graph.items() if module in uses and name.startswith(f"{CONSOLE}.")}
    assert {name for name in users - DOORS if room_of(name) != room_of(module)} == set()
