"""The first and the last line of a running session."""

from __future__ import annotations

from typing import assert_never

from rich.text import Text

from agenda.attendance import Status
from agenda.session import PhaseKey
from facilitator.console.hour.led_hour import LedHour
from facilitator.console.parts.colour import GOLD, QUIET
from facilitator.console.parts.title import TitleBar
from facilitator.console.people.homework_marks import STATUS_WORDS
from facilitator.console.people.status import status_keys, status_word
from facilitator.console.projector.badge import badge
from facilitator.console.projector.broadcast import Broadcast
from facilitator.console.projector.projector import Projector
from facilitator.console.rounds.about_homework import REVIEW_KEYS
from facilitator.console.rounds.rounds import ROUNDS
from facilitator.language import _, clock_time

Pair = tuple[str, str]


def show_title(bar: TitleBar, led: LedHour, wall: Broadcast, projector: Projector) -> None:
    """Group, session and lesson on the left; the wall and the time on the right."""
    number = led.session.number
    parts = [_("session {number}").format(number=number)] if number else []
    if led.given is not None:
        parts.append(led.given.title)
    bar.show(led.group.name, parts, _right(led, wall, projector))


def _right(led: LedHour, wall: Broadcast, projector: Projector) -> Text:
    time = clock_time(led.workplace.clock.now(), led.session.zone)
    return Text.assemble(badge(wall, projector), "  ", (time, "bold"))


def sheet_heading(position: str, wall: Broadcast, projector: Projector) -> Text:
    """Where the page that the Room face shows is seen: on the wall, behind the curtain, or nowhere but here."""
    is_shown = projector is not Projector.NONE and wall.has_wall and not wall.problem
    heading = Text.assemble((_("ON THE WALL") if is_shown else _("THE PAGE"), QUIET), ("   " + position, QUIET))
    if is_shown and wall.curtain:
        heading.append("   " + _("COVERED"), f"bold {GOLD}")
    return heading


def footer_pairs(led: LedHour, is_room: bool, curtain: bool, projector: Projector) -> tuple[Pair, ...]:
    """The keys of this phase, curtain first; on one screen, how to make it the wall; without a wall, neither."""
    return (*_of_the_wall(curtain, projector), *_of_the_phase(led, is_room))


def _of_the_wall(curtain: bool, projector: Projector) -> tuple[Pair, ...]:
    first = ("c", _("curtain up")) if curtain else ("b", _("curtain"))
    match projector:
        case Projector.NONE:
            return ()
        case Projector.SAME:
            return first, ("F4", _("wall"))
        case Projector.WALL | Projector.NOTHING:
            return (first,)
        case _:
            assert_never(projector)


def _of_the_phase(led: LedHour, is_room: bool) -> tuple[Pair, ...]:
    last = ("F1", _("keys"))
    if not is_room:
        return (
            ("1-9", _("who")),
            *_marks_of(led.phase.key),
            ("Tab", _("room")),
            ("o", _("out, back")),
            ("u", _("undo")),
            ("Enter", _("more")),
            last,
        )
    round_key = (("Enter", _("round")),) if led.phase.key in ROUNDS else ()
    return (
        (_("space"), _("next")),
        ("m", _("move on")),
        *round_key,
        ("Tab", _("people")),
        ("p", _("pause")),
        ("+ -", _("minute")),
        last,
    )


def _marks_of(phase: PhaseKey) -> tuple[Pair, ...]:
    """What is marked about people in this phase; who comes late comes in any."""
    attendance = tuple((key.letter, status_word(status)) for status, key in status_keys().items())
    late = next(pair for pair in attendance if pair[0] == status_keys()[Status.LATE].letter)
    match phase:
        case PhaseKey.WELCOME:
            return (*attendance, ("t", _("turn today")))
        case PhaseKey.HOMEWORK:
            return (*((key, _(STATUS_WORDS[status])) for key, status in REVIEW_KEYS.items()), late)
        case PhaseKey.GOALS:
            return ("t", _("turn today")), ("g", _("goal review held")), late
        case PhaseKey.NEW_HOMEWORK:
            return ("a", _("agree")), late
        case PhaseKey.SUMMARY:
            return ("r", _("how they took part")), ("k", _("techniques")), late
        case PhaseKey.LAST_SESSION | PhaseKey.AGENDA | PhaseKey.LESSON | PhaseKey.BREAK:
            return (*attendance, ("r", _("how they took part")))
        case _:
            assert_never(phase)
