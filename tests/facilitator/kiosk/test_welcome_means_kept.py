"""“Welcome” is said when the check-in is on disk, and “Please tell the facilitator.” when it is not."""

from __future__ import annotations

import errno
import os
import shutil
from pathlib import Path

import pytest

from agenda.public import KioskMode
from facilitator.stage.folder import INBOX
from tests.facilitator.kiosk.kiosks import a_kiosk, a_kiosk_state

WELCOME, TELL = "Welcome. Take a seat.", "Please tell the facilitator."


def refuses(*_arguments: object, **_named: object) -> None:
    raise OSError(errno.ENOSPC, "no room")


@pytest.mark.parametrize("call", ["fsync", "replace", "open", "write"])
async def test_whatever_fails_nobody_is_welcomed_and_nothing_half_stays(
    call: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with a_kiosk(tmp_path) as kiosk:
        await kiosk.press(*"4711")
        assert WELCOME in kiosk.text()
        await kiosk.passes(6)
        before = kiosk.inbox()
        with monkeypatch.context() as broken:
            if call == "write":
                broken.setattr(os, "fdopen", lambda *_given: _NoRoom(_given[0]))
            else:
                broken.setattr(os, call, refuses)
            kiosk.app.visit.digit("0", kiosk.clock.monotonic())
            for digit in "815":
                kiosk.app.visit.digit(digit, kiosk.clock.monotonic())
        await kiosk.passes(0)
        assert TELL in kiosk.text()
        assert WELCOME not in kiosk.text()
        assert kiosk.inbox() == before
        await kiosk.passes(6)
        await kiosk.press(*"4711")
        await kiosk.passes(1)
        assert WELCOME in kiosk.text(), "when there is room again it goes on"


class _NoRoom:
    """A file on a disk that is full."""

    def __init__(self, file: int) -> None:
        self._file = file

    def __enter__(self) -> _NoRoom:
        return self

    def __exit__(self, *_error: object) -> None:
        os.close(self._file)

    def write(self, _raw: bytes) -> None:
        refuses()


@pytest.mark.parametrize("mode", KioskMode)
async def test_without_an_inbox_nobody_is_welcomed(mode: KioskMode, tmp_path: Path) -> None:
    async with a_kiosk(tmp_path, a_kiosk_state(mode)) as kiosk:
        shutil.rmtree(kiosk.stage / INBOX, ignore_errors=True)
        (kiosk.stage / INBOX).write_text("a file where the folder was", "utf-8")
        await kiosk.press(*("4711" if mode is KioskMode.CODES else "1"))
        assert TELL in kiosk.text()


async def test_after_the_waiting_the_same_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    async with a_kiosk(tmp_path) as kiosk:
        for _each in range(2):
            await kiosk.press(*"4711")
            await kiosk.passes(6)
        monkeypatch.setattr(os, "fsync", refuses)
        await kiosk.press(*"4711")
        assert "One moment, please" in kiosk.text()
        await kiosk.passes(1)
        assert TELL in kiosk.text()
