"""The sentences about the hour: attendance, goal, interventions, response.

Each says what was recorded and no more; the member may read it. What people typed stands between quotation marks, as
it was typed. What was not recorded is left out, but for what payers ask of every note (docs/domain.md 5: K).
"""

from __future__ import annotations

from functools import lru_cache
from typing import assert_never
from zoneinfo import ZoneInfo

from agenda.attendance import Excuse, Mode, Status
from agenda.error import N_
from agenda.follow_up import ContactKind
from agenda.goal import Achieved
from agenda.notes.facts import (
    AppointmentFacts,
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
from agenda.notes.wording import Wording, in_lines, listed, sentence, together, told
from agenda.response import Chip
from agenda.technique import Family

_FROM_THE_START = {
    Mode.ROOM: N_("{name} took part in person, from the start."),
    Mode.VIDEO: N_("{name} took part by video, from the start."),
    Mode.PHONE: N_("{name} took part by phone, from the start."),
}
_LATE = {
    Mode.ROOM: N_("{name} took part in person, and joined late, at {time}."),
    Mode.VIDEO: N_("{name} took part by video, and joined late, at {time}."),
    Mode.PHONE: N_("{name} took part by phone, and joined late, at {time}."),
}
_EXCUSES = {
    Excuse.WORK: N_("Reason: work or training."),
    Excuse.APPOINTMENT: N_("Reason: another appointment."),
    Excuse.UNWELL: N_("Reason: not feeling well."),
    Excuse.FAMILY: N_("Reason: family."),
    Excuse.COULD_NOT_COME: N_("Reason: could not get here."),
    Excuse.HOLIDAY: N_("Reason: holiday."),
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
    Achieved.FULLY: N_("It was reviewed; it is fully achieved."),
    Achieved.PARTIALLY: N_("It was reviewed; it is partially achieved."),
    Achieved.NOT_AT_ALL: N_("It was reviewed; it is not achieved so far."),
}
_CHIPS = {
    Chip.LISTENED: N_("listened"),
    Chip.SHARED: N_("shared"),
    Chip.PRACTISED: N_("practised"),
    Chip.HELPED: N_("helped another"),
    Chip.QUIET: N_("was quiet today"),
}


def attendance(facts: Facts, w: Wording) -> str:
    """Here, late, out and back; or excused, absent, and how they were reached."""
    zone, here = facts.session.zone, facts.presence
    contact = _contact(facts.contact, zone, w) if isinstance(facts, NoShow) else ""
    came = (
        _came(here, facts.names.name, zone, w),
        w.say(_EXCUSES[here.excuse]) if here.excuse else "",
        sentence(w, N_("Reason: “{reason}”."), reason=here.reason),
        *(_away(one, facts.names.name, zone, w) for one in here.away),
        "" if here.confirmed else w.say(N_("This is from self check-in; no facilitator has confirmed it.")),
    )
    return in_lines((together(*came), contact))


def _came(here: Presence, name: str, zone: str, w: Wording) -> str:
    match here.status:
        case Status.HERE:
            return told(w, _FROM_THE_START[here.mode], name=name)
        case Status.LATE:
            time = w.say(N_("a time not recorded")) if here.arrived_at is None else w.time(here.arrived_at, zone)
            return told(w, _LATE[here.mode], name=name, time=time)
        case Status.EXCUSED:
            return told(w, N_("{name} was excused."), name=name)
        case Status.ABSENT:
            return told(w, N_("{name} did not attend."), name=name)
        case Status.UNKNOWN:
            return w.say(N_("Attendance: not recorded."))
        case _:
            assert_never(here.status)


def away_word(status: Status) -> str:
    """What the line about somebody who was not there is called: who was excused is no no-show. Of others nothing."""
    match status:
        case Status.EXCUSED:
            return N_("excused")
        case Status.ABSENT:
            return N_("no-show")
        case Status.UNKNOWN | Status.HERE | Status.LATE:
            return ""
        case _:
            assert_never(status)


def _away(away: Away, name: str, zone: str, w: Wording) -> str:
    out = w.time(away.out_at, zone)
    if away.back_at is None:
        return told(w, N_("{name} left at {out}; no return is recorded."), name=name, out=out)
    return told(w, N_("{name} was out from {out} to {back}."), name=name, out=out, back=w.time(away.back_at, zone))


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
        said = told(w, N_("Personal recovery goal, set on this day: “{text}”."), text=one.text)
    elif one.is_reworded:
        said = told(w, N_("Personal recovery goal, reworded on this day: “{text}”."), text=one.text)
    else:
        said = told(w, N_("Personal recovery goal: “{text}”."), text=one.text)
    achieved = w.say(N_("It was achieved on this day.")) if one.is_achieved else ""
    return together(said, achieved), *(_short_term(part, w) for part in one.short_term)


def _short_term(part: ShortTermGoalFacts, w: Wording) -> str:
    return together(
        told(w, N_("Short-term goal: “{text}”."), text=part.text),
        w.say(_SHORT_TERM[part.achieved]) if part.achieved else "",
        sentence(w, N_("How it goes on: “{method}”."), method=part.method),
    )


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
    return _used(facts.techniques, w)


@lru_cache(maxsize=8)
def _used(techniques: tuple[tuple[Family, str], ...], w: Wording) -> str:
    """Kept for the next member: what was used in an hour was used with all of them."""
    return in_lines(
        _of_family(family, [w.say(name) for one, name in techniques if one is family], w) for family in Family
    )


def _of_family(family: Family, names: list[str], w: Wording) -> str:
    listing = "; ".join(names)
    match family:
        case Family.MOTIVATIONAL:
            return sentence(w, N_("Motivational: {names}."), names=listing)
        case Family.EDUCATIONAL:
            return sentence(w, N_("Educational: {names}."), names=listing)
        case Family.COGNITIVE_BEHAVIOURAL:
            return sentence(w, N_("Cognitive-behavioural: {names}."), names=listing)
        case Family.SKILL:
            taught = w.ngettext("Skill taught: {names}.", "Skills taught: {names}.", len(names)) if names else ""
            return taught.format(names=listing)
        case _:
            assert_never(family)


def response(facts: NoteFacts, w: Wording) -> str:
    """How this member took part, in what was seen and said."""
    name = facts.names.name
    if not facts.chips and not facts.words and not facts.appointments:
        return w.say(N_("Response: not recorded."))
    ways = listed(w, [w.say(_CHIPS[chip]) for chip in facts.chips]) if facts.chips else ""
    return together(
        sentence(w, N_("{name} {ways}."), name=name, ways=ways),
        sentence(w, N_("What {name} said or did: “{words}”."), name=name, words=facts.words),
        *(_appointment(one, name, w) for one in facts.appointments),
    )


def _appointment(one: AppointmentFacts, name: str, w: Wording) -> str:
    return sentence(
        w, N_("Asked what came of an appointment, {name} told: “{words}”."), name=name, words=one.came_of
    ) or told(w, N_("{name} was asked what came of an appointment; the answer is not recorded."), name=name)
