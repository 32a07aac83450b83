"""How long a passphrase would stand against guessing, told honestly; no rule about what it is made of.

The estimate is that of zxcvbn, which tries what people try: words, names, dates, keyboard rows. It counts on somebody
who has the two files and fast computers; each guess costs them what ``agenda.record.keys.slot.KdfCost`` asks.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import timedelta
from enum import Enum
from typing import assert_never

from facilitator.language import _, length_of_time

LOOKED_AT = 60
"""Letters that are looked at: what is longer is strong enough, and looking would take long."""
GUESSES_A_SECOND = 1e4
"""What somebody with many computers could try at this cost."""
AT_ONCE = timedelta(minutes=1)
MOST = timedelta(days=365 * 1000)


class Strength(Enum):
    """Whether a passphrase may open a record of people's lives."""

    GUESSED = "guessed"
    WEAK = "weak"
    GOOD = "good"


@dataclass(frozen=True, slots=True)
class Estimate:
    """How strong, and how long a stranger would need."""

    strength: Strength
    time: timedelta


def estimate(passphrase: str, known: Sequence[str] = ()) -> Estimate:
    """``known`` is what a stranger would try first: the person's name, the group's."""
    from zxcvbn import zxcvbn  # its lists of words take a tenth of a second to load

    looked_at = passphrase.strip()[:LOOKED_AT]
    if not looked_at:
        return Estimate(Strength.GUESSED, timedelta())
    found = zxcvbn(looked_at, user_inputs=[word for text in known for word in (text, *text.split()) if word])
    seconds = min(float(found["guesses"]) / GUESSES_A_SECOND, MOST.total_seconds())
    return Estimate(_by_score(found["score"]), timedelta(seconds=seconds))


def _by_score(score: int) -> Strength:
    if score <= 1:
        return Strength.GUESSED
    return Strength.WEAK if score == 2 else Strength.GOOD


def words_of(found: Estimate) -> str:
    """The estimate in a sentence."""
    time = length_of_time(found.time)
    match found.strength:
        case Strength.GUESSED if found.time < AT_ONCE:
            words = _("A stranger who has the file would guess it at once. Four unrelated words are better.")
        case Strength.GUESSED:
            words = _("A stranger who has the file would guess it within {time}. Four unrelated words are better.")
        case Strength.WEAK:
            words = _("Weak: a stranger with the file and fast computers would need about {time}. One word more helps.")
        case Strength.GOOD if found.time >= MOST:
            words = _("Good: guessing it would take longer than anybody lives.")
        case Strength.GOOD:
            words = _("Good: a stranger with the file and fast computers would need about {time}.")
        case _:
            assert_never(found.strength)
    return words.format(time=time)
