"""One group: its members, when it meets, what it agreed."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from datetime import date
from typing import Any, ClassVar

from rich.text import Text
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container, VerticalScroll
from textual.getters import query_one
from textual.widgets import OptionList, Static

from agenda.group import Group
from agenda.member import Member
from agenda.record import undo as undoing
from agenda.record.rows import group as groups
from agenda.record.rows import member as members
from agenda.record.rows import turn as turns
from facilitator.console.calendar import next_session as planning
from facilitator.console.devices.kiosk_dialogs import show_codes
from facilitator.console.group import membership, settings
from facilitator.console.group import words as group_words
from facilitator.console.group.erasing import erase
from facilitator.console.group.keys import FOOTER, GROUP_KEYS
from facilitator.console.group.reviews import ask_for_reviews
from facilitator.console.paper.member_copy import offer_copy
from facilitator.console.parts.change_words import redone, undone
from facilitator.console.parts.footer import KeyFooter
from facilitator.console.parts.screen import ConsoleScreen
from facilitator.console.parts.title import TitleBar
from facilitator.console.parts.told_apart import told_apart
from facilitator.language import _, ngettext


class GroupScreen(ConsoleScreen[None]):
    """Members with the digit that stays theirs; every change is in the record at once and can be undone."""

    AUTO_FOCUS = "#members"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-wide")]
    BINDINGS: ClassVar[list[BindingType]] = [*GROUP_KEYS]

    bar = query_one(TitleBar)
    people = query_one("#members", OptionList)
    side = query_one("#group-side-words", Static)

    def __init__(self, group_id: str) -> None:
        super().__init__()
        self.group_id = group_id
        self._members: tuple[Member, ...] = ()

    def compose(self) -> ComposeResult:
        yield TitleBar(id="group-title")
        with Container(id="group"):
            yield OptionList(id="members", markup=False)
            with VerticalScroll(id="group-side", can_focus=False):
                yield Static(id="group-side-words", markup=False)
        yield KeyFooter(FOOTER)

    def on_screen_resume(self) -> None:
        self.refresh_group()

    def action_add(self) -> None:
        self._ask(lambda: membership.add(self.console, self.group_id, self.today))

    def action_rename(self) -> None:
        self._about_chosen(lambda member: membership.rename(self.console, self.group_id, self.today, member))

    def action_identify(self) -> None:
        self._about_chosen(lambda member: membership.identify(self.console, self.group_id, member))

    def action_consent(self) -> None:
        self._about_chosen(lambda member: membership.consent(self.console, self.today, member))

    def action_large_print(self) -> None:
        chosen = self._chosen_to_change()
        if chosen is not None:
            self._write(lambda: membership.large_print(self.console, chosen))

    def action_copy(self) -> None:
        if self.chosen is None:
            self.console.say(_("No member is chosen."))
        else:
            self.console.begin(offer_copy(self.console, self.chosen))

    def action_erase(self) -> None:
        self._about_chosen(lambda member: erase(self.console, member))

    def action_suspend(self) -> None:
        self._about_chosen(lambda member: membership.suspend(self.console, self.group_id, self.today, member))

    def action_bring_back(self) -> None:
        chosen = self._chosen_to_change()
        if chosen is not None:
            self._write(lambda: membership.bring_back(self.console, self.today, chosen))

    def action_goodbye(self) -> None:
        self._about_chosen(lambda member: membership.goodbye(self.console, self.today, member))

    def action_closed_dates(self) -> None:
        self._ask(lambda: self.console.ask(self.console.rooms.closed_dates(self.group_id)))

    def action_agreements(self) -> None:
        self._ask(lambda: settings.agreements(self.console, self.group_id))

    def action_minutes(self) -> None:
        self._ask(lambda: settings.minutes(self.console, self.group_id))

    def action_reviews(self) -> None:
        self._ask(lambda: ask_for_reviews(self.console, self.group_id, self.today))

    def action_address(self) -> None:
        self._ask(lambda: settings.address(self.console, self.group_id))

    def action_codes(self) -> None:
        self.console.begin(show_codes(self.console, self.group_id, self.today))

    def action_change(self) -> None:
        self._ask(lambda: settings.change(self.console, self.group_id))

    def action_undo(self) -> None:
        self._write(lambda: self.console.say(undone(undoing.undo(self.record, None))))

    def action_redo(self) -> None:
        self._write(lambda: self.console.say(redone(undoing.redo(self.record, None))))

    def action_close(self) -> None:
        self.dismiss(None)

    @property
    def group(self) -> Group:
        """The group as it is in the record now."""
        return groups.group(self.record, self.group_id)

    @property
    def today(self) -> date:
        """The day it is for the group."""
        return planning.today(self.console.workplace, self.group.zone)

    @property
    def chosen(self) -> Member | None:
        """The member under the cursor."""
        place = self.people.highlighted
        return None if place is None or place >= len(self._members) else self._members[place]

    def refresh_group(self) -> None:
        """Read the group again; the cursor stays on its member."""
        before = self.chosen
        found = members.members(self.record, self.group_id, self.today)
        self._members = tuple(sorted(found, key=lambda m: (not m.status.belongs, m.digit)))
        self.people.clear_options()
        names = told_apart([member.name for member in self._members], group_words.NAME)
        self.people.add_options(map(group_words.member_line, self._members, names))
        ids = [member.id for member in self._members]
        if ids:
            self.people.highlighted = ids.index(before.id) if before and before.id in ids else 0
        closed = groups.closed_dates(self.record, self.group_id)
        standing = self.console.workplace.words.agreements.lines
        pace = turns.pace(self.record, self.group_id, self.today)
        address = groups.address(self.record, self.group_id)
        self.side.update(group_words.side(self.group, closed, self.today, standing, pace, address))
        count = sum(m.status.comes for m in self._members)
        coming = ngettext("{n} member comes", "{n} members come", count).format(n=count)
        self.bar.show(self.group.name, [coming], Text())

    def _ask(self, flow: Callable[[], Coroutine[Any, Any, object]]) -> None:
        """Ask what must be asked, then show what is so now."""
        if self.may_write():
            self.console.begin(self._asked(flow()))

    async def _asked(self, flow: Coroutine[Any, Any, object]) -> None:
        await self.answered(flow)
        self.refresh_group()

    def _about_chosen(self, flow: Callable[[Member], Coroutine[Any, Any, object]]) -> None:
        chosen = self._chosen_to_change()
        if chosen is not None:
            self._ask(lambda: flow(chosen))

    def _chosen_to_change(self) -> Member | None:
        """The member under the cursor, if there is one and this console writes; says so where not."""
        if self.chosen is None:
            self.console.say(_("No member is chosen."))
        return self.chosen if self.chosen is not None and self.may_write() else None

    def _write(self, work: Callable[[], object]) -> None:
        self.tried(work)
        self.refresh_group()
