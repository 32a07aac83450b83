"""Courses of two sessions in which anything happens, written by the real verbs from a seed.

Every text that somebody types is different from every other, so that one found in a note tells where it came from.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from contextlib import suppress
from datetime import time, timedelta
from functools import partial

from agenda.attendance import Mode, Source, Status
from agenda.clock import ManualClock
from agenda.error import Refused
from agenda.follow_up import ContactKind
from agenda.goal import Achieved
from agenda.homework import HomeworkStatus, Plan
from agenda.record.rows import attendance, follow_up, goal, group, homework, hour, member, session, taught, turn
from agenda.record.undo import undo
from agenda.rotation import Answer
from agenda.session import LessonGiven, SessionKind
from tests.builders import TODAY, a_clock, a_record

NAMES = ("Ana", "[red]Bo", "אנה", "O’Brien “Bob”", "王芳", "Çem <b>", "{Dee}", "Eve *E* `e`")
FULL_NAMES = ("", "Ana Ferri", "", "Patrick O’Brien", "王芳芳", "Çem Aydın", "Dee {0} Doe", "Evelyn Frost")
PHRASES = (
    "a walk",
    "<b>bold</b> & [link](x) **stars**",
    'he said "no" and “why?”',
    "line one\nline two\n\nline four",
    "שלום עולם",
    "مرحبا",
    "{name} {0} %s",
    "It is done. Homework from before: “x”. Plan: not recorded.",
    "🎉 \u202eabc",
    "$rm -rf /; DROP TABLE notes",
)
FAMILIES = ("motivational", "educational", "cognitive-behavioural", "skill")
KINDS = (SessionKind.FIRST, SessionKind.USUAL, SessionKind.SMALL, SessionKind.ONE, SessionKind.CLOSING)


class Course:
    """A group of two to eight and its two sessions; ``hold`` leads the next one."""

    def __init__(self, seed: int) -> None:
        self.chance = random.Random(seed)
        self.clock: ManualClock = a_clock()
        self.record = a_record(self.clock, seed=seed)
        self.texts = 0
        self.zone = self.chance.choice(("UTC", "Europe/Rome", "Asia/Kolkata", "America/St_Johns"))
        self.group = self._group()
        self.members = tuple(self._member(place) for place in range(self.chance.randint(2, 8)))
        self.held = 0

    def _group(self) -> str:
        return group.create(
            self.record,
            "Tuesday group",
            weekday=TODAY.weekday(),
            starts=time(17, 0),
            zone=self.zone,
            module="coping-stress",
        )

    def _member(self, place: int) -> str:
        number = f"P-{place}" if self.chance.random() < 0.6 else ""
        return member.add(
            self.record,
            self.group,
            NAMES[place],
            begins=TODAY,
            full_name=FULL_NAMES[place],
            record_number=number,
        )

    def text(self, how_often: float = 1.0) -> str:
        """New words, or none."""
        if self.chance.random() >= how_often:
            return ""
        self.texts += 1
        return f"{self.chance.choice(PHRASES)} ~{self.texts:04}~{self.chance.choice(('', '', '.', '!', '?'))}"

    def _often(self, how: float) -> bool:
        return self.chance.random() < how

    def _wait(self, most: int) -> None:
        self.clock.advance(timedelta(seconds=self.chance.randint(0, 60 * most)))

    def hold(self, *, may_go_on: bool = False) -> str:
        """The next session from start to catch-up, or at times still going on; its id."""
        day = TODAY + timedelta(days=7 * self.held)
        self.held += 1
        lesson = LessonGiven("", f"lesson{self.held}", "coping-stress", self.text()) if self._often(0.8) else None
        held = session.plan(self.record, self.group, day=day, kind=self.chance.choice(KINDS), lesson=lesson)
        start = session.session(self.record, held).planned_at
        self.clock.advance(max(timedelta(), start - self.clock.now()))
        session.start(self.record, held)
        self._lead(held)
        for one in self.members:
            self._attend(held, one)
        for one in self.members:
            self._take_part(held, one)
        if not may_go_on or self._often(0.8):
            self._wait(20)
            session.end(self.record, held)
            self._wait(30)
            for one in self.members:
                self._catch_up(held, one)
        return held

    def _lead(self, held: str) -> None:
        for role in ("co", "trainee", "peer", "interpreter"):
            if self._often(0.3):
                follow_up.add_staff(self.record, held, f"Kim {role}", role)
        for family in FAMILIES:
            for _ in range(self.chance.choice((0, 0, 1, 2))):
                taught.mark_technique(self.record, held, family, self.text())
        for page in range(2, self.chance.choice((2, 3, 6))):
            hour.page_shown(self.record, held, page)

    def _attend(self, held: str, one: str) -> None:
        self._wait(3)
        status = self.chance.choice((*Status, Status.HERE, Status.HERE, Status.LATE))
        reason = self.text(0.5) if status in (Status.EXCUSED, Status.LATE) else ""
        source = self.chance.choice((Source.CONSOLE, Source.CONSOLE, Source.KIOSK))
        if status is not Status.UNKNOWN or self._often(0.3):
            attendance.mark(self.record, held, one, status, reason=reason, source=source)
        if self._often(0.2):
            attendance.set_mode(self.record, held, one, self.chance.choice((Mode.VIDEO, Mode.PHONE)))
        for _ in range(self.chance.choice((0, 0, 0, 1, 2, 3))):
            self._wait(4)
            self.attempt(lambda: attendance.out_or_back(self.record, held, one))

    @staticmethod
    def attempt(act: Callable[[], object]) -> None:
        """What is refused did not happen."""
        with suppress(Refused):
            act()

    def _take_part(self, held: str, one: str) -> None:
        self._wait(1)
        for found in homework.due(self.record, held).get(one, ()):
            self._look_back(held, found.id)
        self._goal(held, one)
        if self._often(0.3):
            self._review(held, one)
        if self._often(0.4):
            self.attempt(lambda: turn.small_step(self.record, held, one, self.text()))
        for lesson in (None, None, "missed01"):
            if self._often(0.4):
                self.attempt(partial(homework.agree, self.record, held, one, self._plan(), lesson=lesson))
                if self._often(0.1):
                    undo(self.record, held)
        if self._often(0.1):
            for found in homework.agreed_in(self.record, held):
                if found.member == one:
                    self.attempt(partial(homework.drop, self.record, held, found.id))

    def _look_back(self, held: str, found: str) -> None:
        if self._often(0.15):
            self.attempt(lambda: homework.drop(self.record, held, found))
        elif self._often(0.8):
            status = self.chance.choice(tuple(HomeworkStatus))
            words = {"obstacle": self.text(0.4), "differently": self.text(0.4)}
            self.attempt(lambda: homework.review(self.record, held, found, status, **words))

    def _plan(self) -> Plan:
        return Plan(self.text(), self.text(0.5), self.text(0.5), self.text(0.4), self.text(0.4))

    def _goal(self, held: str, one: str) -> None:
        day = session.session(self.record, held).day
        current = goal.goal_of(self.record, one)
        if current is None or (current.achieved_on is not None and self._often(0.5)):
            if self._often(0.6):
                goal.set_goal(self.record, one, self.text(), on=day, session=held)
        elif self._often(0.2):
            goal.change_goal(self.record, current.id, text=self.text(), how_known="", on=day, session=held)
        elif self._often(0.15):
            goal.achieve_goal(self.record, current.id, on=day, session=held)
        current = goal.goal_of(self.record, one)
        if current is not None and self._often(0.5):
            text = self.text()
            self.attempt(lambda: goal.add_short_term_goal(self.record, current.id, text, starts=day, session=held))
        for part in current.short_term_goals if current else ():
            if self._often(0.2):
                goal.change_short_term_goal(self.record, part.id, text=self.text(), session=held)
            if self._often(0.3):
                how = self.chance.choice(tuple(Achieved))
                goal.review_short_term_goal(self.record, part.id, how, on=day, method=self.text(0.5), session=held)

    def _review(self, held: str, one: str) -> None:
        self.attempt(lambda: turn.answer(self.record, held, one, self.chance.choice(tuple(Answer))))
        self.attempt(lambda: turn.hold(self.record, held, one))
        achieved = self.chance.choice((*Achieved, None))
        helped, step = self.text(0.5), self.text(0.5)
        self.attempt(lambda: turn.write(self.record, held, one, achieved=achieved, helped=helped, next_step=step))
        if self._often(0.1):
            self.attempt(lambda: turn.hold(self.record, held, one, held=False))

    def _catch_up(self, held: str, one: str) -> None:
        if self._often(0.6):
            chips = tuple(chip for chip in taught.CHIPS if self._often(0.4))
            self.attempt(lambda: taught.set_chips(self.record, held, one, chips))
        if self._often(0.5):
            self.attempt(lambda: taught.set_words(self.record, held, one, self.text()))
        for _ in range(self.chance.choice((0, 0, 1, 2))):
            by = self.chance.choice((None, TODAY + timedelta(days=9)))
            follow_up.add(self.record, held, self.text(0.9), member=one, who=self.text(0.4), by=by)
        if self._often(0.3):
            follow_up.took_to_appointment(self.record, held, one, by=self.chance.choice((None, TODAY)))
        to_ask = follow_up.appointments_to_ask(self.record, session.session(self.record, held)).get(one)
        if to_ask is not None and self._often(0.7):
            follow_up.came_of(self.record, held, to_ask.id, self.text(0.7))
        if self._often(0.4):
            follow_up.record_contact(self.record, held, one, self.chance.choice(tuple(ContactKind)))
        if self._often(0.2):
            self._goal(held, one)
