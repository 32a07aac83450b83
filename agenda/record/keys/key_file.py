"""``RECORD.keys``: who can open the record. Record and key file are one unit; neither is of use without the other.

A random 256-bit raw key opens the record and never changes. The key file holds it once per facilitator's passphrase
and once for the recovery code, and a seal over the whole file by a key derived from the raw key: a slot that was
added, taken away, swapped or taken from another file is noticed by the next one who opens it. Adding a passphrase
never rewrites the record. Callers that write here hold the record's ``WriterLock``.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from agenda.error import N_, Refused, WrongKey
from agenda.record.keys.recovery_code import is_mistyped_code, new_code, read_code
from agenda.record.keys.slot import (
    PASSPHRASE,
    RAW_KEY_BYTES,
    RECOVERY,
    KdfCost,
    Slot,
    passphrase_secret,
    passphrase_secrets,
    unwrap,
    wrap,
)
from agenda.record.keys.store import KeyFile, key_file_path, read_key_file, write_key_file

__all__ = [
    "PASSPHRASE",
    "RECOVERY",
    "Created",
    "KdfCost",
    "Unlocked",
    "add_passphrase",
    "change_passphrase",
    "create_key_file",
    "fresh_code",
    "key_file_path",
    "key_slots",
    "remove_slot",
    "replace_recovery_code",
    "unlock",
]

RandomBytes = Callable[[int], bytes]
USUAL_COST = KdfCost()


@dataclass(frozen=True, slots=True)
class Created:
    """The key of a new record, and the code to print; neither is kept anywhere in clear."""

    raw_key: bytes = field(repr=False)
    recovery_code: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Unlocked:
    """The key, and whose slot gave it (``facilitator`` is None for the recovery code)."""

    raw_key: bytes = field(repr=False)
    slot_id: str
    kind: str
    facilitator: str | None


def create_key_file(
    record: Path,
    passphrase: str,
    facilitator: str | None,
    *,
    random_bytes: RandomBytes = os.urandom,
    cost: KdfCost = USUAL_COST,
) -> Created:
    """Make the key file of a new record; refused if there is one, so that no record ever loses its key."""
    path = key_file_path(record)
    if path.exists() or path.is_symlink():
        raise Refused(
            N_("There is a key file already: {file}."),
            N_("Choose another place for the new record."),
            file=path.name,
        )
    _refuse_empty(passphrase)
    raw_key, code = random_bytes(RAW_KEY_BYTES), new_code(random_bytes)
    empty = KeyFile(random_bytes(16).hex(), ())
    first = _slot(empty, raw_key, PASSPHRASE, passphrase_secret(passphrase), facilitator, cost, random_bytes)
    second = _slot(empty, raw_key, RECOVERY, _code_secret(code), None, cost, random_bytes)
    write_key_file(path, empty.with_slots((first, second)), raw_key)
    return Created(raw_key, code)


def unlock(record: Path, secret: str) -> Unlocked:
    """The raw key for a passphrase or the recovery code; WrongKey if no slot opens. Writes nothing.

    Nothing is remembered between tries and every slot is tried at its full cost, so no try is faster than the last.
    """
    key_file = read_key_file(key_file_path(record.resolve()))
    code = read_code(secret)
    for slot in key_file.slots:
        if slot.kind == RECOVERY and code is None:
            continue  # not a recovery code at all: its own check says so
        for typed in passphrase_secrets(secret) if slot.kind == PASSPHRASE else (_code_secret(secret),):
            raw_key = unwrap(slot, typed, key_file.binding)
            if raw_key is not None:
                key_file.verify(raw_key)
                return Unlocked(raw_key, slot.id, slot.kind, slot.facilitator)
    if is_mistyped_code(secret):
        raise WrongKey(
            N_("This is not a recovery code: a character is wrong, missing or too many."),
            N_("Compare it with the printed sheet, group by group. There is no 0, O, 1, I or L in it."),
        )
    raise WrongKey(
        N_("This passphrase does not open the record."),
        N_("Look at Caps Lock and the keyboard's language, then try again; or type the printed recovery code."),
    )


def key_slots(record: Path, raw_key: bytes) -> tuple[Slot, ...]:
    """Who can open the record, after proof that nobody tampered with the list."""
    return _verified(record, raw_key).slots


def add_passphrase(
    record: Path,
    raw_key: bytes,
    passphrase: str,
    facilitator: str | None,
    *,
    random_bytes: RandomBytes = os.urandom,
    cost: KdfCost = USUAL_COST,
) -> str:
    """Let one more passphrase open the record; returns the new slot's id."""
    _refuse_empty(passphrase)
    key_file = _verified(record, raw_key)
    slot = _slot(key_file, raw_key, PASSPHRASE, passphrase_secret(passphrase), facilitator, cost, random_bytes)
    write_key_file(key_file_path(record), key_file.with_slots((*key_file.slots, slot)), raw_key)
    return slot.id


