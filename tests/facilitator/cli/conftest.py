"""What holds for every test of a command."""

from __future__ import annotations

import os

import pytest

from facilitator.cli import passphrase


@pytest.fixture(autouse=True)
def one_process_after_the_other(monkeypatch: pytest.MonkeyPatch) -> None:
    """Tests call several commands in one process; what one of them took out of its environment, the next one has."""
    read = passphrase.given_passphrase

    def given() -> str | None:
        before = dict(os.environ)
        try:
            return read()
        finally:
            os.environ.update(before)

    monkeypatch.setattr(passphrase, "given_passphrase", given)
