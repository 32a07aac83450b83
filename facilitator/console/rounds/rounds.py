"""Which questions each round asks, and how an answer to each kind is written."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import assert_never

from agenda.attendance import Status
from agenda.homework import OWN_WORDS
from agenda.record.connection import Record
from agenda.record.rows import attendance as attendances
from agenda.record.rows import homework as homeworks
from agenda.record.rows import taught
from agenda.record.rows import turn as turns
from agenda.record.rows.session_now import session_now
from agenda.session import PhaseKey
from content.lesson import HomeworkOption
from facilitator.console.people.homework_marks import plan_of
from facilitator.console.people.plan_words import plan_of_words
from facilitator.console.rounds import about_attendance, about_goals, about_homework, about_plans, about_responses
from facilitator.console.rounds.question import Question
from facilitator.language import _

END = "end"
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
        "attendance": about_attendance.answer_attendance,
        "contact": about_attendance.answer_contact,
        "follow-up": about_attendance.answer_follow_up,
        "homework": about_homework.answer_homework,
        "turn": about_goals.answer_turn,
        "day": about_plans.answer_day,
        "place": about_plans.answer_place,
        "foresee": about_plans.answer_foresee,
        "closing": about_responses.answer_closing,
        "goal-review": about_goals.answer_goal_review,
    }
    if question.kind in writers:  # a question for everyone only leads to others
        writers[question.kind](record, session, question, key)


def write_words(record: Record, session: str, question: Question, texts: dict[str, str]) -> None:
    """What was typed."""
    if question.kind == "closing":
        taught.set_words(record, session, question.subject, texts["words"])
    elif question.kind == "small-step":
        turns.small_step(record, session, question.subject, texts["step"])
    elif question.kind == "plan":
        plan = homeworks.one(record, question.subject).plan
        homeworks.reword(record, session, question.subject, plan_of_words(plan, texts))
    elif question.kind in ("day", "place", "foresee"):
        about_plans.write_words(record, session, question, texts)
    elif question.kind == "goal-review":
        now = turns.reviews_in(record, session)[question.subject]
        turns.write(record, session, question.subject, achieved=now.achieved, **texts)
    elif question.kind == "obstacle":
        found = next(h for due in homeworks.due(record, session).values() for h in due if h.id == question.subject)
        if found.review is not None:
            homeworks.review(record, session, question.subject, found.review.status, **texts)


def leads_to(record: Record, session: str, question: Question, key: str) -> tuple[Question, ...]:
    """The questions that an answer brings up; ``key`` is empty where it was typed."""
    if question.kind == about_goals.EVERYONES_STEP:
        return about_goals.small_step_round(record, session)
    return about_plans.leads_to(record, session, question, key)


def absence_leads_to(record: Record, session: str, question: Question) -> tuple[Question, ...]:
    """In catch-up, the contact question that an absence leads to."""
    if question.kind != "attendance":
        return ()
    found = (a for a in attendances.roster(record, session) if a.member == question.subject)
    return tuple(about_attendance.contact_question(a) for a in found if a.status is Status.ABSENT)


def catch_up(record: Record, session: str, options: Options = ()) -> tuple[Question, ...]:
    """What is still open: attendance, homework not asked, words missing, no-shows not reached, follow-ups."""
    roster = attendances.roster(record, session)
    return (
        *(about_attendance.attendance_question(a) for a in roster if not a.confirmed),
        *about_homework.homework_round(record, session, only_open=True),
        *about_homework.missing_words(record, session),
        *about_goals.missing_words(record, session),
        *about_responses.closing_round(record, session, only_open=True),
        *about_attendance.no_shows(record, session),
        *about_attendance.to_do(record, session),
    )


def first_open(record: Record, sessions: Iterable[str]) -> str | None:
    """The first of these sessions of which anything is still open, whatever it is."""
    return next((session for session in sessions if catch_up(record, session)), None)


@dataclass(frozen=True, slots=True)
class Round:
    """Its title and its questions."""

    title: str
    asked: Asked


ROUNDS: dict[PhaseKey, Round] = {
    PhaseKey.WELCOME: Round(
        _("Who is here?"), lambda record, session, _options: about_attendance.attendance_round(record, session)
    ),
    PhaseKey.HOMEWORK: Round(
        _("What did you try?"), lambda record, session, _options: about_homework.homework_round(record, session)
    ),
    PhaseKey.GOALS: Round(_("Goal time"), lambda record, session, _options: about_goals.turn_round(record, session)),
    PhaseKey.NEW_HOMEWORK: Round(_("One thing to try"), about_homework.agree_round),
    PhaseKey.SUMMARY: Round(
        _("What was most useful?"), lambda record, session, _options: about_responses.closing_round(record, session)
    ),
}
"""The phases that have a round."""


def last_question(phase: PhaseKey, go_on: str) -> Question:
    """What stands when everyone was asked: what the whole group is asked now, and how the hour goes on."""
    match phase:
        case PhaseKey.GOALS:
            return about_goals.everyones_step(go_on)
        case PhaseKey.NEW_HOMEWORK:
            return about_plans.everyones_obstacles(go_on)
        case (
            PhaseKey.WELCOME
            | PhaseKey.LAST_SESSION
            | PhaseKey.HOMEWORK
            | PhaseKey.AGENDA
            | PhaseKey.LESSON
            | PhaseKey.BREAK
            | PhaseKey.SUMMARY
        ):
            return end_question(go_on)
        case _:
            assert_never(phase)


def end_question(go_on: str) -> Question:
    """Nobody is left to be asked."""
    return Question(END, "", _("Everyone"), _("Everyone was asked."), on_enter=go_on)


def end_words(record: Record, session: str, phase: PhaseKey) -> str:
    """What to know before the hour goes on: where half or more did not do it, that something smaller is offered."""
    words = _("Everyone was asked.")
    if phase is not PhaseKey.HOMEWORK:
        return words
    if not session_now(record, session).nobody_did_it:
        return words
    return words + "\n" + _("Half or more say not yet. Esc, then m: a smaller step, 5 minutes now.")
