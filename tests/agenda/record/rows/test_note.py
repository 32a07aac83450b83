"""Notes in the record: composed anew, edited, reviewed; and what makes a review lapse."""

from __future__ import annotations

from datetime import timedelta

import pytest

from agenda.attendance import Status
from agenda.goal import Achieved
from agenda.homework import Plan
from agenda.notes.note import Note, SectionKey
from agenda.record.rows import attendance, follow_up, goal, homework, member, note, session, taught, turn
from agenda.record.undo import undo
from agenda.session import SessionKind
from tests.builders import TODAY, Room, a_session, assert_refused, tables


@pytest.fixture
def room() -> Room:
    room = a_session(members=3)
    for one in room.members[:2]:
        attendance.mark(room.record, room.session, one, Status.HERE)
    taught.set_words(room.record, room.session, room.members[0], "I slept well")
    return room


def ana(room: Room) -> Note:
    return note.note_of(room.record, room.session, room.members[0])


def part(room: Room, key: SectionKey) -> tuple[str, bool, bool]:
    """The text of a section, whether it is edited, whether its facts changed since."""
    section = ana(room).section(key)
    assert section is not None
    return section.text, section.edited is not None, section.changed_since


def edit(room: Room, text: str, key: SectionKey = SectionKey.RESPONSE) -> None:
    note.edit(room.record, room.session, room.members[0], key, text)


def review(room: Room, *, confirmed: bool = False) -> None:
    note.review(room.record, room.session, room.members[0], confirmed=confirmed)


def the_next_hour(room: Room) -> str:
    later = session.plan(room.record, room.group, day=TODAY + timedelta(days=7), kind=SessionKind.USUAL)
    room.clock.advance(timedelta(days=7))
    session.start(room.record, later)
    return later


def test_everybody_expected_has_one_in_the_order_of_their_digits(room: Room) -> None:
    found = note.notes(room.record, room.session)
    assert [one.digit for one in found] == [1, 2, 3]
    assert [one.no_show for one in found] == [False, False, False]
    attendance.mark(room.record, room.session, room.members[2], Status.ABSENT)
    assert [one.no_show for one in note.notes(room.record, room.session)] == [False, False, True]


def test_before_the_start_there_is_none() -> None:
    waiting = a_session(started=False)
    assert note.notes(waiting.record, waiting.session) == ()


def test_reading_writes_nothing(room: Room) -> None:
    before = tables(room.record, but=())
    note.notes(room.record, room.session)
    assert tables(room.record, but=()) == before


def test_an_untouched_section_follows_its_facts(room: Room) -> None:
    assert part(room, SectionKey.RESPONSE)[0] == "What Ana said or did: “I slept well”."
    taught.set_words(room.record, room.session, room.members[0], "I slept badly")
    assert part(room, SectionKey.RESPONSE) == ("What Ana said or did: “I slept badly”.", False, False)


def test_an_edited_section_stays_and_says_when_its_facts_change(room: Room) -> None:
    edit(room, "Ana spoke about sleep.")
    assert part(room, SectionKey.RESPONSE) == ("Ana spoke about sleep.", True, False)
    homework.agree(room.record, room.session, room.members[0], Plan("Walk"))
    assert part(room, SectionKey.RESPONSE) == ("Ana spoke about sleep.", True, False), "other facts do not matter"
    taught.set_chips(room.record, room.session, room.members[0], ("listened",))
    assert part(room, SectionKey.RESPONSE) == ("Ana spoke about sleep.", True, True)


def test_writing_it_again_accepts_the_new_facts(room: Room) -> None:
    edit(room, "Ana spoke about sleep.")
    taught.set_chips(room.record, room.session, room.members[0], ("listened",))
    edit(room, "Ana spoke about sleep.")
    assert part(room, SectionKey.RESPONSE) == ("Ana spoke about sleep.", True, False)


@pytest.mark.parametrize(
    "text", ["", "  \n", "What Ana said or did: “I slept well”.", "  What Ana said or did: “I slept well”.\n"]
)
def test_no_text_or_the_composed_one_takes_the_edit_back(room: Room, text: str) -> None:
    edit(room, "Ana spoke about sleep.")
    edit(room, text)
    assert part(room, SectionKey.RESPONSE) == ("What Ana said or did: “I slept well”.", False, False)
    assert room.record.rows("SELECT * FROM note_sections") == []


def test_ten_thousand_characters_are_kept_whole(room: Room) -> None:
    long = "ä[b]x[/b] " * 1000 + "end"
    edit(room, long)
    assert part(room, SectionKey.RESPONSE)[0] == long


def test_an_edit_is_undone_in_one_step(room: Room) -> None:
    before = tables(room.record)
    edit(room, "Ana spoke about sleep.")
    undo(room.record, room.session)
    assert tables(room.record) == before


def test_a_review_holds_until_facts_change(room: Room) -> None:
    review(room)
    assert ana(room).reviewed_at == room.clock.now()
    assert ana(room).reviewed_by == room.record.facilitator
    follow_up.add(room.record, room.session, "Call", member=room.members[0])
    assert (ana(room).reviewed, ana(room).lapsed) == (False, True)
    undo(room.record, room.session)
    assert (ana(room).reviewed, ana(room).lapsed) == (True, False)


