"""Catch-up: what is still open, collected at the break and after the goodbye, never during talk."""

from __future__ import annotations

from facilitator.console.question import Question, after_answer, catch_up
from facilitator.console.screens.round import RoundScreen
from facilitator.language import _


class CatchUpScreen(RoundScreen):
    """A round over attendance not known, no-shows not reached, and follow-ups of one session."""

    title_words = _("Catch-up: what is still open")

    def first_questions(self) -> tuple[Question, ...]:
        return catch_up(self.console.desk.record, self.session_id)

    def leads_to(self, question: Question) -> Question | None:
        return after_answer(self.console.desk.record, self.session_id, question)
