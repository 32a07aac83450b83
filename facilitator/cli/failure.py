"""What a person reads when a command cannot go on: what happened and what to do, never a traceback.

A refusal of ours carries its sentence, its hint and its exit code. Anything else was not foreseen: it is shown as a
number made from the kind of error and the place in our code where it arose, so that the same fault has the same
number everywhere, and the number holds nothing of what the program was working on.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from types import TracebackType

from facilitator.language import _

OURS = ("facilitator", "agenda", "content")
UNFORESEEN = 1


@dataclass(frozen=True, slots=True)
class Failure:
    """The words for one failed command, in the facilitator's language, and its exit code."""

    message: str
    hint: str
    exit_code: int

    def __str__(self) -> str:
        return "\n".join(line for line in (self.message, self.hint) if line)


def failure(error: BaseException) -> Failure:
    """The words for any error: its own if it is one of ours, else a sentence and a number."""
    message, hint, exit_code = (getattr(error, name, None) for name in ("message", "hint", "exit_code"))
    if isinstance(message, str) and isinstance(hint, str) and isinstance(exit_code, int):
        values = getattr(error, "values", {})
        return Failure(in_words(message, values), in_words(hint, values), exit_code)
    return Failure(
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
        return words.format(**values)
    except (KeyError, IndexError, ValueError):
        return words


def error_number(error: BaseException) -> str:
    """Six digits in two groups: the same for the same fault, whatever data it met."""
    place = f"{type(error).__module__}.{type(error).__qualname__} {_where(error.__traceback__)}"
    number = int.from_bytes(hashlib.sha256(place.encode("utf-8", "replace")).digest()[:8]) % 1_000_000
    return f"{number // 1000:03}-{number % 1000:03}"


def _where(trace: TracebackType | None) -> str:
    """The innermost place in our own code, or the innermost at all."""
    place = ours = ""
    while trace is not None:
        module = str(trace.tb_frame.f_globals.get("__name__", ""))
        place = f"{module}:{trace.tb_frame.f_code.co_qualname}:{trace.tb_lineno}"
        if module.partition(".")[0] in OURS:
            ours = place
        trace = trace.tb_next
    return ours or place
