"""A finished file takes the place of the one before it, on every system."""

from __future__ import annotations

import os
import time
from pathlib import Path

WAITS = (0.005, 0.01, 0.02, 0.04, 0.08) if os.name == "nt" else ()
"""Seconds before each further try. Windows replaces no file that somebody has open; a wall reads ours for a moment,
thirty times a second. Elsewhere a refusal is one, and waiting would not change it.
"""


def put_in_place(fresh: Path, target: Path) -> None:
    """Rename it over the other one. Raises ``OSError`` where that cannot be; then both are as they were."""
    for wait in WAITS:
        try:
            os.replace(fresh, target)
        except PermissionError:
            time.sleep(wait)
        else:
            return
    os.replace(fresh, target)
