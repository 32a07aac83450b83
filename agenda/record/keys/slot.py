"""One slot of a key file: the record's raw key, wrapped by what one person knows."""

from __future__ import annotations

import json
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, field
from typing import Any

from agenda.error import N_, Damaged

PASSPHRASE = "passphrase"  # noqa: S105 - a kind of slot, not a secret
RECOVERY = "recovery"
KINDS = (PASSPHRASE, RECOVERY)
KDF = "argon2id"
RAW_KEY_BYTES = 32
_SALT_BYTES, _NONCE_BYTES, _TAG_BYTES = 16, 12, 16


@dataclass(frozen=True, slots=True)
class KdfCost:
    """What one try at a secret costs. Stored in each slot, so that it can rise without locking anyone out."""

    memory_kib: int = 64 * 1024
    passes: int = 3
    lanes: int = 4

    def __post_init__(self) -> None:
        bounds = ((self.lanes, 1, 16), (self.passes, 1, 12), (self.memory_kib, 8 * self.lanes, 512 * 1024))
        if not all(type(value) is int and low <= value <= high for value, low, high in bounds):
            raise ValueError("a cost no honest key file asks for")


@dataclass(frozen=True, slots=True)
class Slot:
    """A wrapped key and everything needed to try a secret on it; the bytes as lower-case hex."""

    id: str
    kind: str
    facilitator: str | None
    kdf: str
    params: KdfCost
    salt: str
    nonce: str
    wrapped: str = field(repr=False)

    def as_json(self) -> dict[str, Any]:
        return asdict(self)


def passphrase_secret(typed: str) -> bytes:
    """The same bytes for the same passphrase, whatever keyboard composed its letters; blanks round it do not count."""
    return _as_typed(typed.strip())


def passphrase_secrets(typed: str) -> tuple[bytes, ...]:
    """What to try for what was typed: earlier versions counted the blanks round a passphrase."""
    return tuple(dict.fromkeys((passphrase_secret(typed), _as_typed(typed))))


def _as_typed(typed: str) -> bytes:
    return unicodedata.normalize("NFKC", typed).encode("utf-8", "surrogatepass")


def wrap(
    raw_key: bytes,
    secret: bytes,
    *,
    binding: Mapping[str, object],
    kind: str,
    facilitator: str | None,
    cost: KdfCost,
    random_bytes: Callable[[int], bytes],
) -> Slot:
    """A new slot that gives ``raw_key`` to whoever knows ``secret``. ``binding`` ties it to one key file."""
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    salt, nonce = random_bytes(_SALT_BYTES), random_bytes(_NONCE_BYTES)
    bare = Slot(random_bytes(8).hex(), kind, facilitator, KDF, cost, salt.hex(), nonce.hex(), "")
    wrapped = AESGCM(_derive(secret, bare)).encrypt(nonce, raw_key, _label(bare, binding))
    return Slot(**{**_fields(bare), "wrapped": wrapped.hex()})


def unwrap(slot: Slot, secret: bytes, binding: Mapping[str, object]) -> bytes | None:
    """The raw key, or None if this secret does not open this slot; either answer costs a full derivation."""
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import AESGCM

    try:
        return AESGCM(_derive(secret, slot)).decrypt(
            bytes.fromhex(slot.nonce), bytes.fromhex(slot.wrapped), _label(slot, binding)
        )
    except InvalidTag:
        return None


def read_slot(value: object) -> Slot:
    """A slot from its JSON; ValueError or TypeError if it is not exactly one."""
    if not isinstance(value, dict) or not isinstance(value.get("params"), dict):
        raise ValueError("not a slot")
    if value["params"].keys() != set(KdfCost.__slots__):
        raise ValueError("not a slot")
    slot = Slot(**{**value, "params": KdfCost(**value["params"])})
    texts = (slot.id, slot.kind, slot.kdf, slot.salt, slot.nonce, slot.wrapped)
    if type(slot.facilitator) not in (str, type(None)) or not all(type(text) is str for text in texts):
        raise ValueError("not a slot")
    if slot.kind not in KINDS or slot.kdf != KDF:
        raise ValueError("not a slot")
    expected = (
        (slot.salt, _SALT_BYTES),
        (slot.nonce, _NONCE_BYTES),
        (slot.wrapped, RAW_KEY_BYTES + _TAG_BYTES),
    )
    if any(bytes.fromhex(text).hex() != text or len(text) != 2 * size for text, size in expected):
        raise ValueError("not a slot")
    return slot


def canonical(value: object) -> bytes:
    """One spelling for one value, so that it can be authenticated."""
    return json.dumps(value, sort_keys=True, separators=(",", ":"), ensure_ascii=True).encode("ascii")


def _fields(slot: Slot) -> dict[str, Any]:
    return {name: getattr(slot, name) for name in Slot.__slots__}


def _label(slot: Slot, binding: Mapping[str, object]) -> bytes:
    metadata = {name: value for name, value in slot.as_json().items() if name != "wrapped"}
    return canonical({**binding, "slot": metadata})


def _derive(secret: bytes, slot: Slot) -> bytes:
    from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

    cost = slot.params
    try:
        return Argon2id(
            salt=bytes.fromhex(slot.salt),
            length=32,
            iterations=cost.passes,
            lanes=cost.lanes,
            memory_cost=cost.memory_kib,
        ).derive(secret)
    except MemoryError:
        raise Damaged(
            N_("The key file asks for more memory than this computer can give now."),
            N_("Close other programs and try again."),
        ) from None
