"""A lesson to fill in, in a site's own folder, with the lists it needs to be found. Nothing is ever overwritten."""

from __future__ import annotations

import json
import re
import secrets
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from string import Template

from content.error import N_, NotWritten
from content.loading import FOLDER_NAME, MODULE_FILE, PACK_FILE
from content.pack import LessonEntry, Pack
from content.table import Table, read_table

LETTERS = "abcdefghijklmnopqrstuvwxyz234567"
TO_FILL_IN = Path(__file__).parent / "templates" / "lesson.md"
OVER_OURS = "# Laid over the curriculum that comes with the program: the same slug replaces, a new one adds.\n"
MAY_NAME_OURS = "# This list may name ours too; that only says where yours stand among them.\n"


@dataclass(frozen=True, slots=True)
class Written:
    """What was written: the lesson, whether it is a copy of ours, and each list that is new or longer than before."""

    lesson: Path
    is_copy: bool
    lists: tuple[Path, ...]


def fresh_id() -> str:
    """Eight letters that nobody has to remember."""
    return "".join(secrets.choice(LETTERS) for _ in range(8))


def new_lesson(folder: Path, name: str, ours: Pack, make_id: Callable[[], str] = fresh_id) -> Written:
    """Write the lesson ``MODULE/SLUG`` into the site's folder, which may be new.

    A lesson of ours of that slug is copied, to be changed; any other is a lesson to fill in. Raises ``NotWritten``
    where something is there already, and ``DamagedFile`` where one of the site's lists cannot be read.
    """
    module, slug = _names(name)
    lesson = _lesson_of_ours(ours, module, slug)
    file = folder / module / (lesson.path.name if lesson else f"{_number(folder / module, ours, module)}-{slug}.md")
    _refuse_a_second(folder / module, slug)
    text = lesson.path.read_text("utf-8") if lesson else _to_fill_in(slug, ours, make_id)
    lists = {
        folder / module / MODULE_FILE: _module_list(folder, module, file.name, ours),
        folder / PACK_FILE: _pack_list(folder, module, ours),
    }
    return Written(file, lesson is not None, _write(file, text, lists))


def _names(name: str) -> tuple[str, str]:
    module, _slash, slug = name.partition("/")
    if not (FOLDER_NAME.fullmatch(module) and re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", slug)):
        raise NotWritten(
            N_("“{name}” does not name a lesson."),
            N_("Write MODULE/SLUG in small letters: daily-life/asking-for-help."),
            name=name,
        )
    return module, slug


def _lesson_of_ours(ours: Pack, module: str, slug: str) -> LessonEntry | None:
    found = next((entry for entry in ours.lessons() if entry.slug == slug), None)
    if found is not None and found.module != module:
        message = N_("A lesson “{slug}” is in the module “{module}” already.")
        raise NotWritten(message, N_("Choose another slug, or write {module}/{slug}."), slug=slug, module=found.module)
    return found


def _refuse_a_second(folder: Path, slug: str) -> None:
    if any(re.sub(r"^\d+-", "", path.stem) == slug for path in folder.glob("*.md")):
        raise NotWritten(N_("This folder has a lesson “{slug}” already."), N_("Nothing was changed."), slug=slug)


def _number(folder: Path, ours: Pack, module: str) -> int:
    """The next number in the module, ours and the site's together."""
    known = ours.module(module)
    names = [*(path.name for path in folder.glob("*.md")), *(one.path.name for one in (known.lessons if known else ()))]
    numbers = [int(found[0]) for name in names if (found := re.match(r"\d+", name))]
    return max(numbers, default=0) + 1


def _to_fill_in(slug: str, ours: Pack, make_id: Callable[[], str]) -> str:
    taken = {entry.id for entry in ours.lessons()}
    id_ = next(one for one in iter(make_id, "") if one not in taken)
    title = slug.replace("-", " ").capitalize()
    return Template(TO_FILL_IN.read_text("utf-8")).substitute(id=id_, slug=slug, title=title)


def _module_list(folder: Path, module: str, lesson: str, ours: Pack) -> str | None:
    """The module's list with this lesson; None where it has it already."""
    path = folder / module / MODULE_FILE
    if path.exists():
        return _with(path, f"{module}/{MODULE_FILE}", "lessons", lesson)
    known = ours.module(module)
    title = known.title if known else module.replace("-", " ").capitalize()
    return f"{_toml(slug=module, title=title)}{MAY_NAME_OURS}lessons = [\n    {json.dumps(lesson)},\n]\n"


def _pack_list(folder: Path, module: str, ours: Pack) -> str | None:
    path = folder / PACK_FILE
    if path.exists():
        return _with(path, PACK_FILE, "modules", module)
    about = _toml(programme=ours.programme, language=ours.language, version="1", title=ours.title)
    return f"{OVER_OURS}{about}overlay = true\n{MAY_NAME_OURS}modules = [\n    {json.dumps(module)},\n]\n"


def _with(path: Path, file: str, key: str, name: str) -> str | None:
    """A list with one name more, all else as it was; comments and order belong to whoever wrote them."""
    table = read_table(path, file)
    names = table.texts(key)
    if name in names:
        return None
    comma = "" if not names or re.search(rf"(?ms)^\s*{key}\s*=\s*\[[^\]]*,\s*\]", table.source) else ","
    text = re.sub(
        rf"(?ms)^(\s*{key}\s*=\s*\[[^\]]*?)\s*\]",
        lambda found: f'{found[1]}{comma}\n    "{name}",\n]',
        table.source,
        count=1,
    )
    if Table(file, text).texts(key) != (*names, name):
        raise NotWritten(
            N_("The list in {file} could not be made longer."),
            N_("Put “{name}” into it yourself, then try again."),
            file=file,
            name=name,
        )
    return text


def _toml(**values: str) -> str:
    return "".join(f"{key} = {json.dumps(value, ensure_ascii=False)}\n" for key, value in values.items())


def _write(lesson: Path, text: str, lists: dict[Path, str | None]) -> tuple[Path, ...]:
    try:
        lesson.parent.mkdir(parents=True, exist_ok=True)
        with lesson.open("x", encoding="utf-8", newline="\n") as target:
            target.write(text)
        changed = {path: new for path, new in lists.items() if new is not None}
        for path, new in changed.items():
            path.write_text(new, "utf-8", newline="\n")
    except OSError as error:
        raise NotWritten(N_("This folder cannot be written to."), N_("Choose another with --folder.")) from error
    return tuple(changed)
