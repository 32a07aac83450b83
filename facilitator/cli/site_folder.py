"""The folder that ``facilitator site`` writes: ours from its first file, and nobody else's files are touched in it."""

from __future__ import annotations

import json
import re
from pathlib import Path

from agenda.error import N_, Refused
from facilitator.whole_file import write_whole

MARKER = ".facilitator-site"
"""Says that a folder is ours, and which pages we wrote into it."""
FOR_EVERYBODY = 0o644
CODE = re.compile(r"[a-z2-7]{8}")
_PAGE = re.compile(rf"(?:{CODE.pattern}/)?index\.html")


class SiteFolder:
    """Pages written one by one, and at the end those of lessons that are no more are taken away."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._before: set[str] = set()
        self._written: set[str] = set()

    def open(self, names: set[str]) -> None:
        """Make the folder, or take the one we made, for these pages.

        Raises ``Refused`` for one that holds anything else: then nothing was changed.
        """
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            held = {path.name for path in self._folder.iterdir()}
        except OSError:
            raise Refused(N_("This folder cannot be made or opened."), N_("Choose a folder of your own.")) from None
        if held and MARKER not in held:
            raise Refused(
                N_("This folder holds other files already. Nothing was changed."), N_("Choose a new or empty folder.")
            )
        self._before = self._listed() | names
        self._list(self._before)  # before the first page: a run that was cut short can be taken up again

    def write(self, name: str, page: bytes) -> None:
        """One page, there in full or as it was. Raises ``Refused``."""
        target = self._folder / name
        if target.parent.is_symlink() and target.parent != self._folder:
            raise Refused(N_("The folder of a page is a link to somewhere else."), N_("Choose a new or empty folder."))
        try:
            target.parent.mkdir(exist_ok=True)
        except OSError:
            raise Refused(N_("This folder cannot be made or opened."), N_("Choose a folder of your own.")) from None
        write_whole(target, page, FOR_EVERYBODY)
        self._written.add(name)

    def finish(self) -> None:
        """Take away the pages that we wrote once and did not write now."""
        for name in self._before - self._written:
            file = self._folder / name
            file.unlink(missing_ok=True)
            if file.parent != self._folder and file.parent.is_dir() and not any(file.parent.iterdir()):
                file.parent.rmdir()
        self._list(self._written)

    def _listed(self) -> set[str]:
        try:
            found = json.loads((self._folder / MARKER).read_bytes())
        except (OSError, ValueError, RecursionError):
            return set()
        names = found if isinstance(found, list) else []
        return {name for name in names if isinstance(name, str) and _PAGE.fullmatch(name)}

    def _list(self, names: set[str]) -> None:
        write_whole(self._folder / MARKER, json.dumps(sorted(names), indent=1).encode() + b"\n", FOR_EVERYBODY)
