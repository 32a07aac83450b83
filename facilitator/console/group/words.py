"""What the group screen says."""

from __future__ import annotations

from datetime import date

from rich.text import Text

from agenda.group import ClosedDate, Group
from agenda.member import Member, MembershipStatus
from agenda.rotation import Pace
from facilitator.console.group.reviews import pace_words
from facilitator.console.parts.colour import HEADING, KEY, QUIET, RED, STRONG
from facilitator.console.parts.wording import status_words, weekday_words
from facilitator.language import _, long_date, ngettext

NAME = 34
"""Columns of a name in the list of members, at every size."""
SIGNS = {MembershipStatus.ACTIVE: "●", MembershipStatus.SUSPENDED: "◐", MembershipStatus.LEFT: "○"}


def member_line(member: Member, name: str) -> Text:
    """One member: digit, how they belong, the name as the list shows it."""
    quiet = not member.status.comes
    line = Text(f"{member.digit}  ", style=KEY, no_wrap=True, overflow="ellipsis")
    line.append(f"{SIGNS[member.status]} {status_words(member.status)}".ljust(14), style=f"not bold {QUIET}")
    line.append(name, style=f"not bold {QUIET}" if quiet else STRONG)
    return line.append("  " + _("large print"), style=f"not bold {QUIET}") if member.large_print else line


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
    text.append(_("MEETS") + "\n", style=HEADING).append(_meets(group) + "\n")
    reviews = ngettext("{n} goal review a session", "{n} goal reviews a session", pace.chosen)
    text.append(reviews.format(n=pace.chosen) + "\n")
    warning = pace_words(pace)
    text.append(warning + "\n\n" if warning else "\n", style=RED)
    text.append(_("CLOSED DAYS") + "\n", style=HEADING)
    coming = [one for one in closed if one.day >= today]
    for one in coming[:5]:
        text.append(long_date(one.day)).append(f"  {one.reason}\n", style=QUIET)
    if not coming:
        text.append(_("none") + "\n", style=QUIET)
    text.append("\n" + _("AGREEMENTS") + "\n", style=HEADING)
    if not group.agreements:
        text.append(_("those of the curriculum:") + "\n", style=QUIET)
    text.append("".join(f"{line}\n" for line in group.agreements or standing))
    text.append("\n" + _("HANDOUTS ON THE WEB") + "\n", style=HEADING)
    return text.append(address or _("no address: the code says the lesson in one line"), style="" if address else QUIET)


def _meets(group: Group) -> str:
    weeks = group.interval_days // 7
    often = ngettext("every week", "every {n} weeks", weeks).format(n=weeks)
    said = _("{day} {time}, {minutes} minutes, {often}")
    starts = f"{group.starts:%H:%M}"
    meets = said.format(day=weekday_words()[group.weekday], time=starts, minutes=group.minutes, often=often)
    return f"{meets}\n{group.place}" if group.place else meets
