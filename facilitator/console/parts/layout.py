"""A keyboard that is set to other letters: what is typed on it, and where the curtain's key lies."""

from __future__ import annotations

import unicodedata

LOWERS = "иИβΒנㅠბ"
"""What the key of the Latin ``b`` types in the usual layouts of Russian, Ukrainian, Belarusian, Greek, Hebrew, Korean
and Georgian. Elsewhere it differs from layout to layout, and F9 and Ctrl+Space cover the wall on all of them."""


def is_of_another_script(character: str | None) -> bool:
    """Whether this is a letter that no Latin keyboard types as such."""
    if not character or len(character) != 1 or character.isascii() or not character.isalpha():
        return False
    return not unicodedata.name(character, "").startswith(("LATIN", "MICRO", "FEMININE", "MASCULINE"))
