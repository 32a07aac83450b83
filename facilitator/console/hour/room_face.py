"""The Room face: readable from a distance, nothing about any person."""

from __future__ import annotations

from typing import ClassVar

from rich.text import Text
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.events import Resize
from textual.getters import query_one
from textual.widgets import Static

from content.prompt import prompts
from facilitator.console.hour.sheet import quiet_rows, sheet
from facilitator.console.hour.view import RoomView
from facilitator.console.parts.big_number import BigNumber
from facilitator.console.parts.colour import BLUE, GOLD, GREEN, QUIET
from facilitator.console.people.keys import MARK_KEYS
from facilitator.language import _

TALL = 30
"""Rows of the terminal from which the page that comes next is shown in full."""


class RoomFace(Vertical, can_focus=True):
    """Given a ``RoomView``, shows it. Its keys go through what there is to say; those of People say where they work."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "say_next(-1)", _("up"), id="room.up", show=False, tooltip=_("What to say or ask, one back")),
        Binding("down", "say_next(1)", _("down"), id="room.down", show=False,
                tooltip=_("What to say or ask, one on")),
        Binding("u,U,ctrl+r", "undo", show=False, id="room.undo"),
        Binding("k,K", "techniques", show=False, id="room.techniques"),
        Binding(MARK_KEYS, "mark", show=False, id="room.mark"),
    ]  # fmt: skip

    number = query_one("#room-number", BigNumber)
    sheet = query_one("#room-sheet", VerticalScroll)

    def __init__(self, *, id: str | None = None) -> None:
        super().__init__(id=id)
        self._view: RoomView | None = None
        self._heading = Text()
        self._at = 0
        self._drawn: tuple[object, ...] = ()

    def compose(self) -> ComposeResult:
        with Horizontal(id="room-body"):
            with Vertical(id="room-now"):
                yield Static(id="room-heading", markup=False)
                yield BigNumber(id="room-number")
                yield Static(id="room-minutes", classes="label", markup=False)
                yield Static(id="room-times", markup=False)
            with Vertical(id="room-side"):
                with VerticalScroll(id="room-sheet", can_focus=False):
                    yield Static(id="room-page", markup=False)
                yield Static(id="room-next", markup=False)
        yield Static(id="room-message", markup=False)

    def show(self, view: RoomView, heading: Text) -> None:
        """Put the values on the screen; ``heading`` says where the page is seen."""
        before = self._view
        if before is None or (before.page, before.ask) != (view.page, view.ask):
            self._at = 0
        self._view, self._heading = view, heading
        self._set("room-heading", Text(view.heading))
        self.number.value = view.minutes
        self.number.set_class(view.is_urgent, "-urgent")
        self._set("room-minutes", Text(view.minutes_words))
        self._set("room-times", _times(view))
        self._draw_side()

    def on_resize(self, event: Resize) -> None:
        self.call_after_refresh(self._draw_side)

    def _draw_side(self) -> None:
        """The page and what to say, and below it what comes next, as wide as there is room."""
        view, width = self._view, self.sheet.scrollable_content_region.width
        if view is None or not width:
            return
        drawn = (view, self._heading, self._at, width, self.app.size.height)
        if drawn == self._drawn:
            return
        self._drawn = drawn
        rows = sheet(self._heading, view.page, prompts(view.ask), self._at, width)
        self._set("room-page", rows.text)
        self._set("room-next", self._next(view, width))
        self.call_after_refresh(self._bring_into_sight, rows.first, rows.last)

    def _next(self, view: RoomView, width: int) -> Text:
        following = _("NEXT")
        if self.app.size.height < TALL:
            return Text.assemble((following + "   ", QUIET), view.following)
        if view.next_page is not None and view.next_page.title != view.following:  # another phase
            following += "   " + view.following
        return Text("\n").join(quiet_rows(following, view.next_page, view.following, width))

    def _bring_into_sight(self, first: int, last: int) -> None:
        if not self.query("#room-sheet"):
            return  # the hour was left before this was drawn
        top, height = round(self.sheet.scroll_y), self.sheet.scrollable_content_region.height
        if self._at == 0:
            self.sheet.scroll_to(y=0, animate=False)
        elif first < top:
            self.sheet.scroll_to(y=first, animate=False)
        elif last >= top + height:
            self.sheet.scroll_to(y=last - height + 1, animate=False)

    def say(self, sentence: str) -> None:
        """One line for the facilitator; never anything about a person."""
        self._set("room-message", Text(sentence, BLUE))

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

    def action_say_next(self, by: int) -> None:
        """Go on to the next thing to say or ask, or back; it comes into sight where the terminal is small."""
        if self._view is not None:
            last = len(prompts(self._view.ask)) - 1
            self._at = min(max(0, self._at + by), max(0, last))
            self._draw_side()

    def _set(self, name: str, text: Text) -> None:
        line = self.query_one(f"#{name}", Static)
        if line.content != text:  # saying again what is there would lay the whole screen out anew
            line.update(text)


def _times(view: RoomView) -> Text:
    """When to leave the lesson and when the hour ends, the times themselves standing out."""
    lines = []
    if view.leave:
        lines.append(_with_bold_end(view.leave))
    lines += [_with_bold_end(view.end), Text(view.status, GOLD if view.is_late else GREEN)]
    if view.remedy:
        lines.append(Text(view.remedy, GOLD))
    return Text("\n").join(lines)


def _with_bold_end(sentence: str) -> Text:
    words, _space, time = sentence.rpartition(" ")
    return Text.assemble((words + " ", QUIET), (time, "bold"))
