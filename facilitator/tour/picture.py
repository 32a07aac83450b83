"""What a Textual application shows, as plain text and as a picture that asks nothing of the outside."""

from __future__ import annotations

import re
from typing import Any

from textual.app import App

_FONT_FACE = re.compile(r"@font-face\s*\{[^}]*\}\s*")
_ADDRESS = re.compile(r"https?://(?!www\.w3\.org/)[^\s\"')<]*")


def as_text(app: App[Any]) -> str:
    """The screen as lines of text, without the space at their ends."""
    width, height = app.size
    strips = app.screen._compositor.render_strips(app.size)
    rows = ["".join(segment.text for segment in strip) for strip in strips[:height]]
    return "\n".join(row[:width].rstrip() for row in rows).rstrip() + "\n"


def as_svg(app: App[Any]) -> str:
    """The screen as an SVG; Textual's names an outside address for its font, ours names none."""
    drawing = _FONT_FACE.sub("", app.export_screenshot(title="Facilitator", simplify=True))
    return _ADDRESS.sub("", drawing)
