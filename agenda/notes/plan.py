"""The sentences about what was and what will be: homework from before, homework agreed, follow-ups."""

from __future__ import annotations

from typing import assert_never

from agenda.error import N_
from agenda.follow_up import FollowUpKind
from agenda.homework import HomeworkStatus
from agenda.notes.facts import Facts, FollowUpFacts, HomeworkAgreed, HomeworkReviewed, NoShow, NoteFacts
from agenda.notes.wording import Wording, in_lines, sentence, together, told

_OUTCOMES = {
    HomeworkStatus.DONE: N_("{name} did it."),
    HomeworkStatus.SOME: N_("{name} did some of it."),
    HomeworkStatus.NOT_YET: N_("{name} has not done it yet."),
    None: N_("It was let go, by choice."),
}


def homework_reviewed(facts: NoteFacts, w: Wording) -> str:
    """Homework from before: what became of it, what got in the way, what would be different."""
    return in_lines(_looked_back_on(one, facts.names.name, w) for one in facts.reviewed)


def _looked_back_on(one: HomeworkReviewed, name: str, w: Wording) -> str:
    return together(
        sentence(w, N_("Homework from before: “{what}”."), what=one.what)
        or w.say(N_("Homework from before: in own words, which are not recorded.")),
        told(w, _OUTCOMES[one.status], name=name),
        sentence(w, N_("What got in the way: “{obstacle}”."), obstacle=one.obstacle),
        sentence(w, N_("What {name} could do differently: “{differently}”."), name=name, differently=one.differently),
    )


def homework_agreed(facts: Facts, w: Wording) -> str:
    """Homework from this session, with its plan."""
    return in_lines(_agreed(one, facts.names.name, w) for one in facts.agreed)


def _agreed(one: HomeworkAgreed, name: str, w: Wording) -> str:
    plan = one.plan
    return together(
        _what(one, name, w),
        told(w, N_("Day: {date}."), date=w.date(plan.day)) if plan.day else "",
        sentence(w, N_("When: “{when}”."), when=plan.when),
        sentence(w, N_("Where: “{where}”."), where=plan.where),
        sentence(w, N_("What could get in the way: “{obstacle}”."), obstacle=plan.obstacle),
        told(w, N_("Asked what could get in the way, {name} named nothing."), name=name)
        if plan.foreseen and not plan.obstacle
        else "",
        sentence(w, N_("What {name} will do then: “{remedy}”."), name=name, remedy=plan.remedy),
        sentence(w, N_("Who can help: “{helper}”."), helper=plan.helper),
    )


def _what(one: HomeworkAgreed, name: str, w: Wording) -> str:
    if one.plan.in_own_words:
        own = N_("{name} agreed on homework in own words; the words are not recorded.")
        own_missed = N_("{name} agreed on homework for a missed lesson in own words; the words are not recorded.")
        return told(w, own_missed if one.is_for_a_missed_lesson else own, name=name)
    template = N_("{name} agreed on this homework: “{what}”.")
    missed = N_("{name} agreed on this homework for a missed lesson: “{what}”.")
    return told(w, missed if one.is_for_a_missed_lesson else template, name=name, what=one.plan.what)


def plan(facts: Facts, w: Wording) -> str:
    """Follow-ups; a note with neither these nor homework nor a next step says that no plan was recorded."""
    lines = [_follow_up(one, w) for one in facts.follow_ups]
    if lines or facts.agreed or isinstance(facts, NoShow) or (facts.review and facts.review.next_step):
        return in_lines(lines)
    return w.say(N_("Plan: not recorded."))


def _follow_up(one: FollowUpFacts, w: Wording) -> str:
    return together(
        sentence(w, N_("Follow-up: “{what}”."), what=one.what) or _noted(one.kind, w),
        sentence(w, N_("By whom: “{who}”."), who=one.who),
        told(w, N_("By when: {date}."), date=w.date(one.by)) if one.by else "",
    )


def _noted(kind: FollowUpKind | None, w: Wording) -> str:
    match kind:
        case FollowUpKind.CAME_UP:
            return w.say(N_("Follow-up: something came up in the session; talk with them."))
        case FollowUpKind.APPOINTMENT:
            return w.say(N_("Follow-up: ask what came of an appointment."))
        case None:
            return w.say(N_("Follow-up: not described."))
        case _:
            assert_never(kind)
