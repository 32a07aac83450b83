"""How the journal's triggers are called."""

from __future__ import annotations

EVENTS = ("insert", "update", "delete")


def trigger_names(table: str) -> tuple[str, ...]:
    """The names of the triggers a table has: for what is written, changed and taken away."""
    return tuple(f"journal_{table}_{event}" for event in EVENTS)
