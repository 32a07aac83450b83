"""The drawings of a pack as a page in a browser shows them: within the page, in the colours of its style sheet.

What reaches a page is drawn anew from shapes that were read (``content.drawing``): nothing of a file is passed on, and
a file that is not of the form is as good as none.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

BEFORE = "drawing-"
"""Begins the names of the colours in a style sheet."""


class Drawings:
    """Those in these files, by name, as ``content.drawing`` finds them; each is read once, when it is shown."""

    def __init__(self, files: Mapping[str, tuple[Path, str]] | None = None) -> None:
        self._files = files or {}
        self._drawn: dict[str, str] = {}

    def svg(self, name: str) -> str:
        """The drawing, to be put into a page as it is; empty for a name nobody has, or a file that cannot be drawn."""
        if name not in self._drawn:
            self._drawn[name] = _svg(*self._files[name]) if name in self._files else ""
        return self._drawn[name]


def _svg(path: Path, file: str) -> str:
    from content.drawing import Colour, load_drawing  # a server has nothing of the curriculum until it shows some
    from content.error import ContentError

    try:
        return load_drawing(path, file).svg({colour: f"var(--{BEFORE}{colour})" for colour in Colour})
    except (ContentError, OSError):
        return ""
