"""One line to type or to paste into: nothing that was given to it vanishes without words."""

from __future__ import annotations

from textual.events import Paste
from textual.message import Message
from textual.widgets import Input

from facilitator.language import _, ngettext

BETWEEN = " / "
"""What stands where a line ended, in several lines that were pasted into one."""


class LineInput(Input):
    """A field like Textual's, which takes the first line of a paste and nothing of a long one; this one has words."""

    class Noticed(Message):
        """What was typed or pasted is not all there, or not as it was: a sentence that says so."""

        def __init__(self, line: LineInput, sentence: str) -> None:
            super().__init__()
            self.line, self.sentence = line, sentence

        @property
        def control(self) -> LineInput:
            return self.line

    def restricted(self) -> None:
        if self.max_length:
            self._say(_("This field is full: it holds {most} letters.").format(most=self.max_length))

    def _on_paste(self, event: Paste) -> None:
        event.stop()
        event.prevent_default()
        lines = [line.replace("\t", " ") for line in event.text.splitlines()]
        if not lines:
            return
        with_words = [line.strip() for line in lines if line.strip()]
        if self.password:
            self._paste_secret(lines[0] if len(lines) == 1 else "".join(with_words[:1]), len(with_words))
            return
        text = lines[0] if len(lines) == 1 else BETWEEN.join(with_words)
        kept = text[: self._room]
        self.replace(kept, *self.selection)
        if len(kept) < len(text):
            self._say(_too_long(len(text) - len(kept)))
        elif len(with_words) > 1:
            said = ngettext("{count} line is kept.", "{count} lines are kept, in one line.", len(with_words))
            self._say(said.format(count=len(with_words)))

    @property
    def _room(self) -> int | None:
        """How many letters may take the place of what is selected."""
        if not self.max_length:
            return None
        start, end = sorted(self.selection)
        return max(0, self.max_length - (len(self.value) - (end - start)))

    def _paste_secret(self, text: str, lines: int) -> None:
        """A secret that nobody can see is all there, or it is not taken."""
        room = self._room
        if lines > 1:
            self._say(_("A passphrase is one line. Nothing was pasted."))
        elif room is not None and len(text) > room:
            self._say(_("It is too long for this field. Nothing was pasted."))
        else:
            self.replace(text, *self.selection)

    def _say(self, sentence: str) -> None:
        self.post_message(self.Noticed(self, sentence))


def _too_long(count: int) -> str:
    said = ngettext(
        "It is too long for this field: the last letter is left out.",
        "It is too long for this field: the last {count} letters are left out.",
        count,
    )
    return said.format(count=count)
