"""Questions one screen at a time, forward by Enter and back by Esc."""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from typing import ClassVar

from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.getters import query_one
from textual.widgets import Input, OptionList, Static

from agenda.error import AgendaError
from facilitator.console.parts.footer import KeyFooter
from facilitator.console.parts.form import Form, Texts
from facilitator.console.parts.screen import ConsoleScreen
from facilitator.console.parts.title import TitleBar
from facilitator.console.setup.steps import Step
from facilitator.error_words import error_words
from facilitator.language import _

Finish = Callable[[Texts], None]


class GuidedScreen(ConsoleScreen[None]):
    """Asks the steps in order and hands all answers over at the end; until then nothing is made.

    ``finish`` may refuse: then its sentence is shown and everything typed is still there. ``more`` is how many steps
    follow after these.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "enter", "next", _("next"), id="guided.next", tooltip=_("To the next field, then to the next question")
        ),
        Binding("escape", "back", _("back"), id="guided.back", tooltip=_("To the question before; nothing is lost")),
    ]

    CAN_LEAVE: ClassVar[bool] = True
    """Whether there is somewhere to go back to from the first question."""

    bar = query_one(TitleBar)
    body = query_one("#guided", Vertical)

    def __init__(self, name: str, steps: Sequence[Step], finish: Finish, *, more: int = 0) -> None:
        super().__init__()
        self.answers: Texts = {}
        self._called, self._steps, self._finish, self._more = name, tuple(steps), finish, more
        self._place = 0
        self._one_turn = asyncio.Lock()

    def compose(self) -> ComposeResult:
        yield TitleBar(id="guided-title")
        yield Vertical(id="guided")
        yield KeyFooter()

    def on_mount(self) -> None:
        self._go_to(0)

    @on(Form.Finished)
    def take_texts(self, event: Form.Finished) -> None:
        self.answers.update(event.texts)
        self._forward()

    @on(OptionList.OptionSelected)
    def take_option(self, event: OptionList.OptionSelected) -> None:
        self.answers[self.step.name] = self.step.options[event.option_index][0]
        self._forward()

    @on(Input.Changed)
    def advise(self) -> None:
        form = self._form
        if self.step.advice is not None and form is not None and form.is_mounted:
            self.query_one("#advice", Static).update(Text(self.step.advice(form.texts)))

    def action_next(self) -> None:
        """Where no field and no list has taken Enter."""

    def action_back(self) -> None:
        form = self._form
        if form is not None:
            self.answers.update(form.texts)
        if self._place == 0:
            self.leave()
        else:
            self._go_to(self._place - 1)

    @property
    def step(self) -> Step:
        """The step asked now."""
        return self._steps[self._place]

    def _keys(self) -> list[tuple[str, str]]:
        back = [("Esc", _("back"))] if self._place or self.CAN_LEAVE else []
        return [("Enter", _("next")), *back, ("Ctrl+Q", _("quit")), ("F1", _("keys"))]

    def leave(self) -> None:
        """Esc on the first question: out, with nothing made."""
        self.dismiss(None)

    def say(self, sentence: str) -> None:
        """A sentence below the questions."""
        self.query_one("#trouble", Static).update(Text(sentence))

    @property
    def _form(self) -> Form | None:
        return next(iter(self.query(Form)), None)

    def _forward(self) -> None:
        if self._place + 1 < len(self._steps):
            self._go_to(self._place + 1)
            return
        self.say(_("One moment…"))
        self.call_after_refresh(self._end)

    def _end(self) -> None:
        try:
            self._finish(self.answers)
        except AgendaError as error:
            words = error_words(error)
            self.say(f"{words.message} {words.hint}")

    def _go_to(self, place: int) -> None:
        """A work of the app's: one of this screen's would be cancelled in the middle of a turn by whoever leaves it."""
        self._place = place
        self.app.run_worker(self._turned(), group="turn")

    async def _turned(self) -> None:
        async with self._one_turn:
            if not self._is_there:
                return
            where = _("{n} of {all}").format(n=self._place + 1, all=len(self._steps) + self._more)
            self.bar.show(self._called, [], Text(where))
            # What waits for parts to go and is cancelled cancels the parts themselves, half gone.
            await asyncio.shield(self._emptied())
            if self._is_there:
                await self.body.mount(*self._widgets())
            if self._is_there:
                self.query_one(KeyFooter).show(self._keys())
                self._begin()

    @property
    def _is_there(self) -> bool:
        """False once it has been left: its parts then go one after the other."""
        return self in self.app.screen_stack

    async def _emptied(self) -> None:
        await self.body.remove_children()

    def _widgets(self) -> list[Static | Form | OptionList]:
        step = self.step
        widgets: list[Static | Form | OptionList] = [Static(Text(step.title), classes="question", markup=False)]
        if step.words:
            widgets.append(Static(Text(step.words), classes="guided-words", markup=False))
        if step.fields:
            widgets.append(Form(step.fields, step.check, typed=self.answers, beside=step.beside))
        else:
            widgets.append(OptionList(*(Text(words) for _value, words in step.options), markup=False))
        advice = (
            step.advice(self.answers) if step.advice and self.answers.keys() >= {f.name for f in step.fields} else ""
        )
        widgets.append(Static(Text(advice), id="advice", markup=False))
        widgets.append(Static("", id="trouble", classes="problem", markup=False))
        return widgets

    def _begin(self) -> None:
        form = self._form
        if form is not None:
            form.begin()
            self.advise()
            return
        values = [value for value, _words in self.step.options]
        options = self.query_one(OptionList)
        answer = self.answers.get(self.step.name, "")
        options.highlighted = values.index(answer) if answer in values else 0
        options.focus()
