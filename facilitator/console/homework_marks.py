"""What the keys of homework write: looking back with y, s, n; agreeing with a and a digit."""

from __future__ import annotations

from agenda.error import N_
from agenda.homework import Homework, HomeworkStatus, Plan
from agenda.record import homework as homeworks
from agenda.record.connection import Record
from content.lesson import HomeworkOption
from facilitator.console.leading import Leading
from facilitator.console.marking import EVERYONE, Marking
from facilitator.language import _, ngettext

STATUS_WORDS = {
    HomeworkStatus.DONE: N_("done"),
    HomeworkStatus.SOME: N_("some"),
    HomeworkStatus.NOT_YET: N_("not yet"),
}
SIGNS = {HomeworkStatus.DONE: "●", HomeworkStatus.SOME: "◐", HomeworkStatus.NOT_YET: "○"}
OWN_WORDS = N_("own words")


class HomeworkMarks:
    """Homework of the members of one session."""

    def __init__(self, leading: Leading, marking: Marking) -> None:
        self.leading, self.marking = leading, marking
        self.changed()

    def changed(self) -> None:
        """Read the record again after something was written."""
        self.due = homeworks.due(self._record, self.leading.id)
        agreed = homeworks.agreed_in(self._record, self.leading.id)
        self.agreed: dict[str, Homework] = {h.member: h for h in agreed if h.dropped_in is None and h.lesson is None}

    @property
    def _record(self) -> Record:
        return self.leading.desk.record

    @property
    def options(self) -> tuple[HomeworkOption, ...]:
        """The lesson's options, numbered from 1 on wall, handout and console."""
        return self.leading.lesson.homework if self.leading.lesson else ()

    def to_review(self, member: str) -> Homework | None:
        """What to look back on with a member: the oldest not answered today, else the last one answered."""
        due = self.due.get(member, ())
        return next((h for h in due if h.review is None), due[-1] if due else None)

    def review(self, status: HomeworkStatus) -> str:
        """Mark the chosen member's homework from last time."""
        member = self.marking.member
        if member is None:
            return self.marking.needs_member() or ""
        homework = self.to_review(member.member)
        if homework is None:
            return _("{name} has no homework to look back on.").format(name=member.name)
        homeworks.review(self._record, self.leading.id, homework.id, status)
        self.changed()
        return _("{name}: {status}. {what}").format(
            name=member.name, status=_(STATUS_WORDS[status]), what=homework.plan.what
        )

    def agree(self, option: int) -> str:
        """The lesson's option of this number for the chosen member, or for everyone here."""
        plan = self.plan_of(option)
        if plan is None:
            return _("This lesson has no option {digit}.").format(digit=option)
        if self.marking.chosen == EVERYONE:
            count = homeworks.agree_with_everyone(self._record, self.leading.id, plan, option=option)
            self.changed()
            return ngettext("Agreed with {count} member.", "Agreed with {count} members.", count).format(count=count)
        return self._agree_with_chosen(plan, option)

    def agree_own_words(self) -> str:
        """Something of their own; the words are typed at catch-up."""
        return self._agree_with_chosen(Plan(_(OWN_WORDS)), None)

    def _agree_with_chosen(self, plan: Plan, option: int | None) -> str:
        member = self.marking.member
        if member is None:
            return self.marking.needs_member() or ""
        homeworks.agree(self._record, self.leading.id, member.member, plan, option=option)
        self.changed()
        return _("{name}: {what}").format(name=member.name, what=plan.what)

    def plan_of(self, option: int) -> Plan | None:
        """An option as a plan."""
        if not 1 <= option <= len(self.options):
            return None
        found = self.options[option - 1]
        return Plan(found.what, found.when, found.where)

    @property
    def answers(self) -> tuple[HomeworkStatus, ...]:
        """What was answered today."""
        reviews = (h.review for due in self.due.values() for h in due)
        return tuple(r.status for r in reviews if r is not None)

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
        homework = self.agreed.get(member)
        if homework is None:
            return "·"
        if homework.option:
            return _("option {digit}").format(digit=homework.option)
        return _(OWN_WORDS) if homework.plan.what == _(OWN_WORDS) else "● " + _("agreed")
