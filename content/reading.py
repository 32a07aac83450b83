"""How hard a handout is to read, as a school grade by two formulas.

Automated Readability Index and Coleman–Liau, because they count letters, words and sentences and nothing else. The
formulas that count syllables (Flesch–Kincaid, SMOG) need a pronouncing dictionary that textstat fetches from the
internet, which a laptop in a group room does not have. Coleman–Liau runs high on short texts, so the pair errs on
the strict side. Both are made for English; a handout in another language is not graded.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from markdown_it.token import Token

from content.error import N_, ContentError
from content.markdown import items_in
from content.parse import texts

HIGHEST = 6.0
"""The grade a handout may have at most (docs/domain.md 8: N)."""

_SENTENCE_END = (".", "!", "?", "…")


@dataclass(frozen=True, slots=True)
class Reading:
    """What was measured. The grades are None where no formula fits the language."""

    words: int
    automated: float | None = None
    coleman_liau: float | None = None

    @property
    def grades(self) -> tuple[float, ...]:
        """The grades there are."""
        return tuple(grade for grade in (self.automated, self.coleman_liau) if grade is not None)


class NoGrades(ContentError):
    """The library that grades is not installed: it is an extra, because nobody needs it to lead a group."""

    exit_code = 1


def reading_of(handout: Sequence[Token], language: str = "en") -> Reading:
    """Words and grades of a handout's sentences; headings are not sentences and do not count."""
    text = sentences(handout)
    words = len(text.split())
    if not words or language.lower()[:2] != "en":
        return Reading(words)
    try:
        import textstat  # loads a whole language toolkit, and only a check asks for grades
    except ModuleNotFoundError:
        raise NoGrades(
            N_("Reading grades need the extra “check”, which is not installed."),
            N_("Install it beside Facilitator: pip install textstat; with pipx: pipx inject facilitator textstat"),
        ) from None

    return Reading(
        words,
        round(textstat.automated_readability_index(text), 1),
        round(textstat.coleman_liau_index(text), 1),
    )


def sentences(handout: Sequence[Token]) -> str:
    """The running text. A list item without a full stop still ends there, or lists would read as one long sentence."""
    found = texts(items_in(handout))
    return " ".join(text if text.endswith(_SENTENCE_END) else text.rstrip(":;,") + "." for text in found)
