"""The sentences about what was and what will be: homework from before, homework agreed, follow-ups."""

from __future__ import annotations

from agenda.error import N_
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
        told(w, N_("Homework from before: “{what}”."), what=one.what),
        told(w, _OUTCOMES[one.status], name=name),
        sentence(w, N_("What got in the way: “{obstacle}”."), obstacle=one.obstacle),
        sentence(w, N_("What {name} could do differently: “{differently}”."), name=name, differently=one.differently),
    )


def homework_agreed(facts: Facts, w: Wording) -> str:
    """Homework from this session, with its plan."""
    return in_lines(_agreed(one, facts.names.name, w) for one in facts.agreed)


def _agreed(one: HomeworkAgreed, name: str, w: Wording) -> str:
    plan = one.plan
    template = N_("{name} agreed on this homework: “{what}”.")
    missed = N_("{name} agreed on this homework for a missed lesson: “{what}”.")
    return together(
        told(w, missed if one.is_for_a_missed_lesson else template, name=name, what=plan.what),
        sentence(w, N_("When: “{when}”."), when=plan.when),
        sentence(w, N_("Where: “{where}”."), where=plan.where),
        sentence(w, N_("What could get in the way: “{obstacle}”."), obstacle=plan.obstacle),
        sentence(w, N_("Who can help: “{helper}”."), helper=plan.helper),
    )


def plan(facts: Facts, w: Wording) -> str:
    """Follow-ups; a note with neither these nor homework nor a next step says that no plan was recorded."""
    lines = [_follow_up(one, w) for one in facts.follow_ups]
    if lines or facts.agreed or isinstance(facts, NoShow) or (facts.review and facts.review.next_step):
        return in_lines(lines)
    return w.say(N_("Plan: not recorded."))


def _follow_up(one: FollowUpFacts, w: Wording) -> str:
    return together(
        sentence(w, N_("Follow-up: “{what}”."), what=one.what) or w.say(N_("Follow-up: not described.")),
        sentence(w, N_("By whom: “{who}”."), who=one.who),
        told(w, N_("By when: {date}."), date=w.date(one.by)) if one.by else "",
    )
