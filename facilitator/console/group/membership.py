"""Who belongs to a group: each function asks what it must, then writes it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from agenda.consent import Consent, ConsentKind
from agenda.member import LONGEST_NAME, Member, MembershipStatus
from agenda.name import folded
from agenda.record.rows import consent as consents
from agenda.record.rows import member as members
from facilitator.console.console import Console
from facilitator.console.parts.ask_words import Texts, ask_form
from facilitator.console.parts.confirm import ConfirmDialog
from facilitator.console.parts.form import FormField
from facilitator.language import _, short_date
from legible import one_line


async def add(console: Console, group: str, today: date) -> None:
    """A new member, from today on."""
    hint = _("The name they want to be called by. Full name and record number: d, later.")
    field = FormField("name", _("Name"), hint=hint, longest=LONGEST_NAME, draft_key=f"group.{group}.add")
    write = lambda texts: members.add(console.workplace.record, group, texts["name"], begins=today)  # noqa: E731
    await ask_form(console, _("A new member"), (field,), write, _name_problems(console, group, today))


async def rename(console: Console, group: str, today: date, member: Member) -> None:
    """Another display name."""
    key = f"group.{group}.rename.{member.id}"
    field = FormField("name", _("Name"), member.name, longest=LONGEST_NAME, draft_key=key)
    check = _name_problems(console, group, today, but=member)
    write = lambda texts: members.rename(console.workplace.record, member.id, texts["name"])  # noqa: E731
    await ask_form(console, _("The name to be called by"), (field,), write, check)


async def identify(console: Console, group: str, member: Member) -> None:
    """Full name and record number."""
    key = f"group.{group}.details.{member.id}"
    fields = (
        FormField("full_name", _("Full name"), member.full_name, longest=LONGEST_NAME, draft_key=f"{key}.name"),
        FormField("record_number", _("Record number"), member.record_number, draft_key=f"{key}.number"),
    )

    def write(texts: Texts) -> None:
        full_name, number = texts["full_name"], texts["record_number"]
        members.identify(console.workplace.record, member.id, full_name=full_name, record_number=number)

    await ask_form(console, _("Details of {name}").format(name=member.name), fields, write)


async def suspend(console: Console, group: str, today: date, member: Member) -> None:
    """Not coming for a while; their digit stays theirs."""
    hint = _("A few words: a job, school, an admission. May stay empty.")
    field = FormField("reason", _("Why"), hint=hint, draft_key=f"group.{group}.suspend.{member.id}")

    def write(texts: Texts) -> None:
        _change(console, member, MembershipStatus.SUSPENDED, today, texts["reason"])

    await ask_form(console, _("{name} does not come for a while").format(name=member.name), (field,), write)


def bring_back(console: Console, today: date, member: Member) -> None:
    """Coming again from today on."""
    _change(console, member, MembershipStatus.ACTIVE, today)


def large_print(console: Console, member: Member) -> None:
    """Large letters from now on, or the usual ones again."""
    members.set_large_print(console.workplace.record, member.id, not member.large_print)
    said = _("{name}: the usual print.") if member.large_print else _("{name}: large print from now on.")
    console.say(said.format(name=member.name))


async def goodbye(console: Console, today: date, member: Member) -> None:
    """Leaving for good, once confirmed."""
    question = _("Does {name} leave the group for good?").format(name=member.name)
    hint = _("What is recorded stays. u takes it back, e brings them back later.")
    if await console.ask(ConfirmDialog(question, hint=hint, careful=True)):
        _change(console, member, MembershipStatus.LEFT, today)


async def consent(console: Console, today: date, member: Member) -> None:
    """Whether a supporter may have a copy of the handouts, as this member says today."""
    record = console.workplace.record
    found = consents.in_force(record, member.id, ConsentKind.SUPPORTER)
    before = [
        _consent_words(one) for one in consents.consents(record, member.id) if found is None or one.id != found.id
    ]
    if found is None:
        question = _("Does {name} agree that a supporter gets a copy of the handouts?")
        hint = _("Family or a friend of their choice. It can be taken back at any time.")
        hint = "\n".join((hint, *before))
    else:
        question = _("Does {name} take back that a supporter gets a copy of the handouts?")
        hint = "\n".join((_("Agreed on {day}.").format(day=short_date(found.given_on)), *before))
    if await console.ask(ConfirmDialog(question.format(name=member.name), hint=hint, careful=True)):
        change = consents.give if found is None else consents.withdraw
        change(record, member.id, ConsentKind.SUPPORTER, on=today)


def _consent_words(one: Consent) -> str:
    """A consent of before, with its days."""
    given = short_date(one.given_on)
    if one.withdrawn_on is None:
        return _("Agreed on {day}.").format(day=given)
    return _("Agreed on {day}, taken back on {until}.").format(day=given, until=short_date(one.withdrawn_on))


def _change(console: Console, member: Member, status: MembershipStatus, today: date, reason: str = "") -> None:
    members.change_status(console.workplace.record, member.id, status, begins=today, reason=reason)


def _name_problems(
    console: Console, group: str, today: date, *, but: Member | None = None
) -> Callable[[Texts], dict[str, str]]:
    """What is wrong with a name; that of ``but`` may stay."""

    def check(texts: Texts) -> dict[str, str]:
        if not one_line(texts["name"]):
            return {"name": _("A member needs a name.")}
        others = members.members(console.workplace.record, group, today)
        if folded(texts["name"]) in {folded(m.name) for m in others if but is None or m.id != but.id}:
            return {"name": _("Somebody here has this name. Add a letter or another name that both agree to.")}
        return {}

    return check
