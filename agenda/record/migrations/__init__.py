"""The record's schema, one numbered step after the other.

Each step runs in a transaction with the note that it was done. Add a module ``m0004_…`` and import it here; never
change one that has been released.
"""

from agenda.record.migrations import (
    m0001_hour,
    m0002_what_it_is_for,
    m0003_lessons,
    m0004_kiosk,
    m0005_wall,
    m0006_paper,
    m0007_values,
)
from agenda.record.migrations.steps import STEPS

__all__ = [
    "NAMES",
    "STEPS",
    "m0001_hour",
    "m0002_what_it_is_for",
    "m0003_lessons",
    "m0004_kiosk",
    "m0005_wall",
    "m0006_paper",
    "m0007_values",
]

NAMES = ("0001-hour", "0002-what-it-is-for", "0003-lessons", "0004-kiosk", "0005-wall", "0006-paper", "0007-values")
"""Every step this version knows; a record with another one was written by a newer version."""
