"""Where a new record may lie, and which zone this laptop is in."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

from agenda.error import Refused
from agenda.record.keys.store import key_file_path
from facilitator.backups.words import risk_of
from facilitator.language import _
from facilitator.own_record import own_record


def path_of(text: str) -> Path:
    """The place typed: absolute, ``~`` being the home folder."""
    path = Path(text.strip())
    with suppress(RuntimeError):  # nobody's home: then it is a folder of this name
        path = path.expanduser()
    return path.absolute()


def is_folder(text: str) -> bool:
    """Whether there is a folder at the place typed."""
    try:
        return "\0" not in text and path_of(text).is_dir()
    except OSError:
        return False


def problems(text: str) -> dict[str, str]:
    """What is wrong with this place for a new record, at its field."""
    sentence = _problem(text)
    return {"path": sentence} if sentence else {}


def _problem(text: str) -> str:
    if not text.strip() or "\0" in text:
        return _("Please name a file.")
    path = path_of(text)
    try:
        if _is_taken(path) or _is_taken(key_file_path(path)):  # a key file alone is of a record that may come back
            return _("There is something of this name already. Choose another name.")
        folder = next(parent for parent in path.parents if os.path.lexists(parent))
        if not folder.is_dir() or not os.access(folder, os.W_OK):
            return _("You may not write there. Choose a folder of your own.")
    except OSError:
        return _("This computer cannot use such a name. Choose a shorter one.")
    return ""


def _is_taken(place: Path) -> bool:
    try:
        place.lstat()
    except (FileNotFoundError, NotADirectoryError):
        return False
    return True


def advice(text: str) -> str:
    """How the record is found again, where it does not lie in the usual place; what speaks against its folder."""
    try:
        usual = own_record()
    except Refused:
        usual = None
    if not text.strip() or "\0" in text:
        return ""
    if path_of(text) == usual:
        return risk_of(path_of(text))
    later = _("To open it later: facilitator --record {path}").format(path=path_of(text))
    risk = risk_of(path_of(text))
    return f"{later}\n{risk}" if risk else later


def laptop_zone() -> str:
    """The name of the zone this laptop is in; UTC if it does not say."""
    from babel.localtime import get_localzone

    try:
        return getattr(get_localzone(), "key", None) or "UTC"
    except (LookupError, OSError, ValueError):
        return "UTC"
