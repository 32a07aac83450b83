"""The pages of an encrypted record as they are under the key, those included that hold nothing now."""

from __future__ import annotations

from pathlib import Path

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

PAGE, RESERVED, IV, SALT = 4096, 80, 16, 16
"""As SQLCipher 4 lays a page out: its bytes, then what it was encrypted with and what proves it."""


def deciphered(path: Path, key: bytes) -> bytes:
    """All pages in a row, whatever they are in use for."""
    raw = path.read_bytes()
    assert raw
    assert len(raw) % PAGE == 0
    return b"".join(
        _page(raw[place : place + PAGE], key, SALT if place == 0 else 0) for place in range(0, len(raw), PAGE)
    )


def _page(page: bytes, key: bytes, begins: int) -> bytes:
    secret, beside = page[begins:-RESERVED], page[-RESERVED:]
    cipher = Cipher(algorithms.AES(key), modes.CBC(beside[:IV])).decryptor()
    return cipher.update(secret) + cipher.finalize()
