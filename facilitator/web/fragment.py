"""The words of a wall page as HTML. Every text is escaped: markup in a page is shown as it was written."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import replace
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from facilitator.drawing import Drawings
from facilitator.language import _, locale
from facilitator.wall.scenes import DISC_STEPS, DOT, Words, holding, sign_word
from facilitator.web.code import code
from facilitator.web.size import settings

if TYPE_CHECKING:
    from jinja2 import Environment

PAGES = Path(__file__).parent / "pages"


def fragment(words: Words, drawings: Drawings | None = None) -> str:
    """What stands on the page: one element, to be put in the place of the one before.

    Its ``data-page`` is the same as before where only the clock or the disc went on, so that nothing fades for them.
    """
    is_free = not words.qr and words.disc is None
    drawing = drawings.svg(words.drawing) if drawings and words.drawing and is_free else ""
    return (
        _pages()
        .get_template("fragment.html")
        .render(
            words=words,
            drawing=drawing,
            code=code(words.qr) if words.qr else "",
            code_says=_("Code to scan"),
            classes=" ".join(each.classes for each in settings(words, has_drawing=bool(drawing))),
            dots=[dot == DOT for dot in words.dots.split()] if not words.qr else [],
            dot_says=_("Page {at} of {of}").format(at=words.dots.count(DOT), of=len(words.dots.split())),
            work=sign_word(words.sign) if words.sign else "",
            steps=DISC_STEPS,
            same=_same(words),
        )
    )


def _same(words: Words) -> str:
    still = replace(words, clock="", left="", disc=None if words.disc is None else 0)
    return hashlib.sha256(repr(still).encode("utf-8", "replace")).hexdigest()[:16]


def page(shown: str, *, is_dark: bool) -> str:
    """The whole page with this fragment in it, and the holding page ready for when nothing is heard any more."""
    return (
        _pages()
        .get_template("wall.html")
        .render(shown=shown, holding=fragment(holding()), language=_language(), is_dark=is_dark)
    )


def entry() -> str:
    """What a browser gets for the token: it goes on to the wall by itself."""
    return _pages().get_template("entry.html").render(language=_language(), title=_("Welcome"), wall=_("The wall"))


def telephone_page(said: Mapping[str, object]) -> str:
    """The page of the facilitator's telephone with these words in it."""
    gone = _("The console is not there. Scan its code again when it is.")
    words = {"said": said, "language": _language(), "gone": gone, "back": _("back")}
    words["unheard"] = _("That was not heard. Press again.")
    words["pause"] = _("pause")
    words["awake"] = _(
        "This page cannot keep the screen awake over a network without encryption. Let it stay on for as long as the "
        "telephone's settings allow, or touch it now and then."
    )
    return _pages().get_template("telephone.html").render(words)


def telephone_entry() -> str:
    """What a telephone gets for its code: it goes on by itself, and brings its cookie then."""
    return _pages().get_template("telephone_entry.html").render(language=_language(), next=_("Go on"))


def _language() -> str:
    return locale().replace("_", "-")


@cache
def _pages() -> Environment:
    from jinja2 import Environment, FileSystemLoader  # only a server draws pages

    return Environment(loader=FileSystemLoader(PAGES), autoescape=True, trim_blocks=True, lstrip_blocks=True)
