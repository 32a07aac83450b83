"""Asking for words: what is typed is a draft until it is in the record, and at no moment in neither."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from agenda.error import NotWritten, RecordBusy
from facilitator.console.console import Console

if TYPE_CHECKING:
    from facilitator.console.parts.field import FormField
    from facilitator.console.parts.form import Check

LONGEST = 20_000
"""Characters of free text; nobody's words are cut."""

Texts = dict[str, str]


@dataclass(frozen=True, slots=True)
class Words:
    """A line to type: its name, its label, what stands there already, and what is understood of it (``FormField``)."""

    name: str
    label: str
    value: str = ""
    hint: str = ""
    heard: Callable[[str], str] | None = None


async def ask_for_words(
    console: Console,
    title: str,
    words: Sequence[Words],
    key: str,
    write: Callable[[Texts], object],
    check: Check | None = None,
    *,
    doubt: Callable[[Texts], str] | None = None,
) -> bool:
    """Ask for these lines and put them into the record with ``write``; whether that was done.

    ``key`` names their drafts. Raises what ``write`` refuses; then the drafts are kept and offered again.
    """
    from facilitator.console.parts.form_dialog import FormField  # rarely needed, slow to load

    fields = [
        FormField(
            w.name, w.label, value=w.value, hint=w.hint, draft_key=f"{key}/{w.name}", longest=LONGEST, heard=w.heard
        )
        for w in words
    ]

    def write_stripped(texts: Texts) -> None:
        write({name: text.strip() for name, text in texts.items()})

    return await ask_form(console, title, fields, write_stripped, check, doubt=doubt)


async def ask_form(
    console: Console,
    title: str,
    fields: Sequence[FormField],
    write: Callable[[Texts], object],
    check: Check | None = None,
    *,
    hint: str = "",
    beside: bool = False,
    doubt: Callable[[Texts], str] | None = None,
) -> bool:
    """The same for fields of any kind. Where the disk does not take it, the form is there again as it was typed.

    ``doubt`` asks about what can be but is hardly meant; unless it is answered yes, the form is there again.
    """
    from facilitator.console.parts.confirm import ConfirmDialog
    from facilitator.console.parts.form_dialog import FormDialog  # rarely needed, slow to load

    record, typed = console.workplace.record, Texts()
    while True:
        dialog = FormDialog(title, fields, check, hint=hint, beside=beside, typed=typed)
        texts = await console.ask(dialog)
        if texts is None:
            return False
        typed = texts
        question = doubt(texts) if doubt else ""
        if question and not await console.ask(ConfirmDialog(question, careful=True)):
            continue
        try:
            with record.atomic():
                write(texts)
                dialog.drop_drafts(record)
        except (NotWritten, RecordBusy) as refused:
            console.refuse(refused)
        else:
            return True
