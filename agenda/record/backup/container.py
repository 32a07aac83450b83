"""The file of a backup: a stored zip of ``record``, ``keys`` and ``manifest.json``, sealed by a hash over all of it.

Everything in it is encrypted already or says nothing about anybody. The comment of the zip is the SHA-256 of all that
comes before it: not one bit may differ, not even in what unzip programs do not look at. The manifest names both parts
with their size and SHA-256, for whoever has to check one by hand.
"""

from __future__ import annotations

import hashlib
import json
import os
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from io import BufferedReader
from pathlib import Path
from typing import IO, Any

from agenda.error import N_, AgendaError, DamagedBackup, Refused, TooNew
from agenda.instant import from_text, to_text

FORMAT = "facilitator-backup"
VERSION = 1
RECORD, KEYS, MANIFEST = "record", "keys", "manifest.json"
_SEAL = 64
_CHUNK = 1 << 20
_MOST_BYTES_OF_MANIFEST = 4096

Progress = Callable[[int, int], None]
"""Told how much is done, of how much."""


@dataclass(frozen=True, slots=True)
class Manifest:
    """What a backup says about itself: when it was made, of which record, and by which step of the schema."""

    made_at: datetime
    record: str
    schema: str


def write_container(target: Path, manifest: Manifest, record: Path, keys: bytes) -> None:
    """Write the backup and have it on the disk; ``target`` is there already, empty and ours alone."""
    with target.open("r+b") as file:
        with zipfile.ZipFile(file, "w", zipfile.ZIP_STORED) as container:
            container.comment = b"0" * _SEAL
            with record.open("rb") as source:
                parts = {RECORD: _stored(container, RECORD, manifest.made_at, source)}
            with container.open(_entry(KEYS, manifest.made_at), "w") as into:
                into.write(keys)
            parts[KEYS] = {"bytes": len(keys), "sha256": hashlib.sha256(keys).hexdigest()}
            with container.open(_entry(MANIFEST, manifest.made_at), "w") as into:
                into.write(_as_json(manifest, parts))
        file.seek(0)
        seal = _sealed(file)
        file.seek(-_SEAL, os.SEEK_END)
        file.write(seal)
        file.flush()
        os.fsync(file.fileno())


def read_manifest(path: Path, progress: Progress | None = None) -> Manifest:
    """What the backup says, after every one of its bits was found to be as it was written.

    Raises:
        Damaged: if it is no backup, or not whole any more.
        Refused: if it cannot be read at all.
    """
    try:
        with path.open("rb") as file:
            size = file.seek(0, os.SEEK_END)
            if size <= _SEAL:
                raise _damaged()
            file.seek(-_SEAL, os.SEEK_END)
            written = file.read()
            file.seek(0)
            if _sealed(file, progress) != written:
                raise _damaged()
            return _manifest(file)
    except OSError:
        raise _unreadable() from None


def is_whole(path: Path) -> bool:
    """Whether this is a backup of which every bit is as it was written. It is read whole: seconds for a large one."""
    try:
        read_manifest(path)
    except AgendaError:
        return False
    return True


def seal_of(path: Path) -> str:
    """The seal of a backup that was found whole: no other backup has the same."""
    with path.open("rb") as file:
        file.seek(-_SEAL, os.SEEK_END)
        return file.read().decode("ascii")


def unpack(path: Path, record: Path, keys: Path) -> Manifest:
    """Put the two files of a backup there, new and readable by their owner only, and have them on the disk."""
    manifest = read_manifest(path)
    with zipfile.ZipFile(path) as container:
        for name, target in ((RECORD, record), (KEYS, keys)):
            handle = os.open(target, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o600)
            with os.fdopen(handle, "wb") as into, container.open(name) as part:
                while chunk := part.read(_CHUNK):
                    into.write(chunk)
                into.flush()
                os.fsync(into.fileno())
    return manifest


def _stored(container: zipfile.ZipFile, name: str, moment: datetime, source: BufferedReader) -> dict[str, Any]:
    digest, size = hashlib.sha256(), 0
    with container.open(_entry(name, moment), "w", force_zip64=True) as into:
        while chunk := source.read(_CHUNK):
            digest.update(chunk)
            size += len(chunk)
            into.write(chunk)
    return {"bytes": size, "sha256": digest.hexdigest()}


def _entry(name: str, moment: datetime) -> zipfile.ZipInfo:
    entry = zipfile.ZipInfo(name, moment.astimezone(UTC).timetuple()[:6])
    entry.external_attr = 0o600 << 16
    entry.create_system = 3  # the mode is one of Unix, whatever system writes it
    return entry


def _as_json(manifest: Manifest, parts: dict[str, dict[str, Any]]) -> bytes:
    value = {
        "format": FORMAT,
        "version": VERSION,
        "made_at": to_text(manifest.made_at),
        "record": manifest.record,
        "schema": manifest.schema,
        "parts": parts,
    }
    return json.dumps(value, indent=1).encode("ascii") + b"\n"


def _sealed(file: IO[bytes], progress: Progress | None = None) -> bytes:
    """SHA-256 of the file but for the seal at its end, from where it stands."""
    size = os.fstat(file.fileno()).st_size - _SEAL
    digest, left = hashlib.sha256(), size
    while left:
        chunk = file.read(min(_CHUNK, left))
        if not chunk:
            break
        digest.update(chunk)
        left -= len(chunk)
        if progress is not None:
            progress(size - left, size)
    return digest.hexdigest().encode("ascii")


def _manifest(file: IO[bytes]) -> Manifest:
    try:
        with zipfile.ZipFile(file) as container:
            if container.namelist() != [RECORD, KEYS, MANIFEST]:
                raise _damaged()
            with container.open(MANIFEST) as part:
                value = json.loads(part.read(_MOST_BYTES_OF_MANIFEST).decode("ascii"))
        if value["format"] != FORMAT:
            raise _damaged()
        if value["version"] != VERSION:
            raise TooNew(
                N_("This backup was made by a newer version of Facilitator."), N_("Install that version to use it.")
            )
        return Manifest(from_text(value["made_at"]), str(value["record"]), str(value["schema"]))
    except (zipfile.BadZipFile, ValueError, KeyError, TypeError, NotImplementedError):
        raise _damaged() from None


def _damaged() -> DamagedBackup:
    return DamagedBackup(
        N_("This is not a backup of Facilitator, or it is damaged."),
        N_("Take another one: each backup is whole by itself. Nothing was changed."),
    )


def _unreadable() -> Refused:
    return Refused(N_("The backup cannot be read."), N_("Is the name right, and the stick or share there?"))
