"""Asking for words: what is typed is a draft until it is in the record, and at no moment in neither."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from facilitator.console.rounds.question import Words

if TYPE_CHECKING:
    from facilitator.console.app import ConsoleApp
    from facilitator.console.parts.form import Check

LONGEST = 20_000
"""Characters of free text; nobody's words are cut."""

Texts = dict[str, str]


def ask_for_words(
    console: ConsoleApp,
    title: str,
    words: Sequence[Words],
    key: str,
    write: Callable[[Texts], object],
    carry_out: Callable[[Callable[[], object]], object],
    check: Check | None = None,
) -> None:
    """Open a form with these lines. ``key`` names their drafts, ``write`` puts the texts into the record, and
    ``carry_out`` does so with the manners of the screen that asks: refusals in words, then a fresh look.
    """
    from facilitator.console.parts.form_dialog import FormDialog, FormField  # rarely needed, slow to load

    fields = [FormField(w.name, w.label, value=w.value, draft_key=f"{key}/{w.name}", longest=LONGEST) for w in words]
    dialog = FormDialog(title, fields, check)
    record = console.workplace.record

    def kept(texts: Texts) -> object:
        with record.db.atomic():
            sentence = write(texts)
            dialog.drop_drafts(record)
        return sentence

    def answered(texts: Texts | None) -> None:
        if texts is not None:
            carry_out(lambda: kept({name: text.strip() for name, text in texts.items()}))

    console.push_screen(dialog, answered)
