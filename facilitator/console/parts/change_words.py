"""What undo took back, of changes outside the hour."""

from __future__ import annotations

from agenda.record.undo import Done
from facilitator.language import _

_CHANGES = {
    "member.add": _("a member was added"),
    "member.rename": _("a member was renamed"),
    "member.large_print": _("the size of a member's print was changed"),
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
