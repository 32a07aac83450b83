"""Rounds and catch-up: one name large, one key to answer, Backspace back, Tab skip."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType

from agenda.record.rows import session as sessions
from agenda.session import PhaseKey
from content.lesson import HomeworkOption
from facilitator.console.parts.ask_words import ask_for_words
from facilitator.console.parts.footer import KeyFooter
from facilitator.console.parts.screen import ConsoleScreen
from facilitator.console.projector.hour_bar import HourBar
from facilitator.console.rounds.about_goals import IN_WORDS, held_just_now
from facilitator.console.rounds.card import QuestionCard
from facilitator.console.rounds.question import Question
from facilitator.console.rounds.rounds import (
    END,
    ROUNDS,
    Round,
    answer,
    end_question,
    end_words,
    last_question,
    leads_to,
    write_words,
)
from facilitator.language import _

ANSWER_KEYS = (*"123456789", *"hlexysndgw")
OF_GOALS = frozenset({"turn", "goal-review"})
"""Questions from which Enter leads to the goal sheet."""


class RoundScreen(ConsoleScreen[bool]):
    """Asks its questions in order. ``going_on`` says how the hour goes on: then true means that it is to.

    Without it, true means that the round came to its end.
    """

    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-wide")]

    BINDINGS: ClassVar[list[BindingType]] = [
        *(Binding(f"{key},{key.upper()}" if key.isalpha() else key, f"answer('{key}')", _("answer"),
                  id=f"round.{key}", show=False, tooltip=_("The answer beside this key")) for key in ANSWER_KEYS),
        Binding("tab,down", "skip", _("skip"), id="round.skip", tooltip=_("Leave this question open")),
        Binding("backspace,up", "back", _("back"), id="round.back", tooltip=_("The question before")),
        Binding("enter", "enter", _("words"), id="round.words",
                tooltip=_("Write it in words; of a goal, its sheet; when everyone was asked, the hour goes on")),
        Binding("escape", "leave", _("stop"), id="round.leave", tooltip=_("Stop asking; what is open stays open")),
    ]  # fmt: skip

    def __init__(self, session_id: str, phase: PhaseKey, going_on: str = "") -> None:
        super().__init__()
        self.session_id = session_id
        self._phase, self._going_on = phase, going_on
        self._round = self.round_of(phase)
        self._options: tuple[HomeworkOption, ...] = ()
        self.questions: list[Question] = []
        self.place = 0

    def compose(self) -> ComposeResult:
        yield HourBar(self._round.title)
        yield QuestionCard()
        yield KeyFooter()

    def on_mount(self) -> None:
        workplace = self.console.workplace
        given = sessions.lesson_of(workplace.record, self.session_id)
        lesson = workplace.lesson(given.lesson) if given else None
        self._options = lesson.homework if lesson else ()
        self.questions = list(self._round.asked(workplace.record, self.session_id, self._options))
        if self._going_on:
            self.questions.append(last_question(self._phase, self._going_on))
        self._ask()

    def round_of(self, phase: PhaseKey) -> Round:
        """What is asked."""
        return ROUNDS[phase]

    def leads_to(self, question: Question, key: str) -> tuple[Question, ...]:
        """The questions that the answer just given brings up."""
        if question.kind == "turn" and key != "n":
            return held_just_now(self.record, self.session_id, question)
        return leads_to(self.record, self.session_id, question, key)

    @property
    def question(self) -> Question | None:
        """The question on the screen."""
        return self.questions[self.place] if self.place < len(self.questions) else None

    def action_answer(self, key: str) -> None:
        question = self.question
        if question is None:
            return
        if key not in [k for k, _words in question.answers]:
            self._ask_whom(key)
        elif question.kind == "goal-review" and key == IN_WORDS:
            self.console.begin(self._ask_for_words(question))
        elif self.tried(lambda: answer(self.record, self.session_id, question, key, self._options)):
            self._go_on(question, key)
            if question.kind == "turn" and key == IN_WORDS and self.question is not None:
                self.console.begin(self._ask_for_words(self.question))

    def _ask_whom(self, digit: str) -> None:
        """A digit that is no answer: whoever would like to be asked now."""
        found = (n for n, one in enumerate(self.questions) if one.digit and str(one.digit) == digit)
        place = next(found, None)
        if place is not None:
            self.place = place
            self._ask()
        elif digit.isdecimal():
            self.console.say(_("Nobody with the digit {digit} is asked here.").format(digit=digit))

    def _go_on(self, question: Question, key: str) -> None:
        """What the answer brings up comes next; of what was brought up before, the new takes the place."""
        further = self.leads_to(question, key)
        if question.on_enter and question.kind not in OF_GOALS:  # what everyone is asked came last
            further = (*further, end_question(question.on_enter))
        again = {(one.kind, one.subject) for one in further}
        kept = [one for one in self.questions[self.place + 1 :] if (one.kind, one.subject) not in again]
        self.questions[self.place + 1 :] = [*further, *kept]
        self.action_skip()

    def action_enter(self) -> None:
        question = self.question
        if question is None:
            return
        if question.kind in OF_GOALS:
            self.console.begin(self._goal_sheet(question))
        elif question.texts:
            self.console.begin(self._ask_for_words(question))
        elif question.on_enter:
            self.dismiss(True)

    async def _goal_sheet(self, question: Question) -> None:
        today = sessions.session(self.record, self.session_id).day
        sheet = self.console.rooms.goal_sheet(question.subject, question.name, session=self.session_id, today=today)
        await self.console.ask(sheet)

    async def _ask_for_words(self, question: Question) -> None:
        key = f"{question.kind}/{self.session_id}/{question.subject}"
        title = f"{question.name}: {question.words}"
        if await ask_for_words(
            self.console, title, question.texts, key, lambda texts: self._write_words(question, texts)
        ):
            self._go_on(question, "")

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
            self.dismiss(not self._going_on)
            return
        if question.kind == END:
            question = replace(question, words=end_words(self.record, self.session_id, self._phase))
        self.query_one(HourBar).say(self._round.title, [question.name, *self.where_we_are(question)])
        self.query_one(QuestionCard).show(question)
        self.query_one(KeyFooter).show(self._keys(question))

    def _keys(self, question: Question) -> list[tuple[str, str]]:
        """What works at this question: a digit that is an answer asks nobody, and before the first there is none."""
        answers = {key for key, _words in question.answers}
        whom = span_of({one.digit for one in self.questions if one.digit and str(one.digit) not in answers})
        return [
            ("b", _("curtain")),
            *([(whom, _("who"))] if whom else []),
            ("Tab", _("skip")),
            *([(_("Backspace"), _("back"))] if self.place else []),
            ("p", _("pause")), ("Esc", _("stop")), ("F1", _("keys")),
        ]  # fmt: skip

    def where_we_are(self, question: Question) -> list[str]:
        """Which of the members this is; nothing where everyone is asked."""
        members = list(dict.fromkeys(one.digit for one in self.questions if one.digit))
        if question.digit not in members:
            return []
        return [_("{place} of {all}").format(place=members.index(question.digit) + 1, all=len(members))]


def span_of(digits: Iterable[int]) -> str:
    """Digits as they stand at the foot of a screen: ``1 3-5``."""
    runs: list[list[int]] = []
    for digit in sorted(digits):
        if runs and digit == runs[-1][-1] + 1:
            runs[-1].append(digit)
        else:
            runs.append([digit])
    return " ".join(str(run[0]) if len(run) == 1 else f"{run[0]}-{run[-1]}" for run in runs)
