"""What the lists, fields and values of the record are called, where a row of it is told as it stands.

Used where somebody reads the record itself: in the journal, and in the copy that a member may have of what is kept
about them. Fields that only lead from row to row, and those that nobody reads, have no words and are not told.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from agenda.attendance import Status
from agenda.error import N_
from agenda.instant import from_text

Row = Mapping[str, Any]

TABLES: dict[str, str] = {
    "participants": N_("Who you are"),
    "members": N_("In the group"),
    "membership_periods": N_("How you belonged to the group"),
    "consents": N_("What you agreed to"),
    "member_codes": N_("Your code for the kiosk"),
    "session_roster": N_("Where you were expected"),
    "attendance": N_("Where you were"),
    "absences_in_session": N_("Out of the room, and back"),
    "contacts": N_("How you were reached"),
    "goals": N_("Your recovery goals"),
    "short_term_goals": N_("Your short-term goals"),
    "steps": N_("Your steps"),
    "goal_reviews": N_("Turns and goal reviews"),
    "rests": N_("When you would rather not be asked"),
    "small_steps": N_("Your small steps"),
    "homework": N_("Your homework"),
    "homework_reviews": N_("Looking back on homework"),
    "handouts_given": N_("Handouts you were given"),
    "responses": N_("How you took part"),
    "follow_ups": N_("To do for you or with you"),
    "notes": N_("Whether notes about you were reviewed"),
    "note_sections": N_("Parts of notes that somebody wrote by hand"),
    "accesses": N_("Who looked, and what was taken out"),
}
"""Every list that holds something about a person, as they are told of it."""

COLUMNS: dict[str, str] = {
    "achieved": N_("achieved"),
    "achieved_on": N_("achieved on"),
    "address": N_("web address"),
    "agreed_at": N_("agreed"),
    "agreements": N_("agreements"),
    "answer": N_("answer when asked"),
    "arrived_at": N_("arrived"),
    "at": N_("when"),
    "back_at": N_("back"),
    "began_at": N_("began"),
    "begins": N_("from"),
    "calendar_title": N_("title in calendars"),
    "asked_in": N_("asked in the session"),
    "came_of": N_("what came of it"),
    "chips": N_("took part"),
    "clock": N_("shows the hour"),
    "confirmed": N_("confirmed"),
    "count": N_("how many"),
    "created_at": N_("written down"),
    "credentials": N_("credentials"),
    "day": N_("day"),
    "differently": N_("differently next time"),
    "digit": N_("digit"),
    "done_at": N_("done"),
    "dropped_in": N_("let go in"),
    "due": N_("until"),
    "edited": N_("words"),
    "edition": N_("edition"),
    "ended_at": N_("ended"),
    "ends": N_("until before"),
    "excuse": N_("reason"),
    "family": N_("kind"),
    "full_name": N_("full name"),
    "given_on": N_("given on"),
    "heading": N_("question"),
    "held": N_("goal review held"),
    "helped": N_("what helped"),
    "helper": N_("who can help"),
    "how_known": N_("how we will know"),
    "interval_days": N_("days between sessions"),
    "key": N_("part"),
    "kind": N_("kind"),
    "lesson": N_("lesson"),
    "made_at": N_("made"),
    "method": N_("how, and what comes next"),
    "minutes": N_("minutes"),
    "mode": N_("took part by"),
    "modified_on": N_("changed on"),
    "module": N_("module"),
    "name": N_("name"),
    "large_print": N_("large print"),
    "place": N_("where it meets"),
    "next_step": N_("next step"),
    "obstacle": N_("what could get in the way"),
    "remedy": N_("what then"),
    "foreseen": N_("asked what could get in the way"),
    "option": N_("option of the lesson"),
    "out_at": N_("out"),
    "overridden": N_("gave way to somebody else"),
    "parked": N_("had to wait"),
    "pages_from": N_("from page"),
    "pages_to": N_("to page"),
    "put_off": N_("lesson put off"),
    "put_off_from": N_("put off from page"),
    "reason": N_("reason in words"),
    "record_number": N_("record number"),
    "reviewed_at": N_("reviewed"),
    "reviewed_by": N_("reviewed by"),
    "reviewed_on": N_("looked at on"),
    "reviews": N_("goal reviews a session"),
    "role": N_("role"),
    "session_id": N_("session"),
    "set_on": N_("set on"),
    "source": N_("marked at"),
    "started_at": N_("began"),
    "starts": N_("from"),
    "status": N_("status"),
    "text": N_("words"),
    "title": N_("title"),
    "until": N_("until"),
    "what": N_("what"),
    "when": N_("when"),
    "where": N_("where"),
    "who": N_("who does it"),
    "why": N_("why asked"),
    "withdrawn_on": N_("taken back on"),
    "words": N_("words"),
    "zone": N_("time zone"),
}

UNTOLD = frozenset({
    "id", "group_id", "participant_id", "member_id", "goal_id", "short_term_goal_id", "homework_id", "note_id",
    "phase_id", "facilitator_id", "taken_from", "position", "page", "name_folded", "code", "facts_hash",
    "reviewed_hash", "planned_at", "locale", "number", "clock_shift_ms", "weekday",
})  # fmt: skip
"""Fields without words: they lead from row to row, order rows, or are nobody's to read (a code is typed, not told)."""

