"""The drawings of a pack, by name: a page of the wall names one, and the browser asks for it as a picture.

As a picture nothing in its file can run, whatever a pack of somebody else's brings.
"""

from __future__ import annotations

from pathlib import Path

from agenda.public import DRAWING_NAME

FOLDER, ENDING = "drawings", ".svg"
MOST_BYTES = 200_000


class Drawings:
    """Those in these folders; where two have one of a name, the first one's is shown."""

    def __init__(self, *folders: Path) -> None:
        self._files: dict[str, Path] = {}
        for folder in reversed(folders):
            found = sorted(folder.glob(f"*{ENDING}")) if folder.is_dir() else []
            self._files |= {path.stem: path for path in found if DRAWING_NAME.fullmatch(path.stem)}

    def __contains__(self, name: object) -> bool:
        return name in self._files

    def read(self, name: str) -> bytes | None:
        """The drawing as SVG; none for a name nobody has, or a file that is far too large or gone."""
        path = self._files.get(name)
        try:
            if path is None or path.stat().st_size > MOST_BYTES:
                return None
            return path.read_bytes()
        except OSError:
            return None
