"""The words under which a session stands in a member's calendar, where anyone who sees the telephone can read them."""

from __future__ import annotations

import re

from agenda.error import N_, Refused
from legible import one_line

LONGEST_TITLE = 40

_TELLING = (
    "illness", "imr", "mental", "psych", "recovery", "therap", "clinic", "hospital", "patient", "symptom", "disorder",
    "schizo", "bipolar", "depress", "addict", "medication", "malatt", "salute", "terapi", "psich", "ospedal",
)  # fmt: skip
"""Beginnings of words that tell strangers what somebody is treated for."""


def calendar_title(text: str) -> str:
    """The title as it is kept; empty means the neutral word. Raises ``Refused`` for one that tells too much."""
    title = one_line(text)
    if len(title) > LONGEST_TITLE:
        raise Refused(N_("This title is too long: {most} letters at most."), most=LONGEST_TITLE)
    words = re.findall(r"\w+", title.casefold())
    if any(word.startswith(_TELLING) for word in words):
        raise Refused(
            N_("This title would tell strangers what the appointment is about."),
            N_("Choose a neutral word, such as Appointment or Tuesday at three."),
        )
    return title
