"""The site's public address, as it may stand on paper and in a printed code."""

from __future__ import annotations

from urllib.parse import urlsplit

from agenda.error import N_, Refused

LONGEST_ADDRESS = 160
_HINT = N_("It looks like https://example.org/imr: https, no question mark, no name or password.")


def public_address(text: str) -> str:
    """The site's address without a closing slash. Raises ``Refused`` for anything that could tell on a reader."""
    address = text.strip()
    if not address.isascii() or not address.isprintable() or " " in address or len(address) > LONGEST_ADDRESS:
        raise Refused(N_("This is not an address that can be printed."), _HINT)
    if any(sign in address for sign in "?#@\\<>\"'") or not _is_https(address):
        raise Refused(N_("This is not a public https address."), _HINT)
    return address.rstrip("/")


def _is_https(address: str) -> bool:
    try:
        parts = urlsplit(address)
        has_a_host = bool(parts.hostname) and parts.port != 0
    except ValueError:
        return False
    return parts.scheme == "https" and has_a_host
