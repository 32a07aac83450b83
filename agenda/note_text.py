"""The sentences about the hour: attendance, goal, interventions, response.

Each says what was recorded and no more; the member may read it. What people typed stands between quotation marks, as
it was typed. What was not recorded is left out, but for what payers ask of every note (DOMAIN.md 5: K).
"""

from __future__ import annotations

from zoneinfo import ZoneInfo

from agenda.attendance import Mode, Status
from agenda.error import N_
from agenda.follow_up import ContactKind
from agenda.goal import Achieved
from agenda.note_facts import (
    Away,
    ContactFacts,
    Facts,
    GoalFacts,
    NoShow,
    NoteFacts,
    Presence,
    ReviewFacts,
    ShortTermGoalFacts,
)
from agenda.note_wording import Wording, in_lines, listed, sentence, together

_MODES = {
    Mode.ROOM: N_("{name} took part in person."),
    Mode.VIDEO: N_("{name} took part by video."),
    Mode.PHONE: N_("{name} took part by phone."),
}
_CONTACTS = {
    ContactKind.CALLED: N_("Contact: called on {date} at {time}."),
    ContactKind.MESSAGE: N_("Contact: message on {date} at {time}."),
    ContactKind.NONE: N_("Contact: none."),
}
_REVIEWS = {
    Achieved.FULLY: N_("The goal was reviewed; it is fully achieved."),
    Achieved.PARTIALLY: N_("The goal was reviewed; it is partially achieved."),
    Achieved.NOT_AT_ALL: N_("The goal was reviewed; it is not achieved so far."),
    None: N_("The goal was reviewed."),
}
_SHORT_TERM = {
    Achieved.FULLY: N_("Short-term goal: “{text}”. Reviewed; it is fully achieved."),
    Achieved.PARTIALLY: N_("Short-term goal: “{text}”. Reviewed; it is partially achieved."),
    Achieved.NOT_AT_ALL: N_("Short-term goal: “{text}”. Reviewed; it is not achieved so far."),
    None: N_("Short-term goal: “{text}”."),
}
_CHIPS = {
    "listened": N_("listened"),
    "shared": N_("shared"),
    "practised": N_("practised"),
    "helped": N_("helped another"),
    "quiet": N_("was quiet today"),
}


def attendance(facts: Facts, w: Wording) -> str:
    """Here, late, out and back; or excused, absent, and how they were reached."""
    name, zone, here = facts.names.name, facts.session.zone, facts.presence
    came = together(_came(here, name, zone, w), sentence(w, N_("Reason: “{reason}”."), reason=here.reason))
    if here.status.present:
        mode = w.say(_MODES[here.mode]).format(name=name)
        came = together(mode, came, *(_away(one, name, zone, w) for one in here.away))
    if not here.confirmed:
        came = together(came, w.say(N_("This is from self check-in; no facilitator has confirmed it.")))
    contact = _contact(facts.contact, zone, w) if isinstance(facts, NoShow) else ""
    return in_lines((came, contact))


def _came(here: Presence, name: str, zone: str, w: Wording) -> str:
    match here.status:
        case Status.HERE:
            return w.say(N_("{name} was there from the start.")).format(name=name)
        case Status.LATE if here.arrived_at is not None:
            return w.say(N_("{name} joined late, at {time}.")).format(name=name, time=w.time(here.arrived_at, zone))
        case Status.LATE:
            return w.say(N_("{name} joined late.")).format(name=name)
        case Status.EXCUSED:
            return w.say(N_("{name} was excused.")).format(name=name)
        case Status.ABSENT:
            return w.say(N_("{name} did not attend.")).format(name=name)
    return w.say(N_("Attendance: not recorded."))


def _away(away: Away, name: str, zone: str, w: Wording) -> str:
    out = w.time(away.out_at, zone)
    if away.back_at is None:
        return w.say(N_("{name} left at {out}; no return is recorded.")).format(name=name, out=out)
    back = w.time(away.back_at, zone)
    return w.say(N_("{name} stepped out at {out} and was back at {back}.")).format(name=name, out=out, back=back)


