"""A real browser on the pages of a site: how it is started, and a page of a given size opened."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, Page

CHROMIUM = "/usr/bin/chromium"
QUIET = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
VOICE = """
window.spoken = [];
window.saying = null;
window.over = (how) => { const words = saying; saying = null; words?.[how]?.({ error: how }); };
Object.defineProperty(window, "speechSynthesis", { value: {
  getVoices: () => VOICES,
  speak: (words) => { spoken.push(words.text); saying = words; },
  cancel: () => over("onerror"),
} });
window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
"""
"""A browser's speech that says nothing and goes on when it is told to; to be silenced is an error to it, as usual."""


def pages(site: Path) -> list[str]:
    """The addresses of all pages as they are printed: without a slash at the end."""
    return ["", *sorted(path.parent.name for path in site.glob("*/index.html"))]


def opened(browser: Browser, size: dict[str, int], scheme: Any = "light", voices: str = "") -> Page:
    context = browser.new_context(
        viewport={"width": size["width"], "height": size["height"]}, color_scheme=scheme, reduced_motion="reduce"
    )
    if voices:
        context.add_init_script(VOICE.replace("VOICES", voices))
    return context.new_page()
