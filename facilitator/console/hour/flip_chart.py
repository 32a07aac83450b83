"""The flip chart of a running session: from the record to the wall, and the questions of the dialog."""

from __future__ import annotations

from collections.abc import Callable

from agenda.error import AgendaError
from agenda.flip_chart import LONGEST_LINE, ChartLine, names_said
from agenda.public import PublicPage
from agenda.record.rows import flip_chart
from agenda.record.rows import member as members
from facilitator.console.console import Console
from facilitator.console.hour.flip_chart_dialog import Chart
from facilitator.console.hour.interlude import chart_interlude
from facilitator.console.hour.led_hour import LedHour
from facilitator.language import _


def chart_of(console: Console, led: LedHour, shown: Callable[[], object], *, is_parking: bool = False) -> Chart:
    """The chart of the page on the wall, which goes up with it; ``shown`` brings wall and screen in line with it.

    With ``is_parking`` it is the page of what comes up and must wait until next time.
    """
    heading, likely = ("", ()) if is_parking else question_of(led.page.public)
    record = led.workplace.record

    def show() -> tuple[ChartLine, ...]:
        led.show_interlude(chart_interlude(led.now.chart, heading, is_parking=is_parking))
        shown()
        return tuple(line for line in led.now.chart if line.parked is is_parking)

    def tried(work: Callable[[], object]) -> tuple[ChartLine, ...] | None:
        try:
            work()
        except AgendaError as refused:
            console.refuse(refused)
            return None
        return show()

    return Chart(
        _("For another time") if is_parking else heading,
        show(),
        likely,
        lambda text: tried(lambda: flip_chart.write(record, led.id, text, heading=heading, parked=is_parking)),
        lambda: tried(lambda: flip_chart.take_back(record, led.id, parked=is_parking)),
        lambda text: names_said(text, known_names(led)),
        lambda: chart_of(console, led, shown, is_parking=not is_parking),
    )


def question_of(page: PublicPage) -> tuple[str, tuple[str, ...]]:
    """What the page on the wall asks, and its own lines as likely answers: those that are no question and fit."""
    likely = tuple(line for line in page.lines if not line.endswith("?") and len(line) <= LONGEST_LINE)
    questions = [text for text in (page.title, *page.lines) if text.endswith("?")]
    return (questions[0] if questions else page.title), likely


def known_names(led: LedHour) -> tuple[tuple[str, str], ...]:
    """Display and full names of everybody who is or was in the group."""
    everyone = members.members(led.workplace.record, led.group.id, led.session.day)
    return tuple((member.name, member.full_name) for member in everyone)
