"""Taking back the last mark, and saying which it was."""

from __future__ import annotations

from datetime import date

from agenda.error import N_
from agenda.homework import HomeworkStatus
from agenda.record import undo as undoing
from agenda.record.rows import homework as homeworks
from agenda.record.undo import Done
from agenda.rotation import Answer
from facilitator.console.hour.led_hour import LedHour
from facilitator.console.people.homework_marks import STATUS_WORDS
from facilitator.console.people.status import status_word
from facilitator.console.people.turn_marks import ANSWER_WORDS
from facilitator.language import _, long_date

VERB_WORDS = {
    "attendance.mark": N_("attendance"),
    "attendance.everyone_here": N_("everyone here"),
    "attendance.give_reason": N_("the reason"),
    "attendance.set_mode": N_("room, video or phone"),
    "attendance.out_or_back": N_("out and back"),
    "session.started_earlier": N_("when the session began"),
    "phase.minutes": N_("the minutes of the phase"),
    "phase.skip": N_("a phase skipped"),
    "member.join": N_("a newcomer"),
    "follow_up.add": N_("the follow-up"),
    "follow_up.appointment": N_("an appointment to ask about"),
    "follow_up.came_of": N_("what came of the appointment"),
    "follow_up.change": N_("the words of the follow-up"),
    "follow_up.done": N_("follow-up done"),
    "contact.record": N_("how they were reached"),
    "staff.add": N_("who leads"),
    "guests.set": N_("guests"),
    "homework.agree": N_("the homework agreed"),
    "homework.agree_all": N_("the homework agreed with everyone"),
    "homework.reword": N_("the words of the homework"),
    "homework.drop": N_("homework let go"),
    "homework.review": N_("homework"),
    "homework.when_and_where": N_("day and place of the homework"),
    "homework.unreview": N_("homework not looked back on"),
    "turn.answer": N_("the answer about a turn"),
    "turn.rest": N_("the rest from turns"),
    "turn.hold": N_("the goal review"),
    "turn.write": N_("the words of the goal review"),
    "flip_chart.write": N_("a line of the flip chart"),
    "flip_chart.take_back": N_("a line taken off the flip chart"),
    "turn.small_step": N_("the one small step"),
    "goal.set": N_("the goal"),
    "goal.change": N_("the words of the goal"),
    "goal.achieve": N_("the goal achieved"),
    "goal.add_short_term": N_("the short-term goal"),
    "goal.change_short_term": N_("the words of the short-term goal"),
    "goal.review_short_term": N_("how far the short-term goal got"),
    "goal.add_step": N_("the step"),
    "goal.change_step": N_("the change of a step"),
    "technique.mark": N_("a technique or skill"),
    "response.chips": N_("how they took part"),
    "response.words": N_("their words"),
    "handout.give": N_("the handout"),
    "note.edit": N_("what was written in the note"),
    "note.review": N_("the note reviewed"),
    "note.unreview": N_("the note not reviewed"),
}


def undo(led: LedHour) -> str:
    """Take the last action back."""
    done = undoing.undo(led.workplace.record, led.id)
    return _replayed(led, done, _("Undone"), _("There is nothing to undo."))


def redo(led: LedHour) -> str:
    """Do the action taken back last again."""
    done = undoing.redo(led.workplace.record, led.id)
    return _replayed(led, done, _("Done again"), _("There is nothing to do again."))


def _replayed(led: LedHour, done: Done | None, did: str, nothing: str) -> str:
    if done is None:
        return nothing
    what = _(VERB_WORDS.get(done.verb, N_("a change")))
    now = next((a for a in led.roster if a.member == _whose(led, done)), None)
    if now is None:
        return _("{did}: {what}.").format(did=did, what=what)
    if done.verb.startswith("attendance."):
        status = status_word(now.status)
        words = _("{did}: {what} of {name}, who is now: {status}.")
        return words.format(did=did, what=what, name=now.name, status=status)
    value = _value(done)
    words = _("{did}: {what} of {name}, {value}.") if value else _("{did}: {what} of {name}.")
    return words.format(did=did, what=what, name=now.name, value=value.rstrip("."))


def _whose(led: LedHour, done: Done) -> str | None:
    """The member it was about; of homework and its review the one who took it home."""
    if done.member is not None:
        return done.member
    for row in done.wrote:
        if "member_id" in row:
            return str(row["member_id"])
        if "homework_id" in row:
            return homeworks.one(led.workplace.record, row["homework_id"]).member
    return None


def _value(done: Done) -> str:
    """What the action had written, as the screen said it then; nothing where its name says it all."""
    row = done.wrote[0] if done.wrote else {}
    match done.verb:
        case "homework.review" | "homework.unreview":
            return _(STATUS_WORDS[HomeworkStatus(row["status"])]) if row.get("status") else ""
        case "homework.agree" | "homework.reword" | "homework.drop":
            return str(row.get("what") or _("own words"))
        case "homework.when_and_where":
            day = long_date(date.fromisoformat(row["day"])) if row.get("day") else ""
            return ", ".join(filter(None, (day, row.get("where"))))
        case "turn.answer":
            return _(ANSWER_WORDS[Answer(row["answer"])]) if row.get("answer") else ""
        case "turn.hold":
            return _("held") if row.get("held") else ""
        case "turn.small_step" | "follow_up.add" | "follow_up.change" | "follow_up.came_of":
            return str(row.get("text") or row.get("came_of") or row.get("what") or "")
        case _:
            return ""
