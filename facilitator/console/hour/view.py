"""What the Room face and the strip of phases show, as values: nothing about any person."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from agenda.public import MOST_LINES, PublicPage, Scene
from agenda.session import PhaseKey, PlannedPhase
from agenda.timeline import PhaseTime, Remedy, Timeline
from facilitator.console.hour.led_hour import LedHour
from facilitator.console.projector.broadcast import Shown
from facilitator.language import _, clock_time, ngettext

MINUTE = timedelta(minutes=1)
URGENT = 2 * MINUTE
"""What is left of a phase when it is time to come to its end."""


@dataclass(frozen=True, slots=True)
class StripItem:
    """One phase on the line of phases: ``state`` is past, now or ahead; ``amount`` what is left of it, in words."""

    title: str
    amount: str
    state: str


@dataclass(frozen=True, slots=True)
class RoomView:
    """The Room face: what to do now, readable from a distance."""

    heading: str
    minutes: str
    minutes_words: str
    leave: str
    end: str
    status: str
    is_late: bool
    page: PublicPage
    """As it is on the wall, the time of a break included."""
    position: str
    ask: tuple[str, ...]
    following: str
    next_page: PublicPage | None = None
    """The page that comes next, of this phase or the one ``following`` names; none at the end."""
    is_urgent: bool = False
    """The last two minutes of the phase, or past them."""
    remedy: str = ""
    """What one key would do about minutes that are missing; empty where none are, or nothing helps."""


def whole_minutes(length: timedelta) -> int:
    """Minutes as a person counts them down: 4 min 10 s left is 5, and 0 only when nothing is left."""
    return -(-length // MINUTE)


def strip(led: LedHour) -> tuple[StripItem, ...]:
    """The phases of the hour with the minutes they still have as it goes."""
    timeline = led.timeline()
    words = led.source.words
    return tuple(
        StripItem(words.phase(time.phase.key.value).title, _amount(time, timeline), _state(time, led))
        for time in timeline.phases
    )


def _state(time: PhaseTime, led: LedHour) -> str:
    if time.phase.id == led.phase.id:
        return "now"
    return "ahead" if time.ahead or time.current else "past"


def _amount(time: PhaseTime, timeline: Timeline) -> str:
    """What is left of a phase: all its minutes in one number, fewer beside those it was to have."""
    if time.phase.skipped and not time.begun:
        return _("skipped")
    if time.current and timeline.over >= MINUTE:
        return f"+{timeline.over // MINUTE}"
    if not time.ahead and not time.current:
        return ""
    left, planned = whole_minutes(time.left), time.planned // MINUTE
    return str(left) if left >= planned else _("{left} of {planned}").format(left=left, planned=planned)


def room_view(led: LedHour) -> RoomView:
    """What the Room face shows now."""
    timeline = led.timeline()
    page, interlude, shown = led.page, led.interlude, led.shown()
    position = _("page {page} of {pages}").format(page=led.page_index + 1, pages=len(led.pages))
    minutes, words = _minutes(timeline, led)
    return RoomView(
        heading=led.source.words.phase(led.phase.key.value).heading,
        minutes=minutes,
        minutes_words=words,
        leave=_leave(timeline, led.session.zone),
        end=_("as it goes we end at {time}").format(time=clock_time(timeline.projected_end, led.session.zone)),
        status=_status(timeline, led),
        is_late=not timeline.on_time,
        page=_as_on_the_wall(shown),
        position=_("in front of {page}").format(page=position) if interlude else position,
        ask=interlude.ask if interlude else page.ask,
        following=_following(led),
        next_page=_next_page(led),
        is_urgent=_is_urgent(timeline, led),
        remedy=remedy_words(timeline, led),
    )


def _as_on_the_wall(shown: Shown) -> PublicPage:
    if shown.scene is not Scene.BREAK or shown.until is None:
        return shown.page
    back = _("We come back at {time}").format(time=clock_time(shown.until, shown.zone))
    return PublicPage(shown.page.title, (*shown.page.lines[: MOST_LINES - 1], back))


def _is_urgent(timeline: Timeline, led: LedHour) -> bool:
    if timeline.paused or timeline.current is None or led.phase.id != led.running.id:
        return False
    return timeline.left <= URGENT


def minutes_left(led: LedHour) -> str:
    """The same in a few words, for the first line of a screen that lies over the hour."""
    timeline = led.timeline()
    if timeline.paused or timeline.current is None:
        return _("paused") if timeline.paused else ""
    if timeline.over >= MINUTE:
        return _("{count} min over").format(count=timeline.over // MINUTE)
    return _("{count} min left").format(count=whole_minutes(timeline.left))


def _minutes(timeline: Timeline, led: LedHour) -> tuple[str, str]:
    current = timeline.current
    if timeline.paused:
        return "", _("paused; the clock stands")
    if led.phase.id != led.running.id:
        return "", _("its clock starts in a moment")
    if current is None:
        return "", ""
    if timeline.over >= MINUTE:
        over = timeline.over // MINUTE
        return f"+{over}", ngettext("minute over", "minutes over", over)
    left = whole_minutes(timeline.left)
    planned = current.planned // MINUTE
    if timeline.left <= URGENT:
        return str(left), _coming_to_its_end(led, left)
    if current.phase.key is PhaseKey.LESSON:
        return str(left), ngettext("minute left", "minutes left", left)
    return str(left), ngettext("minute left of {planned}", "minutes left of {planned}", left).format(planned=planned)


def _coming_to_its_end(led: LedHour, left: int) -> str:
    """Two minutes before a phase ends: a quiet cue, which says what comes then."""
    after = led.phase_to_go_on_with()
    if after is None:
        return ngettext("minute left, then goodbye", "minutes left, then goodbye", left)
    title = led.source.words.phase(after.key.value).title
    return ngettext("minute left, then {phase}", "minutes left, then {phase}", left).format(phase=title)


def _leave(timeline: Timeline, zone: str) -> str:
    if timeline.leave_lesson_at is None:
        return ""
    return _("leave the lesson at {time}").format(time=clock_time(timeline.leave_lesson_at, zone))


def _status(timeline: Timeline, led: LedHour) -> str:
    """On time only while the end holds and every phase to come has its minutes; else what is missing, and of what."""
    late = timeline.late_by // MINUTE
    if late >= 1:
        return ngettext("{minutes} minute late", "{minutes} minutes late", late).format(minutes=late)
    short = timeline.short
    if short is None:
        return _("on time")
    title = led.source.words.phase(short.phase.key.value).title
    left, planned = whole_minutes(short.left), short.planned // MINUTE
    return _("{phase} {left} of {planned}").format(phase=title, left=left, planned=planned)


def remedy_words(timeline: Timeline, led: LedHour) -> str:
    """The one remedy there is, with the key for it: ``7 late: j skips Agenda, Lesson 11``."""
    remedy = timeline.remedy
    if remedy is None:
        return ""
    missing = whole_minutes(timeline.missing)
    said = _("{missing} late: j skips {phases}").format(missing=missing, phases=skipped_words(remedy, led))
    if remedy.lesson is None:
        return said
    title = led.source.words.phase(PhaseKey.LESSON.value).title
    left = whole_minutes(remedy.lesson)
    return _("{said}, {phase} {left}").format(said=said, phase=title, left=left)


def skipped_words(remedy: Remedy, led: LedHour) -> str:
    """The phases the group would go without."""
    return ", ".join(led.source.words.phase(phase.key.value).title for phase in remedy.skipped)


def _next_page(led: LedHour) -> PublicPage | None:
    if led.page_index + 1 < len(led.pages):
        return led.pages[led.page_index + 1].public
    after = _phase_after(led)
    return None if after is None else led.pages_in(after)[0].public


def _phase_after(led: LedHour) -> PlannedPhase | None:
    is_ahead = led.phase.id != led.running.id
    return led.phase_after(led.phase) if is_ahead else led.phase_to_go_on_with()


def _following(led: LedHour) -> str:
    """The title of the page that comes next, or of the phase that does."""
    if led.page_index + 1 < len(led.pages):
        return led.pages[led.page_index + 1].public.title
    after = _phase_after(led)
    if after is None:
        return _("m, End closes the hour")
    return _("m: {phase}").format(phase=led.source.words.phase(after.key.value).heading)
