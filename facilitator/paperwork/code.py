"""The lesson's printed code: a public address, or words that work without any internet.

Paper always works without it: what the code says stands beside it.
"""

from __future__ import annotations

from io import BytesIO

from agenda.address import public_address
from facilitator.paperwork.tree import Block

MODULE_MM = 0.6
"""One square of the code, in millimetres; a telephone in a dim room wants 0.4 or more."""

QUIET = 4
"""Empty squares around the code, as its standard asks."""

LONGEST_TEXT = 240


def payload(lesson_id: str, title: str, summary: str, address: str | None = None) -> str:
    """What the code says: the lesson's page on the web if there is one, else its title and what it is about."""
    if address is not None:
        return f"{public_address(address)}/{lesson_id}"
    text = " ".join(f"{title.strip().rstrip('.')}. {summary}".split())
    return text if len(text) <= LONGEST_TEXT else text[: LONGEST_TEXT - 1].rsplit(" ", 1)[0] + "…"


def code(text: str, alternative: str, heading: str) -> Block:
    """The code as a drawing with its text beside it. ``alternative`` is what a screen reader says."""
    import segno  # 90 ms, and only paper needs it

    symbol = segno.make_qr(text, error="m", encoding="utf-8")
    drawing = BytesIO()
    symbol.save(drawing, kind="svg", border=QUIET, xmldecl=False, nl=False)
    side = (symbol.symbol_size(border=QUIET)[0]) * MODULE_MM
    return {
        "kind": "code",
        "svg": drawing.getvalue().decode(),
        "tenths": round(side * 10),
        "heading": heading,
        "text": text,
        "alternative": alternative,
    }
