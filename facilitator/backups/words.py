"""What is said about backups, on the screen and by commands alike."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

from facilitator.backups.shared_folder import is_on_the_network, synchronised_by
from facilitator.error_words import error_words
from facilitator.language import _, ngettext, short_date

if TYPE_CHECKING:
    from facilitator.backups.second_place import Standing

OLD = timedelta(days=7)


def when(moment: datetime) -> str:
    """An instant on this laptop's clock."""
    here = moment.astimezone()
    return _("{day}, {time}").format(day=short_date(here.date()), time=f"{here:%H:%M}")


def second_place_words(standing: Standing) -> str:
    """What became of the copy in the second place; nothing where there is none."""
    if standing.place is None:
        return ""
    if standing.problem is not None:
        return _("{place} got no copy. {why}").format(place=standing.place, why=error_words(standing.problem).message)
    if standing.is_there:
        return _("A copy is in {place}.").format(place=standing.place)
    if standing.sent is None:
        return _("{place} is not there; it has had no copy yet.").format(place=standing.place)
    return _("{place} is not there; its last copy is of {when}.").format(
        place=standing.place, when=when(standing.sent)
    )  # fmt: skip


def pressing(standing: Standing, now: datetime, key: str) -> list[str]:
    """What somebody should do about backups; ``key`` makes one now."""
    lines = []
    if standing.newest is None:
        lines.append(_("There is no backup yet: {key} makes one.").format(key=key))
    elif now - standing.newest.made_at > OLD:
        lines.append(
            _("The last backup is of {when}: {key} makes one.").format(when=when(standing.newest.made_at), key=key)
        )
    if standing.place is not None and (not standing.is_there or standing.problem is not None):
        lines.append(second_place_words(standing))
    return lines


def quiet(standing: Standing, now: datetime) -> list[str]:
    """When and where the last backup was made, where nothing has to be done about it; how many there is room for."""
    newest = standing.newest
    if newest is None:
        return []
    lines = []
    if now - newest.made_at <= OLD:
        made = _("Last backup: {when}, in {folder}.").format(when=when(newest.made_at), folder=newest.path.parent)
        copied = standing.is_there and standing.problem is None
        lines.append(f"{made} {second_place_words(standing)}" if copied else made)
    if standing.room_for is not None:
        lines.append(
            ngettext(
                "Backups take no more of the disk than they leave free: there is room for the newest one.",
                "Backups take no more of the disk than they leave free: there is room for the newest {n}.",
                standing.room_for,
            ).format(n=standing.room_for)
        )
    return lines


def risk_of(record: Path) -> str:
    """A warning where the record lies in a folder that other computers see too; empty where it does not."""
    service = synchronised_by(record)
    if service:
        return _(
            "The record lies in a folder of {service}, which may put an older one in its place. "
            "Let it lie on this computer only, and put backups there."
        ).format(service=service)
    if is_on_the_network(record):
        return _(
            "The record lies on the network, where a break of the line may harm it. "
            "Let it lie on this computer's own disk, and put backups there."
        )
    return ""
