"""Home: the groups, what comes next for each, and what was left open."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any, ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container, VerticalScroll
from textual.getters import query_one
from textual.screen import Screen
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from agenda.record.rows import overview as report
from agenda.record.rows import session as sessions
from agenda.record.rows.overview import GroupReport
from agenda.record.rows.unended import Unended, unended
from agenda.session import Session
from facilitator.console.calendar import next_session as planning
from facilitator.console.home import words
from facilitator.console.home.checklist import checklist
from facilitator.console.parts.confirm import ConfirmDialog
from facilitator.console.parts.footer import KeyFooter
from facilitator.console.parts.screen import ConsoleScreen
from facilitator.console.parts.title import TitleBar
from facilitator.language import _

TELLS_EVERY = 5.0
"""Seconds between two looks at what time it is."""
BACKUPS_EVERY = 60.0
"""Seconds between two looks whether the second place for backups is there."""
CAUGHT_UP_WITHIN = timedelta(days=92)
"""How far back catch-up looks for homework, words and answers nobody has written yet."""
CURRICULUM_AFTER = 0.2
"""Seconds after which the curriculum is read for what it lacks, so that the first picture does not wait for it."""


class HomeScreen(ConsoleScreen[None]):
    """Enter starts the next session of the chosen group; ``resume`` goes back at once into one that is running."""

    AUTO_FOCUS = "#groups"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (100, "-wide")]
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "start", _("start"), id="home.start",
                tooltip=_("Start the next session of the chosen group, or go back into the one that is running")),
        Binding("p,P", "plan", _("plan"), id="home.plan",
                tooltip=_("Kind, day and lesson of the next session, and the minutes of its parts")),
        Binding("g,G", "group", _("group"), id="home.group",
                tooltip=_("The members of the chosen group, its agreements and the days it does not meet")),
        Binding("l,L", "library", _("library"), id="home.library",
                tooltip=_("Every lesson, what the chosen group had of it, and which one comes next")),
        Binding("n,N", "new_group", _("new group"), id="home.new-group", tooltip=_("Another group")),
        Binding("c,C", "catch_up", _("catch up"), id="home.catch-up",
                tooltip=_("What an ended session still lacks, beginning with the oldest")),
        Binding("f,F", "follow_ups", _("follow-ups"), id="home.follow-ups",
                tooltip=_("What is still to do for or with members of the chosen group")),
        Binding("h,H", "crisis_help", _("crisis help"), id="home.crisis-help",
                tooltip=_("Whom to turn to in a crisis, as it stands on every sheet and page")),
        Binding("w,W", "paper", _("paper"), id="home.paper",
                tooltip=_("The session pack of the next session, as a PDF to print")),
        Binding("k,K", "who_may_open", _("who may open"), id="home.keys", show=False,
                tooltip=_("Who can open the record: colleagues, passphrases, the recovery code, locking")),
        Binding("o,O", "notes", _("notes"), id="home.notes",
                tooltip=_("The progress notes of the last session of the chosen group")),
        Binding("r,R", "reopen", _("open again"), id="home.reopen",
                tooltip=_("The last session was ended too early: open it again, until one of its notes is reviewed")),
        Binding("s,S", "back_up", _("back up"), id="home.back-up",
                tooltip=_("Back up the record now: one file with its keys, opened and checked")),
    ]  # fmt: skip

    bar = query_one(TitleBar)
    groups = query_one("#groups", OptionList)
    open_things = query_one("#open-things", Static)
    footer = query_one(KeyFooter)

    def __init__(self, *, resume: bool = False) -> None:
        super().__init__()
        self._resume = resume
        self._reports: tuple[GroupReport, ...] = ()
        self._always_open: tuple[str, ...] = ()
        self._shown = False

    def compose(self) -> ComposeResult:
        yield TitleBar(id="home-title")
        with Container(id="home"):
            yield OptionList(id="groups", markup=False)
            with VerticalScroll(id="home-side", can_focus=False):
                yield Static(id="open-things", markup=False)
        yield KeyFooter(id="home-keys")

    def on_mount(self) -> None:
        self.set_interval(TELLS_EVERY, self.look_again)
        self.set_interval(BACKUPS_EVERY, self._look_at_backups)
        self.set_timer(CURRICULUM_AFTER, self._look_at_curriculum)
        record = self.record
        running = report.running_session(record) if self._resume else None
        if running is not None and not record.read_only:  # two consoles cannot lead one hour
            self._back_into(running)

    @on(OptionList.OptionSelected, "#groups")
    def start_chosen(self) -> None:
        self.action_start()

    @on(OptionList.OptionHighlighted, "#groups")
    def show_what_is_open(self) -> None:
        self._show_open_things()

    def on_screen_resume(self) -> None:
        self.refresh_groups()
        if self._shown:  # the first look waits for the first picture
            self._look_at_backups()

    def action_start(self) -> None:
        """Into the session: no question when it is running or planned for today."""
        chosen = self.chosen
        if chosen is None:
            self.action_new_group()
        elif self.may_write():
            if chosen.next is not None and chosen.next.running:
                self._back_into(chosen.next.id)
            else:
                self.console.begin(self._start(chosen))

    async def _start(self, chosen: GroupReport) -> None:
        session, day = self._planned(chosen)
        today = self._today(chosen)
        if day != today:
            if not await self.console.ask(ConfirmDialog(words.hold_it_today(day))):
                self.refresh_groups()
                return
            sessions.move(self.record, session, day=today)
        sessions.start(self.record, session)
        self._lead(session)

    def action_plan(self) -> None:
        chosen = self.chosen
        if chosen is None or not self.may_write():
            return
        if chosen.next is not None and chosen.next.running:
            self.console.say(_("This session has begun; its plan stays as it is."))
            return
        session, _day = self._planned(chosen)
        self._open(self.console.rooms.plan(session))

    def action_group(self) -> None:
        if self.chosen is not None:
            self._open(self.console.rooms.group(self.chosen.id))

    def action_crisis_help(self) -> None:
        self._open(self.console.rooms.crisis_help(self._laptop_day))

    @property
    def _laptop_day(self) -> date:
        return self.console.workplace.clock.now().astimezone().date()

    def action_library(self) -> None:
        if self.chosen is not None:
            self._open(self.console.rooms.library(self.chosen.id))

    def action_who_may_open(self) -> None:
        self._open(self.console.rooms.who_may_open())

    def action_new_group(self) -> None:
        if self.may_write():
            self._open(self.console.rooms.new_group(self.console.workplace.pack))

    def action_catch_up(self) -> None:
        chosen = self.chosen
        found = None if chosen is None else self._first_open(chosen)
        if found is None:
            self.console.say(_("Every session of the last three months is complete."))
        elif self.may_write():
            self._open(self.console.rooms.catch_up(found))

    def _first_open(self, chosen: GroupReport) -> str | None:
        """The oldest session that lacks anything: attendance of any age, whatever else of the last months."""
        from facilitator.console.rounds.rounds import first_open  # the questions of every round

        lately = sessions.ended_since(self.record, chosen.id, self._today(chosen) - CAUGHT_UP_WITHIN)
        older = (one.session for one in chosen.unknown if one.session not in {each.id for each in lately})
        return first_open(self.record, (*older, *(one.id for one in lately)))

    def action_paper(self) -> None:
        chosen = self.chosen
        found = None
        if chosen is not None:
            found = sessions.next_session(self.record, chosen.id) or sessions.last_ended(self.record, chosen.id)
        if found is None:
            self.console.say(_("There is no session to print for. Plan one: p."))
            return
        from facilitator.console.paper.paper import offer_paper

        async def paper() -> None:
            await offer_paper(self.console, found)
            self.refresh_groups()  # a letter counts as a contact

        self.console.begin(paper())

    def action_notes(self) -> None:
        chosen = self.chosen
        last = sessions.last_ended(self.record, chosen.id) if chosen else None
        if last is None:
            self.console.say(_("No session of this group has ended yet."))
        else:
            self._open(self.console.rooms.notes(last.id))

    def action_reopen(self) -> None:
        chosen = self.chosen
        last = sessions.last_ended(self.record, chosen.id) if chosen else None
        if last is None:
            self.console.say(_("No session of this group has ended yet."))
        elif self.may_write() and self.tried(lambda: sessions.refuse_to_reopen(self.record, last.id)):
            self.console.begin(self._reopen(last))

    async def _reopen(self, last: Session) -> None:
        question = words.open_again(last)
        if await self.console.ask(ConfirmDialog(question, _("Open it again"), _("Leave it ended"), careful=True)):
            sessions.reopen(self.record, last.id)
            self._lead(last.id)

    def action_follow_ups(self) -> None:
        if self.chosen is not None:
            self._open(self.console.rooms.follow_ups(self.chosen.id))

    def action_back_up(self) -> None:
        self.console.begin(self._back_up())

    async def _back_up(self) -> None:
        try:
            from facilitator.console.backup.backing_up import back_up_now

            await back_up_now(self.console)
        finally:
            self.look_again()

    def _open(self, screen: Screen[Any]) -> None:
        """Go there; Home reads the record again when it comes back."""
        self.console.begin(self.console.ask(screen))

    @property
    def chosen(self) -> GroupReport | None:
        """The group under the cursor."""
        place = self.groups.highlighted
        return None if place is None or place >= len(self._reports) else self._reports[place]

    def refresh_groups(self) -> None:
        """Read the record again; the cursor stays on its group."""
        place = self.groups.highlighted or 0
        now = self.console.workplace.clock.now()
        self._reports = report.group_reports(self.record, now.astimezone().date())
        self.groups.clear_options()
        self.groups.add_options([Option(words.group_lines(r, self._today(r)), id=r.id) for r in self._reports])
        self.groups.highlighted = min(place, len(self._reports) - 1) if self._reports else None
        self._tell_the_time()

    def _planned(self, chosen: GroupReport) -> tuple[str, date]:
        """The next session and its day; planned now if nobody has."""
        if chosen.next is not None:
            return chosen.next.id, chosen.next.day
        new = planning.plan_next(self.console.workplace, chosen.id)
        return new, sessions.session(self.record, new).day

    def _back_into(self, session: str) -> None:
        """Into the hour that runs; one that was over long ago is asked about first."""
        found = unended(self.record, session)
        if found is None:
            self._lead(session)
        else:
            self.console.begin(self._ask_when_it_ended(found))

    async def _ask_when_it_ended(self, found: Unended) -> None:
        from facilitator.console.home.unended import ask_when_it_ended  # rarely needed

        if await ask_when_it_ended(self.console, found) is False:
            self._lead(found.session.id)
        else:
            self.refresh_groups()

    def _lead(self, session: str) -> None:
        self._open(self.console.rooms.session(session))

    def _today(self, chosen: GroupReport) -> date:
        return planning.today(self.console.workplace, chosen.zone)

    def _look_at_curriculum(self) -> None:
        """What the pack lacks; told now, or when Home is on top again."""
        self._shown = True
        self._always_open = words.of_the_curriculum(self.console.workplace, self._laptop_day)
        self.look_again()
        self._look_at_backups()

    def _look_at_backups(self) -> None:
        """How backups stand; a stick that was plugged in meanwhile gets the newest."""
        if self.is_active and self.console.workplace.backups.path is not None:
            self.console.begin(self._tell_backups())

    async def _tell_backups(self) -> None:
        await self.console.beside(self.console.workplace.backups.look)
        self.look_again()

    def _show_open_things(self) -> None:
        workplace, projector = self.console.workplace, self.console.projector
        standing = (*words.of_the_workplace(workplace, projector), *self._always_open, *words.quiet_backups(workplace))
        before, pressing = checklist(workplace, self.chosen, projector), words.pressing_backups(workplace)
        lines = words.open_lines(self.chosen, standing, before, pressing)
        self.open_things.update(lines)
        self.footer.show(words.keys(self.chosen))

    def look_again(self) -> None:
        """What time it is, and what comes near, while Home is on top."""
        # A screen below others must not read or draw (``is_current`` is so of the next one below). A look at backups
        # may come back while the console is being closed, and find the parts of this screen gone.
        if self.is_active and self.query(TitleBar):
            self._tell_the_time()

    def _tell_the_time(self) -> None:
        """The clock, and what comes near or goes: the hour to come, a wall that was opened."""
        self.console.workplace.wall.look()
        self.bar.show(*words.title(self.console.workplace))
        self._show_open_things()
