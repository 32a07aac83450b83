"""The words of the session itself, as values: phase by phase, and what stands beside the phases."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from content.error import Problem
from content.lesson import Page

PHASES = (
    "welcome",
    "last-session",
    "homework",
    "goals",
    "agenda",
    "lesson",
    "break",
    "new-homework",
    "summary",
    "goodbye",
)
"""Every phase a session can have, in the usual order (docs/domain.md 3)."""

KINDS = ("first", "small", "one", "closing")
"""Kinds of session in which some phases have other words."""

_EMPTY = Page("")


@dataclass(frozen=True, slots=True)
class PhaseWords:
    """One phase: a title for a narrow agenda, a heading in full, pages for the wall, prompts for the facilitator."""

    key: str
    title: str
    heading: str
    pages: tuple[Page, ...] = ()
    ask: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Script:
    """What to say and do on an occasion that no phase is made for, and the pages that go with it."""

    steps: tuple[str, ...] = ()
    pages: tuple[Page, ...] = ()


@dataclass(frozen=True, slots=True)
class SessionWords:
    """All words of a session. ``crisis`` is empty until a site writes its own: no phone number is built in."""

    phases: tuple[PhaseWords, ...]
    agreements: Page = _EMPTY
    written_down: Page = _EMPTY
    pause: Page = _EMPTY
    smaller_step: Page = _EMPTY
    grounding: tuple[str, ...] = ()
    crisis: tuple[str, ...] = ()
    newcomer: Script = Script()
    leaver: Script = Script()
    video: Script = Script()
    feedback: Script = Script()
    overrides: Mapping[str, tuple[PhaseWords, ...]] = field(default_factory=dict)
    problems: tuple[Problem, ...] = ()

    def phase(self, key: str) -> PhaseWords:
        """The words of one phase. Every key of ``PHASES`` is there, whatever the pack's file lacks."""
        found = {words.key: words for words in self.phases}
        return found[key]

    def for_kind(self, kind: str) -> SessionWords:
        """The words for a session of this kind; a kind without words of its own has the usual ones."""
        other = {words.key: words for words in self.overrides.get(kind, ())}
        return replace(self, phases=tuple(other.get(words.key, words) for words in self.phases))

    def all_pages(self) -> tuple[Page, ...]:
        """Every page the wall may show between lessons, each once."""
        groups = (self.phases, *self.overrides.values())
        pages = [page for words in groups for phase in words for page in phase.pages]
        scripts = (self.newcomer, self.leaver, self.video, self.feedback)
        beside = [page for script in scripts for page in script.pages]
        return tuple(dict.fromkeys((*pages, self.pause, self.smaller_step, *beside)))
