"""Every value of the domain through the record, People, note, export and paper: each is said, and said differently."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from dataclasses import replace
from datetime import UTC, date, datetime
from enum import StrEnum
from pathlib import Path
from typing import TypeVar

import pytest

from agenda.attendance import PRESENT, Excuse, Mode, Source, Status
from agenda.consent import ConsentKind
from agenda.error import Refused
from agenda.follow_up import ContactKind, FollowUp, FollowUpKind
from agenda.goal import Achieved
from agenda.homework import HomeworkStatus, Plan
from agenda.member import MembershipStatus
from agenda.notes.facts import (
    ContactFacts,
    FollowUpFacts,
    GoalFacts,
    HomeworkReviewed,
    NoShow,
    NoteFacts,
    ReviewFacts,
    SectionKey,
    ShortTermGoalFacts,
    Staff,
)
from agenda.notes.note import TITLES, Note, compose
from agenda.public import KioskMode, PublicPage, PublicState, Scene, from_json, to_json
from agenda.record.export import export
from agenda.record.rows import attendance, consent, follow_up, homework, member, note, session, taught, turn
from agenda.record.rows.lesson_reading import last_missed, lessons_had, listeners
from agenda.response import Chip
from agenda.rotation import Answer
from agenda.session import PhaseKey, PlannedPhase, SessionKind
from agenda.staff import Role
from agenda.technique import Family
from content.load import builtin_pack_folder, load_pack
from content.words import load_words
from facilitator.cli.note_text import as_markdown, as_text
from facilitator.console.devices.kiosk_dialogs import kiosk_line
from facilitator.console.group.words import SIGNS
from facilitator.console.hour.pages import PageSource, pages_of
from facilitator.console.parts.wording import kind_words, status_words, to_do_words
from facilitator.console.people.attendance_marks import EXCUSE_WORDS
from facilitator.console.people.homework_marks import STATUS_WORDS as HOMEWORK_WORDS
from facilitator.console.people.status import status_sign, status_word
from facilitator.console.people.technique_words import CHIP_WORDS, FAMILY_WORDS, OFFERED
from facilitator.console.people.turn_marks import ANSWER_WORDS
from facilitator.kiosk.visit import asks
from facilitator.language import locale
from facilitator.session_paper.pack import missed
from facilitator.wall.scenes import words
from tests.agenda.notes.note_examples import ANA, NOT_THERE, SESSION, told
from tests.builders import LESSON, MEETS_AT, TODAY, Room, a_clock, a_group, a_record, a_session, some_members
from tests.facilitator.console.hour.hour import an_hour

E = TypeVar("E", bound=StrEnum)
AT = datetime(2026, 11, 24, 15, tzinfo=UTC)
NOTHING_KNOWN = "not recorded"


def all_told_apart(kind: type[E], say: Callable[[E], Hashable]) -> None:
    """Each value is said, no two of them alike."""
    said = {one: say(one) for one in kind}
    assert all(said.values()), said
    assert len(set(said.values())) == len(kind), said


def marked(status: Status, mode: Mode = Mode.ROOM) -> Room:
    """One of two members marked so; the other one unknown."""
    room = a_session(members=2)
    attendance.set_mode(room.record, room.session, room.members[0], mode)
    attendance.mark(room.record, room.session, room.members[0], status)
    return room


def note_of(room: Room) -> Note:
    return note.note_of(room.record, room.session, room.members[0])


def attendance_said(room: Room) -> str:
    section = note_of(room).section(SectionKey.ATTENDANCE)
    assert section is not None
    return section.text


def test_a_note_says_of_each_status_what_it_is() -> None:
    all_told_apart(Status, lambda status: attendance_said(marked(status)))
    for status in Status:
        assert (NOTHING_KNOWN in attendance_said(marked(status))) is (status is Status.UNKNOWN)


def test_a_note_as_a_file_says_of_each_status_what_it_is() -> None:
    all_told_apart(Status, lambda status: as_text(note_of(marked(status)), {}))
    all_told_apart(Status, lambda status: as_markdown(note_of(marked(status)), {}))


@pytest.mark.parametrize("status", PRESENT)
def test_a_note_says_how_somebody_who_was_there_took_part(status: Status) -> None:
    all_told_apart(Mode, lambda mode: attendance_said(marked(status, mode)))


def test_a_note_says_where_a_mark_comes_from() -> None:
    def said(source: Source) -> str:
        room = a_session(members=1)
        attendance.mark(room.record, room.session, room.members[0], Status.HERE, source=source)
        return attendance_said(room)

    all_told_apart(Source, said)


@pytest.mark.parametrize("status", Status)
def test_present_means_the_same_everywhere(status: Status) -> None:
    room = marked(status)
    record, one = room.record, room.members[0]
    note_facts = note_of(room).facts
    assert note_facts.session.present == status.present
    assert isinstance(note_facts, NoShow) is status.away
    assert isinstance(note_facts, NoteFacts) is not status.away
    assert (LESSON.lesson in lessons_had(record, one)) is status.present
    assert (one in listeners(record, room.group)[LESSON.lesson].had) is status.present
    assert next(c.here for c in turn.candidates(record, room.session) if c.member == one) is not status.away
    assert bool(missed(record, session.session(record, room.session))) is status.away
    try:
        turn.answer(record, room.session, one, Answer.TODAY)
    except Refused:
        assert status.away
    else:
        assert not status.away
    try:
        attendance.out_or_back(record, room.session, one)
    except Refused:
        assert not status.present
    else:
        assert status.present
    session.end(record, room.session)
    later = session.plan(record, room.group, day=session.next_day(record, room.group, TODAY), kind=SessionKind.USUAL)
    assert (last_missed(record, later, one) is None) is status.present


@pytest.mark.parametrize("status", Status)
def test_an_option_for_everyone_here_is_for_who_is_present(status: Status) -> None:
    room = marked(status)
    plan = Plan("Walk")
    assert homework.agree_with_everyone(room.record, room.session, plan, option=1) == status.present


@pytest.mark.parametrize("status", Status)
def test_the_export_holds_each_status_as_it_is(status: Status) -> None:
    assert status.value in [row["status"] for row in export(marked(status).record)["attendance"]]


async def test_people_shows_each_status_with_a_sign_and_a_word_of_its_own(tmp_path: Path) -> None:
    clock = a_clock()
    record = a_record(clock)
    names = tuple(f"Person{place}" for place in range(len(Status)))
    group = a_group(record)
    people = some_members(record, group, names)
    planned = session.plan(record, group, day=TODAY, kind=SessionKind.USUAL)
    clock.advance(MEETS_AT - clock.now())
    session.start(record, planned)
    for one, status in zip(people, Status, strict=True):
        attendance.mark(record, planned, one, status)
    async with an_hour(tmp_path, record=record) as hour:
        await hour.press("1")
        rows = {name: next(line for line in hour.text().splitlines() if f"  {name} " in line[:24]) for name in names}
    for name, status in zip(names, Status, strict=True):
        assert f"{status_sign(status)} {status_word(status)}" in rows[name]
    all_told_apart(Status, status_sign)
    all_told_apart(Status, status_word)


def test_each_reason_offered_is_told() -> None:
    def said(excuse: Excuse) -> str:
        room = a_session(members=1)
        attendance.mark(room.record, room.session, room.members[0], Status.EXCUSED, excuse=excuse)
        assert export(room.record)["attendance"][0]["excuse"] == excuse.value
        return attendance_said(room)

    all_told_apart(Excuse, said)
    all_told_apart(Excuse, lambda excuse: EXCUSE_WORDS[excuse])


def test_each_kind_of_session_is_told_by_the_note_and_the_screen() -> None:
    all_told_apart(SessionKind, lambda kind: told(replace(ANA, session=replace(SESSION, kind=kind)), SectionKey.HEADER))
    all_told_apart(SessionKind, kind_words)


def test_each_way_to_look_back_is_told() -> None:
    def note_says(status: HomeworkStatus) -> str:
        return told(replace(ANA, reviewed=(HomeworkReviewed("Walk", status),)), SectionKey.HOMEWORK_REVIEWED)

    all_told_apart(HomeworkStatus, note_says)
    all_told_apart(HomeworkStatus, lambda status: HOMEWORK_WORDS[status])


def test_how_far_something_got_is_told() -> None:
    def review(achieved: Achieved) -> str:
        return told(replace(ANA, goals=(GoalFacts("A flat"),), review=ReviewFacts(achieved)), SectionKey.GOAL)

    def part(achieved: Achieved) -> str:
        goal = GoalFacts("A flat", short_term=(ShortTermGoalFacts("Call", achieved),))
        return told(replace(ANA, goals=(goal,)), SectionKey.GOAL)

    all_told_apart(Achieved, review)
    all_told_apart(Achieved, part)


def test_how_somebody_was_reached_is_told() -> None:
    def said(kind: ContactKind) -> str:
        return told(replace(NOT_THERE, contact=ContactFacts(kind, AT)), SectionKey.ATTENDANCE)

    all_told_apart(ContactKind, said)


def test_what_the_program_noted_is_told_by_the_note_and_the_screen() -> None:
    all_told_apart(
        FollowUpKind, lambda kind: told(replace(ANA, follow_ups=(FollowUpFacts("", kind=kind),)), SectionKey.PLAN)
    )
    all_told_apart(FollowUpKind, lambda kind: to_do_words(FollowUp("f", "s", None, "", "", None, AT, None, kind)))


def test_every_role_family_and_chip_is_told() -> None:
    all_told_apart(
        Role,
        lambda role: told(replace(ANA, session=replace(SESSION, staff=(Staff("Kim", "", role),))), SectionKey.HEADER),
    )
    all_told_apart(
        Family, lambda family: told(replace(ANA, techniques=((family, "coping"),)), SectionKey.INTERVENTIONS)
    )
    all_told_apart(Family, lambda family: (FAMILY_WORDS[family], OFFERED[family]))
    all_told_apart(Chip, lambda chip: told(replace(ANA, chips=(chip,)), SectionKey.RESPONSE))
    all_told_apart(Chip, lambda chip: CHIP_WORDS[chip])


def test_the_record_keeps_every_value_it_is_given() -> None:
    room = a_session(members=1)
    record, here, one = room.record, room.session, room.members[0]
    for role in Role:
        follow_up.add_staff(record, here, "Kim", role)
    for family in Family:
        taught.mark_technique(record, here, family, "coping")
    for kind in ContactKind:
        follow_up.record_contact(record, here, one, kind)
        assert [contact.kind for contact in follow_up.contacts(record, here)] == [kind]
    for noted in FollowUpKind:
        follow_up.add(record, here, "", member=one, kind=noted)
    for mode in Mode:
        attendance.set_mode(record, here, one, mode)
        assert [a.mode for a in attendance.roster(record, here)] == [mode]
    for agreed in ConsentKind:
        consent.give(record, one, agreed, on=TODAY)
        assert consent.in_force(record, one, agreed) is not None
    taught.set_chips(record, here, one, tuple(Chip))
    assert taught.responses(record, here)[one].chips == tuple(Chip)
    assert taught.techniques(record, here) == tuple((family, "coping") for family in Family)
    assert [f.kind for f in follow_up.of_session(record, here)] == list(FollowUpKind)
    for said in Answer:
        turn.answer(record, here, one, said)
        assert turn.reviews_in(record, here)[one].answer is said
    for kind_of in SessionKind:
        if kind_of is not SessionKind.CANCELLED:
            day = session.next_day(record, room.group, max(s.day for s in session.sessions(record, room.group)))
            planned = session.plan(record, room.group, day=day, kind=kind_of)
            assert session.session(record, planned).kind is kind_of


def test_every_answer_at_the_door_is_told() -> None:
    all_told_apart(Answer, lambda answer: ANSWER_WORDS[answer])


def test_how_somebody_belongs_is_told_and_decides_who_is_expected() -> None:
    all_told_apart(MembershipStatus, status_words)
    all_told_apart(MembershipStatus, lambda status: SIGNS[status])
    for status in MembershipStatus:
        record = a_record()
        group = a_group(record)
        [one] = some_members(record, group, ("Ana",), begins=date(2026, 1, 6))
        if status is not MembershipStatus.ACTIVE:
            member.change_status(record, one, status, begins=TODAY)
        assert (one in [m.id for m in member.expected(record, group, TODAY)]) is status.comes
        [found] = member.members(record, group, TODAY)
        assert (found.status, found.status.belongs or not found.status.comes) == (status, True)


def test_every_section_has_a_title_and_stands_in_a_note() -> None:
    all_told_apart(SectionKey, lambda key: TITLES[key])
    assert [section.key for section in compose(ANA)] == list(SectionKey)


def test_every_phase_has_words_and_pages() -> None:
    pack = load_pack(builtin_pack_folder(locale()))
    source = PageSource(load_words(pack).for_kind(SessionKind.USUAL.value), None, "", (), ())
    all_told_apart(PhaseKey, lambda key: source.words.phase(key.value).title)
    for key in PhaseKey:
        assert pages_of(PlannedPhase("p", key, 5), source)


def test_every_scene_is_drawn_and_travels() -> None:
    for scene in Scene:
        state = PublicState(1, AT, "UTC", "en_GB", scene, PublicPage("A title"), curtain=False)
        assert from_json(to_json(state)) == state
        assert words(state, AT).title


def test_every_way_of_the_kiosk_is_told() -> None:
    all_told_apart(KioskMode, kiosk_line)
    all_told_apart(KioskMode, asks)
