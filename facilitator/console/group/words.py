"""What the group screen says."""

from __future__ import annotations

from datetime import date

from rich.text import Text

from agenda.group import ClosedDate, Group
from agenda.member import Member, MembershipStatus
from agenda.record.undo import Done
from agenda.rotation import Pace
from facilitator.console.group.reviews import pace_words
from facilitator.console.parts.footer import KEY_STYLE
from facilitator.console.parts.wording import status_words, weekday_words
from facilitator.language import _, long_date, ngettext

QUIET, GOLD = "#a0a2a9", "bold #e8c37e"
SIGNS = {MembershipStatus.ACTIVE: "●", MembershipStatus.SUSPENDED: "◐", MembershipStatus.LEFT: "○"}

_CHANGES = {
    "member.add": _("a member was added"),
    "member.rename": _("a member was renamed"),
    "member.identify": _("the details of a member were changed"),
    "membership.change": _("a member was suspended, brought back or said goodbye to"),
    "code.complete": _("codes for the kiosk were made"),
    "code.renew": _("a code for the kiosk was made anew"),
    "consent.give": _("a consent was given"),
    "consent.withdraw": _("a consent was withdrawn"),
    "group.agree": _("the agreements were changed"),
    "group.close_date": _("a day was closed"),
    "group.open_date": _("a closed day was opened"),
    "group.set_address": _("the web address of the handouts was changed"),
    "group.set_calendar_title": _("the title in members' calendars was changed"),
    "group.set_clock": _("the hour on the wall was shown or hidden"),
    "group.set_minutes": _("the minutes of the parts were changed"),
    "group.set_reviews": _("the number of goal reviews was changed"),
    "group.change": _("name or time of the group was changed"),
    "group.create": _("a group was made"),
    "group.set_edition": _("the edition the group follows was changed"),
    "lesson.skip": _("a lesson was skipped"),
    "lesson.take_up": _("a skipped lesson was taken up again"),
}


def member_line(member: Member) -> Text:
    """One member: digit, name, how they belong."""
    quiet = not member.status.comes
    line = Text(f"{member.digit}  ", style=KEY_STYLE, no_wrap=True, overflow="ellipsis")
    line.append(f"{SIGNS[member.status]} {status_words(member.status)}".ljust(14), style=f"not bold {QUIET}")
    return line.append(member.name, style=f"not bold {QUIET}" if quiet else "bold #e8e6d9")


def side(
    group: Group,
    closed: tuple[ClosedDate, ...],
    today: date,
    standing: tuple[str, ...],
    pace: Pace,
    address: str,
) -> Text:
    """When the group meets, which days it does not, what it agreed, how goal reviews go round, and the handouts' web
    address.
    """
    text = Text()
    text.append(_("MEETS") + "\n", style=GOLD).append(_meets(group) + "\n")
    reviews = ngettext("{n} goal review a session", "{n} goal reviews a session", pace.chosen)
    text.append(reviews.format(n=pace.chosen) + "\n")
    warning = pace_words(pace)
    text.append(warning + "\n\n" if warning else "\n", style="#f0a193")
    text.append(_("CLOSED DAYS") + "\n", style=GOLD)
    coming = [one for one in closed if one.day >= today]
    for one in coming[:5]:
        text.append(long_date(one.day)).append(f"  {one.reason}\n", style=QUIET)
    if not coming:
        text.append(_("none") + "\n", style=QUIET)
    text.append("\n" + _("AGREEMENTS") + "\n", style=GOLD)
    if not group.agreements:
        text.append(_("those of the curriculum:") + "\n", style=QUIET)
    text.append("".join(f"{line}\n" for line in group.agreements or standing))
    text.append("\n" + _("HANDOUTS ON THE WEB") + "\n", style=GOLD)
    return text.append(address or _("no address: the code says the lesson in one line"), style="" if address else QUIET)


def _meets(group: Group) -> str:
    weeks = group.interval_days // 7
    often = ngettext("every week", "every {n} weeks", weeks).format(n=weeks)
    said = _("{day} {time}, {minutes} minutes, {often}")
    starts = f"{group.starts:%H:%M}"
    return said.format(day=weekday_words()[group.weekday], time=starts, minutes=group.minutes, often=often)


def undone(done: Done | None) -> str:
    """What was taken back."""
    if done is None:
        return _("There is nothing to undo.")
    return _("Undone: {what}.").format(what=_CHANGES.get(done.verb, _("the last change")))


def redone(done: Done | None) -> str:
    """What was made again."""
    if done is None:
        return _("There is nothing to redo.")
    return _("Made again: {what}.").format(what=_CHANGES.get(done.verb, _("the last change")))
