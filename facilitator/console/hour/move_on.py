"""What ``m`` offers: the phases with the cursor on the next one; below them break, minutes, wall, paper, end."""

from __future__ import annotations

from agenda.public import KioskMode
from agenda.record.rows import group as groups
from agenda.session import PhaseKey
from facilitator.console.devices.kiosk_dialogs import kiosk_line
from facilitator.console.hour.interlude import (
    EXERCISE_MINUTES,
    Interlude,
    applause,
    exercise,
    lesson_code,
    practice_of,
)
from facilitator.console.hour.led_hour import LedHour
from facilitator.console.hour.move_dialog import Move, MoveKind
from facilitator.language import _


def moves(led: LedHour) -> tuple[tuple[Move, ...], int]:
    """Every way to go on, and which of them the cursor starts on."""
    words = led.source.words
    ways = [
        Move(MoveKind.PHASE, p.id, words.phase(p.key.value).heading, p.id == led.running.id)
        for p in led.hour.phases
        if p.key is not PhaseKey.BREAK or p.id == led.running.id
    ]
    if led.running.key is PhaseKey.HOMEWORK and led.now.nobody_did_it:
        words_now = _("Half or more did not do it: a smaller step, 5 minutes now")
        ways.insert(_here(led) + 1, Move(MoveKind.SMALLER_STEP, "", words_now))
    ahead = led.phase_to_go_on_with()
    cursor = next((i for i, way in enumerate(ways) if ahead is not None and way.what == ahead.id), None)
    if led.running.key is PhaseKey.BREAK:
        ways.append(Move(MoveKind.CATCH_UP, "", _("Catch-up: what is still open")))
    else:
        ways.append(Move(MoveKind.BREAK, "", _("Break, 10 minutes")))
    if len(led.hour.runs) == 1:
        ways.append(Move(MoveKind.EARLIER, "", _("We started 5 minutes ago")))
    for phase in led.hour.phases:
        if phase.guarded and phase.id != led.running.id and phase not in led.hour.phases[: _here(led)]:
            title = words.phase(phase.key.value).title
            ways.append(
                Move(MoveKind.MINUTE, phase.key.value, _("A minute more now, from {phase}").format(phase=title))
            )
    ways += _exercise(led)
    ways.append(Move(MoveKind.CHART, "", _("Flip chart")))
    ways.append(Move(MoveKind.MORE, "", _("More: what to say, applause, QR, browser, kiosk")))
    ways.append(Move(MoveKind.PAPER, "", _("Paper")))
    ways.append(Move(MoveKind.END, "", _("End the session")))
    return tuple(ways), len(ways) - 1 if cursor is None else cursor


def more(led: LedHour, kiosk: KioskMode | None) -> tuple[Move, ...]:
    """What is needed once an hour or less: what else the wall can show, and other screens."""
    hour = _("Hide the hour on the wall") if led.now.shows_clock else _("Show the hour on the wall")
    code = Move(MoveKind.CODE, "", _("QR on the wall: the lesson to read again"))
    return (
        Move(MoveKind.APPLAUSE, "", _("Applause on the wall")),
        *((code,) if led.lesson is not None else ()),
        Move(MoveKind.SCRIPT, "", _("What to say: a newcomer, a leaver, video, feedback")),
        Move(MoveKind.CLOCK, "", hour),
        Move(MoveKind.BROWSER, "", _("Wall in the browser")),
        Move(MoveKind.TELEPHONE, "", _("A telephone as the prompter")),
        Move(MoveKind.KIOSK, "", kiosk_line(kiosk)),
    )


def interlude_of(kind: MoveKind, led: LedHour) -> Interlude | None:
    """What one of these ways puts in front of the page; none where the lesson has nothing of the kind."""
    if kind is MoveKind.APPLAUSE:
        return applause()
    if led.lesson is None:
        return None
    if kind is MoveKind.EXERCISE:
        return exercise(led.lesson, led.workplace.clock.now())
    from facilitator.paperwork.code import payload  # draws codes: once an hour or less

    entry = led.lesson.entry
    address = groups.address(led.workplace.record, led.group.id) or None
    return lesson_code(led.lesson, payload(entry.id, entry.title, entry.aim, address))


def _exercise(led: LedHour) -> list[Move]:
    if led.lesson is None or led.running.key is not PhaseKey.LESSON or not led.lesson.practice:
        return []
    name, _what = practice_of(led.lesson)
    words = _("Exercise: {name}, {minutes} minutes").format(name=name, minutes=EXERCISE_MINUTES)
    return [Move(MoveKind.EXERCISE, "", words)]


def _here(led: LedHour) -> int:
    return led.hour.phases.index(led.running)
