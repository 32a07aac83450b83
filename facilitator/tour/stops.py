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
    Stop("asked-at-the-door", ("1", "t", "3", "t")),
    Stop("back-in-room", (), 0, 31),
    Stop("last-session", ("pagedown",), 1),
    Stop("last-session-running", (), 0, 12),
    Stop("move-on", ("m",), 1),
    Stop("homework", ("enter",)),
    Stop("homework-round", ("enter",), 1),
    Stop("homework-round-goes-on", ("y", "s"), 2),
    Stop("homework-asked", ("n", "y", "y", "y", "n"), 4),
    Stop("stepped-out", ("escape", "3", "o")),
    Stop("member", ("enter",)),
    Stop("goal-sheet", ("down", "enter")),
    Stop("goals", ("escape", "escape", "o", "m", "enter"), 2),
    Stop("goal-review-held", ("1", "g"), 5),
    Stop("agenda", ("3", "g", "m", "enter"), 5),
    Stop("lesson-title", ("m", "enter"), 1),
    Stop("lesson-page-1", ("space",), 1),
    Stop("lesson-page-2", ("space",), 1),
    Stop("something-came-up", ("5", "p"), 1),
    Stop("going-on", ("g",), 2),
    Stop("lesson-page-3", ("space",), 1),
    Stop("curtain", ("b",)),
    Stop("curtain-up", ("c", "enter")),
    Stop("exercise", ("m", "x"), 1),
    Stop("flip-chart", ("m", "f", *"a walk", "enter", *"a friend", "enter")),
    Stop("applause", ("escape", "m", "a")),
    Stop("break", ("space", "m", "r")),
    Stop("break-catch-up", ("m", "u"), 2),
    Stop("back-in-lesson", ("escape", "m", "enter"), 6),
    Stop("lesson-page-4", ("space",), 1),
    Stop("new-homework", ("m", "enter"), 2),
    Stop("homework-options", ("space",)),
    Stop("agreeing", ("enter",), 1),
    Stop("which-day", ("1",), 1),
    Stop("where", ("2",)),
    Stop("agreeing-goes-on", ("1",), 1),
    Stop("everyone-agreed", ("2", "s", "1", "3", "1", "3", "s", "w", "4", "1", "2", "5", "1", "1", "s"), 4),
    Stop("what-could-get-in-the-way", ("y",)),
    Stop("agreed", ("escape",)),
    Stop("keys", ("f1",)),
    Stop("one-minute-more", ("escape", "plus")),
    Stop("summary", ("m", "enter"), 2),
    Stop("closing-round", ("enter",)),
    Stop("closing-words", ("2", "1", "3", "2", "4", "1", "5"), 4),
    Stop("techniques", ("escape", "k")),
    Stop("goodbye", ("5", "enter", "m", "enter", "y"), 1),
    Stop("catch-up", ("y",), 2),
    Stop("notes", ("escape",), 1),
    Stop("note-of-the-next-member", ("down",)),
    Stop("note-reviewed", ("v",), 1),
    Stop("home-again", ("escape",)),
)
