"""The system's Chromium, without a screen and without a word to anybody but us."""

from __future__ import annotations

import shutil

CHROMIUM = shutil.which("chromium") or "chromium"
OPTIONS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
