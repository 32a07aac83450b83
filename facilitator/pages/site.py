"""All pages of one curriculum: the list of lessons, and a page for each under its printed code.

``Site`` gives whole pages as bytes: a folder of files holds them, or a server sends them.
"""

from __future__ import annotations

import hashlib
from base64 import b64encode
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from content.error import N_
from content.lesson import HomeworkOption, Lesson
from content.load import load_lesson
from content.pack import LessonEntry, Pack
from facilitator.language import locale_of, spoken
from facilitator.pages.number import with_numbers
from facilitator.pages.prose import html_of
from facilitator.palette import DARK_PAGE, PAGE, PRINTED_PAGE, in_browser

TEMPLATES = Path(__file__).parent / "templates"
COLOURS = in_browser(
    {":root": PAGE, "@media (prefers-color-scheme: dark) :root": DARK_PAGE, "@media print :root": PRINTED_PAGE}
)


@dataclass(frozen=True, slots=True)
class Places:
    """Where pages find one another. ``lesson`` has a place for the code; ``beside`` is the same from the list."""

    home: str = "../index.html"
    lesson: str = "../{id}/index.html"
    beside: str = "{id}/index.html"

    @classmethod
    def below(cls, root: str) -> Places:
        """For a server: the list at ``root``, such as ``/lessons``, and each lesson at ``root/{id}``."""
        return cls(root or "/", f"{root}/{{id}}", f"{root}/{{id}}")


@dataclass(frozen=True, slots=True)
class Site:
    """The pages of this pack. ``crisis`` is whom to call where the site is; without it no page says so."""

    pack: Pack
    crisis: tuple[str, ...] = ()
    places: Places = Places()

    def home(self) -> bytes:
        """The list of lessons by module."""
        return self._page("home.html", self.pack.title, link=self.places.beside, modules=self.pack.modules)

    def page(self, name: str) -> bytes:
        """The page of the lesson with this code or name.

        Raises ``UnknownLesson``; ``DamagedFile`` for a lesson that cannot be read.
        """
        entry = self.pack.lesson_named(name)
        return self._lesson(load_lesson(entry))

    def _lesson(self, lesson: Lesson) -> bytes:
        entry = lesson.entry
        module = self.pack.module(entry.module)
        course = list(self.pack.course())
        place = course.index(entry) if entry in course else len(course)
        return self._page(
            "lesson.html",
            entry.title,
            link=self.places.lesson,
            lesson=lesson,
            module=module.title if module else "",
            handout=html_of(lesson.handout, 2),
            exercise=html_of(lesson.exercise, 3),
            plan=self._plan,
            before=course[place - 1] if 0 < place < len(course) else None,
            after=self.pack.after(entry.id),
        )

    def _page(self, template: str, title: str, link: str, **values: object) -> bytes:
        def to(entry: LessonEntry) -> str:
            return link.format(id=entry.id)

        return (
            _environment()
            .get_template(template)
            .render(
                title=title,
                to=to,
                pack=self.pack,
                lang=self._tag.replace("_", "-"),
                direction=_direction(self._tag),
                home=self.places.home,
                says=self._says,
                crisis=[with_numbers(line) for line in self.crisis],
                style=_style(),
                policy=_policy(),
                **values,
            )
            .encode()
        )

    def _plan(self, option: HomeworkOption) -> list[tuple[str, str]]:
        known = (
            (N_("When"), option.when),
            (N_("Where"), option.where),
            (N_("What could get in the way"), option.obstacle),
        )
        return [(self._says(label), value) for label, value in known if value]

    @property
    def _tag(self) -> str:
        return locale_of(self.pack.language)

    def _says(self, sentence: str) -> str:
        """A marked sentence in the language of the curriculum."""
        return spoken(sentence, self._tag)


WORDS: dict[str, str] = {
    "all": N_("All lessons"),
    "questions": N_("Questions to think about"),
    "exercise": N_("Exercise"),
    "homework": N_("Homework"),
    "choose": N_("Choose one, or find one of your own."),
    "family": N_("For family and friends"),
    "crisis": N_("If you are not safe"),
    "before": N_("Lesson before"),
    "after": N_("Next lesson"),
    "welcome": N_("What we talk about in the group, to read again whenever you like."),
    "skip": N_("To the text"),
    "topics": N_("Topics"),
    "more": N_("More lessons"),
}
"""What the templates say; they hold no words of any language themselves."""


@cache
def _environment() -> Environment:
    found = Environment(
        loader=FileSystemLoader(TEMPLATES),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    found.globals["words"] = WORDS
    return found


@cache
def _style() -> Markup:
    """Our own style sheet, in the page itself: one file, one request."""
    return Markup(COLOURS + (TEMPLATES / "page.css").read_text("utf-8"))  # no word of anybody is in it


@cache
def _policy() -> str:
    """What the browser may do with the page: show it, with this very style, and fetch nothing."""
    digest = b64encode(hashlib.sha256(str(_style()).encode()).digest()).decode()
    return f"default-src 'none'; style-src 'sha256-{digest}'; img-src data:; base-uri 'none'; form-action 'none'"


def _direction(tag: str) -> str:
    """Which way people of this language read: ``ltr`` or ``rtl``."""
    from babel import Locale, UnknownLocaleError

    try:
        return Locale.parse(tag).text_direction
    except (UnknownLocaleError, ValueError):
        return "ltr"
