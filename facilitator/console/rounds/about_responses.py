"""Questions about how members took part."""

from __future__ import annotations

from agenda.record.connection import Record
from agenda.record.rows import taught
from facilitator.console.parts.ask_words import Words
from facilitator.console.people.technique_words import CHIP_WORDS
from facilitator.console.rounds.question import Question, present
from facilitator.language import _

CHIP_KEYS = {str(place): chip for place, chip in enumerate(taught.CHIPS, 1)}


def closing_round(record: Record, session: str, *, only_open: bool = False) -> tuple[Question, ...]:
    """What was most useful? Their words become the response."""
    answers = tuple((key, _(CHIP_WORDS[chip])) for key, chip in CHIP_KEYS.items())
    known = taught.responses(record, session)
    return tuple(
        Question("closing", a.member, a.name, _("“What was most useful for you today?”"), answers,
                 (Words("words", _("In their words"), known.get(a.member, taught.Response()).words),),
                 so_far=", ".join(_(CHIP_WORDS[chip]) for chip in known.get(a.member, taught.Response()).chips),
                 digit=a.digit)
        for a in present(record, session)
        if not only_open or a.member not in known
    )  # fmt: skip


def answer_closing(record: Record, session: str, question: Question, key: str) -> None:
    """One way of taking part."""
    before = taught.responses(record, session).get(question.subject, taught.Response())
    taught.set_chips(record, session, question.subject, (*before.chips, CHIP_KEYS[key]))
