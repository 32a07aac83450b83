"""What the console tells the wall: one whole public state at each change, and again every two seconds."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from agenda.clock import Clock
from agenda.public import Dots, PublicPage, PublicState, Scene
from agenda.publish import publish
from facilitator.stage import Publisher, open_walls

HEARTBEAT = 2.0
"""Seconds between two signs of life; the wall holds after six without one."""


@dataclass(frozen=True, slots=True)
class Shown:
    """What is on the wall when the curtain is up."""

    scene: Scene = Scene.HOLDING
    page: PublicPage = field(default_factory=PublicPage)
    dots: Dots | None = None
    until: datetime | None = None
    qr: str | None = None
    clock: bool = True
    zone: str = "UTC"
    locale: str = "en"
    since: datetime | None = None


class Broadcast:
    """Holds what the wall shows and publishes it. The curtain is down until somebody raises it."""

    def __init__(self, publisher: Publisher, clock: Clock) -> None:
        self.curtain = True
        self.shown = Shown()
        self._publisher = publisher
        self._clock = clock
        self._revision = 0
        self.is_seen = False
        """Whether a wall was open at the last look."""
        self.look()

    @property
    def has_wall(self) -> bool:
        """False while another console has the wall."""
        return self._publisher.has_wall

    @property
    def folder(self) -> Path:
        """Where the stage is, in which the kiosk's inbox lies too."""
        return self._publisher.folder

    def tell_kiosk(self, raw: bytes | None) -> bool:
        """Another kiosk file, or none any more; false while another console has the stage."""
        return self._publisher.publish_kiosk(raw)

    def tell_telephone(self, raw: bytes | None) -> bool:
        """The same for the file that prompts the facilitator's telephone."""
        return self._publisher.publish_prompt(raw)

    @property
    def problem(self) -> str | None:
        """Why the wall could not be told, in words; none if it was."""
        return self._publisher.problem

    def look(self) -> None:
        """See whether any wall is open; drawing asks ``is_seen``, which lists no folder."""
        self.is_seen = open_walls(self._publisher.folder, self._clock.now()) > 0

    @property
    def state(self) -> PublicState:
        """What a wall is told now."""
        shown = self.shown
        return publish(
            revision=self._revision,
            now=self._clock.now(),
            zone=shown.zone,
            locale=shown.locale,
            scene=shown.scene,
            page=shown.page,
            dots=shown.dots,
            until=shown.until,
            since=shown.since,
            qr=shown.qr,
            clock=shown.clock,
            curtain=self.curtain,
        )

    def show(self, shown: Shown) -> None:
        """Another page, or the same: only a difference is published."""
        if shown != self.shown:
            self.shown = shown
            self._changed()

    def lower(self) -> None:
        """Cover the wall."""
        if not self.curtain:
            self.curtain = True
            self._changed()

    def uncover(self) -> None:
        """Raise the curtain."""
        if self.curtain:
            self.curtain = False
            self._changed()

    def beat(self) -> None:
        """A sign of life, and a look whether somebody sees it."""
        self.look()
        self._publish()

    def close(self) -> None:
        """Let the wall go; it holds by its own clock."""
        self._publisher.close()

    def _changed(self) -> None:
        self._revision += 1
        self._publish()

    def _publish(self) -> None:
        self._publisher.publish(self.state)
