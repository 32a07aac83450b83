"""How many goal reviews a session, and whether that reaches everyone within 28 days (docs/domain.md 3: A, D)."""

from __future__ import annotations

from datetime import date

from agenda.group import FULL_GROUP
from agenda.record.rows import turn as turns
from agenda.rotation import Pace
from facilitator.console.console import Console
from facilitator.console.parts.digit import DigitDialog
from facilitator.language import _, ngettext


async def ask_for_reviews(console: Console, group_id: str, today: date) -> None:
    """One digit; a number that cannot do it is taken, and said."""
    record = console.workplace.record
    needed = turns.pace(record, group_id, today).needed
    hint = ngettext(
        "{n} a session reaches everyone within 28 days. Press a digit.",
        "{n} a session reach everyone within 28 days. Press a digit.",
        needed,
    ).format(n=needed)
    question = DigitDialog(_("How many goal reviews in each session?"), hint=hint, most=FULL_GROUP)
    reviews = await console.ask(question)
    if reviews is None:
        return
    turns.set_reviews(record, group_id, reviews)
    warning = pace_words(turns.pace(record, group_id, today))
    if warning:
        console.say(warning, is_problem=True)


def pace_words(pace: Pace) -> str:
    """The warning where the chosen number cannot do it; empty where it can."""
    if pace.is_enough:
        return ""
    return ngettext(
        "{n} goal review a session is not enough for everyone within 28 days: it takes {needed}.",
        "{n} goal reviews a session are not enough for everyone within 28 days: it takes {needed}.",
        pace.chosen,
    ).format(n=pace.chosen, needed=pace.needed)
