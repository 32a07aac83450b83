"""What to look at before the first session of the day: five lines on Home while it is near."""

from __future__ import annotations

from datetime import timedelta
from typing import assert_never

from agenda.record.rows import overview as report
from agenda.record.rows.overview import GroupReport
from facilitator.console.calendar import next_session as planning
from facilitator.console.projector.projector import Projector
from facilitator.console.workplace import Workplace
from facilitator.language import _

NEAR = timedelta(minutes=60)
"""Before the planned begin; afterwards as long, for a session that begins late."""


def checklist(workplace: Workplace, group: GroupReport | None, projector: Projector) -> tuple[str, ...]:
    """The lines for the group under the cursor; none when nothing is near or a session was held today already."""
    following = group.next if group is not None else None
    if group is None or following is None or following.running:
        return ()
    if abs(following.planned_at - workplace.clock.now()) > NEAR:
        return ()
    if report.has_begun_on(workplace.record, planning.today(workplace, group.zone)):
        return ()
    return (
        _("The charger is in."),
        _("Do not disturb is on: no message from elsewhere on the screen."),
        *_wall_lines(projector),
        _("The session pack is printed (w)."),
        _("Pens are there."),
    )


def _wall_lines(projector: Projector) -> tuple[str, ...]:
    match projector:
        case Projector.SAME:
            return (_("The projector is covered until F4 makes this screen the wall."),)
        case Projector.WALL | Projector.NOTHING:
            return (_("The wall is on the projector and can be read from the back row."),)
        case Projector.NONE:
            return ()
        case _:
            assert_never(projector)
