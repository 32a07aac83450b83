"""Which backups are kept: a rule over their times alone.

Days, weeks and months are counted as they hold backups, not back from today: a laptop that lay in a cupboard for a
year, or whose clock was wrong once, loses nothing by it. The newest of each stays, so thinning after every backup keeps
what thinning once at the end would keep.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime

LAST = 10
DAYS = 14
WEEKS = 8
MONTHS = 12

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
