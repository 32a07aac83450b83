"""Where settings lie: on Linux without asking platformdirs, and never elsewhere than it says."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from platformdirs import user_config_path

from facilitator.settings_folder import settings_folder


@pytest.mark.parametrize("config", [None, "", "/etc/somewhere", "a/relative/one", "~/mine"])
@pytest.mark.parametrize("home", [None, "", "/people/robin", "relative"])
def test_it_is_where_every_other_program_looks(
    monkeypatch: pytest.MonkeyPatch, config: str | None, home: str | None
) -> None:
    for name, value in (("XDG_CONFIG_HOME", config), ("HOME", home)):
        if value is None:
            monkeypatch.delenv(name, raising=False)
        else:
            monkeypatch.setenv(name, value)
    assert settings_folder() == user_config_path("facilitator", appauthor=False)


def test_on_another_system_platformdirs_says_where(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "darwin")
    monkeypatch.setattr("platformdirs.user_config_path", lambda *_, **__: Path("/Library/facilitator"))
    assert settings_folder() == Path("/Library/facilitator")
