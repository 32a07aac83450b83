"""How often a law is tried: in full where everything is checked (``CI=true``), a part of it at somebody's desk.

The part is large enough that each law is still about something, and always the same share, so that one place says
what a run left out. Nothing is thinned in ``.ci/run``.
"""

from __future__ import annotations

import os

IN_FULL = os.environ.get("CI", "").lower() in ("1", "true", "yes")
SHARE = 1 if IN_FULL else 4
"""One in so many examples is tried."""


def tried(in_full: int) -> int:
    """How many of these examples are tried in this run."""
    return -(-in_full // SHARE)
