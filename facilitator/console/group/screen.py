"""One group: its members, when it meets, what it agreed."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING, ClassVar, cast

from rich.text import Text
from textual.app import ComposeResult
from textual.binding import BindingType
from textual.containers import Container, VerticalScroll
from textual.getters import query_one
from textual.screen import Screen
from textual.widgets import OptionList, Static

from agenda.error import AgendaError
from agenda.group import Group
from agenda.member import Member, MembershipStatus
from agenda.record import undo as undoing
from agenda.record.connection import Record
from agenda.record.rows import group as groups
from agenda.record.rows import member as members
from agenda.record.rows import turn as turns
from facilitator.console.calendar import next_session as planning
from facilitator.console.devices.kiosk_dialogs import show_codes
from facilitator.console.group import words as group_words
from facilitator.console.group.group_dialogs import GroupDialogs
from facilitator.console.group.keys import FOOTER, GROUP_KEYS
from facilitator.console.group.reviews import ask_for_reviews
from facilitator.console.parts.footer import KeyFooter
from facilitator.console.parts.title import TitleBar
from facilitator.language import _, ngettext

if TYPE_CHECKING:
    from facilitator.console.app import ConsoleApp


class GroupScreen(Screen[object]):
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
        self._ask = GroupDialogs(self)

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
        self._if_allowed(self._ask.add)

    def action_rename(self) -> None:
        self._with_chosen(self._ask.rename)

    def action_identify(self) -> None:
        self._with_chosen(self._ask.identify)

    def action_consent(self) -> None:
        self._with_chosen(self._ask.consent)

    def action_suspend(self) -> None:
        self._with_chosen(self._ask.suspend)

    def action_bring_back(self) -> None:
        self._with_chosen(self._ask.bring_back)

    def action_goodbye(self) -> None:
        self._with_chosen(self._ask.goodbye)

    def action_closed_dates(self) -> None:
        self._if_allowed(self._ask.closed_dates)

    def action_agreements(self) -> None:
        self._if_allowed(self._ask.agreements)

    def action_minutes(self) -> None:
        self._if_allowed(self._ask.minutes)

    def action_reviews(self) -> None:
        self._if_allowed(lambda: ask_for_reviews(self.console, self.group_id, self.today, self.write))

    def action_address(self) -> None:
        self._if_allowed(self._ask.address)

    def action_codes(self) -> None:
        self.console.begin(show_codes(self.console, self.group_id, self.today))

    def action_change(self) -> None:
        self._if_allowed(self._ask.change)

    def action_undo(self) -> None:
        self.write(lambda: self.notify(group_words.undone(undoing.undo(self._record, None)), markup=False))

    def action_redo(self) -> None:
        self.write(lambda: self.notify(group_words.redone(undoing.redo(self._record, None)), markup=False))

    def action_close(self) -> None:
        self.dismiss(None)

    @property
    def console(self) -> ConsoleApp:
        """The application, with its workplace."""
        return cast("ConsoleApp", self.app)

    @property
    def group(self) -> Group:
        """The group as it is in the record now."""
        return groups.group(self._record, self.group_id)

    @property
    def today(self) -> date:
        """The day it is for the group."""
        return planning.today(self.console.workplace, self.group.zone)

    @property
    def chosen(self) -> Member | None:
        """The member under the cursor."""
        place = self.people.highlighted
        return None if place is None or place >= len(self._members) else self._members[place]

    def write(self, work: Callable[[], object]) -> None:
        """Do something to the record and show what it is now, or say why it cannot be done."""
        try:
            work()
        except AgendaError as error:
            self.console.refuse(error)
        self.refresh_group()

    def refresh_group(self) -> None:
        """Read the group again; the cursor stays on its member."""
        before = self.chosen
        found = members.members(self._record, self.group_id, self.today)
        self._members = tuple(sorted(found, key=lambda m: (m.status is MembershipStatus.LEFT, m.digit)))
        self.people.clear_options()
        self.people.add_options(map(group_words.member_line, self._members))
        ids = [member.id for member in self._members]
        if ids:
            self.people.highlighted = ids.index(before.id) if before and before.id in ids else 0
        closed = groups.closed_dates(self._record, self.group_id)
        standing = self.console.workplace.words.agreements.lines
        pace = turns.pace(self._record, self.group_id, self.today)
        address = groups.address(self._record, self.group_id)
        self.side.update(group_words.side(self.group, closed, self.today, standing, pace, address))
        count = sum(m.status is MembershipStatus.ACTIVE for m in self._members)
        coming = ngettext("{n} member comes", "{n} members come", count).format(n=count)
        self.bar.show(self.group.name, [coming], Text())

    @property
    def _record(self) -> Record:
        return self.console.workplace.record

    def _if_allowed(self, work: Callable[[], None]) -> None:
        if self._record.read_only:
            self.notify(_("This console only reads: another one has the record."), severity="warning", markup=False)
        else:
            work()

    def _with_chosen(self, work: Callable[[Member], None]) -> None:
        chosen = self.chosen
        if chosen is None:
            self.notify(_("No member is chosen."), markup=False)
        else:
            self._if_allowed(lambda: work(chosen))
