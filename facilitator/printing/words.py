"""What became of a job, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from facilitator.language import _

if TYPE_CHECKING:
    from facilitator.printing.queue import Handed


def in_words(handed: Handed) -> str:
    """What became of a job, as a person says it."""
    if handed.trouble:
        words = _("The printer “{printer}” has it and waits. {trouble} It prints by itself when that is put right.")
    elif handed.is_done:
        words = _("The printer “{printer}” has taken it all.")
    else:
        words = _("The printer “{printer}” has it and is at work.")
    return words.format(printer=handed.printer, trouble=_(handed.trouble))
