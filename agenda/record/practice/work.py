"""What the practice group's past hours were for: homework, goals and turns, techniques, responses, handouts."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import assert_never

from agenda.attendance import Attendance
from agenda.goal import STEP_LASTS, Achieved, ShortTermGoal, Step
from agenda.homework import HomeworkStatus, Plan
from agenda.record.connection import Record
from agenda.record.practice.texts import PracticeGoal, PracticeLesson, PracticeTexts
from agenda.record.rows import attendance, goal, homework, session, taught, turn
from agenda.response import Chip
from agenda.session import PhaseKey
from agenda.technique import Family

GOAL_SET_IN = (1, 1, 1, 2, 2, 2, None, 5)
"""By member: the session in which the goal came onto the sheet, or the next one they came to."""
WITHOUT_GOAL = 6
"""Nobody is pushed: this one has no goal yet, declines when asked, and rests until a day agreed on."""
REST_AFTER_TODAY = timedelta(weeks=2)
ANSWERS = (*[HomeworkStatus.DONE] * 9, *[HomeworkStatus.SOME] * 5, *[HomeworkStatus.NOT_YET] * 4, *[None] * 2)
HOW_FAR = (*[Achieved.FULLY] * 4, *[Achieved.PARTIALLY] * 4, Achieved.NOT_AT_ALL)
TECHNIQUES = {
    Family.MOTIVATIONAL: ("connected information and skills with goals", "promoted hope"),
    Family.EDUCATIONAL: ("interactive teaching", "broke down information", "checked for understanding"),
    Family.COGNITIVE_BEHAVIOURAL: ("reinforcement", "modelling", "role play"),
    Family.SKILL: ("coping", "social"),
}
"""From the vocabulary of docs/domain.md 5: B."""


class PracticeWork:
    """Fills the phases of one past session after the other. Its chances are its own: who came does not hang on them."""

    def __init__(self, record: Record, texts: PracticeTexts, seed: int, today: date) -> None:
        self.record, self.texts, self.today = record, texts, today
        self.chance = random.Random(f"work {seed}")  # noqa: S311 - made-up lives, not secrets
        self.own = random.Random(f"own {seed}")  # noqa: S311 - the same
        """Days and places: another stream, so that they change nothing else in these lives."""
        self.handouts: list[str] = []

    def during(
        self, key: PhaseKey, here_now: str, number: int, members: Sequence[str], lesson: PracticeLesson | None
    ) -> None:
        """What is done in this phase of a session. ``members`` are all of them, in the order of the texts' goals."""
        present = [a for a in attendance.roster(self.record, here_now) if a.status.present]
        match key:
            case PhaseKey.WELCOME:
                self._set_goals(here_now, number, members, {a.member for a in present})
            case PhaseKey.HOMEWORK:
                self._look_back(here_now, present)
            case PhaseKey.GOALS:
                if self.texts.goals:
                    self._take_turns(here_now, members, present)
            case PhaseKey.LESSON:
                if lesson is not None:
                    self._teach(here_now, present, lesson)
            case PhaseKey.NEW_HOMEWORK:
                if lesson is not None:
                    self._agree(here_now, present, lesson)
            case PhaseKey.SUMMARY:
                self._close(here_now, present)
            case PhaseKey.LAST_SESSION | PhaseKey.AGENDA | PhaseKey.BREAK:
                pass
            case _:
                assert_never(key)

    def _day(self, here_now: str) -> date:
        return session.session(self.record, here_now).day

    def _sometimes(self, share: float, words: Sequence[str]) -> str:
        """Some of these words, or none."""
        return self.chance.choice(words) if words and self.chance.random() < share else ""

    def _set_goals(self, here_now: str, number: int, members: Sequence[str], present: set[str]) -> None:
        for one, wanted, since in zip(members, self.texts.goals, GOAL_SET_IN, strict=False):
            if wanted is None or since is None or number < since or one not in present:
                continue
            if goal.goal_of(self.record, one) is None:
                self._set_goal(here_now, one, wanted)

    def _set_goal(self, here_now: str, one: str, wanted: PracticeGoal) -> None:
        day = self._day(here_now)
        new = goal.set_goal(self.record, one, wanted.text, on=day, how_known=wanted.how_known, session=here_now)
        for part in wanted.parts:
            short = goal.add_short_term_goal(
                self.record, new, part.text, starts=day, how_known=part.how_known, session=here_now
            )
            for place, step in enumerate(part.steps):
                goal.add_step(self.record, short, step, starts=day + place * STEP_LASTS, session=here_now)

    def _look_back(self, here_now: str, present: Sequence[Attendance]) -> None:
        due = homework.due(self.record, here_now)
        for plan in (plan for a in present for plan in due.get(a.member, ())):
            status = self.chance.choice(ANSWERS)
            is_done = status is HomeworkStatus.DONE
            obstacle = "" if is_done else self._sometimes(0.7, self.texts.obstacles)
            differently = self._sometimes(0.6, self.texts.differently) if obstacle else ""
            if status is not None:
                homework.review(self.record, here_now, plan.id, status, obstacle=obstacle, differently=differently)

    def _take_turns(self, here_now: str, members: Sequence[str], present: Sequence[Attendance]) -> None:
        declines = members[WITHOUT_GOAL]
        asked: set[str] = set()
        while waiting := [t.member for t in turn.proposed(self.record, here_now).turns if t.member not in asked]:
            one = waiting[0]
            asked.add(one)
            willing = goal.goal_of(self.record, one) is not None and self.chance.random() < 0.85
            until = turn.answer(self.record, here_now, one, turn.TODAY if willing else turn.NOT_TODAY)
            if until is not None and one == declines:
                turn.rest(self.record, here_now, one, self.today + REST_AFTER_TODAY)
        for found in turn.proposed(self.record, here_now).turns:
            self._review_goal(here_now, found.member)
        for a in present:
            small = self._sometimes(0.5, self.texts.small_steps)
            if small:
                turn.small_step(self.record, here_now, a.member, small)

    def rest_at_last(self, here_now: str, members: Sequence[str]) -> None:
        """Whoever has no goal rests from the last session on, if two answers have not brought it about."""
        one = members[WITHOUT_GOAL]
        if self.texts.goals and turn.rest_until(self.record, one, self.today) is None:
            turn.rest(self.record, here_now, one, self.today + REST_AFTER_TODAY)

    def _review_goal(self, here_now: str, one: str) -> None:
        turn.hold(self.record, here_now, one)
        found = goal.goal_of(self.record, one)
        steps = [(part, step) for part in found.short_term_goals for step in part.steps] if found else []
        before_them = [(part, step) for part, step in steps if step.achieved is not Achieved.FULLY]
        if not before_them or self.chance.random() < 0.2:
            return  # nothing was typed
        achieved = self.chance.choice(HOW_FAR)
        self._mark_step(here_now, *before_them[0], achieved)
        _part, following = before_them[achieved is Achieved.FULLY and len(before_them) > 1]
        helped = "" if achieved is Achieved.NOT_AT_ALL else self._sometimes(0.8, self.texts.helped)
        turn.write(self.record, here_now, one, achieved=achieved, helped=helped, next_step=following.text)

    def _mark_step(self, here_now: str, part: ShortTermGoal, step: Step, achieved: Achieved) -> None:
        goal.change_step(self.record, step.id, text=step.text, achieved=achieved, session=here_now)
        if step.id == part.steps[-1].id:
            day, method = self._day(here_now), self._sometimes(0.8, self.texts.differently)
            goal.review_short_term_goal(self.record, part.id, achieved, on=day, method=method, session=here_now)

    def _teach(self, here_now: str, present: Sequence[Attendance], lesson: PracticeLesson) -> None:
        for family, names in TECHNIQUES.items():
            used = 2 if family == "educational" else 1
            for name in self.chance.sample(names, used):
                taught.mark_technique(self.record, here_now, family, name)
        self.handouts.append(lesson.given.lesson)
        for a in present:  # and those of the lessons they missed
            for missing in [h for h in self.handouts if h not in taught.handouts_of(self.record, a.member)]:
                taught.give_handout(self.record, here_now, a.member, missing)

    def _agree(self, here_now: str, present: Sequence[Attendance], lesson: PracticeLesson) -> None:
        for a in present:
            options = list(enumerate(lesson.homework, 1))
            if not options or self.chance.random() < 0.06:
                continue
            option, plan = self.chance.choice(options)
            obstacle, helper = self._sometimes(0.5, self.texts.obstacles), self._sometimes(0.4, self.texts.helpers)
            plan = replace(plan, obstacle=obstacle, helper=helper)
            homework.agree(self.record, here_now, a.member, self._their_own(here_now, plan, a), option=option)

    def _their_own(self, here_now: str, plan: Plan, a: Attendance) -> Plan:
        """The plan with a day and a place of this member's; people go to the same two places mostly."""
        mine = self.texts.places[a.digit % 3 :][:2]
        if not mine:
            return plan
        return replace(
            plan,
            day=self._day(here_now) + timedelta(days=self.own.randint(1, 6)),
            where=self.own.choice(mine),
            remedy=self.own.choice(self.texts.differently) if plan.obstacle and self.texts.differently else "",
        )

    def _close(self, here_now: str, present: Sequence[Attendance]) -> None:
        for a in present:
            chips = self.chance.sample(taught.CHIPS[:-1], self.chance.choice((1, 1, 2)))
            if self.chance.random() < 0.1:
                chips = [Chip.QUIET]
            taught.set_chips(self.record, here_now, a.member, tuple(chips))
            words = self._sometimes(0.4, self.texts.useful)
            if words:
                taught.set_words(self.record, here_now, a.member, words)
