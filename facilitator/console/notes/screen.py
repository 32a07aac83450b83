"""After the goodbye: each member's note is drafted; here it is read, mended and marked as reviewed."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from typing import ClassVar

from rich.table import Table
from rich.text import Text
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container, VerticalScroll
from textual.getters import query_one
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from agenda.access import Access
from agenda.notes.note import TITLES, Note, Section, SectionKey
from agenda.record.rows import note as notes
from facilitator.console.parts.colour import BLUE, GREEN, HEADING, QUIET, RED
from facilitator.console.parts.confirm import ConfirmDialog
from facilitator.console.parts.footer import KeyFooter
from facilitator.console.parts.journalled import write_down
from facilitator.console.parts.text import TextDialog
from facilitator.console.parts.told_apart import told_apart
from facilitator.console.parts.undoable_list import UndoableList
from facilitator.console.projector.hour_bar import HourBar
from facilitator.language import _
from facilitator.note_wording import FacilitatorWording, away_word

STATE = 17
"""Columns of how a note stands."""


NAME_NARROW, NAME_WIDE = 48, 12
"""Columns of a name: in a list over the note, and in the narrow one beside it."""
WIDE_FROM = 100


class NotesScreen(UndoableList):
    """Members on the left, the chosen one's note on the right; a digit opens a section, v marks as reviewed."""

    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (WIDE_FROM, "-wide")]
    AUTO_FOCUS = "#note-members"
    BINDINGS: ClassVar[list[BindingType]] = [
        *(Binding(str(digit), f"edit({digit})", _("edit"), id=f"notes.{digit}", show=False,
                  tooltip=_("Write this section of the note")) for digit in range(1, len(SectionKey) + 1)),
        Binding("pagedown,space", "turn(1)", _("down"), id="notes.down", priority=True,
                tooltip=_("Further down in the note")),
        Binding("pageup", "turn(-1)", _("up"), id="notes.up", priority=True, tooltip=_("Further up in the note")),
        Binding("v,V", "review", _("reviewed"), id="notes.review", tooltip=_("Read and right; again: not reviewed")),
    ]  # fmt: skip

    page = query_one("#note-page", Static)
    side = query_one("#note-side", VerticalScroll)

    def __init__(self, session_id: str) -> None:
        super().__init__(session_id)
        self.session_id = session_id
        self._notes: tuple[Note, ...] = ()
        self._opened: set[str] = set()
        self._shown = ""

    def compose(self) -> ComposeResult:
        self._wording = FacilitatorWording()
        yield HourBar(_("Progress notes"))
        with Container(id="notes"):
            yield OptionList(id="note-members", classes="list", markup=False)
            with VerticalScroll(id="note-side", can_focus=False):
                yield Static(id="note-page", markup=False)
        yield KeyFooter(
            [("b", _("curtain")), (f"1-{len(SectionKey)}", _("write a section")), ("v", _("reviewed")),
             ("u", _("undo")), (_("Space"), _("read on")), ("Esc", _("done")), ("F1", _("keys"))]
        )  # fmt: skip

    @property
    def note(self) -> Note | None:
        """The note of the member under the cursor."""
        return self._notes[self.place] if self.place < len(self._notes) else None

    @on(OptionList.OptionHighlighted, "#note-members")
    def show_note(self) -> None:
        note = self.note
        self.page.update(Text() if note is None else _as_text(note))
        if note is None or note.member != self._shown:
            self._shown = "" if note is None else note.member
            self.side.scroll_home(animate=False, immediate=True)
        if note is not None and note.member not in self._opened:
            self._opened.add(note.member)
            write_down(self.console, Access.NOTE, note.member, session=self.session_id)

    def action_turn(self, step: int) -> None:
        """Scroll the note by what is seen of it, but for a line."""
        self.side.scroll_relative(y=step * max(1, self.side.size.height - 1), animate=False, immediate=True)

    def action_edit(self, number: int) -> None:
        note = self.note
        if note is None or number > len(note.sections):
            return
        self.console.begin(self._edit(note, note.sections[number - 1]))

    async def _edit(self, note: Note, section: Section) -> None:
        key = f"note/{self.session_id}/{note.member}/{section.key.value}"
        is_written = False
        while not is_written:  # where it is refused, the text is there again
            dialog = TextDialog(_(TITLES[section.key]), section.text, key)
            text = await self.console.ask(dialog)
            is_written = text is None or self.tried(partial(self._save, note, section, text, dialog))
        self.read_again()

    def _save(self, note: Note, section: Section, text: str, dialog: TextDialog) -> None:
        with self.record.atomic():
            notes.edit(self.record, self.session_id, note.member, section.key, text, wording=self._wording)
            dialog.drop_draft()

    def action_review(self) -> None:
        note = self.note
        if note is None:
            return
        if note.reviewed:
            self.write(lambda: notes.unreview(self.record, self.session_id, note.member))
            return
        self.console.begin(self._read_over(note))

    async def _read_over(self, note: Note) -> None:
        others = notes.other_names(self.record, note)
        if others:
            question = _("This note holds the name of another member: {names}.").format(names=", ".join(others))
            hint = _("A note never names another member. Take the name out, unless somebody else is meant.")
            ask = ConfirmDialog(question, _("Somebody else is meant"), _("Go back"), hint=hint, careful=True)
            if not await self.console.ask(ask):
                return
        self._review(note, confirmed=bool(others))

    def _review(self, note: Note, *, confirmed: bool) -> None:
        self.write(lambda: notes.review(self.record, self.session_id, note.member, confirmed=confirmed))

    def lines(self) -> Iterable[Option]:
        self._notes = notes.notes(self.record, self.session_id, self._wording)
        width = NAME_WIDE if self.app.size.width >= WIDE_FROM else NAME_NARROW
        names = told_apart([note.facts.names.name for note in self._notes], width)
        return map(Option, map(_line, self._notes, names))

    def read_again(self) -> None:
        super().read_again()
        self.show_note()


def _line(note: Note, name: str) -> Table:
    """Digit and name, and beside them how the note stands, one below the other."""
    line = Table.grid(padding=(0, 1, 0, 0), expand=True)
    line.add_column(width=2)
    line.add_column(ratio=1, no_wrap=True, overflow="ellipsis")
    line.add_column(width=STATE, no_wrap=True)
    line.add_row(
        Text(str(note.digit), QUIET), Text(name),
        Text(_state(note), GREEN if note.reviewed else QUIET),
    )  # fmt: skip
    return line


def _state(note: Note) -> str:
    if note.reviewed:
        return _("● reviewed")
    if any(section.changed_since for section in note.sections):
        return _("◐ facts changed")
    return away_word(note) or _("○ drafted")


def _as_text(note: Note) -> Text:
    page = Text()
    for number, section in enumerate(note.sections, 1):
        page.append(f"{number}  {_(TITLES[section.key])}", HEADING)
        if section.edited is not None:
            page.append("   " + _("written by you"), BLUE)
        if section.changed_since:
            page.append("   " + _("facts changed since you wrote this"), RED)
        page.append("\n" + (section.text or _("nothing recorded")) + "\n\n", "" if section.text else QUIET)
    return page
