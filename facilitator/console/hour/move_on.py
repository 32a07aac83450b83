"""What ``m`` offers: the phases by digit, the cursor on the next one; below them, by letter, whatever else there is."""

from __future__ import annotations

from agenda.public import KioskMode
from agenda.record.rows import session as sessions
from agenda.session import PhaseKey
from facilitator.console.devices.kiosk_dialogs import kiosk_line
from facilitator.console.hour.interlude import Interlude, applause, exercise, lesson_code
from facilitator.console.hour.led_hour import LedHour
from facilitator.console.hour.move_dialog import Move, MoveKind
from facilitator.console.hour.pages import EXERCISE_MINUTES, practice_of
from facilitator.console.hour.view import strip
from facilitator.language import _

LETTERS = {
    MoveKind.SMALLER_STEP: "t",
    MoveKind.BREAK: "r",
    MoveKind.CATCH_UP: "u",
    MoveKind.EARLIER: "v",
    MoveKind.TAKE_BACK: "z",
    MoveKind.EXERCISE: "x",
    MoveKind.CHART: "f",
    MoveKind.APPLAUSE: "a",
    MoveKind.CODE: "q",
    MoveKind.LESSON: "l",
    MoveKind.NEWCOMER: "n",
    MoveKind.MORE: "o",
    MoveKind.PAPER: "w",
    MoveKind.END: "e",
    MoveKind.SCRIPT: "s",
    MoveKind.CLOCK: "h",
    MoveKind.BROWSER: "w",
    MoveKind.TELEPHONE: "t",
    MoveKind.KIOSK: "k",
}
"""The letter of each way. ``b`` covers the wall and ``p`` pauses, here as anywhere."""
_OF_A_MINUTE = {PhaseKey.NEW_HOMEWORK: "h", PhaseKey.SUMMARY: "s"}


def _way(kind: MoveKind, words: str) -> Move:
    return Move(kind, "", words, key=LETTERS[kind])


def moves(led: LedHour) -> tuple[tuple[Move, ...], int]:
    """Every way to go on, and which of them the cursor starts on."""
    words = led.source.words
    ways = _phases(led)
    if led.running.key is PhaseKey.HOMEWORK and led.now.nobody_did_it:
        words_now = _("Half or more did not do it: a smaller step, 5 minutes now")
        here = next((i for i, way in enumerate(ways) if way.what == led.running.id), 0)
        ways.insert(here + 1, _way(MoveKind.SMALLER_STEP, words_now))
    ahead = led.phase_to_go_on_with()
    cursor = next((i for i, way in enumerate(ways) if ahead is not None and way.what == ahead.id), None)
    if led.running.key is PhaseKey.BREAK:
        ways.append(_way(MoveKind.CATCH_UP, _("Catch-up: what is still open")))
    else:
        ways.append(_way(MoveKind.BREAK, _("Break, 10 minutes")))
    if len(led.hour.runs) == 1:
        ways.append(_way(MoveKind.EARLIER, _("We started 5 minutes ago")))
    if sessions.nothing_written(led.workplace.record, led.id):
        ways.append(_way(MoveKind.TAKE_BACK, _("Begun by mistake: take it back, nothing is written yet")))
    for phase in led.hour.phases:
        if phase.guarded and phase.id != led.running.id and phase not in led.hour.phases[: _here(led)]:
            title = words.phase(phase.key.value).title
            said = _("A minute more now, from {phase}").format(phase=title)
            ways.append(Move(MoveKind.MINUTE, phase.key.value, said, key=_OF_A_MINUTE.get(phase.key, "")))
    ways += _exercise(led)
    ways.append(_way(MoveKind.CHART, _("Flip chart")))
    ways.append(_way(MoveKind.APPLAUSE, _("Applause on the wall")))
    if led.lesson is not None:
        ways.append(_way(MoveKind.CODE, _("QR on the wall: the lesson to read again")))
    ways.append(_way(MoveKind.LESSON, _("Another lesson for today")))
    ways.append(_way(MoveKind.NEWCOMER, _("A newcomer at the door")))
    ways.append(_way(MoveKind.MORE, _("More: what to say, browser, telephone, kiosk")))
    ways.append(_way(MoveKind.PAPER, _("Paper")))
    ways.append(_way(MoveKind.END, _("End the session")))
    return tuple(ways), len(ways) - 1 if cursor is None else cursor


def _phases(led: LedHour) -> list[Move]:
    """The phases in the words of the strip, with what is left of each."""
    shown = [
        (phase, item)
        for phase, item in zip(led.hour.phases, strip(led), strict=True)
        if phase.key is not PhaseKey.BREAK or phase.id == led.running.id
    ]
    return [
        Move(MoveKind.PHASE, phase.id, item.title, phase.id == led.running.id, str(number), item.amount)
        for number, (phase, item) in enumerate(shown, 1)
    ]


def more(led: LedHour, kiosk: KioskMode | None) -> tuple[Move, ...]:
    """What is needed once an hour or less: what else the wall can show, and other screens."""
    hour = _("Hide the hour on the wall") if led.now.shows_clock else _("Show the hour on the wall")
    return (
        _way(MoveKind.SCRIPT, _("What to say: a newcomer, a leaver, video, feedback")),
        _way(MoveKind.CLOCK, hour),
        _way(MoveKind.BROWSER, _("Wall in the browser")),
        _way(MoveKind.TELEPHONE, _("A telephone as the prompter")),
        _way(MoveKind.KIOSK, kiosk_line(kiosk)),
    )


def interlude_of(kind: MoveKind, led: LedHour) -> Interlude | None:
    """What one of these ways puts in front of the page; none where the lesson has nothing of the kind."""
    if kind is MoveKind.APPLAUSE:
        return applause()
    if led.lesson is None:
        return None
    if kind is MoveKind.EXERCISE:
        return exercise(led.lesson, led.workplace.clock.now())
    return lesson_code(led.lesson, led.code())


def _exercise(led: LedHour) -> list[Move]:
    if led.lesson is None or led.running.key is not PhaseKey.LESSON or not led.lesson.practice:
        return []
    name, _what = practice_of(led.lesson)
    words = _("Exercise: {name}, {minutes} minutes").format(name=name, minutes=EXERCISE_MINUTES)
    return [_way(MoveKind.EXERCISE, words)]


def _here(led: LedHour) -> int:
    return led.hour.phases.index(led.running)
