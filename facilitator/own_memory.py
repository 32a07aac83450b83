"""What this process holds in memory stays there: no picture of it is written to disk when it falls over.

A core dump would hold the record's key and whatever was on the screen. Where a system has no such switch nothing is
done; what is left then is said in docs/reliability.md.
"""

from __future__ import annotations

import sys
from contextlib import suppress

_SET_DUMPABLE = 4
"""Linux: prctl's PR_SET_DUMPABLE. Not dumpable also means that no other process of this person may look inside."""


def keep_to_ourselves() -> None:
    """No core dumps of this process and its children, and on Linux nobody attaches to it; again changes nothing."""
    with suppress(ImportError, OSError, ValueError):
        import resource  # not on Windows

        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    if sys.platform == "linux":
        with suppress(ImportError, OSError, AttributeError):
            import ctypes

            ctypes.CDLL(None).prctl(_SET_DUMPABLE, 0, 0, 0, 0)
