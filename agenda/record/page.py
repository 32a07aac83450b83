"""One page of an encrypted record, looked at without the database: before it touches a file it might take apart.

The layout is SQLCipher's: 16 bytes of salt in front of the first page, then the page in AES-256-CBC, its vector and a
proof (HMAC-SHA512 over both and the number of the page).
"""

from __future__ import annotations

import hmac
from dataclasses import dataclass
from hashlib import pbkdf2_hmac

SIZE = 4096
SALT = 16
_VECTOR, _PROOF = 16, 64
_PLAIN_ROUNDS, _MASK = 2, 0x3A
_WRITE_VERSION, _USER_VERSION = 18, 60
_LOG = 2


@dataclass(frozen=True, slots=True)
class FirstPage:
    """The head of a record as it lies on the disk, and what it says under a key."""

    raw: bytes
    plain: bytes

    @property
    def mark(self) -> int:
        """The number written with the last change (``agenda.record.left_over``); noise under a wrong key.

        It stands in the first 512 bytes, and to decrypt it takes nothing but these: it can be read where a power cut
        left one part of the page as it was and another already written.
        """
        return int.from_bytes(self.plain[_USER_VERSION : _USER_VERSION + 4], "big")

    @property
    def keeps_a_log(self) -> bool:
        """Whether it was last opened by a version that kept a log beside the record."""
        return self.plain[_WRITE_VERSION] == _LOG


def first_page(raw: bytes, raw_key: bytes) -> FirstPage:
    """The first page, decrypted; its first 16 bytes are no secret and stay empty."""
    from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes  # only beside something left over

    end = SIZE - _VECTOR - _PROOF
    decryptor = Cipher(algorithms.AES(raw_key), modes.CBC(raw[end : end + _VECTOR])).decryptor()
    return FirstPage(raw, bytes(SALT) + decryptor.update(raw[SALT:end]))


def is_genuine(raw: bytes, number: int, raw_key: bytes, salt: bytes) -> bool:
    """Whether this page, numbered from 1, was written under the key and not changed since."""
    secret = pbkdf2_hmac("sha512", raw_key, bytes(byte ^ _MASK for byte in salt), _PLAIN_ROUNDS, 32)
    body = raw[SALT if number == 1 else 0 : SIZE - _PROOF]
    proof = hmac.digest(secret, body + number.to_bytes(4, "little"), "sha512")
    return hmac.compare_digest(proof, raw[SIZE - _PROOF : SIZE])
