"""From documents to one PDF: tagged, in a language, with its letters in it, and without a file of anybody's words.

Safe to call from any thread. Setting happens outside Python's lock, so a screen goes on painting; one print-out is set
after the other, because the compiler keeps what it knows of fonts and pages for the next one.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from threading import Lock
from typing import TYPE_CHECKING

from agenda.error import N_, AgendaError
from facilitator.palette import on_paper
from facilitator.paperwork.fonts import FAMILIES, ZERO, font_files, printable
from facilitator.paperwork.paper import Paper
from facilitator.paperwork.tree import Document, Json, mapped

if TYPE_CHECKING:
    from typst import Compiler

TEMPLATES = Path(__file__).parent / "templates"
_one_at_a_time = Lock()

Progress = Callable[[int, int], None]
"""Called with how many documents are ready and how many there are; the last call comes when the PDF is there."""


class CannotPrint(AgendaError):
    """The sheet could not be set; nothing was written."""


@dataclass(frozen=True, slots=True)
class Pressed:
    """A PDF, and the names of characters that print as ``□`` because no letter for them is installed."""

    pdf: bytes
    replaced: tuple[str, ...] = ()


def press(documents: Sequence[Document], paper: Paper, title: str = "", progress: Progress | None = None) -> Pressed:
    """All documents in one PDF, each on sheets of its own. Raises ``CannotPrint`` in words."""
    tell = progress or _tell_nobody
    case = _Case()
    prepared: list[Json] = []
    for ready, document in enumerate(documents):
        tell(ready, len(documents))
        prepared.append(case.prepared(document))
    job: Json = {"title": case.printable(title or documents[0].title), "documents": prepared, **_settings(paper)}
    pdf = _set(json.dumps(job))
    tell(len(documents), len(documents))
    return Pressed(pdf, tuple(case.replaced))


class _Case:
    """What was made printable for one print-out, and the characters for which there was no letter."""

    def __init__(self) -> None:
        self.replaced: dict[str, None] = {}
        self._prepared: dict[int, Json] = {}

    def printable(self, text: str) -> str:
        found = printable(text)
        self.replaced |= dict.fromkeys(found.replaced)
        return found.text

    def prepared(self, document: Document) -> Json:
        """The document as data; ten copies of one document are prepared once."""
        if id(document) not in self._prepared:
            self._prepared[id(document)] = mapped(_as_data(document), self.printable)
        return self._prepared[id(document)]


def _tell_nobody(_ready: int, _total: int) -> None:
    pass


def _as_data(document: Document) -> Json:
    return {
        "blocks": document.blocks,
        "mark": document.mark,
        "wide": document.is_wide,
        "large": document.is_large,
    }


def _settings(paper: Paper) -> dict[str, Json]:
    language, _line, country = paper.tag.partition("_")
    is_known = language.isascii() and language.isalpha() and len(language) in (2, 3)
    return {
        "lang": language if is_known else "en",
        "region": country if len(country) == 2 and country.isascii() and country.isalpha() else None,
        "size": paper.size.value,
        "large": paper.is_large,
        "both": paper.is_on_both_sides,
        "fonts": FAMILIES,
        "zero": ZERO,
        "of": paper.says(N_("{page} of {pages}")),
    }


@cache
def _compiler() -> Compiler:
    """The template with all fonts found, made once: looking for fonts takes longer than setting a page."""
    from typst import Compiler  # native code, and only paper needs it

    folders = sorted({str(file.parent) for files in font_files().values() for file in files})
    return Compiler(str(TEMPLATES / "paper.typ"), root=str(TEMPLATES), font_paths=folders, ignore_system_fonts=True)


def _set(job: str) -> bytes:
    from typst import TypstError

    with _one_at_a_time:
        try:
            pdf = _compiler().compile(
                format="pdf", pdf_standards=["ua-1"], sys_inputs={"job": job, "colours": json.dumps(on_paper())}
            )
        except (TypstError, OSError):
            # What the compiler says may quote what stood on the sheet: it is not passed on.
            raise CannotPrint(
                N_("This sheet could not be made."),
                N_("Try it without the words that were added last, and report it: it should not happen."),
            ) from None
    if not isinstance(pdf, bytes):
        raise CannotPrint(N_("This sheet could not be made."), N_("Please try again."))
    return pdf
