"""Where a person's settings for this program lie."""

from __future__ import annotations

import os
import sys
from pathlib import Path


def settings_folder() -> Path:
    """The person's own folder of settings. Asking creates nothing."""
    if sys.platform == "linux":
        # What platformdirs would say as well, without the 7 ms it takes to ask it: every list of lessons needs to know.
        named, home = (os.environ.get(name, "") for name in ("XDG_CONFIG_HOME", "HOME"))
        base = named if os.path.isabs(named) else os.path.join(home, ".config")
        if os.path.isabs(base):
            return Path(base, "facilitator")
    from platformdirs import user_config_path  # other systems, and somebody without a home

    return user_config_path("facilitator", appauthor=False)
