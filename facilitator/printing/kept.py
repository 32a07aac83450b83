"""Where a PDF is kept that nobody named a place for, or that no printer took: for a day, in a folder of ours.

Paper about a group holds names and is not encrypted. So it never goes into somebody's documents by itself, where it
would be indexed, copied to other machines and forgotten.
"""

from __future__ import annotations

import hashlib
from pathlib import Path

from agenda.error import N_, Refused
from facilitator.throwing_away import throw_away_old

TAG = 6
"""Letters of a file's name that tell one group's or member's paper from another's, and say nothing about either."""


def paper_folder() -> Path:
    """The folder of ours; what has lain there for a day goes. Asking creates nothing."""
    from platformdirs import user_data_path  # only where nobody named a file

    folder = user_data_path("facilitator", appauthor=False) / "paper"
    throw_away_old(folder)
    return folder


def tagged(name: str, *about: str) -> str:
    """``name.pdf`` with letters that differ for each session or member of these random ids."""
    tag = hashlib.sha256("/".join(about).encode()).hexdigest()[:TAG]
    return f"{name}-{tag}.pdf"


def keep(target: Path, pdf: bytes) -> Path:
    """Write it there whole, readable by its owner alone. Raises ``Refused``."""
    from facilitator.whole_file import write_whole

    try:
        target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError:
        raise Refused(N_("The folder for paper cannot be made."), N_("Use: facilitator pack -o FILE")) from None
    write_whole(target, pdf)
    return target


def keep_a_copy(pdf: Path, place: Path) -> Path:
    """A copy where a person chose, beside whatever lies there. ``place`` is a folder or a new file.

    Raises:
        Refused: if something of that name is there, or it cannot be written.
    """
    target = place / pdf.name if place.is_dir() else place
    if target.exists() or target.is_symlink():
        raise Refused(N_("There is a file of this name already."), N_("Choose another name or folder."))
    try:
        content = pdf.read_bytes()
    except OSError:
        raise Refused(N_("The PDF is not there any more."), N_("Make the paper again.")) from None
    return keep(target, content)
