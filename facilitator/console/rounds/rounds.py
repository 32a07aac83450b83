"""Which questions each round asks, and how an answer to each kind is written."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from agenda.attendance import Status
from agenda.homework import OWN_WORDS
from agenda.record.connection import Record
from agenda.record.rows import attendance as attendances
from agenda.record.rows import homework as homeworks
from agenda.session import PhaseKey
from content.lesson import HomeworkOption
from facilitator.console.people.homework_marks import plan_of
from facilitator.console.rounds import question as plain
from facilitator.console.rounds import work_question as work
from facilitator.console.rounds.question import Question
from facilitator.language import _

Options = tuple[HomeworkOption, ...]
Asked = Callable[[Record, str, Options], tuple[Question, ...]]


def _agree(record: Record, session: str, question: Question, key: str, options: Options) -> None:
    if key == "w":
        homeworks.agree(record, session, question.subject, OWN_WORDS)
        return
    homeworks.agree(record, session, question.subject, plan_of(options[int(key) - 1]), option=int(key))


def answer(record: Record, session: str, question: Question, key: str, options: Options) -> None:
    """Write the answer to one question."""
    if question.kind == "agree":
        _agree(record, session, question, key, options)
        return
    writers = {
        "attendance": plain.answer_attendance,
        "contact": plain.answer_contact,
        "follow-up": plain.answer_follow_up,
        "homework": work.answer_homework,
        "turn": work.answer_turn,
        work.EVERYONES_STEP: work.answer_everyones_step,
        "closing": work.answer_closing,
        "goal-review": work.answer_goal_review,
    }
    writers[question.kind](record, session, question, key)


def leads_to(record: Record, session: str, question: Question) -> tuple[Question, ...]:
    """In catch-up, the contact question that an absence leads to."""
    if question.kind != "attendance":
        return ()
    found = (a for a in attendances.roster(record, session) if a.member == question.subject)
    return tuple(plain.contact_question(a) for a in found if a.status is Status.ABSENT)


def catch_up(record: Record, session: str, options: Options = ()) -> tuple[Question, ...]:
    """What is still open: attendance, homework not asked, words missing, no-shows not reached, follow-ups."""
    roster = attendances.roster(record, session)
    return (
        *(plain.attendance_question(a) for a in roster if not a.confirmed),
        *work.homework_round(record, session, only_open=True),
        *work.missing_words(record, session),
        *work.closing_round(record, session, only_open=True),
        *plain.no_shows(record, session),
        *plain.to_do(record, session),
    )


@dataclass(frozen=True, slots=True)
class Round:
    """Its title and its questions."""

    title: str
    asked: Asked


ROUNDS: dict[PhaseKey, Round] = {
    PhaseKey.WELCOME: Round(
        _("Who is here?"), lambda record, session, _options: plain.attendance_round(record, session)
    ),
    PhaseKey.HOMEWORK: Round(
        _("What did you try?"), lambda record, session, _options: work.homework_round(record, session)
    ),
    PhaseKey.GOALS: Round(_("Goal time"), lambda record, session, _options: work.turn_round(record, session)),
    PhaseKey.NEW_HOMEWORK: Round(_("One thing to try"), work.agree_round),
    PhaseKey.SUMMARY: Round(
        _("What was most useful?"), lambda record, session, _options: work.closing_round(record, session)
    ),
}
"""The phases that have a round."""
