"""Where a PDF is kept that nobody named a place for, or that no printer took."""

from __future__ import annotations

from pathlib import Path

from agenda.error import N_, Refused


def paper_folder() -> Path:
    """The person's documents, in a folder of ours. Asking creates nothing."""
    from platformdirs import user_documents_path  # only where nobody named a file

    return user_documents_path() / "Facilitator"


def keep(target: Path, pdf: bytes) -> Path:
    """Write it there whole, readable by its owner alone. Raises ``Refused``."""
    from facilitator.whole_file import write_whole

    try:
        target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError:
        raise Refused(N_("The folder for paper cannot be made."), N_("Use: facilitator pack -o FILE")) from None
    write_whole(target, pdf)
    return target
