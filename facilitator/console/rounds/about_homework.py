"""Questions about homework: looked back on, agreed, and what is still to be said about it."""

from __future__ import annotations

from agenda.homework import Homework, HomeworkStatus
from agenda.record.connection import Record
from agenda.record.rows import attendance as attendances
from agenda.record.rows import homework as homeworks
from content.lesson import HomeworkOption
from facilitator.console.parts.ask_words import Words
from facilitator.console.people.homework_marks import STATUS_WORDS, what_of
from facilitator.console.people.plan_words import in_parts, plan_words, said
from facilitator.console.rounds.about_plans import foresee_question
from facilitator.console.rounds.question import Question, present
from facilitator.language import _

REVIEW_KEYS = {"y": HomeworkStatus.DONE, "s": HomeworkStatus.SOME, "n": HomeworkStatus.NOT_YET}


def homework_round(record: Record, session: str, *, only_open: bool = False) -> tuple[Question, ...]:
    """Each homework from before, of everyone here."""
    due = homeworks.due(record, session)
    answers = tuple((key, _(STATUS_WORDS[status])) for key, status in REVIEW_KEYS.items())
    return tuple(
        Question("homework", h.id, a.name, _("Which part worked?") + "\n" + in_parts(h.plan),
                 (*answers, ("d", _("drop it"))),
                 so_far=_(STATUS_WORDS[h.review.status]) if h.review else "", digit=a.digit)
        for a in present(record, session)
        for h in due.get(a.member, ())
        if h.review is None or not only_open
    )  # fmt: skip


def agree_round(record: Record, session: str, options: tuple[HomeworkOption, ...]) -> tuple[Question, ...]:
    """What will everyone here do?"""
    answers = (*((str(n), option.what) for n, option in enumerate(options, 1)), ("w", _("own words, later")))
    words = _("What will they do?")
    agreed = {h.member: h for h in homeworks.agreed_in(record, session) if h.dropped_in is None and h.lesson is None}
    return tuple(
        Question("agree", a.member, a.name, words, answers, so_far=_agreed_so_far(agreed.get(a.member)), digit=a.digit)
        for a in present(record, session)
    )


def _agreed_so_far(homework: Homework | None) -> str:
    if homework is None:
        return ""
    return str(homework.option) if homework.option else what_of(homework.plan)


def missing_words(record: Record, session: str) -> tuple[Question, ...]:
    """What is asked only after the group: what got in the way, own words, what could get in the way next time."""
    roster = {a.member: a.name for a in attendances.roster(record, session)}
    reviewed = [h for due in homeworks.due(record, session).values() for h in due]
    agreed = [h for h in homeworks.agreed_in(record, session) if h.dropped_in is None]
    return (
        *(_obstacle(h, roster[h.member]) for h in reviewed if _lacks_obstacle(h)),
        *(_plan(h, roster[h.member]) for h in agreed if h.plan.in_own_words),
        *(
            foresee_question(h, roster[h.member])
            for h in agreed
            if not h.plan.in_own_words and not h.plan.has_been_foreseen
        ),
    )


def _lacks_obstacle(homework: Homework) -> bool:
    review = homework.review
    return review is not None and review.status is not HomeworkStatus.DONE and not review.obstacle


def _obstacle(homework: Homework, name: str) -> Question:
    texts = (Words("obstacle", _("What got in the way?")), Words("differently", _("What could be different?")))
    words = _("What got in the way, and what could be different?") + "\n" + said(homework.plan)
    return Question("obstacle", homework.id, name, words, (), texts)


def _plan(homework: Homework, name: str) -> Question:
    words = _("Homework agreed: {what}").format(what=said(homework.plan))
    return Question("plan", homework.id, name, words, (), plan_words(homework.plan))


def answer_homework(record: Record, session: str, question: Question, key: str) -> None:
    """y, s, n, or d to let it go."""
    if key == "d":
        homeworks.drop(record, session, question.subject)
    else:
        homeworks.review(record, session, question.subject, REVIEW_KEYS[key])