def _contact(contact: ContactFacts | None, zone: str, w: Wording) -> str:
    if contact is None:
        return ""
    return w.say(_CONTACTS[contact.kind]).format(
        date=w.date(contact.at.astimezone(ZoneInfo(zone)).date()), time=w.time(contact.at, zone)
    )


def goal(facts: NoteFacts, w: Wording) -> str:
    """The personal recovery goal, short-term goals, the review if one was held, the small step."""
    name = facts.names.name
    lines = [line for one in facts.goals for line in _goal(one, w)]
    return in_lines(
        (
            *(lines or [w.say(N_("Personal recovery goal: none recorded."))]),
            _progress(facts, name, w),
            sentence(w, N_("One small step {name} chose: “{step}”."), name=name, step=facts.small_step),
        )
    )


def _goal(one: GoalFacts, w: Wording) -> tuple[str, ...]:
    if one.is_new:
        said = w.say(N_("Personal recovery goal, set on this day: “{text}”.")).format(text=one.text)
    elif one.is_reworded:
        said = w.say(N_("Personal recovery goal, reworded on this day: “{text}”.")).format(text=one.text)
    else:
        said = w.say(N_("Personal recovery goal: “{text}”.")).format(text=one.text)
    achieved = w.say(N_("It was achieved on this day.")) if one.is_achieved else ""
    return together(said, achieved), *(_short_term(part, w) for part in one.short_term)


def _short_term(part: ShortTermGoalFacts, w: Wording) -> str:
    said = w.say(_SHORT_TERM[part.achieved]).format(text=part.text)
    return together(said, sentence(w, N_("How it goes on: “{method}”."), method=part.method))


def _progress(facts: NoteFacts, name: str, w: Wording) -> str:
    if facts.review is not None:
        return _review(facts.review, name, w)
    looked_at = any(one.is_achieved or any(part.achieved for part in one.short_term) for one in facts.goals)
    return "" if looked_at or not facts.goals else w.say(N_("Progress toward the goal: not recorded in this session."))


def _review(review: ReviewFacts, name: str, w: Wording) -> str:
    return together(
        w.say(_REVIEWS[review.achieved]),
        sentence(w, N_("What helped {name}: “{helped}”."), name=name, helped=review.helped),
        sentence(w, N_("Next step: “{next_step}”."), next_step=review.next_step),
    )


def interventions(facts: NoteFacts, w: Wording) -> str:
    """Techniques by family, and the skills taught."""
    named = {family: [name for kin, name in facts.techniques if kin == family] for family, _name in facts.techniques}
    motivational, educational, skills = (named.get(key, []) for key in ("motivational", "educational", "skill"))
    behavioural = named.get("cognitive-behavioural", [])
    return in_lines(
        (
            sentence(w, N_("Motivational: {names}."), names="; ".join(motivational)),
            sentence(w, N_("Educational: {names}."), names="; ".join(educational)),
            sentence(w, N_("Cognitive-behavioural: {names}."), names="; ".join(behavioural)),
            sentence(
                w, w.ngettext("Skill taught: {names}.", "Skills taught: {names}.", len(skills)), names="; ".join(skills)
            ),
        )
    )


def response(facts: NoteFacts, w: Wording) -> str:
    """How this member took part, in what was seen and said."""
    name = facts.names.name
    if not facts.chips and not facts.words:
        return w.say(N_("Response: not recorded."))
    ways = listed(w, [w.say(_CHIPS[chip]) for chip in facts.chips]) if facts.chips else ""
    return together(
        sentence(w, N_("{name} {ways}."), name=name, ways=ways),
        sentence(w, N_("What {name} said or did: “{words}”."), name=name, words=facts.words),
    )
