"""Taking an action back and doing it again, from the journal alone, so that both survive a restart.

What may be undone are the undoable actions of one session by one facilitator, last first. A new one clears what
could be redone. Undo and redo are journalled like everything else.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

import sqlcipher3.dbapi2 as sqlcipher

from agenda.error import N_, Refused
from agenda.record.action import action
from agenda.record.connection import Record


@dataclass(frozen=True, slots=True)
class Done:
    """An action that can be taken back or done again."""

    action: str
    verb: str
    member: str | None
    rows: tuple[dict[str, Any], ...] = ()
    """The rows it left (or, undone, left again), oldest first."""
    wrote: tuple[dict[str, Any], ...] = ()
    """The rows as the action itself wrote them; of one it took away, what it was."""


def undoable(record: Record, session: str | None) -> Done | None:
    """What ``undo`` would take back."""
    done, _ = _stacks(record, session)
    return done[-1] if done else None


def redoable(record: Record, session: str | None) -> Done | None:
    """What ``redo`` would do again."""
    _, taken_back = _stacks(record, session)
    return taken_back[-1] if taken_back else None


def undo(record: Record, session: str | None) -> Done | None:
    """Take the last action back; none if there is nothing.

    Raises:
        Refused: if what it wrote has been changed since, or used, by something that cannot be undone here.
    """
    target = undoable(record, session)
    return target and _replay(record, session, target, "undo")


def redo(record: Record, session: str | None) -> Done | None:
    """Do the action taken back last again; none if there is nothing.

    Raises:
        Refused: as for ``undo``.
    """
    target = redoable(record, session)
    return target and _replay(record, session, target, "redo")


def _stacks(record: Record, session: str | None) -> tuple[list[Done], list[Done]]:
    history = record.rows(
        "SELECT action, verb, member, undoes FROM journal WHERE session IS ? AND facilitator IS ? AND undoable = 1 "
        "GROUP BY action ORDER BY min(seq)",
        session,
        record.facilitator,
    )
    done: list[Done] = []
    taken_back: list[Done] = []
    for row in history:
        if row["undoes"] is None:
            done.append(Done(row["action"], row["verb"], row["member"]))
            taken_back.clear()
        elif row["verb"] == "undo":
            taken_back.append(done.pop())
        else:
            done.append(taken_back.pop())
    return done, taken_back


def _replay(record: Record, session: str | None, target: Done, verb: str) -> Done:
    """Set every row the action touched to what it was before (undo, last first) or after it (redo)."""
    order, side, other = ("DESC", "before", "after") if verb == "undo" else ("ASC", "after", "before")
    changes = record.rows(
        f"SELECT * FROM journal WHERE session IS ? AND action = ? ORDER BY seq {order}", session, target.action
    )
    try:
        with action(record, verb, session=session, member=target.member, undoes=target.action):
            for change in changes:
                _set(record, change["table"], change["row"], _read(change[other]), _read(change[side]))
    except sqlcipher.IntegrityError:  # something that stays hangs on it, or has taken its place
        raise _changed_since() from None
    left = tuple(_read(c[side]) or _read(c[other]) or {} for c in changes)
    wrote = tuple(_read(c["after"]) or _read(c["before"]) or {} for c in changes)
    return Done(target.action, target.verb, target.member, left, wrote)


def _read(text: str | None) -> dict[str, Any] | None:
    return None if text is None else dict(json.loads(text))


def _set(record: Record, table: str, row: str, expected: dict[str, Any] | None, wanted: dict[str, Any] | None) -> None:
    """Turn one row from what is expected into what is wanted; of a changed row only the columns that changed."""
    found = record.row(f'SELECT * FROM "{table}" WHERE id = ?', row)
    if expected is not None and wanted is not None:
        changed = {name: value for name, value in wanted.items() if expected[name] != value}
        if found is None or any(found[name] != expected[name] for name in changed):
            raise _changed_since()
        record.update(table, row, changed)
        return
    if found is not None and expected is not None:
        found = {name: found.get(name) for name in expected}  # a column may have come since, and holds nothing then
    if found != expected:
        raise _changed_since()
    if wanted is None:
        record.delete(table, row)
    else:
        record.insert(table, wanted)


def _changed_since() -> Refused:
    return Refused(N_("This cannot be undone: it was changed since."), N_("Make the change by hand."))
