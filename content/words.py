"""Reads a pack's ``session.md``: what the wall says in each phase and what the facilitator may ask.

``## homework: Homework | Homework review`` names a phase, its title and its heading. The list below it is for the
facilitator, each ``###`` is a page for the wall. ``## goals (small): …`` says what differs in a session of that kind.
No page holds a name, so the same words serve every group.
"""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from typing import NamedTuple

from content.error import N_, DamagedFile
from content.lesson import Page
from content.load import builtin_pack_folder
from content.markdown import PAGE, Part, items_of, parts_of, split
from content.pack import Pack
from content.parse import Notes, page_of, texts
from content.phase import KINDS, PHASES, PhaseWords, Script, SessionWords
from content.table import read_text

WORDS_FILE = "session.md"
SINGLE_PAGES = ("agreements", "written-down", "pause", "smaller-step")
LISTS = ("grounding", "crisis")
SCRIPTS = ("newcomer", "leaver", "video", "feedback")

_NAME = re.compile(r"([a-z-]+)(?: \(([a-z]+)\))?(?:: *(.*))?")


class _Said(NamedTuple):
    """A part, and where to note what is wrong with it."""

    part: Part
    notes: Notes


_Parts = dict[tuple[str, str], _Said]
"""Parts by phase key and kind; the kind is empty for the usual words."""


def load_words(pack: Pack) -> SessionWords:
    """The site's words laid over the pack's, and those over the built-in ones of its language.

    What one does not say, the next one says. Never raises; what is missing or misspelt stands in ``words.problems``.
    """
    notes = Notes(WORDS_FILE)
    own = _read(pack.folder, notes)
    _note_gaps(own, notes)
    parts = _laid_over(own, _read(builtin_pack_folder(pack.language), Notes(WORDS_FILE)))
    site = Notes(pack.site_prefix + WORDS_FILE)
    if pack.site is not None and (pack.site / WORDS_FILE).exists():
        parts = _laid_over(_read(pack.site, site), parts)
    words = _words(parts)
    return replace(words, problems=(*notes.problems, *site.problems))


def _words(parts: _Parts) -> SessionWords:
    agreements, written_down, pause, smaller = (_single(parts, name) for name in SINGLE_PAGES)
    always = tuple(page for page in (agreements, written_down) if page.title)
    grounding, crisis = (_script(parts, name).steps for name in LISTS)
    newcomer, leaver, video, feedback = (_script(parts, name) for name in SCRIPTS)
    return SessionWords(
        phases=tuple(_phase(parts, key, "", always) for key in PHASES),
        agreements=agreements,
        written_down=written_down,
        pause=pause,
        smaller_step=smaller,
        grounding=grounding,
        crisis=crisis,
        newcomer=newcomer,
        leaver=leaver,
        video=video,
        feedback=feedback,
        overrides={kind: _overrides(parts, kind, always) for kind in KINDS},
    )


def _overrides(parts: _Parts, kind: str, always: tuple[Page, ...]) -> tuple[PhaseWords, ...]:
    return tuple(_phase(parts, key, kind, always) for key in PHASES if (key, kind) in parts)


def _phase(parts: _Parts, key: str, kind: str, always: tuple[Page, ...]) -> PhaseWords:
    part, notes = parts.get((key, kind)) or _Said(Part(key, 1, ()), Notes(WORDS_FILE))
    title, heading = _titles(part, key)
    prompts, headed = split(part.nodes, PAGE)
    pages = tuple(page_of(one, notes) for one in headed)
    if key == "welcome":  # what is said here stays here, and what the laptop writes down: every time
        pages += always
    return PhaseWords(key, title, heading, pages, texts(items_of(prompts)))


def _titles(part: Part, key: str) -> tuple[str, str]:
    found = _NAME.fullmatch(part.title)
    short, _bar, long = (found[3] or "" if found else "").partition("|")
    title = short.strip() or key.replace("-", " ").capitalize()
    return title, long.strip() or title


def _single(parts: _Parts, name: str) -> Page:
    said = parts.get((name, ""))
    headed = split(said.part.nodes, PAGE)[1] if said else ()
    return page_of(headed[0], said.notes) if said and headed else Page("")


def _script(parts: _Parts, name: str) -> Script:
    said = parts.get((name, ""))
    if said is None:
        return Script()
    steps, headed = split(said.part.nodes, PAGE)
    return Script(texts(items_of(steps)), tuple(page_of(one, said.notes) for one in headed))


def _laid_over(own: _Parts, below: _Parts) -> _Parts:
    """A pack that words a phase anew words it for all kinds of session, unless it says otherwise itself."""
    kept = {name: said for name, said in below.items() if (name[0], "") not in own}
    return {**kept, **own}


def _read(folder: Path, notes: Notes) -> _Parts:
    try:
        found = parts_of(read_text(folder / WORDS_FILE, notes.file))
    except DamagedFile as error:
        notes.problems.append(error.problem)
        return {}
    return _named(found, notes)


def _named(found: tuple[Part, ...], notes: Notes) -> _Parts:
    parts: _Parts = {}
    for part in found:
        match = _NAME.fullmatch(part.title)
        name = (match[1], match[2] or "") if match else ("", "")
        if not _is_known(name):
            notes.add(part.line, N_("“{name}” is no phase of a session."), name=part.title)
        elif name in parts:
            notes.add(part.line, N_("“{name}” appears twice."), name=part.title)
        else:
            parts[name] = _Said(part, notes)
    return parts


def _is_known(name: tuple[str, str]) -> bool:
    key, kind = name
    if kind:
        return key in PHASES and kind in KINDS
    return key in (*PHASES, *SINGLE_PAGES, *LISTS, *SCRIPTS)


def _note_gaps(own: _Parts, notes: Notes) -> None:
    for name in (*PHASES, *SINGLE_PAGES, "grounding"):
        if (name, "") not in own:
            notes.add(1, N_("“{name}” is missing; the built-in words are used."), name=name)
