"""Rounds and catch-up: one name large, one key to answer, Backspace back, Tab skip."""

from __future__ import annotations

from dataclasses import replace
from typing import ClassVar

from rich.text import Text
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.widgets import Static

from agenda.record.rows import session as sessions
from agenda.session import PhaseKey
from content.lesson import HomeworkOption
from facilitator.console.parts.ask_words import ask_for_words
from facilitator.console.parts.colour import KEY
from facilitator.console.parts.screen import ConsoleScreen
from facilitator.console.projector.hour_bar import HourBar
from facilitator.console.rounds.about_goals import EVERYONES_STEP, small_step_round
from facilitator.console.rounds.card import QuestionCard
from facilitator.console.rounds.question import Question
from facilitator.console.rounds.rounds import ROUNDS, Round, answer, write_words
from facilitator.language import _

ANSWER_KEYS = (*"123456789", *"hlexysndgw")


class RoundScreen(ConsoleScreen[bool]):
    """Asks its questions in order; true when it came to the end."""

    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-wide")]

    BINDINGS: ClassVar[list[BindingType]] = [
        *(Binding(f"{key},{key.upper()}" if key.isalpha() else key, f"answer('{key}')", _("answer"),
                  id=f"round.{key}", show=False, tooltip=_("The answer beside this key")) for key in ANSWER_KEYS),
        Binding("tab", "skip", _("skip"), id="round.skip", tooltip=_("Leave this question open")),
        Binding("backspace", "back", _("back"), id="round.back", tooltip=_("The question before")),
        Binding("enter", "words", _("words"), id="round.words", tooltip=_("Write it in words")),
        Binding("escape", "leave", _("stop"), id="round.leave", tooltip=_("Stop asking; what is open stays open")),
    ]  # fmt: skip

    def __init__(self, session_id: str, phase: PhaseKey) -> None:
        super().__init__()
        self.session_id = session_id
        self._round = self.round_of(phase)
        self._options: tuple[HomeworkOption, ...] = ()
        self.questions: list[Question] = []
        self.place = 0

    def compose(self) -> ComposeResult:
        yield HourBar(self._round.title)
        yield QuestionCard()
        yield Static(self._keys(), classes="bar", markup=False)

    def on_mount(self) -> None:
        workplace = self.console.workplace
        given = sessions.lesson_of(workplace.record, self.session_id)
        lesson = workplace.lesson(given.lesson) if given else None
        self._options = lesson.homework if lesson else ()
        self.questions = list(self._round.asked(workplace.record, self.session_id, self._options))
        self._ask()

    def round_of(self, phase: PhaseKey) -> Round:
        """What is asked."""
        return ROUNDS[phase]

    def leads_to(self, question: Question, key: str) -> tuple[Question, ...]:
        """The questions that the answer just given brings up."""
        if question.kind == EVERYONES_STEP and key == "y":
            return small_step_round(self.record, self.session_id)
        return ()

    @property
    def question(self) -> Question | None:
        """The question on the screen."""
        return self.questions[self.place] if self.place < len(self.questions) else None

    def action_answer(self, key: str) -> None:
        question = self.question
        if question is None or key not in [k for k, _words in question.answers]:
            return
        if not self.tried(lambda: answer(self.record, self.session_id, question, key, self._options)):
            return
        further = [one for one in self.leads_to(question, key) if one not in self.questions]
        self.questions[self.place + 1 : self.place + 1] = further
        self.action_skip()

    def action_words(self) -> None:
        question = self.question
        if question is None or not question.texts:
            return
        self.console.begin(self._ask_for_words(question))

    async def _ask_for_words(self, question: Question) -> None:
        key = f"{question.kind}/{self.session_id}/{question.subject}"
        title = f"{question.name}: {question.words}"
        if await ask_for_words(
            self.console, title, question.texts, key, lambda texts: self._write_words(question, texts)
        ):
            self.action_skip()

    def _write_words(self, question: Question, texts: dict[str, str]) -> None:
        write_words(self.record, self.session_id, question, texts)
        written = tuple(replace(words, value=texts[words.name]) for words in question.texts)
        self.questions[self.place] = replace(question, texts=written)  # offered again by Backspace and Enter

    def action_skip(self) -> None:
        self.place += 1
        self._ask()

    def action_back(self) -> None:
        self.place = max(0, self.place - 1)
        self._ask()

    def action_leave(self) -> None:
        self.dismiss(False)

    def _ask(self) -> None:
        question = self.question
        if question is None:
            self.dismiss(True)
            return
        count = _("{place} of {all}").format(place=self.place + 1, all=len(self.questions))
        self.query_one(HourBar).say(self._round.title, [question.name, count])
        self.query_one(QuestionCard).show(question)

    def _keys(self) -> Text:
        pairs = (("b", _("curtain")), ("Tab", _("skip")), (_("Backspace"), _("back")), ("Esc", _("stop")))
        return Text("   ").join(Text.assemble((key, KEY), " " + words) for key, words in pairs)
