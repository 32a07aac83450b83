"""The key file on the disk: strict reading, the seal over all of it, and writing that is all or nothing."""

from __future__ import annotations

import hmac
import json
import os
import secrets
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from agenda.error import N_, Damaged, Refused, TooNew
from agenda.record.keys.slot import Slot, canonical, read_slot
from agenda.record.on_disk import sync_folder, write_and_sync

FORMAT = "facilitator-keys"
VERSION = 1
MOST_SLOTS = 32
_MOST_BYTES = 64 * 1024
_MAC_CHARACTERS = 64


@dataclass(frozen=True, slots=True)
class KeyFile:
    """The slots of one record (``record`` is a random name made with the key), and the seal found over them."""

    record: str
    slots: tuple[Slot, ...]
    mac: str = ""

    @property
    def binding(self) -> dict[str, object]:
        """What every slot is tied to, so that none can be carried into another file."""
        return {"format": FORMAT, "version": VERSION, "record": self.record}

    def with_slots(self, slots: tuple[Slot, ...]) -> KeyFile:
        if len(slots) > MOST_SLOTS:
            raise Refused(
                N_("The record has as many passphrases as it can hold: {number}."),
                N_("Remove one that is no longer used."),
                number=MOST_SLOTS,
            )
        return KeyFile(self.record, slots)

    def verify(self, raw_key: bytes) -> None:
        """Damaged unless this file was sealed by a holder of ``raw_key``, slot for slot as it stands."""
        if not hmac.compare_digest(self._seal(raw_key), self.mac):
            raise Damaged(
                N_("The record's key file was changed outside this program."),
                N_("Someone may have tampered with it. Put back the key file from your last backup."),
            )

    def sealed(self, raw_key: bytes) -> bytes:
        content = {**self._content(), "mac": self._seal(raw_key)}
        text = json.dumps({**content, "sum": _sum_of(content)}, indent=1, ensure_ascii=True)
        return text.encode("ascii") + b"\n"

    def _content(self) -> dict[str, Any]:
        return {**self.binding, "slots": [slot.as_json() for slot in self.slots]}

    def _seal(self, raw_key: bytes) -> str:
        from cryptography.hazmat.primitives.hashes import SHA256
        from cryptography.hazmat.primitives.kdf.hkdf import HKDF

        purpose = f"{FORMAT} {VERSION} seal".encode("ascii")
        key = HKDF(SHA256(), 32, self.record.encode("ascii"), purpose).derive(raw_key)
        return hmac.digest(key, canonical(self._content()), "sha256").hex()


def key_file_path(record: Path) -> Path:
    """Where the key file of a record lies: beside it, its name with ``.keys`` added."""
    return record.with_name(record.name + ".keys")


def read_key_file(path: Path) -> KeyFile:
    """The key file as it lies there, well formed but not yet verified: that takes the raw key."""
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        raise Damaged(
            N_("The key file {file} is missing."),
            N_("The record and its key file are one unit: put both back into one folder, or restore a backup."),
            file=path.name,
        ) from None
    except OSError:
        raise Refused(
            N_("The key file {file} cannot be read."),
            N_("Look at who may read it, and at the disk."),
            file=path.name,
        ) from None
    try:
        return _parsed(data)
    except (ValueError, TypeError, KeyError, RecursionError):
        raise Damaged(
            N_("The key file {file} is damaged."),
            N_("Put back the key file from your last backup; the record itself was not touched."),
            file=path.name,
        ) from None


def write_key_file(path: Path, key_file: KeyFile, raw_key: bytes) -> None:
    """Put a sealed key file in place whole or not at all, readable by its owner only, safe from a power cut."""
    beside = path.with_name(f".{path.name}.{secrets.token_hex(6)}")
    try:
        try:
            write_and_sync(beside, key_file.sealed(raw_key))
            os.replace(beside, path)
            sync_folder(path.parent)
        finally:
            beside.unlink(missing_ok=True)
    except OSError:
        raise Refused(
            N_("The key file {file} cannot be written."),
            N_("Is the disk full, or the folder protected against writing?"),
            file=path.name,
        ) from None


def _parsed(data: bytes) -> KeyFile:
    if len(data) > _MOST_BYTES:
        raise ValueError("too long")
    value = json.loads(data.decode("ascii"), object_pairs_hook=_unique)
    if not isinstance(value, dict) or value.get("format") != FORMAT:
        raise ValueError("not a key file")
    if "sum" in value and value.pop("sum") != _sum_of(value):  # the first files had none
        raise ValueError("not as it was written")
    if type(value.get("version")) is not int:
        raise ValueError("not a key file")
    if value["version"] > VERSION:
        raise TooNew(
            N_("The key file is of a kind this program does not know."),
            N_("It was probably made by a newer version: install that one. Nothing was changed."),
        )
    if value["version"] != VERSION or value.keys() != {"format", "version", "record", "slots", "mac"}:
        raise ValueError("not a key file")
    record, slots, mac = value["record"], value["slots"], value["mac"]
    if type(record) is not str or bytes.fromhex(record).hex() != record or type(mac) is not str:
        raise ValueError("not a key file")
    if not mac.isascii() or len(mac) != _MAC_CHARACTERS or type(slots) is not list or not 1 <= len(slots) <= MOST_SLOTS:
        raise ValueError("not a key file")
    return KeyFile(record, tuple(read_slot(slot) for slot in slots), mac)


def _sum_of(content: dict[str, Any]) -> str:
    """No proof against anybody, for it needs no key: it tells a damaged file from a wrong passphrase."""
    return sha256(canonical(content)).hexdigest()


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError("a name stands twice")
    return found
