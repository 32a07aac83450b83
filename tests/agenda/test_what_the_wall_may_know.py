"""What is published, and what a state may hold: in doubt the wall is covered."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from agenda.public import (
    MOST_CHART_LINES,
    MOST_LINES,
    Dots,
    KioskMode,
    KioskName,
    KioskState,
    PromptState,
    PublicPage,
    PublicState,
    Scene,
)
from agenda.publish import publish

NOW = datetime(2026, 11, 24, 14, 11, tzinfo=UTC)
PAGE = PublicPage("A title", ("one",))


def test_under_the_curtain_nothing_else_is_published() -> None:
    shown = publish(
        revision=3, now=NOW, zone="UTC", locale="en", scene=Scene.PAGE, page=PAGE, dots=Dots(1, 2), until=NOW,
        qr="https://example.org", curtain=True,
    )  # fmt: skip
    assert shown == PublicState(3, NOW, "UTC", "en", Scene.HOLDING)


def test_without_the_curtain_it_is_what_was_given() -> None:
    until = NOW + timedelta(minutes=5)
    shown = publish(
        revision=3, now=NOW, zone="UTC", locale="en", scene=Scene.BREAK, page=PAGE, dots=Dots(1, 2), until=until,
        qr="https://example.org", clock=False, curtain=False,
    )  # fmt: skip
    qr = "https://example.org"
    assert shown == PublicState(
        3, NOW, "UTC", "en", Scene.BREAK, PAGE, Dots(1, 2), until, qr, clock=False, curtain=False
    )


def test_what_nobody_says_is_covered_and_shows_the_hour() -> None:
    state = PublicState(1, NOW, "UTC", "en", Scene.PAGE)
    assert state.curtain
    assert state.clock
    prompt = PromptState(1, NOW, "", "", PAGE)
    assert prompt.curtain
    assert not prompt.taken


def test_a_page_has_five_lines_at_most_and_a_flip_chart_eight() -> None:
    five, eight = PublicPage(lines=("x",) * MOST_LINES), PublicPage(lines=("x",) * MOST_CHART_LINES)
    assert (MOST_LINES, MOST_CHART_LINES) == (5, 8)
    assert PublicState(1, NOW, "UTC", "en", Scene.PAGE, five).page == five
    assert PublicState(1, NOW, "UTC", "en", Scene.FLIP_CHART, eight).page == eight
    with pytest.raises(ValueError, match="only the flip chart"):
        PublicState(1, NOW, "UTC", "en", Scene.PAGE, PublicPage(lines=("x",) * 6))
    with pytest.raises(ValueError, match="at most 8"):
        PublicPage(lines=("x",) * 9)


def test_with_codes_the_kiosk_knows_no_names() -> None:
    names = (KioskName("k", "Ana"),)
    with pytest.raises(ValueError, match="knows no names"):
        KioskState(1, NOW, KioskMode.CODES, "t", "s", "l", names)
    assert KioskState(1, NOW, KioskMode.NAMES, "t", "s", "l", names).names == names
    assert KioskState(1, NOW, KioskMode.CODES, "t", "s", "l").names == ()
