"""The printed codes: a lesson's public address, and appointments for a calendar.

Paper always works without them: what a code says stands beside it.
"""

from __future__ import annotations

from functools import lru_cache
from io import BytesIO

from agenda.address import public_address
from agenda.error import N_, Refused
from facilitator.paperwork.tree import Block

MODULE_MM = 0.6
"""One square of the code, in millimetres, where there is room for it."""

SMALLEST_MM = 0.4
"""A telephone in a dim room cannot tell smaller squares apart."""

WIDEST_MM = 50.0
"""A wider code would leave no room for the words beside it, and no longer fits what a telephone sees at once."""

LONGEST_TEXT = 240

QUIET = 4
"""Empty squares around the code, as its standard asks."""

MASK = 2
"""All eight masks can be read; trying each of them takes longer than setting the page. This one has diagonals."""


def lesson_address(lesson_id: str, address: str) -> str:
    """The lesson's page on the web. Raises ``Refused`` where this is no public address."""
    return f"{public_address(address)}/{lesson_id}"


def payload(lesson_id: str, title: str, summary: str, address: str | None = None) -> str:
    """What the code on the wall says: the lesson's page if there is one, else its title and what it is about."""
    if address is not None:
        return lesson_address(lesson_id, address)
    text = " ".join(f"{title.strip().rstrip('.')}. {summary}".split())
    return text if len(text) <= LONGEST_TEXT else text[: LONGEST_TEXT - 1].rsplit(" ", 1)[0] + "…"


def code(text: str, alternative: str, heading: str, beside: str | None = None, link: str = "") -> Block:
    """The code as a drawing with its text beside it, or other words for it. ``alternative`` is for a screen reader.

    With a ``link`` the words lead there, and stand as they are to be copied.

    Raises ``Refused`` for a text that would need squares too small for a telephone.
    """
    svg, squares = _drawn(text)
    return {
        "kind": "code",
        "svg": svg,
        "tenths": round(min(squares * MODULE_MM, WIDEST_MM) * 10),
        "heading": heading,
        "text": text if beside is None else beside,
        "alternative": alternative,
        "link": link,
    }


@lru_cache(maxsize=64)
def _drawn(text: str) -> tuple[str, int]:
    """The code as SVG and how many squares wide it is; a pack has the same one on many sheets."""
    import segno  # 90 ms, and only paper needs it

    try:
        symbol = segno.make_qr(text, error="m", encoding="utf-8", mask=MASK)
    except segno.DataOverflowError:
        raise _too_long() from None
    squares = int(symbol.symbol_size(border=QUIET)[0])
    if squares * SMALLEST_MM > WIDEST_MM:
        raise _too_long()
    drawing = BytesIO()
    symbol.save(drawing, kind="svg", border=QUIET, xmldecl=False, nl=False)
    return drawing.getvalue().decode(), squares


def _too_long() -> Refused:
    return Refused(
        N_("This is too much for a printed code: telephones could not read it."),
        N_("Use a shorter address or title."),
    )
