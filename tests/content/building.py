"""Small packs in ``tmp_path``. What a test does not name is as it should be, so it names only what it is about."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

from content.check import Report, check
from content.lesson import Lesson
from content.load import load_lesson, load_pack
from content.pack import Pack
from content.phase import PHASES

FRONT: Mapping[str, object] = {
    "id": "abcdef23",
    "slug": "hope",
    "title": "Hope",
    "aim": "Name one thing that gives you hope.",
    "minutes": 20,
    "skills": ["coping"],
    "worksheets": [],
}

WALL = """
### What is hope?

- A light in the window.
- A reason to get up.

### Who has hope?

- Some of us, some of the time.
"""

GUIDE = """
- Before: put the chairs in a circle.

### What is hope?

- Ask: What gives you hope? [motivational]
- Say: Hope can be small. [educational]

### Who has hope?

- Do: Show how to ask for hope. [cognitive-behavioural]
"""

HANDOUT = "We look for what helps us. " * 50 + "\n\n> Hope can be small."

HOMEWORK = """
1. Look out of the window.
   - when: in the morning
   - where: in the kitchen
   - obstacle: Fog. Then listen.
2. Call a friend.
   - when: on Sunday
   - where: at home
   - obstacle: No answer. Then try again.
3. Take a walk.
   - when: after lunch
   - where: in the park
   - obstacle: Rain. Then walk inside.
"""

PARTS: Mapping[str, str] = {
    "Wall": WALL,
    "Guide": GUIDE,
    "Handout": HANDOUT,
    "Questions": "1. What is hope?\n2. Who has it?\n3. Where is it?\n4. When did you feel it?",
    "Practice": "Say one hopeful thing to your neighbour.",
    "Homework": HOMEWORK,
    "Supporters": "Tell the person what you like about them.",
}

_SINGLE = ("agreements", "written-down", "pause", "smaller-step")


def _phase_text(key: str) -> str:
    return f"## {key}: {key} title | {key} heading\n\n- Ask about {key}.\n\n### Page of {key}\n\n- One line."


SESSION = "\n\n".join(
    [
        *(_phase_text(key) for key in PHASES),
        *(f"## {name}\n\n### The {name}\n\n- One line." for name in _SINGLE),
        "## grounding\n\n- Breathe.",
    ]
)
"""Every word a session needs, each naming the phase it is for."""


def toml(values: Mapping[str, object]) -> str:
    """These values as TOML; JSON writes texts, numbers and lists the same way."""
    return "".join(f"{key} = {json.dumps(value)}\n" for key, value in values.items() if value is not None)


def lesson_text(parts: Mapping[str, str | None] | None = None, /, **front: object) -> str:
    """A lesson file without fault, but for these parts (None leaves one out) and this front matter."""
    handout = HANDOUT.replace("what helps", f"{front['slug']} with") if "slug" in front else HANDOUT  # none is shared
    chosen = {**PARTS, "Handout": handout, **(parts or {})}
    body = "".join(f"\n## {name}\n\n{text}\n" for name, text in chosen.items() if text is not None)
    return f"+++\n{toml({**FRONT, **front})}+++\n{body}"


def a_pack(folder: Path, modules: Mapping[str, Mapping[str, str]] | None = None, session: str | None = SESSION) -> Path:
    """A pack folder with these modules, each a mapping from file name to text. By default one faultless lesson."""
    modules = {"finding-hope": {"1-hope.md": lesson_text()}} if modules is None else modules
    folder.mkdir(parents=True, exist_ok=True)
    pack = {"programme": "imr", "language": "en", "version": "1", "title": "A pack", "modules": list(modules)}
    (folder / "pack.toml").write_text(toml(pack), "utf-8")
    for slug, lessons in modules.items():
        _write_module(folder / slug, slug, lessons)
    if session is not None:
        (folder / "session.md").write_text(session, "utf-8")
    return folder


def loaded(folder: Path, modules: Mapping[str, Mapping[str, str]] | None = None) -> Pack:
    """Such a pack, loaded."""
    return load_pack(a_pack(folder, modules))


def three_lessons() -> dict[str, dict[str, str]]:
    """Two modules: hope, then courage and joy."""
    return {
        "finding-hope": {"1-hope.md": lesson_text()},
        "daily-life": {
            "1-courage.md": lesson_text(id="courage2", slug="courage", title="Courage"),
            "2-joy.md": lesson_text(id="joyjoy22", slug="joy", title="Joy"),
        },
    }


def the_lesson(folder: Path, parts: Mapping[str, str | None] | None = None, /, **front: object) -> Lesson:
    """The one lesson of a pack, loaded in full."""
    pack = loaded(folder, {"finding-hope": {"1-hope.md": lesson_text(parts, **front)}})
    return load_lesson(pack.modules[0].lessons[0])


def line_with(text: str, words: str) -> int:
    """The line on which these words stand first, counted from 1."""
    return next(n for n, line in enumerate(text.split("\n"), 1) if words in line)


def _write_module(folder: Path, slug: str, lessons: Mapping[str, str]) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    values = {"slug": slug, "title": slug.replace("-", " ").capitalize(), "lessons": list(lessons)}
    (folder / "module.toml").write_text(toml(values), "utf-8")
    for name, text in lessons.items():
        (folder / name).write_text(text, "utf-8")


def check_pack(folder: Path) -> Report:
    """Every limit, for the pack in this folder."""
    return check(load_pack(folder))
