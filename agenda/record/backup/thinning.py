"""Which backups are kept: a rule over their times, and as many of those as there is room for.

Days, weeks and months are counted as they hold backups, not back from today: a laptop that lay in a cupboard for a
year, or whose clock was wrong once, loses nothing by it. The newest of each stays, so thinning after every backup keeps
what thinning once at the end would keep.

Where room is short the oldest go first: all that ever happened is in the journal of the newest as well.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from datetime import datetime

LAST = 10
DAYS = 14
WEEKS = 8
MONTHS = 12
LEAST = 2
"""So many are kept however little room there is."""

_PERIODS: tuple[tuple[int, Callable[[datetime], tuple[int, ...]]], ...] = (
    (DAYS, lambda moment: (moment.year, moment.month, moment.day)),
    (WEEKS, lambda moment: tuple(moment.isocalendar()[:2])),
    (MONTHS, lambda moment: (moment.year, moment.month)),
)


def kept(times: Iterable[datetime]) -> frozenset[datetime]:
    """The last ten, then the newest of each day, week and month that has one, for 14 days, 8 weeks and 12 months."""
    newest_first = sorted(set(times), reverse=True)
    keep = set(newest_first[:LAST])
    for most, period in _PERIODS:
        newest: dict[tuple[int, ...], datetime] = {}
        for moment in newest_first:
            newest.setdefault(period(moment), moment)
        keep.update(list(newest.values())[:most])
    return frozenset(keep)


def fitting(sizes: Mapping[datetime, int], free: int) -> frozenset[datetime]:
    """The newest of these, as many as take no more room together than they leave free; two in any case.

    ``sizes`` are in bytes by the time each was made; ``free`` is what is left on the disk beside all of them.
    """
    room = (sum(sizes.values()) + free) // 2
    keep: list[datetime] = []
    taken = 0
    for moment in sorted(sizes, reverse=True):
        taken += sizes[moment]
        if taken > room and len(keep) >= LEAST:
            break
        keep.append(moment)
    return frozenset(keep)
