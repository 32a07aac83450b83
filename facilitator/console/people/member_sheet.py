"""Enter on a member: what the record has on them for this session, and what can be done about it."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

from agenda.access import Access
from agenda.attendance import Attendance, Mode
from agenda.record.rows import follow_up as follow_ups
from agenda.record.rows import homework as homeworks
from agenda.record.rows import turn as turns
from facilitator.console.console import Console
from facilitator.console.parts.ask_words import Words, ask_for_words
from facilitator.console.parts.journalled import write_down
from facilitator.console.parts.reading import date_of, day_hint, heard_day, no_day
from facilitator.console.people.agreeing import agree_for_missed
from facilitator.console.people.marks import Marks
from facilitator.console.people.member_dialog import MemberDialog
from facilitator.console.people.member_facts import member_sheet
from facilitator.console.people.plan_words import plan_of_words, plan_words
from facilitator.language import _


async def open_member(console: Console, marks: Marks) -> str:
    """The chosen member's sheet, then what was chosen on it."""
    member = marks.chosen.member
    if member is None:
        return marks.chosen.missing
    write_down(console, Access.MEMBER_SHEET, member.member, session=marks.led.id)
    way = await console.ask(MemberDialog(member_sheet(marks, member)))
    if way in _WAYS:
        return await _WAYS[way](console, marks, member)
    if way is not None:
        marks.attendance.set_mode(Mode(way))
    return ""


async def open_goal_sheet(console: Console, marks: Marks) -> str:
    """The chosen member's goal-tracking sheet at once."""
    member = marks.chosen.member
    return marks.chosen.missing if member is None else await _goal(console, marks, member)


async def open_rest(console: Console, marks: Marks) -> str:
    """Another day until which the chosen member rests, at once."""
    member = marks.chosen.member
    return marks.chosen.missing if member is None else await _rest(console, marks, member)


async def _reason(console: Console, marks: Marks, member: Attendance) -> str:
    title, key = _("The reason, in a few words"), f"reason/{member.id}"
    return await _ask(console, title, key, member.reason, marks.attendance.give_reason)


async def _follow_up(console: Console, marks: Marks, member: Attendance) -> str:
    return await _ask(console, _("Something to do for them"), f"follow-up/{member.id}", "", marks.attendance.follow_up)


async def _goal(console: Console, marks: Marks, member: Attendance) -> str:
    led = marks.led
    await console.ask(console.rooms.goal_sheet(member.member, member.name, session=led.id, today=led.session.day))
    return ""


async def _homework(console: Console, marks: Marks, member: Attendance) -> str:
    agreed, session = marks.led.now.agreed[member.member], marks.led.id
    await ask_for_words(
        console,
        _("{name}: homework from today").format(name=member.name),
        plan_words(agreed.plan),
        f"plan/{session}/{agreed.id}",
        lambda texts: homeworks.reword(
            marks.led.workplace.record, session, agreed.id, plan_of_words(agreed.plan, texts)
        ),
    )
    return ""


async def _rest(console: Console, marks: Marks, member: Attendance) -> str:
    session, today = marks.led.id, marks.led.session.day

    def write(texts: dict[str, str]) -> None:
        day = date_of(texts["until"], today)
        if day is not None:  # the form has asked already
            turns.rest(marks.led.workplace.record, session, member.member, day)

    def check(texts: dict[str, str]) -> dict[str, str]:
        return {} if date_of(texts["until"], today) else {"until": no_day()}

    until = marks.led.now.resting[member.member].isoformat()
    line = Words("until", "", until, day_hint(), lambda text: heard_day(text, today))
    key = f"rest/{session}/{member.member}"
    await ask_for_words(console, _("Resting until"), (line,), key, write, check)
    return ""


async def _small_step(console: Console, marks: Marks, member: Attendance) -> str:
    record, session = marks.led.workplace.record, marks.led.id
    now = turns.small_steps(record, session).get(member.member, "")
    key = f"small-step/{session}/{member.member}"
    write = lambda text: turns.small_step(record, session, member.member, text)  # noqa: E731
    return await _ask(console, _("Their one small step this week"), key, now, write)


async def _appointment(console: Console, marks: Marks, member: Attendance) -> str:
    record, session = marks.led.workplace.record, marks.led.id
    asked = marks.led.now.appointments[member.member].id
    key = f"appointment/{session}/{asked}"
    write = lambda text: follow_ups.came_of(record, session, asked, text)  # noqa: E731
    return await _ask(console, _("What came of their appointment"), key, "", write)


_WAYS: dict[str | None, Callable[[Console, Marks, Attendance], Awaitable[str]]] = {
    "reason": _reason,
    "follow-up": _follow_up,
    "goal": _goal,
    "homework": _homework,
    "missed": agree_for_missed,
    "rest": _rest,
    "small-step": _small_step,
    "appointment": _appointment,
}


async def _ask(console: Console, title: str, key: str, value: str, write: Callable[[str], object]) -> str:
    await ask_for_words(console, title, (Words("text", "", value),), key, lambda texts: write(texts["text"]))
    return ""
