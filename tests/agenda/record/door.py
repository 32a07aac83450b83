"""What the rotation says at the door: who is asked, who is the spare, how the whole line stands."""

from __future__ import annotations

from agenda.record.rows import turn
from agenda.rotation import Answer
from tests.builders import Room


def asked(room: Room) -> list[str]:
    return [found.member for found in turn.proposed(room.record, room.session).turns]


def spare(room: Room) -> str | None:
    found = turn.proposed(room.record, room.session).spare
    return None if found is None else found.member


def order(room: Room) -> list[str]:
    """The whole line, the first to be asked first."""
    turn.set_reviews(room.record, room.group, 8)
    found = asked(room)
    turn.set_reviews(room.record, room.group, 2)
    return found


def overridden(room: Room) -> set[str]:
    return {one for one, review in turn.reviews_in(room.record, room.session).items() if review.overridden}


def say(room: Room, one: str, said: Answer | None) -> None:
    turn.answer(room.record, room.session, one, said)
