"""What the group screen asks before it acts: each method opens a dialog and carries out its answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from agenda.address import LONGEST_ADDRESS, public_address
from agenda.calendar_title import LONGEST_TITLE, calendar_title
from agenda.consent import ConsentKind
from agenda.error import Refused
from agenda.member import LONGEST_NAME, Member, MembershipStatus, clean_name, folded
from agenda.record.action import action
from agenda.record.rows import consent as consents
from agenda.record.rows import group as groups
from agenda.record.rows import member as members
from agenda.record.rows import session as sessions
from agenda.session import SessionKind
from facilitator.console.calendar.closed_dates import ClosedDatesDialog
from facilitator.console.calendar.minutes import ask_for_minutes
from facilitator.console.parts.choice import ChoiceDialog
from facilitator.console.parts.confirm import ConfirmDialog
from facilitator.console.parts.form_dialog import FormDialog, FormField, Texts
from facilitator.console.parts.reading import number_of, time_of
from facilitator.console.parts.wording import kind_words, weekday_words
from facilitator.console.setup.steps import LEAST_MINUTES, MOST_MINUTES
from facilitator.error_words import error_words
from facilitator.language import _, long_date

if TYPE_CHECKING:
    from collections.abc import Callable

    from agenda.record.connection import Record
    from facilitator.console.group.screen import GroupScreen

LINES, LINE_LENGTH = 5, 42
"""Agreements the wall can hold, and letters in one."""
KINDS = tuple(kind for kind in SessionKind if kind is not SessionKind.CANCELLED)


class GroupDialogs:
    """Works for one group screen."""

    def __init__(self, screen: GroupScreen) -> None:
        self.screen = screen

    def add(self) -> None:
        """A new member, from today on."""

        def typed(texts: Texts) -> None:
            self._write(
                lambda: members.add(self._record, self.screen.group_id, texts["name"], begins=self.screen.today)
            )

        hint = _("The name they want to be called by. Full name and record number: d, later.")
        field = FormField("name", _("Name"), hint=hint, longest=LONGEST_NAME, draft_key=self._key("add"))
        self._ask(_("A new member"), (field,), typed, lambda texts: self._name_problems(texts, None))

    def rename(self, member: Member) -> None:
        """Another display name."""

        def typed(texts: Texts) -> None:
            self._write(lambda: members.rename(self._record, member.id, texts["name"]))

        key = self._key("rename", member)
        field = FormField("name", _("Name"), member.name, longest=LONGEST_NAME, draft_key=key)
        self._ask(_("The name to be called by"), (field,), typed, lambda texts: self._name_problems(texts, member))

    def identify(self, member: Member) -> None:
        """Full name and record number."""

        def typed(texts: Texts) -> None:
            full_name, number = texts["full_name"], texts["record_number"]
            self._write(lambda: members.identify(self._record, member.id, full_name=full_name, record_number=number))

        key = self._key("details", member)
        fields = (
            FormField("full_name", _("Full name"), member.full_name, longest=LONGEST_NAME, draft_key=f"{key}.name"),
            FormField("record_number", _("Record number"), member.record_number, draft_key=f"{key}.number"),
        )
        self._ask(_("Details of {name}").format(name=member.name), fields, typed)

    def suspend(self, member: Member) -> None:
        """Not coming for a while; their digit stays theirs."""

        def typed(texts: Texts) -> None:
            self._change(member, MembershipStatus.SUSPENDED, texts["reason"])

        hint = _("A few words: a job, school, an admission. May stay empty.")
        field = FormField("reason", _("Why"), hint=hint, draft_key=self._key("suspend", member))
        self._ask(_("{name} does not come for a while").format(name=member.name), (field,), typed)

    def bring_back(self, member: Member) -> None:
        """Coming again from today on."""
        self._change(member, MembershipStatus.ACTIVE, "")

    def goodbye(self, member: Member) -> None:
        """Leaving for good, once confirmed."""

        def confirmed(answer: bool | None) -> None:
            if answer:
                self._change(member, MembershipStatus.LEFT, "")

        question = _("Does {name} leave the group for good?").format(name=member.name)
        hint = _("What is recorded stays. u takes it back, e brings them back later.")
        self.screen.app.push_screen(ConfirmDialog(question, hint=hint, careful=True), confirmed)

    def closed_dates(self) -> None:
        """Days the group does not meet."""
        screen = self.screen
        screen.app.push_screen(ClosedDatesDialog(screen.group_id), lambda _answer: screen.refresh_group())

    def agreements(self) -> None:
        """The group's own lines for the wall."""

        def typed(texts: Texts) -> None:
            lines = tuple(texts.values())
            self._write(lambda: groups.set_agreements(self._record, self.screen.group_id, lines))

        own = self.screen.group.agreements or self.screen.console.workplace.words.agreements.lines
        lines = (*own, *[""] * LINES)[:LINES]
        fields = tuple(
            FormField(f"line{n}", str(n), line, longest=LINE_LENGTH, draft_key=self._key(f"agreement{n}"))
            for n, line in enumerate(lines, 1)
        )
        hint = _("Five lines at most. The wall shows them to everybody. All empty: those of the curriculum.")
        self._ask(_("What this group agreed"), fields, typed, hint=hint)

    def address(self) -> None:
        """The web address that the handouts' codes lead to, and the title of the next session in a calendar."""

        def typed(texts: Texts) -> None:
            self._write(lambda: self._keep_codes(texts["address"], texts["title"]))

        now = groups.address(self._record, self.screen.group_id)
        title = groups.calendar_title(self._record, self.screen.group_id)
        hint = _("Where your site shows the handouts, as in https://example.org/imr. Empty: none.")
        in_calendars = _("In members' calendars, where others may read it. Empty: Appointment.")
        fields = (
            FormField("address", _("Address"), now, hint=hint, longest=LONGEST_ADDRESS, draft_key=self._key("address")),
            FormField("title", _("Calendar title"), title, hint=in_calendars, longest=LONGEST_TITLE),
        )
        self._ask(_("The codes on handouts"), fields, typed, _code_problems)

    def _keep_codes(self, address: str, title: str) -> None:
        """One intent, whatever of it changed: ``u`` takes it back as a whole."""
        with action(self._record, "group.set_address"):
            groups.set_address(self._record, self.screen.group_id, address)
            groups.set_calendar_title(self._record, self.screen.group_id, title)

    def consent(self, member: Member) -> None:
        """Whether a supporter may have a copy of the handouts, as this member says today."""
        found = consents.in_force(self._record, member.id, ConsentKind.SUPPORTER)
        if found is None:
            question = _("Does {name} agree that a supporter gets a copy of the handouts?")
            hint = _("Family or a friend of their choice. It can be taken back at any time.")
        else:
            question = _("Does {name} take back that a supporter gets a copy of the handouts?")
            hint = _("Agreed on {day}.").format(day=long_date(found.given_on))
        change = consents.give if found is None else consents.withdraw

        def answered(yes: bool | None) -> None:
            if yes:
                self._write(lambda: change(self._record, member.id, ConsentKind.SUPPORTER, on=self.screen.today))

        dialog = ConfirmDialog(question.format(name=member.name), hint=hint, careful=True)
        self.screen.app.push_screen(dialog, answered)

    def minutes(self) -> None:
        """Minutes of the parts, for one kind of session."""

        def chosen(place: int | None) -> None:
            if place is not None:
                kind = KINDS[place]
                ask_for_minutes(self.screen.console, self.screen.group_id, kind, lambda: self._lay_out_next(kind))

        words = [kind_words(kind) for kind in KINDS]
        usual = KINDS.index(SessionKind.USUAL)
        self.screen.app.push_screen(ChoiceDialog(_("For which kind of session?"), words, chosen=usual), chosen)

    def change(self) -> None:
        """Name, day, time and length."""
        group = self.screen.group

        def day_chosen(weekday: int | None) -> None:
            if weekday is not None:
                self._ask(_("Name and time"), fields, lambda texts: self._keep_change(texts, weekday), _time_problems)

        fields = (
            FormField("name", _("Name"), group.name, longest=LONGEST_NAME),
            FormField("starts", _("Begins at"), f"{group.starts:%H:%M}"),
            FormField("minutes", _("Minutes"), str(group.minutes), digits=True, longest=3),
        )
        question = ChoiceDialog(_("On which day does the group meet?"), weekday_words(), chosen=group.weekday)
        self.screen.app.push_screen(question, day_chosen)

    def _lay_out_next(self, kind: SessionKind) -> None:
        """The session planned next follows the new minutes at once."""
        following = sessions.next_session(self._record, self.screen.group_id)
        if following is not None and following.started_at is None and following.kind is kind:
            self._write(lambda: sessions.replan(self._record, following.id, kind=kind))
        self.screen.refresh_group()

    def _keep_change(self, texts: Texts, weekday: int) -> None:
        starts, minutes = time_of(texts["starts"]), number_of(texts["minutes"])
        if starts is not None:
            self._write(
                lambda: groups.change(
                    self._record,
                    self.screen.group_id,
                    name=texts["name"],
                    weekday=weekday,
                    starts=starts,
                    minutes=minutes,
                )
            )
            self.screen.notify(_("A session planned already keeps its day and time; p on Home moves it."), markup=False)

    def _change(self, member: Member, status: MembershipStatus, reason: str) -> None:
        self._write(
            lambda: members.change_status(self._record, member.id, status, begins=self.screen.today, reason=reason)
        )

    def _name_problems(self, texts: Texts, member: Member | None) -> dict[str, str]:
        if not clean_name(texts["name"]):
            return {"name": _("A member needs a name.")}
        others = members.members(self._record, self.screen.group_id, self.screen.today)
        if folded(texts["name"]) in {folded(m.name) for m in others if member is None or m.id != member.id}:
            return {"name": _("Somebody here has this name. Add a letter or another name that both agree to.")}
        return {}

    def _ask(
        self,
        title: str,
        fields: tuple[FormField, ...],
        typed: Callable[[Texts], None],
        check: Callable[[Texts], dict[str, str]] | None = None,
        *,
        hint: str = "",
    ) -> None:
        dialog = FormDialog(title, fields, check, hint=hint, beside=len(fields) > 2)

        def answered(texts: Texts | None) -> None:
            if texts is not None:
                with self._record.atomic():
                    typed(texts)
                    dialog.drop_drafts(self._record)

        self.screen.app.push_screen(dialog, answered)

    def _write(self, work: Callable[[], object]) -> None:
        self.screen.write(work)

    @property
    def _record(self) -> Record:
        return self.screen.console.workplace.record

    def _key(self, what: str, member: Member | None = None) -> str:
        return f"group.{self.screen.group_id}.{what}" + (f".{member.id}" if member else "")


def _code_problems(texts: Texts) -> dict[str, str]:
    wrong = {}
    checks: dict[str, Callable[[str], str]] = {"address": public_address, "title": calendar_title}
    for field, check in checks.items():
        try:
            if texts[field].strip():
                check(texts[field])
        except Refused as refused:
            words = error_words(refused)
            wrong[field] = f"{words.message} {words.hint}"
    return wrong


def _time_problems(texts: Texts) -> dict[str, str]:
    wrong = {} if clean_name(texts["name"]) else {"name": _("The group needs a name.")}
    if time_of(texts["starts"]) is None:
        wrong["starts"] = _("A time as in 14:00.")
    if not LEAST_MINUTES <= number_of(texts["minutes"]) <= MOST_MINUTES:
        wrong["minutes"] = _("From {least} to {most} minutes.").format(least=LEAST_MINUTES, most=MOST_MINUTES)
    return wrong
