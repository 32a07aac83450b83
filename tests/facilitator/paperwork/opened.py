"""PDFs as other people's programs see them, and lessons and members to print."""

from __future__ import annotations

import re
from collections.abc import Sequence
from io import BytesIO
from pathlib import Path

import pikepdf
import pypdfium2
import zxingcpp
from PIL.Image import Image

from content.lesson import HomeworkOption, Lesson
from content.load import builtin_pack_folder, load_lesson, load_pack
from content.markdown import parts_of
from content.pack import LessonEntry
from facilitator.paperwork.paper import Paper
from facilitator.paperwork.press import Pressed, press
from facilitator.paperwork.tree import Document

POINTS = 72
BREAK = "\u200b"
HYPHEN = re.compile("[\x02\ufffe]\\s*")
"""What this reader makes of a hyphen at the end of a line; we never put one there that is not in the text."""


def shipped_lesson() -> Lesson:
    """The first lesson of Recovery Strategies, as it is shipped."""
    return load_lesson(load_pack(builtin_pack_folder()).lesson_named("what-recovery-means"))


def a_lesson(handout: str = "Some words.", title: str = "A title", aim: str = "An aim.") -> Lesson:
    """A small lesson with this Markdown in its handout."""
    entry = LessonEntry("abcd2345", "a-title", title, aim, 20, "a-module", Path("none"), "none")
    (part,) = parts_of(f"## Handout\n\n{handout}")
    homework = (HomeworkOption("Take a walk.", "on Monday", "in the park"),)
    return Lesson(entry, handout=part.tokens(), questions=("What helps?",), homework=homework)


def pressed(*documents: Document, paper: Paper | None = None) -> Pressed:
    return press(documents, paper or Paper())


def pages_of(pdf: bytes) -> list[str]:
    """The words of each page in reading order, with line ends as spaces and break opportunities taken out."""
    document = pypdfium2.PdfDocument(pdf)
    texts = [page.get_textpage().get_text_bounded() for page in document]
    return [" ".join(HYPHEN.sub("-", text.replace(BREAK, "")).split()) for text in texts]


def words_of(pdf: bytes) -> str:
    return " ".join(pages_of(pdf))


def pictures_of(pdf: bytes, dots_per_inch: int = 150) -> list[Image]:
    document = pypdfium2.PdfDocument(pdf)
    return [page.render(scale=dots_per_inch / POINTS).to_pil() for page in document]


def codes_of(pdf: bytes, dots_per_inch: int = 150) -> list[str]:
    """What an independent reader decodes from the pages as they would be scanned."""
    found = (zxingcpp.read_barcodes(picture) for picture in pictures_of(pdf, dots_per_inch))
    return [code.text for codes in found for code in codes]


def tags_of(pdf: bytes) -> list[str]:
    """The names of all structure elements in reading order, such as ``H1`` and ``P``."""
    with pikepdf.open(BytesIO(pdf)) as document:
        return _tags(document.Root.StructTreeRoot.K)


def _tags(node: pikepdf.Object) -> list[str]:
    if isinstance(node, pikepdf.Array):
        return [tag for child in node for tag in _tags(child)]
    if not isinstance(node, pikepdf.Dictionary) or "/S" not in node:
        return []
    own = str(node.S).removeprefix("/")
    return [own, *(_tags(node.K) if "/K" in node else [])]


def alternatives_of(pdf: bytes) -> Sequence[str]:
    """What a screen reader says instead of drawings."""
    with pikepdf.open(BytesIO(pdf)) as document:
        objects = [one for one in document.objects if isinstance(one, pikepdf.Dictionary)]
        return [str(one.Alt) for one in objects if "/Alt" in one and "/S" in one]
