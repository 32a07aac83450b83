"""What is to be done, who was reached, who else was in the room."""

from __future__ import annotations

from datetime import date

import pytest

from agenda.attendance import Status
from agenda.error import Refused
from agenda.follow_up import ContactKind
from agenda.notes.fingerprint import facts_hash
from agenda.record.rows import attendance, facilitator, follow_up, note, session
from agenda.session import SessionKind
from tests.builders import MEETS_AT, a_record, a_session, assert_refused

FRIDAY = date(2026, 11, 27)


def test_a_follow_up_says_who_does_what_by_when_until_it_is_done() -> None:
    room = a_session()
    first = follow_up.add(room.record, room.session, "Call the clinic", member=room.members[0], who="Robin", by=FRIDAY)
    follow_up.add(room.record, room.session, "Buy biscuits")
    [one, two] = follow_up.of_session(room.record, room.session)
    assert (one.what, one.member, one.who, one.by, one.created_at, one.done_at) == (
        "Call the clinic", room.members[0], "Robin", FRIDAY, MEETS_AT, None,
    )  # fmt: skip
    assert (two.member, two.who, two.by) == (None, "", None)
    follow_up.change(room.record, room.session, first, what="Write to the clinic", who="", by=None)
    room.pass_minutes(5)
    follow_up.done(room.record, room.session, first)
    done = follow_up.of_session(room.record, room.session)[0]
    assert (done.what, done.done_at) == ("Write to the clinic", room.clock.now())
    assert [f.id for f in follow_up.open_of_group(room.record, room.group)] == [two.id]


def test_what_is_left_to_do_outlives_the_session() -> None:
    room = a_session()
    follow_up.add(room.record, room.session, "Ask again")
    session.end(room.record, room.session)
    assert len(follow_up.open_of_group(room.record, room.group)) == 1


def test_a_no_show_is_called_and_the_last_answer_stands() -> None:
    room = a_session()
    follow_up.record_contact(room.record, room.session, room.members[0], ContactKind.CALLED)
    room.pass_minutes(1)
    follow_up.record_contact(room.record, room.session, room.members[0], ContactKind.MESSAGE)
    [contact] = follow_up.contacts(room.record, room.session)
    assert (contact.member, contact.kind, contact.at) == (room.members[0], ContactKind.MESSAGE, room.clock.now())


def test_what_came_of_an_appointment_is_asked_once_in_a_later_session() -> None:
    room = a_session()
    one, other = room.members[0], room.members[1]
    asked = follow_up.took_to_appointment(room.record, room.session, one, by=FRIDAY)
    assert follow_up.took_to_appointment(room.record, room.session, one) == asked, "two sheets are one question"
    follow_up.took_to_appointment(room.record, room.session, other)
    this = session.session(room.record, room.session)
    assert follow_up.appointments_to_ask(room.record, this) == {}, "not in the hour they took it from"
    session.end(room.record, room.session)
    later = session.plan(room.record, room.group, day=FRIDAY, kind=SessionKind.USUAL)
    session.start(room.record, later)
    waiting = follow_up.appointments_to_ask(room.record, session.session(room.record, later))
    assert {member: (f.id, f.by) for member, f in waiting.items()}[one] == (asked, FRIDAY)
    follow_up.came_of(room.record, later, asked, "New tablets")
    assert follow_up.appointments_to_ask(room.record, session.session(room.record, later)).keys() == {other}
    [told] = follow_up.asked_in(room.record, later)
    assert (told.member, told.came_of, told.done_at) == (one, "New tablets", room.clock.now())
    assert_refused("no such follow-up", lambda: follow_up.came_of(room.record, later, "none", ""))


def test_an_appointment_noted_before_the_hour_is_asked_in_it_and_its_note_tells_the_answer_alone() -> None:
    room = a_session()
    one = room.members[0]
    session.end(room.record, room.session)
    before = facts_hash(note.note_of(room.record, room.session, one).facts)
    coming = session.plan(room.record, room.group, day=FRIDAY, kind=SessionKind.USUAL)
    asked = follow_up.took_to_appointment(room.record, coming, one)
    assert facts_hash(note.note_of(room.record, room.session, one).facts) == before
    room.pass_minutes(60)
    session.start(room.record, coming)
    attendance.mark(room.record, coming, one, Status.HERE)
    assert follow_up.appointments_to_ask(room.record, session.session(room.record, coming)).keys() == {one}
    follow_up.came_of(room.record, coming, asked, "New tablets")
    told = "\n".join(part.text for part in note.note_of(room.record, coming, one).sections)
    assert "told: “New tablets”" in told
    assert "Follow-up" not in told


def test_guests_are_counted_by_kind() -> None:
    room = a_session()

    def guests() -> dict[str, int]:
        return {row["kind"]: row["count"] for row in room.record.rows("SELECT * FROM guests")}

    follow_up.set_guests(room.record, room.session, 2, "students")
    follow_up.set_guests(room.record, room.session, 1, "supporters")
    follow_up.set_guests(room.record, room.session, 3, "students")
    assert guests() == {"students": 3, "supporters": 1}
    follow_up.set_guests(room.record, room.session, 0, "students")
    assert guests() == {"supporters": 1}
    with pytest.raises(Refused):
        follow_up.set_guests(room.record, room.session, -1, "students")


def test_others_may_lead_too_in_a_role_that_exists() -> None:
    room = a_session()
    for role in follow_up.ROLES:
        follow_up.add_staff(room.record, room.session, f"The {role}", role)
    assert len(room.record.rows("SELECT * FROM session_staff")) == 1 + len(follow_up.ROLES)
    with pytest.raises(Refused, match="no such role"):
        follow_up.add_staff(room.record, room.session, "X", "king")


def test_what_is_not_there_is_refused_in_words() -> None:
    room = a_session()
    record, here = room.record, room.session
    assert_refused(
        "no such",
        lambda: follow_up.add(record, "none", "x"),
        lambda: follow_up.add(record, here, "x", member="nobody"),
        lambda: follow_up.change(record, here, "none", what="x", who="", by=None),
        lambda: follow_up.done(record, here, "none"),
        lambda: follow_up.record_contact(record, here, "nobody", ContactKind.NONE),
        lambda: follow_up.set_guests(record, "none", 1, "students"),
        lambda: follow_up.add_staff(record, "none", "X", "co"),
    )


def test_facilitators_have_a_name_and_credentials() -> None:
    record = a_record()
    facilitator.add(record, " Kim\n Lee ", " OT ")
    with pytest.raises(Refused):
        facilitator.add(record, " ", "RN")
    assert [(f.name, f.credentials) for f in facilitator.all_facilitators(record)] == [
        ("Robin", "RN"),
        ("Kim Lee", "OT"),
    ]
