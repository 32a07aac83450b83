"""Where a person's settings for this program lie."""

from __future__ import annotations

from pathlib import Path


def settings_folder() -> Path:
    """The person's own folder of settings. Asking creates nothing."""
    from platformdirs import user_config_path  # only when somebody asks

    return user_config_path("facilitator", appauthor=False)
