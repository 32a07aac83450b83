"""Consents in the record: each time one was given is a row of its own."""

from __future__ import annotations

from datetime import date

from agenda.consent import Consent, ConsentKind
from agenda.error import N_, Refused
from agenda.record.action import verb
from agenda.record.connection import Record
from agenda.record.rows import member as members
from agenda.record.rows.goal_reading import maybe_day


def consents(record: Record, member: str) -> tuple[Consent, ...]:
    """All consents a member gave, oldest first, those withdrawn too."""
    rows = record.rows("SELECT * FROM consents WHERE member_id = ? ORDER BY given_on, id", member)
    return tuple(
        Consent(
            row["id"],
            row["member_id"],
            ConsentKind(row["kind"]),
            date.fromisoformat(row["given_on"]),
            maybe_day(row["withdrawn_on"]),
        )
        for row in rows
    )


def in_force(record: Record, member: str, kind: ConsentKind) -> Consent | None:
    """The consent that holds now, if there is one."""
    return next((one for one in consents(record, member) if one.kind is kind and one.holds), None)


@verb("consent.give")
def give(record: Record, member: str, kind: ConsentKind, *, on: date) -> str:
    """The member agreed, on this day; its id."""
    members.known(record, member)
    if in_force(record, member, kind) is not None:
        raise Refused(N_("This consent is given already."))
    new = record.ids()
    row = {"id": new, "member_id": member, "kind": kind.value, "given_on": on.isoformat(), "withdrawn_on": None}
    record.insert("consents", row)
    return new


@verb("consent.withdraw")
def withdraw(record: Record, member: str, kind: ConsentKind, *, on: date) -> None:
    """The member took it back, on this day."""
    found = in_force(record, member, kind)
    if found is None:
        raise Refused(N_("There is no such consent to withdraw."))
    if on < found.given_on:
        raise Refused(N_("This day lies before the consent was given."), N_("Choose a later day."))
    record.update("consents", found.id, {"withdrawn_on": on.isoformat()})
