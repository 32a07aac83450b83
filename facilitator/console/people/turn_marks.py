"""What the keys of goal turns write: asked at the door with t, review held with g."""

from __future__ import annotations

from datetime import date

from agenda.attendance import Attendance
from agenda.error import N_
from agenda.record.rows import turn as turns
from agenda.rotation import Answer, Turn
from facilitator.console.hour.led_hour import LedHour
from facilitator.console.people.chosen import Chosen
from facilitator.language import _, near_date, ngettext, short_date

ANSWER_WORDS = {Answer.TODAY: N_("today"), Answer.NOT_TODAY: N_("not today")}
NEXT_ANSWER: dict[Answer | None, Answer | None] = {
    None: turns.TODAY,
    turns.TODAY: turns.NOT_TODAY,
    turns.NOT_TODAY: None,
}
"""``t`` again and again: today, not today, not asked."""


def held_words(name: str) -> str:
    """What is said of a review held; as long as it stands there, Enter opens the sheet."""
    return _("{name}: goal review held. Enter opens the goal sheet.").format(name=name)


def goal_first_words() -> str:
    """How a sentence ends where there is no goal yet; as long as it stands there, Enter opens the sheet."""
    return _(turns.GOAL_FIRST)


def rests_words(name: str, until: date) -> str:
    """What is said where a rest begins; as long as it stands there, Enter asks for another day."""
    return _("{name} rests until {day}. Enter agrees on another day.").format(name=name, day=short_date(until))


class TurnMarks:
    """Goal turns of one session."""

    def __init__(self, led: LedHour, chosen: Chosen) -> None:
        self._led, self._chosen = led, chosen
        self._record = led.workplace.record

    def answer(self) -> str:
        """Asked to take a turn: today, not today, not asked after all. With nobody chosen: whom to ask next, today."""
        member = self._chosen.member or self._to_ask_next
        if member is None:
            return self._chosen.missing
        before = self._led.now.reviews.get(member.member)
        said = NEXT_ANSWER[before.answer if before else None]
        until = turns.answer(self._record, self._led.id, member.member, said)
        if until is not None:
            return rests_words(member.name, until)
        sentences = {
            turns.TODAY: _("{name} takes a turn today. t again: not today."),
            turns.NOT_TODAY: _("{name}: not today. They keep their place."),
            None: _("{name} has not been asked."),
        }
        return sentences[said].format(name=member.name)

    @property
    def _to_ask_next(self) -> Attendance | None:
        """The first whom the rotation proposes and nobody has asked."""
        reviews = self._led.now.reviews
        asked = {member for member, review in reviews.items() if review.answer is not None or review.held}
        proposed = [turn.member for turn in self._led.now.proposal.turns if turn.member not in asked]
        return next((a for a in self._led.roster if proposed and a.member == proposed[0]), None)

    def hold(self) -> str:
        """The chosen member's goal was looked at; again: it was not."""
        member = self._chosen.member
        if member is None:
            return self._chosen.missing
        before = self._led.now.reviews.get(member.member)
        is_held = not (before is not None and before.held)
        turns.hold(self._record, self._led.id, member.member, held=is_held)
        if is_held:
            return held_words(member.name)
        return _("{name}: no goal review held.").format(name=member.name)

    def sign(self, member: str) -> str:
        """The sign in the turn column."""
        review = self._led.now.reviews.get(member)
        if review is not None and review.held:
            return _("● held")
        if review is not None and review.answer is not None:
            return _(ANSWER_WORDS[review.answer])
        if member in self._led.now.resting:
            return _("rests to {day}").format(day=near_date(self._led.now.resting[member]))
        found = next((turn for turn in self._led.now.proposal.turns if turn.member == member), None)
        if found is not None:
            return _("ask: {why}").format(why=self._why(found))
        if self._led.now.proposal.spare is not None and self._led.now.proposal.spare.member == member:
            return _("spare")
        return ""

    def said_today(self, member: str) -> bool:
        """Whether they take a turn today that has not been held yet."""
        review = self._led.now.reviews.get(member)
        return review is not None and not review.held and review.answer is Answer.TODAY

    def _why(self, turn: Turn) -> str:
        if turn.last_held is None:
            return _("first time")
        weeks = max(1, (self._led.session.planned_at - turn.last_held).days // 7)
        return ngettext("{count} week ago", "{count} weeks ago", weeks).format(count=weeks)

    @property
    def to_ask(self) -> str:
        """Whom to ask quietly at the door, and a spare; for the People face alone."""
        names = {a.member: a.name for a in self._led.roster}
        asked = [names[t.member] for t in self._led.now.proposal.turns if t.member in names]
        if not asked:
            return ""
        words = _("ask at the door: {names}").format(names=", ".join(asked))
        spare = self._led.now.proposal.spare
        return words if spare is None else f"{words} · " + _("spare: {name}").format(name=names[spare.member])
