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
from facilitator.paperwork.fonts import FAMILIES, font_files, printable
from facilitator.paperwork.paper import Paper
from facilitator.paperwork.tree import Document, Json, mapped

if TYPE_CHECKING:
    from typst import Compiler

TEMPLATES = Path(__file__).parent / "templates"
STANDARD = "ua-1"
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
    replaced: dict[str, None] = {}

    def change(text: str) -> str:
        found = printable(text)
        replaced.update(dict.fromkeys(found.replaced))
        return found.text

    prepared: dict[int, Json] = {}
    for ready, document in enumerate(documents):
        tell(ready, len(documents))
        if id(document) not in prepared:
            prepared[id(document)] = mapped(_as_data(document), change)
    job: Json = {
        "title": change(title or documents[0].title),
        "documents": [prepared[id(document)] for document in documents],
        **_settings(paper),
    }
    pdf = _set(json.dumps(job))
    tell(len(documents), len(documents))
    return Pressed(pdf, tuple(replaced))


def _tell_nobody(_ready: int, _total: int) -> None:
    pass


def _as_data(document: Document) -> Json:
    return {
        "title": document.title,
        "blocks": document.blocks,
        "mark": document.mark,
        "wide": document.is_wide,
    }


def _settings(paper: Paper) -> dict[str, Json]:
    language, _line, country = paper.tag.partition("_")
    return {
        "lang": language,
        "region": country[:2] or None,
        "size": paper.size.value,
        "points": paper.points,
        "fonts": FAMILIES,
        "of": paper.says(N_("{page} of {pages}")),
    }


@cache
def _compiler() -> Compiler:
    """The template with all fonts found: 20 ms the first time, nothing later."""
    from typst import Compiler  # native code, and only paper needs it

    folders = sorted({str(file.parent) for files in font_files().values() for file in files})
    return Compiler(
        str(TEMPLATES / "paper.typ"), root=str(TEMPLATES), font_paths=folders, ignore_system_fonts=True
    )


def _set(job: str) -> bytes:
    from typst import TypstError

    with _one_at_a_time:
        try:
            pdf = _compiler().compile(format="pdf", pdf_standards=[STANDARD], sys_inputs={"job": job})
        except (TypstError, OSError):
            # What the compiler says may quote what stood on the sheet: it is not passed on.
            raise CannotPrint(
                N_("This sheet could not be made."),
                N_("Try it without the words that were added last, and report it: it should not happen."),
            ) from None
    if not isinstance(pdf, bytes):
        raise CannotPrint(N_("This sheet could not be made."), N_("Please try again."))
    return pdf
