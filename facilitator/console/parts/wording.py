"""What the values of the record are called on the screen."""

from __future__ import annotations

from typing import assert_never

from agenda.error import N_
from agenda.follow_up import FollowUp, FollowUpKind
from agenda.member import MembershipStatus
from agenda.session import LessonPart, SessionKind
from facilitator.language import _

_KINDS = {
    SessionKind.FIRST: N_("first session"),
    SessionKind.USUAL: N_("usual session"),
    SessionKind.SMALL: N_("small group, two or three people"),
    SessionKind.ONE: N_("one person"),
    SessionKind.CLOSING: N_("closing session"),
    SessionKind.CANCELLED: N_("does not take place"),
}
_STATUSES = {
    MembershipStatus.ACTIVE: N_("comes"),
    MembershipStatus.SUSPENDED: N_("suspended"),
    MembershipStatus.LEFT: N_("has left"),
}
_WEEKDAYS = (
    N_("Monday"), N_("Tuesday"), N_("Wednesday"), N_("Thursday"), N_("Friday"), N_("Saturday"), N_("Sunday"),
)  # fmt: skip


def kind_words(kind: SessionKind) -> str:
    """What sort of hour it is."""
    return _(_KINDS[kind])


def status_words(status: MembershipStatus) -> str:
    """How somebody belongs to a group."""
    return _(_STATUSES[status])


def to_do_words(follow_up: FollowUp) -> str:
    """What is to be done, as it was written or as the program noted it."""
    match follow_up.kind:
        case None:
            return follow_up.what
        case FollowUpKind.CAME_UP:
            return follow_up.what or _("Something came up. Talk with them.")
        case FollowUpKind.APPOINTMENT:
            return follow_up.what or _("Ask what came of their appointment.")
        case _:
            assert_never(follow_up.kind)


def weekday_words() -> tuple[str, ...]:
    """The days of the week, Monday first."""
    return tuple(map(_, _WEEKDAYS))


def part_words(part: LessonPart | None) -> str:
    """``pages 1-3``; nothing for a whole lesson."""
    if part is None:
        return ""
    if part.pages_to is None:
        return _("from page {first}").format(first=part.pages_from)
    if part.pages_to == part.pages_from:
        return _("page {first}").format(first=part.pages_from)
    return _("pages {first}-{last}").format(first=part.pages_from, last=part.pages_to)
