"""Who can open the record: each facilitator by a passphrase of their own, and whoever has the printed code."""

from __future__ import annotations

from collections.abc import Coroutine
from typing import Any, ClassVar

from rich.text import Text
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.getters import query_one
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from agenda.error import N_, Refused
from agenda.member import LONGEST_NAME
from agenda.record.keys import key_file as keys
from agenda.record.keys.slot import Slot
from agenda.record.rows import facilitator as facilitators
from facilitator.console.door.new_passphrase import (
    change,
    key_place,
    passphrase_fields,
    passphrase_problems,
    written,
)
from facilitator.console.parts.choice import ChoiceDialog
from facilitator.console.parts.confirm import ConfirmDialog
from facilitator.console.parts.footer import KeyFooter
from facilitator.console.parts.form import FormField, Texts
from facilitator.console.parts.form_dialog import FormDialog
from facilitator.console.parts.screen import ConsoleScreen
from facilitator.console.parts.title import TitleBar
from facilitator.language import _, ngettext
from facilitator.settings import locks_after, remember_locks_after
from legible import one_line

MINUTES = (0, 5, 10, 15, 30, 60)
"""What is offered; 0 never locks by itself."""


class WhoMayOpenScreen(ConsoleScreen[None]):
    """The key file's slots by name. What is done here is written at once and cannot be undone by key."""

    AUTO_FOCUS = "#openers"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("a,A", "add", _("add"), id="openers.add",
                tooltip=_("A colleague, who types a passphrase of their own")),
        Binding("enter,p,P", "change", _("passphrase"), id="openers.change",
                tooltip=_("A new passphrase for the chosen person, or a new recovery code")),
        Binding("x,X,delete", "revoke", _("revoke"), id="openers.revoke",
                tooltip=_("This passphrase opens nothing any more")),
        Binding("l,L", "locking", _("locking"), id="openers.lock",
                tooltip=_("After how many minutes the console locks itself")),
        Binding("escape", "leave", _("back"), id="openers.leave", tooltip=_("Back to where you were")),
    ]  # fmt: skip

    people = query_one("#openers", OptionList)

    def __init__(self) -> None:
        super().__init__()
        self._slots: tuple[Slot, ...] = ()

    def compose(self) -> ComposeResult:
        yield TitleBar(_("Who can open the record"))
        words = _("Each opens it with a passphrase of their own; what they write has their name.")
        yield Static(words, id="openers-words", markup=False)
        yield OptionList(id="openers", markup=False)
        yield Static(id="openers-locking", markup=False)
        yield KeyFooter(
            [("a", _("add")), ("Enter", _("new passphrase or code")), ("x", _("revoke")), ("l", _("locking")),
             ("Esc", _("back")), ("F1", _("keys"))]
        )  # fmt: skip

    def on_mount(self) -> None:
        self.read_again()

    def read_again(self) -> None:
        """Show the slots as they stand in the key file now."""
        place = self.people.highlighted or 0
        self.tried(self._read)
        self.people.clear_options()
        self.people.add_options([Option(self._line(slot)) for slot in self._slots])
        self.people.highlighted = min(place, len(self._slots) - 1) if self._slots else None
        self.query_one("#openers-locking", Static).update(locking_words(locks_after()))

    def _read(self) -> None:
        record = self.record
        if record.path is None or record.raw_key is None:
            raise Refused(N_("This record has no passphrase."))
        self._slots = keys.key_slots(record.path, record.raw_key)

    def name_of(self, slot: Slot) -> str:
        """Whose slot; empty for the code and for somebody the record does not know."""
        names = {one.id: one.name for one in facilitators.all_facilitators(self.record)}
        return names.get(slot.facilitator or "", "")

    def _line(self, slot: Slot) -> Text:
        if slot.kind == keys.RECOVERY:
            return Text(_("The printed recovery code"))
        name = self.name_of(slot) or _("somebody without a name")
        is_me = slot.facilitator is not None and slot.facilitator == self.record.facilitator
        return Text(_("{name}   you").format(name=name) if is_me else name)

    @property
    def slot(self) -> Slot | None:
        """The slot under the cursor."""
        place = self.people.highlighted
        return None if place is None or place >= len(self._slots) else self._slots[place]

    def action_leave(self) -> None:
        self.dismiss(None)

    def action_add(self) -> None:
        self._begin(self._add())

    def action_change(self) -> None:
        slot = self.slot
        if slot is not None:
            self._begin(self._new_code() if slot.kind == keys.RECOVERY else self._change(slot))

    def action_revoke(self) -> None:
        if self.slot is not None:
            self._begin(self._revoke(self.slot))

    def action_locking(self) -> None:
        self.console.begin(self._locking())

    def on_option_list_option_selected(self) -> None:
        self.action_change()

    def _begin(self, flow: Coroutine[Any, Any, None]) -> None:
        if self.may_write():
            self.console.begin(self._carried_out(flow))
        else:
            flow.close()

    async def _carried_out(self, flow: Coroutine[Any, Any, None]) -> None:
        try:
            await self.answered(flow)
        finally:
            if self.is_attached:
                self.read_again()

    async def _change(self, slot: Slot) -> None:
        await change(self.console, slot, self.name_of(slot))

    async def _add(self) -> None:
        record = self.record
        path, raw_key = key_place(record)
        fields = (
            FormField("name", _("Name"), longest=LONGEST_NAME),
            FormField("credentials", _("Credentials"), hint=_("As in: RN, LCSW, peer specialist. May stay empty.")),
            *passphrase_fields(),
        )
        hint = _("They type it themselves. Enter: next field, on the last one save. Esc: back.")
        texts = await self.console.ask(FormDialog(_("A colleague"), fields, _problems, hint=hint))
        if texts is None:
            return
        new = record.ids()
        await written(self.console, lambda: keys.add_passphrase(path, raw_key, texts["passphrase"], new))
        try:
            facilitators.add(record, texts["name"], texts["credentials"], facilitator_id=new)
        except BaseException:
            self._take_away(new)
            raise
        self.console.say(_("{name} can open the record now.").format(name=one_line(texts["name"])))

    def _take_away(self, facilitator: str) -> None:
        path, raw_key = key_place(self.record)
        for slot in keys.key_slots(path, raw_key):
            if slot.facilitator == facilitator:
                keys.remove_slot(path, raw_key, slot.id)

    async def _revoke(self, slot: Slot) -> None:
        path, raw_key = key_place(self.record)
        if slot.kind == keys.RECOVERY:
            words = _("Without the code nobody could help when the last passphrase is forgotten. Enter: a new code.")
            self.console.say(words)
            return
        question = _("Shall this passphrase open nothing any more: {name}?").format(name=self.name_of(slot) or "?")
        hint = _(
            "Their name stays under what they wrote. Copies and backups made before still open with it: "
            "keep those where only your team comes."
        )
        if await self.console.ask(ConfirmDialog(question, _("Revoke it"), _("Leave it"), hint=hint, careful=True)):
            keys.remove_slot(path, raw_key, slot.id)

    async def _new_code(self) -> None:
        path, raw_key = key_place(self.record)
        code = keys.fresh_code()
        if await self.console.ask(self.console.rooms.recovery_code(code)):
            await written(self.console, lambda: keys.replace_recovery_code(path, raw_key, code))
            self.console.say(_("The new code opens the record now. Destroy the old sheet."), seconds=8)
        else:
            self.console.say(_("The old code stays."))

    async def _locking(self) -> None:
        now = locks_after()
        chosen = MINUTES.index(now) if now in MINUTES else 0
        place = await self.console.ask(
            ChoiceDialog(_("When does the console lock itself?"), [locking_words(n) for n in MINUTES], chosen=chosen)
        )
        if place is not None:
            remember_locks_after(MINUTES[place])
            self.read_again()


def _problems(texts: Texts) -> dict[str, str]:
    if not one_line(texts["name"]):
        return {"name": _("Please type a name.")}
    return passphrase_problems(texts, (texts["name"],))


def locking_words(minutes: int) -> str:
    """When the console locks, in a sentence."""
    if not minutes:
        return _("The console locks by Ctrl+L, and never by itself.")
    return ngettext(
        "The console locks by Ctrl+L, and by itself after {n} minute without a key.",
        "The console locks by Ctrl+L, and by itself after {n} minutes without a key.",
        minutes,
    ).format(n=minutes)
