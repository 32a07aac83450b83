"""The stops of the tour: which keys a facilitator presses, and how many minutes pass before."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Stop:
    """``minutes`` and ``seconds`` pass, then ``keys`` are pressed; then both screens are pictured."""

    name: str
    keys: tuple[str, ...] = ()
    minutes: int = 0
    seconds: int = 0


STOPS = (
    Stop("home"),
    Stop("welcome-curtain-down", ("enter",), 1),
    Stop("what-will-appear", ("c",)),
    Stop("welcome", ("enter",)),
    Stop("agreements", ("space",), 1),
    Stop("what-is-written-down", ("space",), 1),
    Stop("late", ("7", "l"), 1),
    Stop("excused", ("8", "e")),
    Stop("how-many", ("1", "0", "h")),
    Stop("all-marked", ("7",)),
    Stop("back-in-room", (), 0, 31),
    Stop("last-session", ("pagedown",), 1),
    Stop("last-session-running", (), 0, 12),
    Stop("move-on", ("m",), 1),
    Stop("homework", ("enter",)),
    Stop("stepped-out", ("3", "o"), 2),
    Stop("member", ("enter",)),
    Stop("goals", ("escape", "o", "m", "enter"), 7),
    Stop("agenda", ("m", "enter"), 10),
    Stop("lesson-title", ("m", "enter"), 2),
    Stop("lesson-page-1", ("space",), 1),
    Stop("lesson-page-2", ("space",), 3),
    Stop("something-came-up", ("5", "exclamation_mark"), 2),
    Stop("going-on", ("exclamation_mark",), 3),
    Stop("lesson-page-3", ("space",), 1),
    Stop("lesson-page-4", ("space",), 2),
    Stop("curtain", ("b",)),
    Stop("curtain-up", ("c", "enter")),
    Stop("break", ("m", "end", "up", "up", "up", "enter"), 1),
    Stop("break-catch-up", ("m", "end", "up", "up", "up", "enter"), 2),
    Stop("back-in-lesson", ("escape", "m", "enter"), 3),
    Stop("lesson-page-5", ("space",), 2),
    Stop("lesson-page-6", ("space",), 2),
    Stop("new-homework", ("m", "enter"), 1),
    Stop("keys", ("f1",), 1),
    Stop("one-minute-more", ("escape", "plus"), 1),
    Stop("summary", ("m", "enter"), 8),
    Stop("goodbye", ("m", "enter"), 5),
    Stop("catch-up", ("y",), 2),
    Stop("home-again", ("1", "escape")),
)
