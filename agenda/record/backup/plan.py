"""What a restore is going to rename, written down before the first of it: cut short anywhere, it can be finished.

Whoever stands beside the record under its name is told by what is still to be put there: a file of the backup lies
under a hidden name until the moment it takes its place. So no step has to be counted, and each may be done twice.
"""

from __future__ import annotations

import os
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from agenda.error import N_, Damaged, Refused
from agenda.record.keys.store import key_file_path

BESIDE = ("-wal", "-shm", "-journal")
"""Files the database may have left beside a record; they belong to that one and to no other."""
WAITING = ".restoring-"
ENDING = ".restoring"


@dataclass(frozen=True, slots=True)
class Plan:
    """The files of the backup ``seal`` wait beside the record under hidden names that end in ``mark``; whatever lies in
    their places goes to ``aside``."""

    record: Path
    aside: Path
    mark: str
    made_at: datetime
    seal: str

    @property
    def waiting(self) -> tuple[Path, Path]:
        """The record and the key file of the backup, until they are in their places."""
        keys = key_file_path(self.record)
        return waiting(self.record, self.mark), waiting(keys, self.mark)

    @property
    def set_aside(self) -> Path | None:
        """Where what was there before lies; none if nothing was."""
        return self.aside if any(os.path.lexists(file) for file in belonging(self.aside)) else None

    def carry_out(self) -> bool:
        """Set aside, put the new files there, forget the plan; what is done already stays done.

        Whether a record is there now: not if somebody took away what was to be put there.
        """
        record, keys = self.waiting
        if os.path.lexists(record):  # the last to take its place
            keys_are_new = not os.path.lexists(keys)
            for file in belonging(self.record):
                is_new = keys_are_new and file == key_file_path(self.record)
                if not is_new and os.path.lexists(file):
                    _rename(file, moved(file, self.record, self.aside))
            if not keys_are_new:
                os.replace(keys, key_file_path(self.record))
            os.replace(record, self.record)
        sync_folder(self.record.parent)
        forget(plan_path(self.record))
        return os.path.lexists(self.record)

    def take_back(self) -> None:
        """Everything as it was before, as long as the new record is not in its place."""
        record, keys = self.waiting
        if not (os.path.lexists(plan_path(self.record)) and os.path.lexists(record)):
            return  # not begun, or done
        if not os.path.lexists(keys):
            os.rename(key_file_path(self.record), keys)
        for file in belonging(self.record):
            was = moved(file, self.record, self.aside)
            if os.path.lexists(was) and not os.path.lexists(file):
                os.rename(was, file)
        forget(plan_path(self.record))

    def write(self) -> None:
        """Have it on the disk, whole."""
        import json

        from agenda.instant import to_text

        value = {
            "aside": self.aside.name,
            "mark": self.mark,
            "made_at": to_text(self.made_at),
            "seal": self.seal,
        }
        half = waiting(plan_path(self.record), self.mark)
        with os.fdopen(os.open(half, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600), "wb") as file:
            file.write(json.dumps(value).encode("ascii") + b"\n")
            file.flush()
            os.fsync(file.fileno())
        os.replace(half, plan_path(self.record))
        sync_folder(self.record.parent)


def plan_path(record: Path) -> Path:
    """Where the plan of a restore lies until it is carried out."""
    return record.with_name(record.name + ENDING)


def plan_of(record: Path) -> Plan | None:
    """The plan of a restore that was cut short at this place, if there is one.

    Raises:
        Damaged: if it cannot be read.
    """
    path = plan_path(record)
    if not os.path.lexists(path):
        return None
    import json

    from agenda.instant import from_text

    try:
        value = json.loads(path.read_bytes().decode("ascii"))
        aside, mark = str(value["aside"]), str(value["mark"])
        if any(Path(name).name != name for name in (aside, mark)):
            raise ValueError("not the name of a file")
        return Plan(record, record.with_name(aside), mark, from_text(value["made_at"]), str(value["seal"]))
    except (OSError, ValueError, KeyError, TypeError):
        raise Damaged(
            N_("A restore into this place was cut short, and what it left cannot be read."),
            N_("Restore the backup to another place: {command}. Leave all that lies here as it is."),
            command="facilitator restore FILE --to PATH",
        ) from None


def refuse_half_restored(record: Path) -> None:
    """Between two steps of a restore nothing may be opened or made here.

    Raises:
        Refused: with where everything is and what to do.
        Damaged: if even that cannot be said.
    """
    plan = plan_of(record)
    if plan is None:
        return
    from shlex import quote

    command = f"facilitator restore --record {quote(str(record))}"
    if plan.set_aside is None:
        raise Refused(
            N_("Restoring a backup to this place was cut short. Nothing is lost."),
            N_("Finish it: {command}"),
            command=command,
        )
    raise Refused(
        N_("Restoring a backup to this place was cut short. Nothing is lost."),
        N_("Finish it: {command}. What was here before is kept as {file}."),
        command=command,
        file=plan.set_aside,
    )


def waiting(file: Path, mark: str) -> Path:
    """Where a new file waits until it takes the place of this one."""
    return file.with_name(f".{file.name}{WAITING}{mark}")


def abandoned(record: Path) -> tuple[Path, ...]:
    """What restores that were cut short before they had a plan have left; call only under the lock, without a plan."""
    starts = tuple(f".{file.name}{WAITING}" for file in (record, key_file_path(record), plan_path(record)))
    return tuple(file for file in record.parent.iterdir() if file.name.startswith(starts))


def belonging(record: Path) -> tuple[Path, ...]:
    """Every file that may lie there and belong to this record, the record first."""
    return (record, key_file_path(record), *(record.with_name(record.name + ending) for ending in BESIDE))


def moved(file: Path, record: Path, other: Path) -> Path:
    """Where a file that belongs to one record lies when that record has another name."""
    return other.with_name(other.name + file.name.removeprefix(record.name))


def _rename(file: Path, target: Path) -> None:
    if os.path.lexists(target):  # put there by somebody since; some systems would overwrite it
        raise FileExistsError
    os.rename(file, target)


def sync_folder(folder: Path) -> None:
    """Have the names in a folder on the disk."""
    with suppress(OSError):  # some systems cannot open a folder; the file itself is safe by then
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def forget(file: Path) -> None:
    """Take a file of ours away, if it is there and can be."""
    with suppress(OSError):
        file.unlink(missing_ok=True)
