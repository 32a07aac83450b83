"""What makes of an option a plan of their own: a day, a place, and what they will do if something gets in the way."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from agenda.homework import Homework
from agenda.record.connection import Record
from agenda.record.rows import attendance as attendances
from agenda.record.rows import homework as homeworks
from agenda.record.rows import session as sessions
from facilitator.console.parts.ask_words import Words
from facilitator.console.people.homework_marks import what_of
from facilitator.console.people.plan_words import if_then_words, in_parts, plan_of_words
from facilitator.console.rounds.question import Question
from facilitator.language import _, long_date

MOST_DAYS = 9
"""Days that have a digit."""
AS_LAST_TIME = "s"
FORESEE = "foresee-everyone"


def day_question(record: Record, session: str, homework: Homework, name: str, digit: int) -> Question:
    """On which day will they do it? Their own day, not the group's."""
    answers = [(str(key), long_date(day)) for key, day in _days(record, session).items()]
    last = homeworks.last_with_day_and_place(record, homework.member, session)
    if last is not None and last.day is not None:
        again = long_date(_same_weekday(sessions.session(record, session).day, last.day))
        words = _("as last time: {day}, {place}").format(day=again, place=last.where)
        answers.append((AS_LAST_TIME, words))
    so_far = long_date(homework.plan.day) if homework.plan.day else ""
    return Question("day", homework.id, name, _("Which day?") + "\n" + what_of(homework.plan), tuple(answers),
                    (Words("when", _("When"), homework.plan.when),), so_far, digit)  # fmt: skip


def place_question(record: Record, homework: Homework, name: str, digit: int) -> Question:
    """Where? One place, best one they know."""
    places = homeworks.last_places(record, homework.member)
    day = long_date(homework.plan.day) if homework.plan.day else homework.plan.when
    words = _("Where? One place.") + "\n" + "\n".join(filter(None, (what_of(homework.plan), day)))
    return Question("place", homework.id, name, words, tuple((str(n), place) for n, place in enumerate(places, 1)),
                    (Words("where", _("Where"), homework.plan.where),), homework.plan.where, digit)  # fmt: skip


def foresee_question(homework: Homework, name: str, digit: int = 0) -> Question:
    """What could get in the way, and what will they do then?"""
    words = _("What could get in the way? If it does, what then?") + "\n" + in_parts(homework.plan)
    answers = (("n", _("nothing comes to mind")),)
    return Question("foresee", homework.id, name, words, answers, if_then_words(homework.plan), digit=digit)


def foresee_round(record: Record, session: str) -> tuple[Question, ...]:
    """Everyone who agreed on something today and was not asked yet what could get in the way."""
    roster = {a.member: a for a in attendances.roster(record, session)}
    return tuple(
        foresee_question(h, roster[h.member].name, roster[h.member].digit)
        for h in homeworks.agreed_in(record, session)
        if h.dropped_in is None and not h.plan.has_been_foreseen and roster[h.member].status.present
    )


def everyones_obstacles(go_on: str) -> Question:
    """Ask them now, one by one, or at the break: until then it stands among what is still open."""
    words = _("What could get in the way, and what then? Ask each of them now, or at the break.")
    return Question(FORESEE, "", _("Everyone"), words, (("y", _("now, one by one")),), on_enter=go_on)


def answer_day(record: Record, session: str, question: Question, key: str) -> None:
    """A digit is so many days from today; ``s`` takes day and place of last time."""
    if key != AS_LAST_TIME:
        homeworks.when_and_where(record, session, question.subject, day=_days(record, session)[int(key)])
        return
    last = homeworks.last_with_day_and_place(record, homeworks.one(record, question.subject).member, session)
    if last is not None and last.day is not None:
        day = _same_weekday(sessions.session(record, session).day, last.day)
        homeworks.when_and_where(record, session, question.subject, day=day, where=last.where)


def answer_place(record: Record, session: str, question: Question, key: str) -> None:
    """One of their last places."""
    where = dict(question.answers)[key]
    homeworks.when_and_where(record, session, question.subject, where=where)


def answer_foresee(record: Record, session: str, question: Question, key: str) -> None:
    """They were asked, and nothing comes to mind."""
    plan = homeworks.one(record, question.subject).plan
    homeworks.reword(record, session, question.subject, replace(plan, foreseen=True))


def write_words(record: Record, session: str, question: Question, texts: dict[str, str]) -> None:
    """What was typed about a part of the plan."""
    plan = homeworks.one(record, question.subject).plan
    homeworks.reword(record, session, question.subject, plan_of_words(plan, texts))


def leads_to(record: Record, session: str, question: Question, key: str) -> tuple[Question, ...]:
    """After what comes which day, after the day where; whoever takes both from last time is done."""
    if question.kind == FORESEE:
        return foresee_round(record, session)
    if question.kind == "agree":
        mine = [h for h in homeworks.agreed_in(record, session) if h.member == question.subject and h.lesson is None]
        return tuple(
            day_question(record, session, h, question.name, question.digit) for h in mine if h.dropped_in is None
        )
    if question.kind == "day" and key != AS_LAST_TIME:
        return (place_question(record, homeworks.one(record, question.subject), question.name, question.digit),)
    return ()


def _days(record: Record, session: str) -> dict[int, date]:
    """The days until the group meets again, by how many from today."""
    found = sessions.session(record, session)
    following = sessions.next_session(record, found.group)
    planned = following.day if following is not None and following.day > found.day else None
    last = planned or sessions.next_day(record, found.group, found.day)
    count = min(MOST_DAYS, max(1, (last - found.day).days))
    return {ahead: found.day + timedelta(days=ahead) for ahead in range(1, count + 1)}


def _same_weekday(after: date, day: date) -> date:
    """The next day of this weekday."""
    return after + timedelta(days=(day.weekday() - after.weekday() - 1) % 7 + 1)
