"""The record's schema, one numbered step after the other.

Each step is a file ``m0004_kiosk.py`` of this folder, registered under its own name (``0004-kiosk``), and runs in a
transaction with the note that it was done. A new file is found by itself; never change one that has been released.
"""

from importlib import import_module
from pkgutil import iter_modules

from agenda.record.migrations.steps import STEPS

__all__ = ["NAMES", "STEPS"]

_FILES = sorted(found.name for found in iter_modules(__path__) if found.name.startswith("m0"))
for _file in _FILES:
    import_module(f"{__name__}.{_file}")

NAMES = tuple(file.removeprefix("m").replace("_", "-") for file in _FILES)
"""Every step this version knows; a record with another one was written by a newer version."""
