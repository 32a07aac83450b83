"""Techniques and skills, responses by chips or words, handouts."""

from __future__ import annotations

from datetime import timedelta

import pytest

from agenda.member import MembershipStatus
from agenda.record.rows import member, taught
from agenda.record.rows.taught import CHIPS, FAMILIES, Response
from agenda.response import Chip
from tests.agenda.record.rows.weeks import next_session
from tests.builders import TODAY, Room, a_session, assert_refused, tables


@pytest.fixture
def room() -> Room:
    return a_session(members=2)


def mark(room: Room, family: str, name: str, *, used: bool = True) -> None:
    taught.mark_technique(room.record, room.session, family, name, used=used)


def test_techniques_stand_in_the_order_they_were_marked_each_once(room: Room) -> None:
    marked = [(family, f"{family} {number}") for number, family in enumerate(reversed(FAMILIES))]
    for family, name in (*marked, *marked):
        mark(room, family, f" {name} ")
    assert taught.techniques(room.record, room.session) == tuple(marked)


def test_a_technique_can_be_unmarked(room: Room) -> None:
    mark(room, "skill", "coping")
    mark(room, "skill", "social", used=False)
    mark(room, "skill", "coping", used=False)
    assert taught.techniques(room.record, room.session) == ()


def test_an_unknown_family_a_nameless_technique_and_an_unknown_session_are_refused(room: Room) -> None:
    assert_refused("no such kind", lambda: mark(room, "magic", "spell"))
    assert_refused("which technique", lambda: mark(room, "skill", " "))
    assert_refused("no such session", lambda: taught.mark_technique(room.record, "none", "skill", "coping"))


def test_chips_say_how_somebody_took_part_in_one_order_whatever_the_keys(room: Room) -> None:
    one, other = room.members
    taught.set_chips(room.record, room.session, one, tuple(reversed(CHIPS)))
    taught.set_chips(room.record, room.session, other, ("quiet", "quiet"))
    assert taught.responses(room.record, room.session) == {one: Response(CHIPS), other: Response((Chip.QUIET,))}
    taught.set_chips(room.record, room.session, one, ())
    assert taught.responses(room.record, room.session)[one] == Response()
    assert_refused("no such way", lambda: taught.set_chips(room.record, room.session, one, ("lazy",)))


@pytest.mark.parametrize("words", ["w" * 10_000, "**b** [red]x[/] <i>y</i> #let x", "“It was useful”"])
def test_words_are_kept_whole_and_literal_beside_the_chips(room: Room, words: str) -> None:
    one = room.members[0]
    taught.set_chips(room.record, room.session, one, ("shared",))
    taught.set_words(room.record, room.session, one, f" {words} ")
    assert taught.responses(room.record, room.session) == {one: Response((Chip.SHARED,), words)}


def test_who_is_not_expected_has_no_response(room: Room) -> None:
    one = room.members[0]
    member.change_status(room.record, one, MembershipStatus.SUSPENDED, begins=TODAY + timedelta(weeks=1))
    later = next_session(room)
    assert_refused(
        "not expected today",
        lambda: taught.set_words(later.record, later.session, one, "Good"),
        lambda: taught.set_chips(later.record, later.session, one, ("shared",)),
    )


def test_a_handout_is_given_once(room: Room) -> None:
    one = room.members[0]
    taught.give_handout(room.record, room.session, one, "abcdefgh")
    before = tables(room.record, but=())
    taught.give_handout(room.record, room.session, one, "abcdefgh")
    assert tables(room.record, but=()) == before
    taught.give_handout(room.record, room.session, one, "ijklmnop")
    assert taught.handouts_of(room.record, one) == {"abcdefgh", "ijklmnop"}
    assert taught.handouts_of(room.record, room.members[1]) == set()


def test_a_missed_handout_can_be_given_later_also_to_somebody_suspended(room: Room) -> None:
    one = room.members[0]
    member.change_status(room.record, one, MembershipStatus.SUSPENDED, begins=TODAY + timedelta(weeks=1))
    later = next_session(room)
    taught.give_handout(later.record, later.session, one, "abcdefgh")
    assert taught.handouts_of(room.record, one) == {"abcdefgh"}
    assert_refused("no such member", lambda: taught.give_handout(room.record, room.session, "nobody", "abcdefgh"))
    assert_refused("no such session", lambda: taught.give_handout(room.record, "none", one, "abcdefgh"))
