"""Notes as files: no name in a file's name, nothing overwritten, all or nothing, for their owner only."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from agenda.error import N_, Refused
from agenda.record.connection import Record
from facilitator.cli.note_choice import Held, staff_names
from facilitator.cli.note_text import FORMATS
from facilitator.whole_file import write_whole

USUAL = "md"


def contents(
    record: Record, sessions: Iterable[Held], target: Path, ending: str | None, member: int | None, *, is_one: bool
) -> dict[Path, bytes]:
    """What is to stand in which file. Each note has its own: nobody's file may hold somebody else's note."""
    staff = staff_names(record)
    is_file = is_one and not target.is_dir()
    by_suffix = target.suffix.removeprefix(".").lower() if is_file else ""
    kind = ending or (by_suffix if by_suffix in FORMATS else USUAL)
    files = {
        target if is_file else target / f"{_name(held, note.digit)}.{kind}": FORMATS[kind](note, staff).encode()
        for held in sessions
        for note in held.notes(record)
        if member in (None, note.digit)
    }
    if not files:
        raise Refused(N_("There is no such note."), N_("See what there is: facilitator notes list"))
    return files


def _name(held: Held, digit: int) -> str:
    """As in ``2026-11-24-group-1-session-7-member-3``: day, place of the group in the record, number, digit."""
    day = held.session.day.isoformat()
    return f"{day}-group-{held.place}-session-{held.session.number}-member-{digit}"


def write_new(files: dict[Path, bytes]) -> int:
    """Write those not there yet; how many.

    Raises:
        Refused: if a file of that name holds anything else; then nothing is written.
    """
    missing = {path: content for path, content in files.items() if not _is_there(path, content)}
    for path, content in missing.items():
        _make_folder(path.parent)
        write_whole(path, content)
    return len(missing)


def _is_there(path: Path, content: bytes) -> bool:
    if not path.exists() and not path.is_symlink():
        return False
    try:
        same = path.is_file() and path.read_bytes() == content
    except OSError:
        same = False
    if not same:
        raise Refused(
            N_("There is another file at {file}; nothing was written."),
            N_("Choose another place, or move that file away."),
            file=path,
        )
    return True


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError:
        raise Refused(N_("The folder cannot be made."), N_("Choose a folder of your own with room for it.")) from None
