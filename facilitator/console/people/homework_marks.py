"""What the keys of homework write: looking back with y, s, n; agreeing with a and a digit."""

from __future__ import annotations

from collections.abc import Sequence

from agenda.attendance import Attendance
from agenda.error import N_
from agenda.homework import OWN_WORDS, Homework, HomeworkStatus, Plan
from agenda.record.rows import homework as homeworks
from agenda.record.rows.lesson_reading import last_missed
from agenda.session import PhaseKey
from content.lesson import HomeworkOption, Lesson
from facilitator.console.hour.led_hour import LedHour
from facilitator.console.people.chosen import Chosen
from facilitator.language import _, ngettext

STATUS_WORDS = {
    HomeworkStatus.DONE: N_("done"),
    HomeworkStatus.SOME: N_("some"),
    HomeworkStatus.NOT_YET: N_("not yet"),
}
SIGNS = {HomeworkStatus.DONE: "●", HomeworkStatus.SOME: "◐", HomeworkStatus.NOT_YET: "○"}


def plan_of(option: HomeworkOption) -> Plan:
    """An option of a lesson as a plan: what they will do. Day and place are their own, and asked for."""
    return Plan(option.what)


def what_of(plan: Plan) -> str:
    """What they will do, or that it is in own words nobody has written down yet."""
    return _("own words") if plan.in_own_words else plan.what


def option_words(options: Sequence[HomeworkOption]) -> tuple[str, ...]:
    """The options as lines to choose from."""
    return tuple(" · ".join(filter(None, (one.what, one.when, one.where))) for one in options)


class HomeworkMarks:
    """Homework of the members of one session."""

    def __init__(self, led: LedHour, chosen: Chosen) -> None:
        self._led, self._chosen = led, chosen
        self._record = led.workplace.record

    @property
    def options(self) -> tuple[HomeworkOption, ...]:
        """The lesson's options, numbered from 1 on wall, handout and console."""
        return self._led.lesson.homework if self._led.lesson else ()

    def to_review(self, member: str) -> Homework | None:
        """What to look back on with a member: the oldest not answered today, else the last one answered."""
        due = self._led.now.due.get(member, ())
        return next((h for h in due if h.review is None), due[-1] if due else None)

    def review(self, status: HomeworkStatus) -> str:
        """Mark the chosen member's homework from last time."""
        member = self._chosen.member
        if member is None:
            return self._chosen.missing
        homework = self.to_review(member.member)
        if homework is None:
            return _("{name} has no homework to look back on.").format(name=member.name)
        before = self.smaller_step
        homeworks.review(self._record, self._led.id, homework.id, status)
        words = _("{name}: {status}. {what}").format(
            name=member.name, status=_(STATUS_WORDS[status]), what=what_of(homework.plan)
        )
        return words if before else f"{words} {self.smaller_step}".strip()

    @property
    def smaller_step(self) -> str:
        """What is offered when half or more say not yet, while homework is looked at; else nothing."""
        if self._led.running.key is not PhaseKey.HOMEWORK:
            return ""
        if not self._led.now.nobody_did_it:
            return ""
        return _("Half or more say not yet. m offers a smaller step, 5 minutes now.")

    def agree(self, option: int) -> str:
        """The lesson's option of this number for the chosen member, or for everyone here."""
        plan = self.plan_of(option)
        if plan is None:
            return _("This lesson has no option {digit}.").format(digit=option)
        if self._chosen.is_everyone:
            count = homeworks.agree_with_everyone(self._record, self._led.id, plan, option=option)
            return ngettext("Agreed with {count} member.", "Agreed with {count} members.", count).format(count=count)
        return self._agree_with_chosen(plan, option)

    def agree_own_words(self) -> str:
        """Something of their own; the words are typed at catch-up."""
        return self._agree_with_chosen(OWN_WORDS, None)

    def _agree_with_chosen(self, plan: Plan, option: int | None) -> str:
        member = self._chosen.member
        if member is None:
            return self._chosen.missing
        homeworks.agree(self._record, self._led.id, member.member, plan, option=option)
        return _("{name}: {what}").format(name=member.name, what=what_of(plan))

    def plan_of(self, option: int) -> Plan | None:
        """An option as a plan."""
        return plan_of(self.options[option - 1]) if 1 <= option <= len(self.options) else None

    def missed_lesson(self, member: str) -> Lesson | None:
        """The lesson they missed last, if it is still taught and was not given to them since."""
        given = last_missed(self._record, self._led.id, member)
        return None if given is None else self._led.workplace.lesson(given.lesson)

    def agree_for_missed(self, member: Attendance, lesson: Lesson, option: int) -> str:
        """An option of the lesson they missed, beside the homework of today."""
        plan = plan_of(lesson.homework[option - 1])
        homeworks.agree(self._record, self._led.id, member.member, plan, option=option, lesson=lesson.entry.id)
        return _("{name}, for the lesson missed: {what}").format(name=member.name, what=what_of(plan))

    def last_sign(self, member: str) -> str:
        """The sign for homework from last time."""
        homework = self.to_review(member)
        if homework is None:
            return ""
        if homework.review is None:
            return _("to ask")
        return f"{SIGNS[homework.review.status]} {_(STATUS_WORDS[homework.review.status])}"

    def new_sign(self, member: str) -> str:
        """The sign for homework agreed today."""
        homework = self._led.now.agreed.get(member)
        if homework is None:
            return "·"
        if homework.option:
            return _("option {digit}").format(digit=homework.option)
        return _("own words") if homework.plan.in_own_words else "● " + _("agreed")
