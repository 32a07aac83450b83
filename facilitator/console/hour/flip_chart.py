"""The flip chart of a running session: from the record to the wall, and the questions of the dialog."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from agenda.error import AgendaError
from agenda.flip_chart import LONGEST_LINE, ChartLine, names_said
from agenda.public import PublicPage
from agenda.record.rows import flip_chart
from agenda.record.rows import member as members
from facilitator.console.hour.interlude import chart_interlude

if TYPE_CHECKING:
    from facilitator.console.hour.flip_chart_dialog import Chart
    from facilitator.console.hour.led_hour import LedHour
    from facilitator.console.hour.screen import SessionScreen


def offer_chart(screen: SessionScreen) -> None:
    """Put the chart on the wall and ask for its lines."""
    from facilitator.console.hour.flip_chart_dialog import FlipChartDialog  # rarely needed

    chart = chart_of(screen)
    screen.show_room()
    screen.app.push_screen(FlipChartDialog(chart), lambda _done: screen.refresh_view())


def chart_of(screen: SessionScreen) -> Chart:
    """The chart of the page that is shown, which goes up on the wall with it."""
    from facilitator.console.hour.flip_chart_dialog import Chart  # rarely needed

    led = screen.led
    heading, likely = question_of(led.page.public)

    def show() -> tuple[ChartLine, ...]:
        lines = flip_chart.lines(led.workplace.record, led.id)
        led.interlude = chart_interlude(lines, heading)
        screen.refresh_view()
        return lines

    def tried(work: Callable[[], object]) -> tuple[ChartLine, ...] | None:
        try:
            work()
        except AgendaError as refused:
            screen.console.refuse(refused)
            return None
        return show()

    return Chart(
        heading,
        show(),
        likely,
        lambda text: tried(lambda: flip_chart.write(led.workplace.record, led.id, text, heading=heading)),
        lambda: tried(lambda: flip_chart.take_back(led.workplace.record, led.id)),
        lambda text: names_said(text, known_names(led)),
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
