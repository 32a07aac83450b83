"""States and walls for the tests of the wall: a Tuesday at 14:11 in Rome, one of each scene."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from textual.strip import Strip

from agenda.clock import ManualClock
from agenda.public import Dots, PublicPage, PublicState, Scene, WorkSign
from facilitator.stage import Publisher
from facilitator.wall.app import WallApp

NOW = datetime(2026, 11, 24, 13, 11, tzinfo=UTC)
LESSON = PublicPage(
    "Stress is like water in a glass",
    ("Everyone's glass has a size.", "Stress pours in.", "Rest, people and good habits let some out."),
)
HOUR = PublicPage("Today", ("Welcome", "Homework from last time", "Goals", "Stress", "New homework"))
DRAWING = "a-glass"
ADDRESS = "https://group.example/h/abcd2345"


def a_state(scene: Scene = Scene.PAGE, page: PublicPage = LESSON, **others: Any) -> PublicState:
    fields: dict[str, Any] = {"revision": 1, "published_at": NOW, "zone": "Europe/Rome", "locale": "en"}
    return PublicState(**{**fields, "scene": scene, "page": page, "curtain": False, **others})


EVERY_SCENE: dict[str, PublicState | None] = {
    "welcome": a_state(Scene.WELCOME, PublicPage("Welcome", ("We start at 14:00.",))),
    "agenda": a_state(Scene.AGENDA, HOUR, dots=Dots(3, 5)),
    "page": a_state(dots=Dots(2, 5)),
    "title-page": a_state(
        page=PublicPage("Today's topic", ("Stress is like water in a glass",), hero=1), dots=Dots(1, 8)
    ),
    "with-a-drawing": a_state(page=replace(LESSON, sign=WorkSign.PAIRS, drawing=DRAWING), dots=Dots(2, 5)),
    "options": a_state(
        page=PublicPage(
            "New homework",
            (
                "1  Walk to the river once, and look for a heron.",
                "2  Ask a friend how they rest.",
                "3  Write down one thing that filled the glass.",
            ),
            sign=WorkSign.WRITE,
        ),
        dots=Dots(2, 2),
    ),
    "code": a_state(page=PublicPage("Take it home", ("Scan this, or ask for paper.",)), qr=ADDRESS),
    "flip-chart": a_state(
        Scene.FLIP_CHART, PublicPage("What helps?", tuple(f"Line {n} of what they said" for n in range(1, 9)))
    ),
    "exercise": a_state(
        Scene.EXERCISE,
        PublicPage(
            "Good news",
            (
                "In twos, eight minutes.",
                "1  Tell one good thing.",
                "2  Your partner asks: and then?",
                "3  Change roles.",
            ),
        ),
        since=NOW - timedelta(minutes=2, seconds=30),
        until=NOW + timedelta(minutes=5, seconds=30),
    ),
    "applause": a_state(Scene.APPLAUSE, PublicPage("Well done")),
    "lesson-code": a_state(Scene.CODE, PublicPage("To read again at home", ("A goal of my own",)), qr=ADDRESS),
    "feedback": a_state(Scene.FEEDBACK, PublicPage("What was most useful?", ("One thing you take home.",))),
    "without-clock": a_state(dots=Dots(2, 5), clock=False),
    "pause": a_state(Scene.PAUSE, PublicPage()),
    "break": a_state(
        Scene.BREAK,
        PublicPage("Break", ("Stretch. Drink something.", "Step outside if you like.", "We go on together.")),
        until=NOW + timedelta(minutes=29),
    ),
    "goodbye": a_state(
        Scene.GOODBYE,
        PublicPage(
            "Thank you", ("You did good work today.", "We meet again on", "Tuesday 1 December at 14:00"), hero=3
        ),
    ),
    "letter": a_state(
        Scene.LETTER, PublicPage("K", ("If the back row cannot read this, press Ctrl and +.",)), clock=False
    ),
    "curtain": a_state(curtain=True),
    "holding": None,
}


class AStage:
    """A stage with a console on it and a wall before it, and the one clock of both."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.clock = ManualClock(NOW)
        self.publisher = Publisher(folder, self.clock.now)

    def publish(self, state: PublicState | None) -> None:
        """Publish it; None leaves the stage empty."""
        if state is not None:
            self.clock.advance(timedelta(milliseconds=1))
            assert self.publisher.publish(state)

    def wall(self, *, is_dark: bool = False) -> WallApp:
        return WallApp(self.folder, self.clock.now, self.clock.monotonic, is_dark=is_dark)

    def passes(self, seconds: float) -> None:
        self.clock.advance(timedelta(seconds=seconds))


def strips(wall: WallApp) -> list[Strip]:
    """What stands on the screen, row by row, with its colours."""
    return wall.screen._compositor.render_strips()


def text(wall: WallApp) -> str:
    """What stands on the screen, in letters."""
    return "\n".join(strip.text.rstrip() for strip in strips(wall))
