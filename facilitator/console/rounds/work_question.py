"""Questions of the rounds that are about homework, goal turns and how members took part."""

from __future__ import annotations

from agenda.attendance import Attendance
from agenda.goal import Achieved, GoalReview
from agenda.homework import Homework, HomeworkStatus
from agenda.record.connection import Record
from agenda.record.rows import attendance as attendances
from agenda.record.rows import homework as homeworks
from agenda.record.rows import taught
from agenda.record.rows import turn as turns
from content.lesson import HomeworkOption
from facilitator.console.parts.ask_words import Words
from facilitator.console.people.homework_marks import STATUS_WORDS, what_of
from facilitator.console.people.plan_words import plan_of_words, plan_words, said
from facilitator.console.people.technique_words import CHIP_WORDS
from facilitator.console.rounds.question import Question
from facilitator.language import _

ACHIEVED = {"1": Achieved.FULLY, "2": Achieved.PARTIALLY, "3": Achieved.NOT_AT_ALL}
REVIEW_KEYS = {"y": HomeworkStatus.DONE, "s": HomeworkStatus.SOME, "n": HomeworkStatus.NOT_YET}
EVERYONES_STEP = "everyones-step"
CHIP_KEYS = {str(place): chip for place, chip in enumerate(taught.CHIPS, 1)}


def _present(record: Record, session: str) -> tuple[Attendance, ...]:
    return tuple(a for a in attendances.roster(record, session) if a.status.present)


def homework_round(record: Record, session: str, *, only_open: bool = False) -> tuple[Question, ...]:
    """Each homework from before, of everyone here."""
    due = homeworks.due(record, session)
    answers = tuple((key, _(STATUS_WORDS[status])) for key, status in REVIEW_KEYS.items())
    return tuple(
        Question("homework", h.id, a.name, said(h.plan), (*answers, ("d", _("drop it"))),
                 so_far=_(STATUS_WORDS[h.review.status]) if h.review else "")
        for a in _present(record, session)
        for h in due.get(a.member, ())
        if h.review is None or not only_open
    )  # fmt: skip


def turn_round(record: Record, session: str) -> tuple[Question, ...]:
    """Whose goal is looked at today; then, if wished, the small step of everyone."""
    names = {a.member: a.name for a in _present(record, session)}
    answers = (("g", _("goal review held")), ("n", _("not today")))
    asked = [turn.member for turn in turns.proposed(record, session).turns if turn.member in names]
    reviews = turns.reviews_in(record, session)
    held = {member for member, review in reviews.items() if review.held}
    words, so_far = _("Their goal, now"), _("goal review held")
    of_turns = [
        Question("turn", member, names[member], words, answers, so_far=so_far if member in held else "")
        for member in asked
    ]
    return (*of_turns, _everyones_step()) if names else ()


def _everyones_step() -> Question:
    words = _("One small step this week. Write down what each of them says?")
    return Question(EVERYONES_STEP, "", _("Everyone"), words, (("y", _("yes, one by one")), ("n", _("no"))))


def small_step_round(record: Record, session: str) -> tuple[Question, ...]:
    """The small step of everyone here, in a line each."""
    known = turns.small_steps(record, session)
    words = _("One small step this week")
    return tuple(
        Question("small-step", a.member, a.name, words, (),
                 (Words("step", _("Their one small step this week"), known.get(a.member, "")),),
                 so_far=known.get(a.member, ""))
        for a in _present(record, session)
    )  # fmt: skip


def agree_round(record: Record, session: str, options: tuple[HomeworkOption, ...]) -> tuple[Question, ...]:
    """What will everyone here do?"""
    answers = (*((str(n), option.what) for n, option in enumerate(options, 1)), ("w", _("own words, later")))
    words = _("What will they do? When and where?")
    agreed = {h.member: h for h in homeworks.agreed_in(record, session) if h.dropped_in is None and h.lesson is None}
    return tuple(
        Question("agree", a.member, a.name, words, answers, so_far=_agreed_so_far(agreed.get(a.member)))
        for a in _present(record, session)
    )


