"""What the record has on one member in this session, in lines."""

from __future__ import annotations

from agenda.attendance import Attendance, Mode, Status
from agenda.instant import from_text, maybe_from_text
from agenda.record.rows import follow_up as follow_ups
from agenda.record.rows import goal as goals
from agenda.record.rows import taught
from facilitator.console.hour.led_hour import LedHour
from facilitator.console.parts.wording import to_do_words
from facilitator.console.people.attendance_marks import EXCUSE_WORDS
from facilitator.console.people.marks import Marks
from facilitator.console.people.member_dialog import MemberSheet
from facilitator.console.people.plan_words import said
from facilitator.console.people.status import status_word
from facilitator.language import _, clock_time


def member_sheet(marks: Marks, member: Attendance) -> MemberSheet:
    """What the record has on a member for this session, and what can be done."""
    return MemberSheet(member.name, tuple(_facts(marks, member)), tuple(_ways(marks, member)))


def _facts(marks: Marks, a: Attendance) -> list[str]:
    led, record = marks.led, marks.led.workplace.record
    zone = led.session.zone
    status = status_word(a.status)
    if a.arrived_at is not None:
        status = _("{status}, since {time}").format(status=status, time=clock_time(a.arrived_at, zone))
    facts = [status]
    if a.excuse is not None:
        facts.append(_("Reason: {reason}").format(reason=_(EXCUSE_WORDS[a.excuse])))
    if a.reason:
        facts.append(_("Reason: {reason}").format(reason=a.reason))
    facts += _absences(led, a)
    goal = goals.goal_of(record, a.member)
    facts.append(_("Goal: {text}").format(text=goal.text if goal else _("none written down yet")))
    facts += [_("Last homework: {what}").format(what=said(h.plan)) for h in marks.led.now.due.get(a.member, ())]
    agreed = marks.led.now.agreed.get(a.member)
    if agreed is not None:
        facts.append(_("Homework today: {what}").format(what=said(agreed.plan)))
    beside = marks.led.now.agreed_for_missed.get(a.member)
    if beside is not None:
        facts.append(_("For the lesson they missed: {what}").format(what=said(beside.plan)))
    words = taught.responses(record, led.id).get(a.member)
    if words is not None and words.words:
        facts.append(_("Their words: {words}").format(words=words.words))
    asked = led.now.appointments.get(a.member)
    if asked is not None:
        facts.append(_("Ask what came of their appointment."))
    mine = [f for f in follow_ups.of_session(record, led.id) if f.member == a.member and not f.done_at]
    open_ones = [f for f in mine if asked is None or f.id != asked.id]
    return [*facts, *(_("To do: {what}").format(what=to_do_words(f)) for f in open_ones)]


def _absences(led: LedHour, a: Attendance) -> list[str]:
    away = led.workplace.record.rows(
        "SELECT out_at, back_at FROM absences_in_session WHERE session_id = ? AND member_id = ? ORDER BY out_at",
        led.id,
        a.member,
    )
    lines = []
    for row in away:
        out = clock_time(from_text(row["out_at"]), led.session.zone)
        back = maybe_from_text(row["back_at"])
        if back is None:
            lines.append(_("Out since {out}").format(out=out))
        else:
            back_at = clock_time(back, led.session.zone)
            lines.append(_("Out from {out} to {back}").format(out=out, back=back_at))
    return lines


def _ways(marks: Marks, a: Attendance) -> list[tuple[str, str]]:
    ways = [("follow-up", _("Write a follow-up: something to do for them"))]
    if a.status is Status.EXCUSED:
        ways.insert(0, ("reason", _("The reason in words")))
    if a.member in marks.led.now.appointments and a.status.present:
        ways.append(("appointment", _("What came of their appointment")))
    if a.member in marks.led.now.agreed:
        ways.append(("homework", _("Their homework today in words")))
    ways.append(("goal", _("Goal sheet")))
    missed = marks.homework.missed_lesson(a.member) if a.status.present else None
    if missed is not None:
        ways.append(
            ("missed", _("Agree homework for the lesson they missed: {lesson}").format(lesson=missed.entry.title))
        )
    if a.member in marks.led.now.resting:
        ways.append(("rest", _("Resting: agree on another day")))
    ways.append(("small-step", _("Their one small step this week")))
    modes = {
        Mode.ROOM: _("Takes part in the room"),
        Mode.VIDEO: _("Takes part by video"),
        Mode.PHONE: _("Takes part by phone"),
    }
    return [*ways, *((mode.value, words) for mode, words in modes.items() if mode is not a.mode)]
