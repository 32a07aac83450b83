"""The first stops of the tour, quickly: that it plays and writes; the whole hour is played by the slow tests."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from facilitator.tour import play, stops

STOPS = stops.STOPS[:4]


def test_each_stop_leaves_what_console_and_wall_show(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(play, "STOPS", STOPS)
    monkeypatch.setattr(play, "FORMATS", play.FORMATS[:1])
    play.run_tour(tmp_path, seed=1, today=date(2026, 11, 24))
    (folder,) = tmp_path.iterdir()
    texts = {path.name: path.read_text("utf-8") for path in folder.glob("*.txt")}
    assert set(texts) == {
        f"{number:02}-{stop.name}.{screen}.txt"
        for number, stop in enumerate(STOPS, 1)
        for screen in ("console", "wall")
    }
    assert "Practice group" in texts["01-home.console.txt"]
    assert "Welcome" in texts["04-welcome.wall.txt"]
    assert "Welcome" not in texts["02-welcome-curtain-down.wall.txt"]
