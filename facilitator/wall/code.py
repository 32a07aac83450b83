"""A QR code in half blocks: two modules a character, dark on the light wall, which is its quiet zone."""

from __future__ import annotations

from functools import lru_cache

_HALVES = {(False, False): " ", (True, False): "▀", (False, True): "▄", (True, True): "█"}


QUIET = 4
"""Empty modules around a code that stands on a dark ground, as its standard asks."""


def code(payload: str, border: int = 0, scale: int = 1) -> list[str]:
    """The rows of the code, all of one length, a module ``scale`` cells wide; none if the payload is too long."""
    modules = [[module for module in row for _copy in range(scale)] for row in _modules(payload, border)]
    rows = [row for row in modules for _copy in range(scale)]
    if len(rows) % 2:
        rows.append([False] * len(rows[0]))
    pairs = zip(rows[::2], rows[1::2], strict=True)
    return ["".join(_HALVES[halves] for halves in zip(above, below, strict=True)) for above, below in pairs]


@lru_cache(maxsize=4)
def _modules(payload: str, border: int) -> tuple[tuple[bool, ...], ...]:
    from qrcode import QRCode, constants  # only a wall that shows a code loads it
    from qrcode.exceptions import DataOverflowError

    drawing = QRCode(border=border, error_correction=constants.ERROR_CORRECT_M)
    drawing.add_data(payload)
    try:
        drawing.make(fit=True)
    except (DataOverflowError, ValueError):
        return ()
    return tuple(tuple(bool(module) for module in row) for row in drawing.get_matrix())
