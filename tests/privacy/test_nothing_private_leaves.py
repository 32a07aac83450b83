"""In every phase, by every key of every screen: no private word on the stage, the wall, in files or in output."""

from __future__ import annotations

import base64
import os
import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest
from textual.drivers.headless_driver import HeadlessDriver

from agenda.public import KioskMode, PublicPage, Scene
from agenda.session import PhaseKey
from facilitator.console.projector.broadcast import Shown
from tests.facilitator.console.hour.hour import NARROW, a_record_ready, an_hour
from tests.keys import strike
from tests.privacy.canaries import MARK, Search, a_record_of_canaries, add_private_words
from tests.privacy.explorer import LEAVE, Explorer, every_binding
from tests.privacy.lookout import RECORD_FILES, a_lookout
from tests.privacy.places import CASES

BREAK_MINUTES = 10


@pytest.fixture
def elsewhere(tmp_path: Path, home: Path, monkeypatch: pytest.MonkeyPatch) -> tuple[Path, ...]:
    """Where a program may leave files: the home with its runtime folder, and a folder for temporary ones."""
    temporary = tmp_path / "temporary"
    temporary.mkdir()
    monkeypatch.setenv("TMPDIR", str(temporary))
    monkeypatch.setenv("PATH", str(temporary))  # no printer
    monkeypatch.setattr(tempfile, "tempdir", str(temporary))
    return home, temporary


@pytest.fixture
def written(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What the applications write to their terminals beside the picture: titles, the clipboard."""
    heard: list[str] = []
    monkeypatch.setattr(HeadlessDriver, "write", lambda _driver, data: heard.append(data))
    return heard


@pytest.mark.slow
@pytest.mark.timeout(300)
@pytest.mark.usefixtures("undrawn")
@pytest.mark.parametrize("phase", PhaseKey)
async def test_no_private_word_leaves(
    phase: PhaseKey,
    tmp_path: Path,
    elsewhere: tuple[Path, ...],
    written: list[str],
    capfd: pytest.CaptureFixture[str],
) -> None:
    kept, stage = tmp_path / "kept", tmp_path / "stage"
    record, code = a_record_of_canaries(kept / "our.record")
    search = Search((code, code.replace("-", "")))
    async with (
        a_lookout(search, record.clock, stage, elsewhere, capfd, written) as lookout,
        an_hour(tmp_path, record=record, size=NARROW) as hour,
    ):
        add_private_words(record, hour.screen.session_id)
        if phase is PhaseKey.BREAK:
            hour.screen.led.take_break(BREAK_MINUTES)
        else:
            await hour.goes_to(phase)
        assert hour.screen.kiosk.switch(KioskMode.CODES)
        assert hour.screen.telephone.pair()
        explorer = Explorer(hour, lookout.look)
        assert explorer.phase is phase
        await explorer.explore()
        assert {f"our.record{end}" for end in RECORD_FILES} <= {file.name for file in kept.iterdir()}
        lookout.look_into("the record", kept)
        await explorer.ends()
        await strike(hour.pilot, "ctrl+q")
        lookout.look("quit")
        assert explorer.ran | {LEAVE} == every_binding()
        assert {kind.__name__ for kind in CASES} <= explorer.seen
        record.close()
        lookout.look_into("the record, closed", kept)


@pytest.mark.slow
@pytest.mark.parametrize("where", ["title", "line", "file", "output", "error", "terminal", "base64", "utf-16"])
async def test_a_leak_would_be_found(
    where: str,
    tmp_path: Path,
    elsewhere: tuple[Path, ...],
    written: list[str],
    capfd: pytest.CaptureFixture[str],
) -> None:
    leak, record = f"{MARK}-leak", a_record_ready()
    async with (
        a_lookout(Search(), record.clock, tmp_path / "stage", elsewhere, capfd, written) as lookout,
        an_hour(tmp_path, record=record) as hour,
    ):
        hour.app.uncover()
        lookout.look("before")
        leaks: dict[str, Callable[[], object]] = {
            "title": lambda: hour.workplace.wall.show(Shown(Scene.PAGE, PublicPage(leak))),
            "line": lambda: hour.workplace.wall.show(Shown(Scene.PAGE, PublicPage("Today", ("Hello", leak)))),
            "file": lambda: (elsewhere[1] / "cache").write_text(leak),
            "base64": lambda: (elsewhere[0] / "cache").write_bytes(base64.b64encode(b"x" + leak.encode())),
            "utf-16": lambda: (elsewhere[0] / "cache").write_bytes(leak.encode("utf-16-le")),
            "output": lambda: os.write(1, leak.encode()),
            "error": lambda: os.write(2, leak.encode()),
            "terminal": lambda: hour.app.copy_to_clipboard(leak),
        }
        leaks[where]()
        with pytest.raises(AssertionError, match="after"):
            lookout.look("after")