def _agreed_so_far(homework: Homework | None) -> str:
    if homework is None:
        return ""
    return str(homework.option) if homework.option else what_of(homework.plan)


def closing_round(record: Record, session: str, *, only_open: bool = False) -> tuple[Question, ...]:
    """What was most useful? Their words become the response."""
    answers = tuple((key, _(CHIP_WORDS[chip])) for key, chip in CHIP_KEYS.items())
    known = taught.responses(record, session)
    return tuple(
        Question("closing", a.member, a.name, _("“What was most useful for you today?”"), answers,
                 (Words("words", _("In their words"), known.get(a.member, taught.Response()).words),),
                 so_far=", ".join(_(CHIP_WORDS[chip]) for chip in known.get(a.member, taught.Response()).chips))
        for a in _present(record, session)
        if not only_open or a.member not in known
    )  # fmt: skip


def missing_words(record: Record, session: str) -> tuple[Question, ...]:
    """What is asked only after the group: obstacles, own words, what came of a goal review."""
    roster = {a.member: a.name for a in attendances.roster(record, session)}
    reviewed = [h for due in homeworks.due(record, session).values() for h in due]
    agreed = [h for h in homeworks.agreed_in(record, session) if h.dropped_in is None]
    held = [r for r in turns.reviews_in(record, session).values() if r.held]
    return (
        *(_obstacle(h, roster[h.member]) for h in reviewed if _lacks_obstacle(h)),
        *(_plan(h, roster[h.member]) for h in agreed if h.plan.in_own_words or not h.plan.obstacle),
        *(_goal_review(r, roster[r.member]) for r in held if r.achieved is None),
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


def _goal_review(review: GoalReview, name: str) -> Question:
    answers = (("1", _("fully")), ("2", _("partially")), ("3", _("not at all")))
    texts = (Words("helped", _("What helped"), review.helped), Words("next_step", _("Next step"), review.next_step))
    return Question("goal-review", review.member, name, _("Goal review: was the step achieved?"), answers, texts)


def answer_homework(record: Record, session: str, question: Question, key: str) -> None:
    """y, s, n, or d to let it go."""
    if key == "d":
        homeworks.drop(record, session, question.subject)
    else:
        homeworks.review(record, session, question.subject, REVIEW_KEYS[key])


def answer_turn(record: Record, session: str, question: Question, key: str) -> None:
    """Held, or not today."""
    if key == "g":
        turns.hold(record, session, question.subject)
    else:
        turns.answer(record, session, question.subject, turns.NOT_TODAY)


def answer_everyones_step(record: Record, session: str, question: Question, key: str) -> None:
    """y brings up everyone's line and n does not: there is nothing to write yet."""


def answer_closing(record: Record, session: str, question: Question, key: str) -> None:
    """One way of taking part."""
    before = taught.responses(record, session).get(question.subject, taught.Response())
    taught.set_chips(record, session, question.subject, (*before.chips, CHIP_KEYS[key]))


def answer_goal_review(record: Record, session: str, question: Question, key: str) -> None:
    """How far it got; words already there stay."""
    now = turns.reviews_in(record, session)[question.subject]
    turns.write(record, session, question.subject, achieved=ACHIEVED[key], helped=now.helped, next_step=now.next_step)


def write_words(record: Record, session: str, question: Question, texts: dict[str, str]) -> None:
    """What was typed."""
    if question.kind == "closing":
        taught.set_words(record, session, question.subject, texts["words"])
    elif question.kind == "small-step":
        turns.small_step(record, session, question.subject, texts["step"])
    elif question.kind == "plan":
        homeworks.reword(record, session, question.subject, plan_of_words(texts))
    elif question.kind == "goal-review":
        now = turns.reviews_in(record, session)[question.subject]
        turns.write(record, session, question.subject, achieved=now.achieved, **texts)
    elif question.kind == "obstacle":
        found = next(h for due in homeworks.due(record, session).values() for h in due if h.id == question.subject)
        if found.review is not None:
            homeworks.review(record, session, question.subject, found.review.status, **texts)
