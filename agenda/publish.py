"""The one function that makes a public state."""

from __future__ import annotations

from datetime import datetime

from agenda.public import Dots, PublicPage, PublicState, Scene


def publish(
    *,
    revision: int,
    now: datetime,
    zone: str,
    locale: str,
    scene: Scene,
    page: PublicPage,
    dots: Dots | None = None,
    until: datetime | None = None,
    since: datetime | None = None,
    qr: str | None = None,
    clock: bool = True,
    curtain: bool,
) -> PublicState:
    """What the wall may know now.

    Under the curtain nothing else is published, not even the page that waits behind it: what the wall never
    receives it cannot show.
    """
    if curtain:
        return PublicState(revision, now, zone, locale, Scene.HOLDING, curtain=True)
    return PublicState(
        revision, now, zone, locale, scene, page, dots, until, qr, clock, curtain=False, since=since
    )  # fmt: skip
