"""What ``m`` offers: the phases with the cursor on the next one; below them break, minutes, wall, paper, end."""

from __future__ import annotations

from agenda.public import KioskMode
from agenda.record.rows import homework as homeworks
from agenda.session import PhaseKey
from facilitator.console.devices.kiosk_dialogs import kiosk_line
from facilitator.console.hour.interlude import EXERCISE_MINUTES, practice_of
from facilitator.console.hour.led_hour import LedHour
from facilitator.console.hour.move_dialog import Move
from facilitator.language import _


def moves(led: LedHour) -> tuple[tuple[Move, ...], int]:
    """Every way to go on, and which of them the cursor starts on."""
    words = led.source.words
    ways = [
        Move("phase", p.id, words.phase(p.key.value).heading, p.id == led.running.id)
        for p in led.hour.phases
        if p.key is not PhaseKey.BREAK or p.id == led.running.id
    ]
    if led.running.key is PhaseKey.HOMEWORK and homeworks.nobody_did_it_in(led.workplace.record, led.id):
        words_now = _("Half or more did not do it: a smaller step, 5 minutes now")
        ways.insert(_here(led) + 1, Move("smaller-step", "", words_now))
    ahead = led.phase_to_go_on_with()
    cursor = next((i for i, way in enumerate(ways) if ahead is not None and way.what == ahead.id), None)
    if led.running.key is PhaseKey.BREAK:
        ways.append(Move("catch-up", "", _("Catch-up: what is still open")))
    else:
        ways.append(Move("break", "", _("Break, 10 minutes")))
    if len(led.hour.runs) == 1:
        ways.append(Move("earlier", "", _("We started 5 minutes ago")))
    for phase in led.hour.phases:
        if phase.guarded and phase.id != led.running.id and phase not in led.hour.phases[: _here(led)]:
            title = words.phase(phase.key.value).title
            ways.append(Move("minute", phase.key.value, _("A minute more now, from {phase}").format(phase=title)))
    ways += _exercise(led)
    ways.append(Move("chart", "", _("Flip chart")))
    ways.append(Move("more", "", _("More: what to say, applause, QR, browser, kiosk")))
    ways.append(Move("paper", "", _("Paper")))
    ways.append(Move("end", "", _("End the session")))
    return tuple(ways), len(ways) - 1 if cursor is None else cursor


def more(led: LedHour, kiosk: KioskMode | None) -> tuple[Move, ...]:
    """What is needed once an hour or less: what else the wall can show, and other screens."""
    hour = _("Hide the hour on the wall") if led.shows_clock else _("Show the hour on the wall")
    code = Move("interlude", "code", _("QR on the wall: the lesson to read again"))
    return (
        Move("interlude", "applause", _("Applause on the wall")),
        *((code,) if led.lesson is not None else ()),
        Move("script", "", _("What to say: a newcomer, a leaver, video, feedback")),
        Move("clock", "", hour),
        Move("browser", "", _("Wall in the browser")),
        Move("telephone", "", _("A telephone as the prompter")),
        Move("kiosk", "", kiosk_line(kiosk)),
    )


def _exercise(led: LedHour) -> list[Move]:
    if led.lesson is None or led.running.key is not PhaseKey.LESSON or not led.lesson.practice:
        return []
    name, _what = practice_of(led.lesson)
    words = _("Exercise: {name}, {minutes} minutes").format(name=name, minutes=EXERCISE_MINUTES)
    return [Move("interlude", "exercise", words)]


def _here(led: LedHour) -> int:
    return led.hour.phases.index(led.running)
