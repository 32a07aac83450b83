"""A QR code as a drawing: sharp at every size, with its own light around it on a dark ground too."""

from __future__ import annotations

from functools import lru_cache

from facilitator.palette import INK, PAPER

QUIET = 4
"""Empty modules around the code, as its standard asks."""


@lru_cache(maxsize=4)
def code(payload: str) -> str:
    """The code as SVG to stand in a page; nothing if the payload is too long for any code."""
    import segno  # only a page that shows a code needs it

    try:
        symbol = segno.make_qr(payload, error="m", boost_error=False, encoding="utf-8")
    except segno.DataOverflowError:
        return ""
    return symbol.svg_inline(border=QUIET, dark=INK, light=PAPER, omitsize=True, svgclass="code", lineclass=None)
