"""Choosing a passphrase: for somebody new, instead of the old one, or after the recovery code."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from agenda.error import N_, Refused
from agenda.record.connection import Record
from agenda.record.keys import key_file as keys
from agenda.record.keys.slot import Slot
from agenda.record.opening import take_over
from agenda.record.rows import facilitator as facilitators
from facilitator.console.console import Console
from facilitator.console.parts.choice import ChoiceDialog
from facilitator.console.parts.form import FormField, Texts
from facilitator.console.parts.form_dialog import FormDialog
from facilitator.language import _
from facilitator.passphrase_strength import Strength, estimate, words_of

FIELDS = ("passphrase", "again")


def passphrase_fields() -> tuple[FormField, ...]:
    """Twice the same, never shown and never kept as a draft."""
    return (
        FormField("passphrase", _("Passphrase"), secret=True),
        FormField("again", _("The same once more"), secret=True),
    )


def passphrase_problems(texts: Texts, known: Sequence[str] = ()) -> dict[str, str]:
    """What speaks against it: that others would guess it, or that the two differ. Nothing about its letters."""
    found = estimate(texts["passphrase"], known)
    if found.strength is Strength.GUESSED:
        return {"passphrase": words_of(found)}
    if texts["passphrase"].strip() != texts["again"].strip():
        return {"again": _("The two are not the same. Type it once more.")}
    return {}


def passphrase_advice(texts: Texts) -> str:
    """How strong what is typed is, while it is typed."""
    return words_of(estimate(texts["passphrase"])) if texts["passphrase"].strip() else ""


async def ask_for_passphrase(console: Console, title: str, known: Sequence[str] = ()) -> str | None:
    """A new passphrase, or none; how strong it is was said before it counts."""
    hint = _("Four words that nobody here would guess are good, and easy to keep. Enter: next field, then save.")
    dialog = FormDialog(title, passphrase_fields(), lambda texts: passphrase_problems(texts, known), hint=hint)
    texts = await console.ask(dialog)
    return None if texts is None else texts["passphrase"]


def key_place(record: Record) -> tuple[Path, bytes]:
    """Where the record lies, and what opens it.

    Raises:
        Refused: for one in memory, or where another console has the right to write.
    """
    record.refuse_if_read_only()
    if record.path is None or record.raw_key is None:
        raise Refused(N_("This record has no passphrase."))
    return record.path, record.raw_key


async def written(console: Console, work: Callable[[], object]) -> None:
    """Work on the key file: beside the screen, because each derivation takes a moment."""
    console.say(_("One moment…"), seconds=2)
    await console.beside(work)


async def change(console: Console, slot: Slot, name: str) -> bool:
    """Another passphrase for the person of this slot; whether it was changed."""
    record = console.workplace.record
    path, raw_key = key_place(record)
    title = _("A new passphrase for {name}").format(name=name) if name else _("A new passphrase")
    passphrase = await ask_for_passphrase(console, title, (name,))
    if passphrase is None:
        return False
    await written(console, lambda: keys.change_passphrase(path, raw_key, slot.id, passphrase))
    console.say(_("Changed. Copies and backups made before still open with the old one."), seconds=8)
    return True


async def after_the_recovery_code(console: Console) -> None:
    """The code opened the record: whoever typed it chooses a new passphrase at once, or goes on without."""
    record = console.workplace.record
    if record.read_only:
        return
    path, raw_key = key_place(record)
    people = facilitators.all_facilitators(record)
    question = ChoiceDialog(
        _("The recovery code opened the record. Who are you?"),
        [one.name for one in people],
        hint=_("Then choose a new passphrase. Esc: go on without one."),
    )
    place = await console.ask(question) if people else None
    if place is None:
        return
    person = people[place]
    passphrase = await ask_for_passphrase(
        console, _("A new passphrase for {name}").format(name=person.name), (person.name,)
    )
    if passphrase is None:
        return
    await written(console, lambda: replace_all_of(path, raw_key, person.id, passphrase))
    take_over(record, person.id)
    words = _("Changed. The recovery code still opens the record; make a new one if others may have seen it.")
    console.say(words, seconds=8)


def replace_all_of(path: Path, raw_key: bytes, facilitator: str, passphrase: str) -> None:
    """One new passphrase in the place of all that this person had."""
    slots = keys.key_slots(path, raw_key)
    mine = [slot.id for slot in slots if slot.kind == keys.PASSPHRASE and slot.facilitator == facilitator]
    if not mine:
        keys.add_passphrase(path, raw_key, passphrase, facilitator)
        return
    keys.change_passphrase(path, raw_key, mine[0], passphrase)
    for slot in mine[1:]:
        keys.remove_slot(path, raw_key, slot)
