"""Handouts for a group of eight in one PDF, against WeasyPrint setting the same content in the same letters.

Both are warm: loaded, with their fonts found. Every turn has words that were never set before, and both make PDF/UA.
WeasyPrint comes with the extra ``bench`` and calls Pango, which most systems have (Debian: libpango-1.0-0,
libpangoft2-1.0-0, libharfbuzz-subset0). Without it this one line is left out of the table, and that is said.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from html import escape
from importlib import import_module
from importlib.util import find_spec
from itertools import count
from pathlib import Path
from statistics import median
from typing import Any, cast

from content.lesson import Lesson
from content.load import builtin_pack_folder, load_lesson, load_pack
from facilitator.paperwork.fonts import font_files
from facilitator.paperwork.handout import lesson_handout
from facilitator.paperwork.paper import Paper
from facilitator.paperwork.press import press
from facilitator.paperwork.tree import Block, Document
from tests.benchmarks.measuring import Line, by_turns, spread

MEMBERS = 8
LESSON = "what-recovery-means"
STYLE = """
@page { size: a4; margin: 19mm 27mm 22mm; @bottom-right { content: counter(page) } }
body { font: 14pt/1.35 "Atkinson Hyperlegible"; color: #1a1c1e; hyphens: none }
article { break-after: page }
h1, h2 { color: #0b4556; break-after: avoid; margin: 1.1em 0 .5em; line-height: 1.2 }
h2 { font-size: 1.2em }
p, ol { margin: .5em 0 }
.box { border: 1.2pt solid #0b4556; border-radius: 5pt; padding: 1em; break-inside: avoid }
.line { border-bottom: .7pt solid #66757b; height: 1.8em }
.whole { break-inside: avoid }
"""


def measure(_folder: Path) -> list[Line]:
    if find_spec("weasyprint") is None:
        print("paper is left out: WeasyPrint is not installed (pip install -e '.[bench]')", file=sys.stderr)
        return []
    documents = _documents()
    taken = by_turns({"ours": _timed(_ours, documents), "weasyprint": _timed(_theirs, documents)}, times=7)
    ratio = median(taken["ours"]) / median(taken["weasyprint"])
    said = f"{spread(taken['ours'])} against {spread(taken['weasyprint'])}"
    return [Line(f"handouts for {MEMBERS} in one PDF, warm / WeasyPrint on the same content", ratio, 1 / 8, said)]


def _documents() -> Iterator[Document]:
    """The handout again and again, each time with another title, so that nobody can have it in stock."""
    entry = load_pack(builtin_pack_folder()).lesson_named(LESSON)
    lesson = load_lesson(entry)
    return (lesson_handout(_renamed(lesson, number), Paper(), "Recovery Strategies") for number in count(1))


def _renamed(lesson: Lesson, number: int) -> Lesson:
    questions = tuple(f"{question} ({number})" for question in lesson.questions)
    return replace(lesson, entry=replace(lesson.entry, title=f"{lesson.entry.title} {number}"), questions=questions)


def _timed(make: Callable[[Document], bytes], documents: Iterator[Document]) -> Callable[[], float]:
    def once() -> float:
        document = next(documents)
        started = time.perf_counter()
        pdf = make(document)
        taken = time.perf_counter() - started
        assert pdf.startswith(b"%PDF")
        return taken

    return once


def _ours(document: Document) -> bytes:
    return press([document] * MEMBERS, Paper()).pdf


def _theirs(document: Document) -> bytes:
    weasyprint: Any = import_module("weasyprint")
    article = f"<article>{''.join(map(_html, document.blocks))}</article>"
    faces = "".join(
        f'@font-face {{ font-family: "Atkinson Hyperlegible"; src: url("{file.as_uri()}"); '
        f"font-weight: {'bold' if 'Bold' in file.name else 'normal'} }}"
        for file in font_files()["Atkinson Hyperlegible"]
    )
    page = f'<html lang="en"><title>{escape(document.title)}</title><style>{faces}{STYLE}</style>{article * MEMBERS}'
    return cast(bytes, weasyprint.HTML(string=page).write_pdf(pdf_variant="pdf/ua-1"))


def _html(block: Block) -> str:
    match block["kind"]:
        case "heading":
            return f"<h{block['level']}>{_text(block, 'text')}</h{block['level']}>"
        case "paragraph":
            return f"<p>{_runs(block['runs'])}</p>"
        case "lines":
            return "<div class=line></div>" * cast(int, block["count"])
        case "list":
            return f"<ol>{''.join(f'<li>{_inner(item)}</li>' for item in _sequence(block['items']))}</ol>"
        case "box" | "together":
            kind = "box" if block["kind"] == "box" else "whole"
            title = f"<h2>{_text(block, 'title')}</h2>" if block.get("title") else ""
            return f"<div class={kind}>{title}{_inner(block['blocks'])}</div>"
        case "form":
            rows = (cast(Mapping[str, Any], row) for row in _sequence(block["rows"]))
            return "".join(f"<div class=line><b>{escape(row['label'])}</b></div>" for row in rows)
        case "code":
            return f"<p class=whole>{cast(str, block['svg'])}{_text(block, 'text')}</p>"
        case _:
            return f"<p>{_text(block, 'text')}</p>"


def _sequence(value: object) -> Sequence[Any]:
    return cast(Sequence[Any], value)


def _inner(blocks: object) -> str:
    return "".join(map(_html, _sequence(blocks)))


def _runs(runs: object) -> str:
    return "".join(f"<b>{escape(one['text'])}</b>" if one["strong"] else escape(one["text"]) for one in _sequence(runs))


def _text(block: Block, name: str) -> str:
    return escape(str(block.get(name) or ""))