def test_a_review_holds_until_words_change(room: Room) -> None:
    edit(room, "Ana spoke.", SectionKey.GOAL)
    review(room)
    edit(room, "Ana spoke up.", SectionKey.GOAL)
    assert not ana(room).reviewed
    edit(room, "Ana spoke.", SectionKey.GOAL)
    assert ana(room).reviewed


def test_another_members_attendance_changes_the_number_present_and_so_the_note(room: Room) -> None:
    review(room)
    attendance.mark(room.record, room.session, room.members[2], Status.LATE)
    assert ana(room).lapsed


def test_a_name_that_changes_lapses_no_review(room: Room) -> None:
    review(room)
    member.rename(room.record, room.members[0], "Annie")
    member.identify(room.record, room.members[0], full_name="Ana Ferri", record_number="P-7")
    assert ana(room).reviewed
    assert part(room, SectionKey.HEADER)[0].startswith("Name: Ana Ferri (called Annie)\nRecord number: P-7")


def test_a_review_accepts_what_was_written_before_the_facts_changed(room: Room) -> None:
    edit(room, "Ana spoke about sleep.")
    taught.set_chips(room.record, room.session, room.members[0], ("listened",))
    review(room)
    assert part(room, SectionKey.RESPONSE) == ("Ana spoke about sleep.", True, False)
    assert ana(room).reviewed


def test_unreview_takes_it_back(room: Room) -> None:
    review(room)
    note.unreview(room.record, room.session, room.members[0])
    assert (ana(room).reviewed, ana(room).lapsed) == (False, False)


def test_another_name_is_pointed_out_before_a_review(room: Room) -> None:
    member.identify(room.record, room.members[1], full_name="Bruno Okafor", record_number="")
    edit(room, "Ana walked with bruno okafor.")
    assert note.other_names(room.record, ana(room)) == ("Bruno", "Bruno Okafor")
    assert_refused("Another member", lambda: review(room))
    assert not ana(room).reviewed
    review(room, confirmed=True)
    assert ana(room).reviewed


def test_a_name_in_a_fact_is_pointed_out_too_and_of_somebody_who_left(room: Room) -> None:
    member.add(room.record, room.group, "Zoe", begins=TODAY)
    taught.set_words(room.record, room.session, room.members[0], "Zoe helped me")
    assert note.other_names(room.record, ana(room)) == ("Zoe",)


def test_what_makes_no_sense_is_refused(room: Room) -> None:
    attendance.mark(room.record, room.session, room.members[0], Status.ABSENT)
    before = tables(room.record)
    assert_refused("no such section", lambda: edit(room, "x", SectionKey.GOAL))
    assert_refused("not expected", lambda: note.review(room.record, room.session, "nobody"))
    assert_refused("no such session", lambda: note.review(room.record, "none", room.members[0]))
    assert tables(room.record) == before


def test_an_edit_waits_while_somebody_is_marked_absent_by_mistake(room: Room) -> None:
    edit(room, "Ana spoke about sleep.")
    attendance.mark(room.record, room.session, room.members[0], Status.ABSENT)
    review(room)
    attendance.mark(room.record, room.session, room.members[0], Status.HERE)
    assert part(room, SectionKey.RESPONSE)[0] == "Ana spoke about sleep."


def test_the_goal_is_the_one_of_that_day(room: Room) -> None:
    record, one = room.record, room.members[0]
    first = goal.set_goal(record, one, "A job", on=TODAY, session=room.session)
    short = goal.add_short_term_goal(record, first, "Write a letter", starts=TODAY, session=room.session)
    turn.hold(record, room.session, one)
    turn.write(record, room.session, one, achieved=Achieved.PARTIALLY, helped="", next_step="")
    session.end(record, room.session)
    review(room)
    before = part(room, SectionKey.GOAL)[0]
    later = the_next_hour(room)
    goal.change_goal(record, first, text="A flat", how_known="", on=TODAY + timedelta(days=7), session=later)
    goal.change_short_term_goal(record, short, text="Visit one", session=None)
    goal.add_short_term_goal(record, first, "Save money", starts=TODAY, session=later)
    goal.achieve_goal(record, first, on=TODAY + timedelta(days=7), session=later)
    assert part(room, SectionKey.GOAL)[0] == before
    assert ana(room).reviewed
    now = note.note_of(record, later, one).section(SectionKey.GOAL)
    assert now is not None
    assert "reworded on this day: “A flat”. It was achieved on this day." in now.text


def test_a_goal_written_down_for_the_hour_after_it_ended_belongs_to_it(room: Room) -> None:
    session.end(room.record, room.session)
    goal.set_goal(room.record, room.members[0], "A friend", on=TODAY, session=None)
    assert "none recorded" in part(room, SectionKey.GOAL)[0]
    undo(room.record, None)
    goal.set_goal(room.record, room.members[0], "A friend", on=TODAY, session=room.session)
    assert "“A friend”" in part(room, SectionKey.GOAL)[0]


def test_what_was_done_about_it_later_leaves_the_note_alone(room: Room) -> None:
    call = follow_up.add(room.record, room.session, "Call", member=room.members[0])
    agreed = homework.agree(room.record, room.session, room.members[0], Plan("Walk"))
    session.end(room.record, room.session)
    review(room)
    later = the_next_hour(room)
    follow_up.done(room.record, later, call)
    homework.drop(room.record, later, agreed)
    assert ana(room).reviewed
