"""Before the passphrase: what does the projector show?"""

from __future__ import annotations

from collections.abc import Callable
from typing import ClassVar, assert_never

from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.events import Key
from textual.getters import query_one
from textual.screen import Screen
from textual.widgets import OptionList, Static

from facilitator.console.parts.colour import KEY
from facilitator.console.parts.footer import KeyFooter
from facilitator.console.parts.screen import ConsoleScreen
from facilitator.console.parts.title import TitleBar
from facilitator.console.projector.broadcast import HEARTBEAT
from facilitator.console.projector.letter_card import LetterCard
from facilitator.console.projector.projector import Projector
from facilitator.language import _

ANSWERS = tuple(Projector)


class ProjectorScreen(ConsoleScreen[None]):
    """While it is open every open wall shows the letter; the answer holds until the console is closed.

    Two answers need a hand: their advice is read first, and Enter goes on. Esc asks again.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "go_on", _("go on"), id="projector.go-on", tooltip=_("Take this answer and go on")),
        Binding("s,S", "show_letter", _("show the letter"), id="projector.letter",
                tooltip=_("Show the letter, although a session was on a moment ago")),
        Binding("escape", "ask", _("ask again"), id="projector.ask", tooltip=_("Back to the question")),
    ]  # fmt: skip

    answers = query_one("#projector-answers", OptionList)
    advice = query_one("#projector-advice", Static)
    footer = query_one(KeyFooter)

    def __init__(self, card: LetterCard, following: Callable[[], Screen[None]]) -> None:
        super().__init__()
        self._card = card
        self._following = following
        self._answer: Projector | None = None

    def compose(self) -> ComposeResult:
        yield TitleBar("Facilitator")
        with Vertical(id="door"):
            yield Static(_("What does the projector show?"), classes="question", markup=False)
            yield OptionList(*map(self._line, range(len(ANSWERS))), id="projector-answers", markup=False)
            yield Static(id="projector-advice", markup=False)
        yield KeyFooter(_keys())

    def on_mount(self) -> None:
        self.set_interval(HEARTBEAT, self._beat)
        self._beat()
        self.answers.highlighted = 0
        self.answers.focus()

    def on_unmount(self) -> None:
        self._card.close()

    def on_key(self, event: Key) -> None:
        typed = (event.character or "").upper()
        place = 0 if typed == self._card.letter else "1234".find(typed) if typed else -1
        if place >= 0:
            event.stop()
            self._take(ANSWERS[place])

    @on(OptionList.OptionSelected, "#projector-answers")
    def take_chosen(self, event: OptionList.OptionSelected) -> None:
        self._take(ANSWERS[event.option_index])

    def action_go_on(self) -> None:
        if self._answer is not None:
            self._leave(self._answer)

    def action_show_letter(self) -> None:
        self._card.ask_for()
        self._beat()

    def action_ask(self) -> None:
        self._answer = None
        self._beat()
        self.answers.display = True
        self.answers.focus()
        self.footer.show(_keys())

    def _beat(self) -> None:
        """The letter is shown again, and a wall opened meanwhile is noticed."""
        self._card.show()
        if self._answer is None:
            self._say(_of_the_wall(self._card))

    def _take(self, answer: Projector) -> None:
        advice = _advice(answer)
        if not advice or answer is self._answer:
            self._leave(answer)
            return
        self._answer = answer
        self.answers.display = False
        self.set_focus(None)
        self._say("\n\n".join(advice))
        self.footer.show(_keys(asked=False))

    def _leave(self, answer: Projector) -> None:
        self.console.projector = answer
        self._card.close()
        self.app.switch_screen(self._following())

    def _say(self, words: str) -> None:
        self.advice.update(Text(words))

    def _line(self, place: int) -> Text:
        words = (
            _("the letter {letter}").format(letter=self._card.letter),
            _("this same screen"),
            _("nothing"),
            _("no projector today"),
        )
        return Text.assemble((f"{place + 1}  ", KEY), words[place])


def _keys(*, asked: bool = True) -> list[tuple[str, str]]:
    first = [("1-4", _("answer"))] if asked else [("Enter", _("go on")), ("Esc", _("ask again"))]
    return [*first, ("Ctrl+Q", _("quit")), ("F1", _("keys"))]


def _of_the_wall(card: LetterCard) -> str:
    if card.is_withheld:
        said = _(
            "A session was on a moment ago, so the wall stays calm. If nobody is looking, s shows the letter {letter}."
        )
        return said.format(letter=card.letter)
    if not card.has_wall:
        return _("Another console has the wall, so no letter is shown there.")
    if not card.is_seen:
        return _("No wall is open yet. To open one: facilitator wall, in a second window.")
    return _("The wall is open and shows the letter {letter}.").format(letter=card.letter)


def _advice(answer: Projector) -> tuple[str, ...]:
    match answer:
        case Projector.SAME:
            return (
                _("The projector repeats this screen. Best is to extend it: Windows and P, then “Extend”; on a Mac, "
                  "Displays; elsewhere the display settings."),
                _("Then open a second window, start “facilitator wall” in it, drag it to the projector and press F11. "
                  "Esc asks again, and the wall shows its letter."),
                _("With one screen only: F4 turns this screen into the wall, and back. Cover the projector before you "
                  "type your passphrase."),
            )  # fmt: skip
        case Projector.NOTHING:
            return (
                _("Is the projector on, its cable in, and the right source chosen? Is it still warming up?"),
                _("Then open a second window, start “facilitator wall” in it, drag it to the projector and press F11. "
                  "Esc asks again, and the wall shows its letter."),
                _("You can also go on now and do this later."),
            )  # fmt: skip
        case Projector.WALL | Projector.NONE:
            return ()
        case _:
            assert_never(answer)