VALUES: dict[str, str] = {
    "absent": N_("absent"), "active": N_("comes"), "agenda": N_("agenda"), "appointment": N_("an appointment"),
    "attendance": N_("attendance"), "break": N_("break"), "called": N_("called"), "came-up": N_("something came up"),
    "cancelled": N_("does not take place"), "chosen": N_("chosen by the facilitator"), "closing": N_("closing session"),
    "co": N_("co-facilitator"), "cognitive-behavioural": N_("cognitive-behavioural"), "console": N_("the console"),
    "copy": N_("a copy of what is kept about one member"), "could-not-come": N_("could not come"), "done": N_("done"),
    "educational": N_("educational"), "excused": N_("excused"), "export": N_("everything, as a file"),
    "family": N_("family"), "first": N_("first session"), "fully": N_("fully"), "goal": N_("goal"),
    "goal-sheet": N_("the goal sheet"), "goals": N_("goals"), "header": N_("head of the note"),
    "helped": N_("helped others"), "here": N_("here"), "holiday": N_("holiday"), "homework": N_("homework"),
    "homework-agreed": N_("homework agreed"), "homework-reviewed": N_("homework from before"),
    "interpreter": N_("interpreter"), "interventions": N_("interventions"), "kiosk": N_("the kiosk"),
    "last-session": N_("last session"), "late": N_("late"), "lead": N_("lead"), "left": N_("has left"),
    "lesson": N_("lesson"), "listened": N_("listened"), "longest": N_("longest since the last one"),
    "member-sheet": N_("the member's sheet in the hour"), "message": N_("sent a message"),
    "motivational": N_("motivational"), "never": N_("no review before"), "new-homework": N_("new homework"),
    "none": N_("not reached"), "not at all": N_("not at all"), "not today": N_("not today"), "not yet": N_("not yet"),
    "note": N_("a note"), "note-files": N_("notes as files"), "one": N_("one person"), "paper": N_("a sheet on paper"),
    "partially": N_("partially"),
    "peer": N_("peer facilitator"), "phone": N_("phone"), "plan": N_("plan"), "practised": N_("practised"),
    "quiet": N_("quiet"), "response": N_("response"), "room": N_("in the room"), "shared": N_("shared"),
    "skill": N_("skill"), "small": N_("small group"), "some": N_("some of it"), "summary": N_("summary"),
    "supporter": N_("a supporter gets copies of the handouts"), "suspended": N_("suspended"), "today": N_("today"),
    "trainee": N_("trainee"), "unknown": N_("not known"), "unwell": N_("unwell"), "usual": N_("usual session"),
    "video": N_("video"), "welcome": N_("welcome"), "work": N_("work or training"),
}  # fmt: skip
"""What the record keeps as a value, by the value."""

_CODED = frozenset({
    "achieved", "answer", "excuse", "family", "key", "kind", "mode", "role", "source", "status", "why",
})  # fmt: skip
_YES_NO = frozenset({"clock", "confirmed", "foreseen", "held", "large_print", "overridden", "parked"})
_TIMES = frozenset({
    "agreed_at", "arrived_at", "at", "back_at", "began_at", "created_at", "done_at", "ended_at", "made_at", "out_at",
    "reviewed_at", "started_at",
})  # fmt: skip
_DAYS = frozenset({
    "achieved_on", "begins", "day", "due", "ends", "given_on", "modified_on", "reviewed_on", "set_on", "until",
    "withdrawn_on",
})  # fmt: skip


@dataclass(frozen=True, slots=True)
class Telling:
    """How a field is put into words: the language, how instants and days are written, what an id is the name of."""

    say: Callable[[str], str]
    moment: Callable[[datetime], str]
    day: Callable[[date], str]
    session: Callable[[str], str]
    lesson: Callable[[str], str]
    facilitator: Callable[[str | None], str]

    def label(self, column: str) -> str:
        """What a field is called; nothing for one that is not told."""
        return self.say(COLUMNS.get(column, ""))

    def value(self, column: str, value: Any) -> str:
        """A value as people read it; nothing where there is none."""
        if value is None or value == "":
            return ""
        if column in _YES_NO:
            return self.say(N_("yes")) if value else self.say(N_("no"))
        text = str(value)
        if column in _TIMES:
            return self.moment(from_text(text))
        if column in _DAYS or (column == "starts" and "-" in text):
            return self.day(date.fromisoformat(text))
        if column in _CODED:
            return self.say(VALUES[text]) if text in VALUES else text
        if column == "chips":
            return ", ".join(self.say(VALUES.get(one, one)) for one in text.split())
        if column in ("session_id", "dropped_in", "asked_in"):
            return self.session(text)
        if column == "lesson":
            return self.lesson(text)
        return self.facilitator(text) if column == "reviewed_by" else text

    def fields(self, row: Row, columns: tuple[str, ...] | None = None) -> list[tuple[str, str]]:
        """Labels and values of a row, where there is a value and the field is told."""
        wanted = (name for name in columns or tuple(row) if name != "mode" or _was_there(row))
        told = ((name, self.label(name), self.value(name, row[name])) for name in wanted)
        return [(label, value) for _name, label, value in told if label and value]


def _was_there(row: Row) -> bool:
    """Whether how somebody took part is anything they did: who was not there took part by nothing."""
    return "status" not in row or Status(row["status"]).present
