"""What a person reads when a command cannot go on: what happened and what to do, never a traceback.

A refusal of ours carries its sentence, its hint and its exit code. Anything else was not foreseen: it is shown as
the number that the screens would show for it, which holds nothing of what the program was working on.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from facilitator.error_number import error_number
from facilitator.language import _
from legible import legible

UNFORESEEN = 1


@dataclass(frozen=True, slots=True)
class ErrorWords:
    """The words for one failed command, in the facilitator's language, and its exit code."""

    message: str
    hint: str
    exit_code: int

    def __str__(self) -> str:
        return "\n".join(line for line in (self.message, self.hint) if line)


def error_words(error: BaseException) -> ErrorWords:
    """The words for any error: its own if it is one of ours, else a sentence and a number."""
    message, hint, exit_code = (getattr(error, name, None) for name in ("message", "hint", "exit_code"))
    if isinstance(message, str) and isinstance(hint, str) and isinstance(exit_code, int):
        values = getattr(error, "values", {})
        return ErrorWords(in_words(message, values), in_words(hint, values), exit_code)
    return ErrorWords(
        _("Something went wrong that should not have (error number {number}).").format(number=error_number(error)),
        _("What was saved is safe. Please try again; if it happens again, report this number."),
        UNFORESEEN,
    )


def in_words(sentence: str, values: object) -> str:
    """A marked sentence in the facilitator's language with its values; without them if they do not fit."""
    words = _(sentence)
    if not isinstance(values, Mapping):
        return words
    try:
        return legible(words.format(**values))  # a value may be what somebody typed, or the name of a file
    except (KeyError, IndexError, ValueError):
        return words
