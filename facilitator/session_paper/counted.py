"""What a pack will be, before it is printed: how many handouts, in which size, on how many sheets."""

from __future__ import annotations

from collections.abc import Sequence

from facilitator.language import _, ngettext
from facilitator.paperwork.paper import Paper
from facilitator.paperwork.press import Pressed
from facilitator.paperwork.tree import Document


def pack_words(documents: Sequence[Document], pressed: Pressed, paper: Paper) -> str:
    """As in ``11 documents, 2 of them large; 24 sheets, both sides``."""
    count, large = len(documents), sum(one.is_large is True for one in documents)
    said = ngettext("{count} document", "{count} documents", count).format(count=count)
    if large and not paper.is_large:
        said += ", " + ngettext("{count} of them large", "{count} of them large", large).format(count=large)
    sheets = -(-pressed.pages // 2) if paper.is_on_both_sides else pressed.pages
    sides = _("both sides") if paper.is_on_both_sides else _("one side each")
    return f"{said}; {ngettext('{n} sheet', '{n} sheets', sheets).format(n=sheets)}, {sides}"
