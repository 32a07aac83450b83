"""The Room face: readable from a distance, nothing about any person."""

from __future__ import annotations

from typing import ClassVar

from rich.text import Text
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.getters import query_one
from textual.widgets import Static

from facilitator.console.hour.view import RoomView
from facilitator.console.parts.big_number import BigNumber
from facilitator.language import _


class RoomFace(Vertical, can_focus=True):
    """Given a ``RoomView``, shows it. Its keys move what there is to say; those of People say where they work."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "scroll_asks(-3)", _("up"), id="room.up", show=False, tooltip=_("What to say, further up")),
        Binding("down", "scroll_asks(3)", _("down"), id="room.down", show=False,
                tooltip=_("What to say, further down")),
        Binding("u,U,ctrl+r", "undo", show=False, id="room.undo"),
        Binding("k,K", "techniques", show=False, id="room.techniques"),
        Binding("h,H,l,L,e,E,x,X,o,O,y,Y,s,S,n,N,t,T,g,G,a,A,r,R,backspace", "mark", show=False, id="room.mark"),
    ]  # fmt: skip

    number = query_one("#room-number", BigNumber)
    sheet = query_one("#room-sheet", VerticalScroll)

    def compose(self) -> ComposeResult:
        with Horizontal(id="room-body"):
            with Vertical(id="room-now"):
                yield Static(id="room-heading", classes="heading", markup=False)
                yield BigNumber(id="room-number")
                yield Static(id="room-minutes", classes="label", markup=False)
                yield Static(id="room-times", markup=False)
            with VerticalScroll(id="room-sheet", can_focus=False):
                yield Static(id="room-page", markup=False)
        yield Static(id="room-next", markup=False)
        yield Static(id="room-message", markup=False)

    def show(self, view: RoomView, *, has_wall: bool = True) -> None:
        """Put the values on the screen; where there is no wall today, without its words."""
        self._set("room-heading", Text(view.heading.upper()))
        self.number.value = view.minutes
        self._set("room-minutes", Text(view.minutes_words))
        self._set("room-times", _times(view))
        self._set("room-page", _page(view, _("ON THE WALL") if has_wall else _("THE PAGE")))
        following = _("next on the wall") if has_wall else _("next")
        self._set("room-next", Text.assemble((following + "   ", "#a0a2a9"), view.following))

    def say(self, sentence: str) -> None:
        """One line for the facilitator; never anything about a person."""
        self._set("room-message", Text(sentence, "#8fbccf"))

    def whisper(self, sentence: str) -> bool:
        """The same, only where nothing is said; whether it was."""
        if self.query_one("#room-message", Static).content:
            return False
        self.say(sentence)
        return True

    def action_undo(self) -> None:
        self.say(_("Undo works in People. Tab goes there."))

    def action_techniques(self) -> None:
        self.say(_("Tab shows the people; k there marks techniques and skills."))

    def action_mark(self) -> None:
        self.say(_("Nobody is chosen. Press a digit first."))

    def action_scroll_asks(self, rows: int) -> None:
        """Bring the rest of the questions into sight where the terminal is small."""
        self.sheet.scroll_relative(y=rows, animate=False)

    def _set(self, name: str, text: Text) -> None:
        line = self.query_one(f"#{name}", Static)
        if line.content != text:  # saying again what is there would lay the whole screen out anew
            line.update(text)


def _times(view: RoomView) -> Text:
    """When to leave the lesson and when the hour ends, the times themselves standing out."""
    lines = []
    if view.leave:
        lines.append(_with_bold_end(view.leave))
    end = _with_bold_end(view.end)
    end.append("   ")
    end.append(view.status, "#e8c37e" if view.is_late else "#a3cf85")
    return Text("\n").join([*lines, end])


def _with_bold_end(sentence: str) -> Text:
    words, _space, time = sentence.rpartition(" ")
    return Text.assemble((words + " ", "#a0a2a9"), (time, "bold"))


def _page(view: RoomView, heading: str) -> Text:
    page = Text.assemble((heading, "#a0a2a9"), ("   " + view.position, "#a0a2a9"), "\n\n")
    page.append(view.page.title, "bold")
    page.append("\n")
    for line in view.page.lines:
        page.append("\n" + line)
    if view.ask:
        page.append("\n\n\n" + _("SAY OR ASK"), "#a0a2a9")
        page.append("\n")
        for line in view.ask:
            page.append("\n· " + line)
    return page
