"""Actions and verbs: every journalled write happens inside one confirmed intent.

A *verb* is a function that writes; its decorator opens an action around it, or joins the one already open. The name
of the verb, the session and the member it is about, and whether it may be undone go into the journal with each row.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, fields, is_dataclass, replace
from functools import wraps
from typing import Any, Concatenate, ParamSpec, TypeVar

from agenda.instant import to_text
from agenda.record.connection import Record
from legible import legible

P = ParamSpec("P")
R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class Verb:
    """A kind of write: its name in the journal, and whether ``u`` may take it back (docs/design.md 5)."""

    name: str
    undoable: bool
    function: Callable[..., Any]


_TOUCHED = 'SELECT DISTINCT "table" AS name FROM journal WHERE session IS ? AND action = ?'
"""By way of the index, which is over both."""

VERBS: dict[str, Verb] = {}
"""Every verb there is, by name; the undo law is tested over all of them."""


def verb(
    name: str, *, undoable: bool = True
) -> Callable[[Callable[Concatenate[Record, P], R]], Callable[Concatenate[Record, P], R]]:
    """Register a writing function of the record as a verb."""

    def register(function: Callable[Concatenate[Record, P], R]) -> Callable[Concatenate[Record, P], R]:
        signature = inspect.signature(function)

        @wraps(function)
        def write(record: Record, /, *args: P.args, **kwargs: P.kwargs) -> R:
            bound = signature.bind(record, *args, **kwargs)
            given = bound.arguments
            # Before a verb looks at it: what is nothing once it is cleaned is nothing from the start.
            given.update({name: _cleaned(value) for name, value in given.items() if name != "record"})
            with action(record, name, session=given.get("session"), member=given.get("member"), undoable=undoable):
                return function(*bound.args, **bound.kwargs)

        VERBS[name] = Verb(name, undoable, write)
        return write

    return register


def _cleaned(value: Any) -> Any:
    """What a verb is given, with every text in it cleaned."""
    if isinstance(value, str):
        return value if value.isprintable() else type(value)(legible(value))
    if type(value) in (tuple, list):
        return type(value)(map(_cleaned, value))
    if is_dataclass(value) and not isinstance(value, type):
        texts = {each.name: getattr(value, each.name) for each in fields(value) if each.init}
        wrong = {name: legible(text) for name, text in texts.items() if isinstance(text, str) and legible(text) != text}
        return replace(value, **wrong) if wrong else value
    return value


@contextmanager
def action(
    record: Record,
    name: str,
    *,
    session: str | None = None,
    member: str | None = None,
    undoable: bool = True,
    undoes: str | None = None,
) -> Iterator[None]:
    """One confirmed intent: all writes inside become durable together, or none does."""
    record.refuse_if_read_only()
    if record.in_action:
        yield
        return
    row = {
        "only": 1,
        "id": record.ids(),
        "verb": name,
        "session": session,
        "member": member,
        "facilitator": record.facilitator,
        "at": to_text(record.clock.now()),
        "undoable": int(undoable),
        "undoes": undoes,
    }
    with record.atomic():
        record.insert("current_action", row)
        record.in_action = True
        try:
            yield
        finally:
            record.in_action = False
        touched = record.rows(_TOUCHED, session, row["id"])
        record.write("DELETE FROM current_action")
    record.changes.append(frozenset(one["name"] for one in touched))
