"""One question of a round, drawn: whose turn, in letters one reads while standing; the question; an answer a line."""

from __future__ import annotations

from rich.table import Table
from rich.text import Text
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.events import Resize
from textual.widgets import Static

from facilitator.console.parts.colour import KEY, QUIET, STRONG, WORDS
from facilitator.console.rounds.question import Question
from facilitator.language import _
from facilitator.wall.block import block

NAME = 5
"""Rows a name takes at most, the signs on its letters included."""
AROUND = 16
"""Rows of the screen that are not answers."""
AIRY = 30
"""Rows of the terminal from which the answers have an empty row between them."""


class QuestionCard(VerticalScroll, can_focus=False):
    """Everything about one question, left-aligned in one block."""

    def __init__(self) -> None:
        super().__init__(id="round")
        self._question: Question | None = None

    def compose(self) -> ComposeResult:
        yield Static(id="round-name", markup=False)
        yield Static(id="round-words", markup=False)
        yield Static(id="round-answers", markup=False)

    def show(self, question: Question) -> None:
        """Another question, or the same one with something written."""
        self._question = question
        self._draw()

    def on_resize(self, event: Resize) -> None:
        self._draw()

    def _draw(self) -> None:
        question = self._question
        if question is None:
            return
        width = self.scrollable_content_region.width
        blocks = block(question.name, width, NAME, most_rows=1, largest=1) if question.subject else []
        name = Text(f"{question.digit}\n" if question.digit else "", QUIET)
        self.query_one("#round-name", Static).update(name.append("\n".join(blocks) or question.name, STRONG))
        first, *more = question.words.split("\n")
        words = Text.assemble((first, STRONG))
        for line in more:
            words.append("\n" + line, WORDS)
        if question.so_far:
            words.append("\n" + _("so far: {answer}").format(answer=question.so_far), QUIET)
        self.query_one("#round-words", Static).update(words)
        self.query_one("#round-answers", Static).update(self._answers(question))
        self.scroll_home(animate=False)

    def _answers(self, question: Question) -> Table:
        on_enter = question.on_enter or (_("in words") if question.texts else "")
        answers = [*question.answers, *([("Enter", on_enter)] if on_enter else [])]
        is_airy = self.app.size.height >= AIRY and len(answers) <= (self.app.size.height - AROUND) // 2
        table = Table.grid(padding=(0, 3, 0, 0))
        table.leading = 1 if is_airy else 0
        for key, words in answers:
            table.add_row(Text(key, KEY), Text(words))
        return table
