"""What attendance and homework ask before they write; each gives back the sentence for People."""

from __future__ import annotations

from agenda.attendance import Attendance, Status
from agenda.session import PhaseKey
from facilitator.console.console import Console
from facilitator.console.parts.choice import ChoiceDialog
from facilitator.console.parts.digit import DigitDialog
from facilitator.console.people.attendance_marks import EXCUSE_WORDS
from facilitator.console.people.homework_marks import option_words
from facilitator.console.people.marks import Marks
from facilitator.language import _, ngettext

ROUND_AGAIN, COUNT_AGAIN = range(2)
"""Places among the answers to a count that does not match; the one after them leaves it so."""


async def everyone_here(console: Console, marks: Marks) -> str:
    """Ask how many are in the room, and mark the others here if that number is right; else the round begins.

    After the round the number must agree with what is marked, or the facilitator says that it does not.
    """
    seen = await _seen(console)
    if seen is None:
        return _("Nothing was marked.")
    if marks.attendance.everyone_here(seen):
        return _("All the others are here: {count} in the room.").format(count=seen)
    todo = ROUND_AGAIN
    while True:
        if todo == ROUND_AGAIN:
            await console.ask(console.rooms.round(marks.led.id, PhaseKey.WELCOME))
        elif todo == COUNT_AGAIN:
            counted = await _seen(console)
            seen = seen if counted is None else counted
        else:
            return _count_words(marks, seen)
        if marks.attendance.everyone_here(seen):
            return _("The count agrees: {count} in the room.").format(count=seen)
        answers = (_("Go round again"), _("Count again"), _("Leave it so"))
        hint = _("Its key, or Enter. Esc leaves it so.")
        chosen = await console.ask(ChoiceDialog(_count_words(marks, seen), answers, hint=hint))
        todo = len(answers) if chosen is None else chosen


async def _seen(console: Console) -> int | None:
    return await console.ask(DigitDialog(_("How many members do you see?"), hint=_("Press the digit. Esc goes back.")))


def _count_words(marks: Marks, seen: int) -> str:
    """How far the number and what is marked are apart; no name, for the whole room may look on."""
    counted, unmarked = marks.attendance.counted()
    said = _("The count does not match: you see {seen}, marked in the room are {marked}.")
    words = said.format(seen=seen, marked=counted)
    if not unmarked:
        return words
    open_ones = ngettext("{n} is not marked yet.", "{n} are not marked yet.", unmarked).format(n=unmarked)
    return f"{words} {open_ones}"


async def excuse(console: Console, marks: Marks) -> str:
    """Why is the chosen member excused?"""
    hint = _("Press a digit. Enter: no reason given. Esc: not excused.")
    offered = tuple(_(words) for words in EXCUSE_WORDS.values())
    reason = await console.ask(DigitDialog(_("Excused, because of"), offered, hint, enter_is_zero=True))
    if reason is None:
        return ""
    return marks.attendance.mark(Status.EXCUSED, tuple(EXCUSE_WORDS)[reason - 1] if reason else None)


async def agree(console: Console, marks: Marks) -> str:
    """Which of the lesson's options? Enter: something of their own."""
    everyone = marks.chosen.is_everyone
    question = _("Agree with everyone here") if everyone else _("Agree for next time")
    hint = _("Press a digit. Esc: nothing agreed.")
    if not everyone:
        hint = _("Press a digit. Enter: own words, typed at catch-up. Esc: nothing agreed.")
    choices = option_words(marks.homework.options)
    digit = await console.ask(DigitDialog(question, choices, hint, enter_is_zero=not everyone))
    if digit is None:
        return ""
    return marks.homework.agree(digit) if digit else marks.homework.agree_own_words()


async def agree_for_missed(console: Console, marks: Marks, member: Attendance) -> str:
    """Which option of the lesson they missed?"""
    lesson = marks.homework.missed_lesson(member.member)
    if lesson is None:
        return ""
    question = _("Agree for the lesson they missed: {lesson}").format(lesson=lesson.entry.title)
    hint = _("Press a digit. Esc: nothing agreed.")
    digit = await console.ask(DigitDialog(question, option_words(lesson.homework), hint))
    return marks.homework.agree_for_missed(member, lesson, digit) if digit else ""
