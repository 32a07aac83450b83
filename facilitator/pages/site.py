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
from markupsafe import Markup, escape

from content.drawing import drawings_of
from content.error import N_
from content.lesson import HomeworkOption, Lesson
from content.load import load_lesson
from content.pack import LessonEntry, Pack
from facilitator.drawing import BEFORE, Drawings
from facilitator.language import locale_of, spoken
from facilitator.pages.number import read_out, with_numbers
from facilitator.pages.prose import html_of
from facilitator.palette import DARK_DRAWN, DARK_PAGE, DRAWN, PAGE, PRINTED_DRAWN, PRINTED_PAGE, in_browser
from facilitator.whom_to_call import CrisisHelp, CrisisLine

TEMPLATES = Path(__file__).parent / "templates"
LIGHT, DARK, PRINTED = ":root", "@media (prefers-color-scheme: dark) :root", "@media print :root"
COLOURS = in_browser({LIGHT: PAGE, DARK: DARK_PAGE, PRINTED: PRINTED_PAGE}) + in_browser(
    {LIGHT: DRAWN, DARK: DARK_DRAWN, PRINTED: PRINTED_DRAWN}, BEFORE
)
NOBODY = CrisisHelp()
QUESTIONS = 3
"""To think about at home; the group talks about all of them."""


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
    """The pages of this pack. ``crisis`` is whom to call where the site is; each page says so where nobody is known."""

    pack: Pack
    crisis: CrisisHelp = NOBODY
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

    @property
    def policy(self) -> str:
        """What a browser may do with a page, for a server that says it, too."""
        return f"{_policy()}; frame-ancestors 'none'"

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
            drawing=Markup(Drawings(drawings_of(self.pack)).svg(entry.drawing)),  # made by us, shape by shape
            handout=html_of(lesson.reading if lesson.points else lesson.handout, 2),
            questions=lesson.questions[:QUESTIONS],
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
                crisis=self.crisis,
                with_numbers=with_numbers,
                read_out=read_out,
                beside=_beside,
                said=_said,
                style=_style(),
                script=_script(),
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
    "aloud": N_("Read this aloud"),
    "pause": N_("Pause"),
    "on": N_("Go on"),
    "stop": N_("Stop"),
    "unheard": N_("This browser cannot read aloud. Ask somebody to read it with you."),
    "points": N_("Key points"),
    "plan": N_("My plan"),
    "will": N_("I will …"),
    "when": N_("When …"),
    "where": N_("Where …"),
    "keep": N_("Write it on paper. This page keeps nothing."),
    "ideas": N_("Ideas for my plan"),
    "choose": N_("Choose one, or find one of your own."),
    "questions": N_("Questions to think about"),
    "family": N_("For family and friends"),
    "crisis": N_("If you are not safe"),
    "unset": N_("Your service has not written its numbers here yet. Ask your team whom you can call."),
    "mine": N_("My number to call:"),
    "before": N_("Lesson before"),
    "after": N_("Next lesson"),
    "welcome": N_("What we talk about in the group, to read again whenever you like."),
    "skip": N_("To the text"),
    "topics": N_("Topics"),
    "more": N_("More lessons"),
}
"""What the templates say; they hold no words of any language themselves."""


def _beside(row: CrisisLine) -> Markup:
    """What stands beside a number; hours are never taken for one."""
    return Markup(", ").join(part for part in (with_numbers(row.name), escape(row.hours)) if part)


def _said(row: CrisisLine) -> str:
    """The same for the ear, the number first."""
    beside = ", ".join(filter(None, (read_out(row.name), row.hours)))
    return ": ".join(filter(None, (read_out(row.number), beside)))


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
def _script() -> Markup:
    """Our own script, which reads aloud: in the page itself, and the only one that may run."""
    return Markup((TEMPLATES / "aloud.js").read_text("utf-8"))


@cache
def _policy() -> str:
    """What the browser may do with the page: show it with this very style, run this very script, and fetch nothing."""
    style, script = _hash(_style()), _hash(_script())
    return (
        f"default-src 'none'; style-src {style}; script-src {script}; img-src data:; base-uri 'none'; "
        "form-action 'none'"
    )


def _hash(text: str) -> str:
    return f"'sha256-{b64encode(hashlib.sha256(text.encode()).digest()).decode()}'"


def _direction(tag: str) -> str:
    """Which way people of this language read: ``ltr`` or ``rtl``."""
    from babel import Locale, UnknownLocaleError

    try:
        return Locale.parse(tag).text_direction
    except (UnknownLocaleError, ValueError):
        return "ltr"
