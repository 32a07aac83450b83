"""Catch-up: what is still open, collected at the break and after the goodbye, never during talk."""

from __future__ import annotations

from agenda.session import PhaseKey
from facilitator.console.rounds.question import Question
from facilitator.console.rounds.rounds import Round, absence_leads_to, catch_up
from facilitator.console.rounds.screen import RoundScreen
from facilitator.language import _


class CatchUpScreen(RoundScreen):
    """A round over all that one session still lacks, whatever phase it is in."""

    def __init__(self, session_id: str) -> None:
        super().__init__(session_id, PhaseKey.SUMMARY)

    def round_of(self, phase: PhaseKey) -> Round:
        return Round(_("Catch-up: what is still open"), catch_up)

    def where_we_are(self, question: Question) -> list[str]:
        return [_("{place} of {all}").format(place=self.place + 1, all=len(self.questions))]

    def leads_to(self, question: Question, key: str) -> tuple[Question, ...]:
        return absence_leads_to(self.record, self.session_id, question)
