"""The keys of what the hour is for: homework, goal turns, responses, techniques."""

from __future__ import annotations

from textual.binding import BindingType

from facilitator.console.hour.keys import letter
from facilitator.language import _

WORK_KEYS: list[BindingType] = [
    letter("y", "review('done')", _("done"), _("Homework from last time: done")),
    letter("s", "review('some')", _("some"), _("Homework from last time: some of it")),
    letter("n", "review('not yet')", _("not yet"), _("Homework from last time: not yet")),
    letter("t", "turn", _("turn"), _("Asked to take a turn: today; again: not today; again: not asked")),
    letter("g", "hold", _("goal review"), _("Goal review held; Enter opens the goal sheet")),
    letter("a", "agree", _("agree"), _("Agree homework: a digit takes the lesson's option, Enter own words")),
    letter("r", "respond", _("response"), _("How they took part today, and their words")),
    letter("k", "techniques", _("techniques"), _("Techniques and skills used today")),
]