def change_passphrase(
    record: Path,
    raw_key: bytes,
    slot_id: str,
    passphrase: str,
    *,
    random_bytes: RandomBytes = os.urandom,
    cost: KdfCost = USUAL_COST,
) -> str:
    """Another passphrase in the place of this one, for the same person, in one write; returns the new slot's id."""
    _refuse_empty(passphrase)
    key_file = _verified(record, raw_key)
    old = next((slot for slot in key_file.slots if slot.id == slot_id and slot.kind == PASSPHRASE), None)
    if old is None:
        raise _gone()
    new = _slot(key_file, raw_key, PASSPHRASE, passphrase_secret(passphrase), old.facilitator, cost, random_bytes)
    slots = tuple(new if slot.id == slot_id else slot for slot in key_file.slots)
    write_key_file(key_file_path(record), key_file.with_slots(slots), raw_key)
    return new.id


def remove_slot(record: Path, raw_key: bytes, slot_id: str) -> None:
    """Take one passphrase or recovery code away; never the last passphrase."""
    key_file = _verified(record, raw_key)
    left = tuple(slot for slot in key_file.slots if slot.id != slot_id)
    if left == key_file.slots:
        raise _gone()
    if not any(slot.kind == PASSPHRASE for slot in left):
        raise Refused(
            N_("This is the only passphrase; without it only the recovery code would open the record."),
            N_("Add another passphrase first."),
        )
    write_key_file(key_file_path(record), key_file.with_slots(left), raw_key)


def fresh_code(random_bytes: RandomBytes = os.urandom) -> str:
    """A code to print; it opens nothing before it is put in the place of the old one."""
    return new_code(random_bytes)


def replace_recovery_code(
    record: Path, raw_key: bytes, code: str, *, random_bytes: RandomBytes = os.urandom, cost: KdfCost = USUAL_COST
) -> None:
    """This code opens the record from now on, and the old one nothing: only once the new one is on paper."""
    key_file = _verified(record, raw_key)
    slot = _slot(key_file, raw_key, RECOVERY, _code_secret(code), None, cost, random_bytes)
    kept = tuple(old for old in key_file.slots if old.kind != RECOVERY)
    write_key_file(key_file_path(record), key_file.with_slots((*kept, slot)), raw_key)


def _gone() -> Refused:
    return Refused(N_("There is no such passphrase any more."), N_("Look at the list again."))


def _verified(record: Path, raw_key: bytes) -> KeyFile:
    key_file = read_key_file(key_file_path(record))
    key_file.verify(raw_key)
    return key_file


def _slot(
    key_file: KeyFile,
    raw_key: bytes,
    kind: str,
    secret: bytes,
    facilitator: str | None,
    cost: KdfCost,
    random_bytes: RandomBytes,
) -> Slot:
    return wrap(
        raw_key,
        secret,
        binding=key_file.binding,
        kind=kind,
        facilitator=facilitator,
        cost=cost,
        random_bytes=random_bytes,
    )


def _code_secret(code: str) -> bytes:
    letters = read_code(code)
    if letters is None:
        raise ValueError("not a recovery code")
    return letters.encode("ascii")


def _refuse_empty(passphrase: str) -> None:
    if not passphrase.strip():
        raise Refused(
            N_("The passphrase is empty."),
            N_("A few words that nobody here would guess are a good passphrase."),
        )
