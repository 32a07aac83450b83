"""Questions about goal turns, what came of a review, and the small step of everyone."""

from __future__ import annotations

from dataclasses import replace

from agenda.goal import Achieved, GoalReview
from agenda.record.connection import Record
from agenda.record.rows import attendance as attendances
from agenda.record.rows import turn as turns
from facilitator.console.parts.ask_words import Words
from facilitator.console.rounds.question import Question, present
from facilitator.language import _

ACHIEVED = {"1": Achieved.FULLY, "2": Achieved.PARTIALLY, "3": Achieved.NOT_AT_ALL}
IN_WORDS = "w"
EVERYONES_STEP = "everyones-step"


def turn_round(record: Record, session: str) -> tuple[Question, ...]:
    """Whose goal is looked at today."""
    names = {a.member: a for a in present(record, session)}
    answers = (("g", _("goal review held")), (IN_WORDS, _("held, and what came of it in words")), ("n", _("not today")))
    asked = [turn.member for turn in turns.proposed(record, session).turns if turn.member in names]
    reviews = turns.reviews_in(record, session)
    held = {member for member, review in reviews.items() if review.held}
    words, so_far = _("Their goal, now"), _("goal review held")
    of_turns = [
        Question(
            "turn",
            member,
            names[member].name,
            words,
            answers,
            so_far=so_far if member in held else "",
            digit=names[member].digit,
            on_enter=_("goal sheet"),
        )
        for member in asked
    ]
    return tuple(of_turns) if names else ()


def everyones_step(go_on: str) -> Question:
    """The line that everybody has, whoever's turn it is."""
    words = _("One small step this week. Write down what each of them says?")
    return Question(EVERYONES_STEP, "", _("Everyone"), words, (("y", _("yes, one by one")),), on_enter=go_on)


def small_step_round(record: Record, session: str) -> tuple[Question, ...]:
    """The small step of everyone here, in a line each."""
    known = turns.small_steps(record, session)
    words = _("One small step this week")
    return tuple(
        Question("small-step", a.member, a.name, words, (),
                 (Words("step", _("Their one small step this week"), known.get(a.member, "")),),
                 so_far=known.get(a.member, ""), digit=a.digit)
        for a in present(record, session)
    )  # fmt: skip


def missing_words(record: Record, session: str) -> tuple[Question, ...]:
    """What is asked only after the group: what came of each goal review."""
    roster = {a.member: a.name for a in attendances.roster(record, session)}
    held = [r for r in turns.reviews_in(record, session).values() if r.held]
    return tuple(_goal_review(r, roster[r.member]) for r in held if r.achieved is None)


def held_just_now(record: Record, session: str, question: Question) -> tuple[Question, ...]:
    """The review that was held, to say what came of it while it is fresh."""
    review = turns.reviews_in(record, session)[question.subject]
    return (replace(_goal_review(review, question.name), digit=question.digit),)


def _goal_review(review: GoalReview, name: str) -> Question:
    answers = (("1", _("fully")), ("2", _("partially")), ("3", _("not at all")), (IN_WORDS, _("in words")))
    texts = (Words("helped", _("What helped"), review.helped), Words("next_step", _("Next step"), review.next_step))
    words = _("Goal review: was the step achieved?")
    return Question("goal-review", review.member, name, words, answers, texts, on_enter=_("goal sheet"))


def answer_turn(record: Record, session: str, question: Question, key: str) -> None:
    """Held, or not today."""
    if key in ("g", IN_WORDS):
        turns.hold(record, session, question.subject)
    else:
        turns.answer(record, session, question.subject, turns.NOT_TODAY)


def answer_goal_review(record: Record, session: str, question: Question, key: str) -> None:
    """How far it got; words already there stay."""
    now = turns.reviews_in(record, session)[question.subject]
    turns.write(record, session, question.subject, achieved=ACHIEVED[key], helped=now.helped, next_step=now.next_step)
