"""The blocks of a sheet as HTML, for somebody else to set: the same words, rooms to write, boxes and tables."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape
from typing import Any, cast

from facilitator.paperwork.fonts import font_files
from facilitator.paperwork.tree import Block, Document

FILLED = 5
"""Lines where ours fill what is left of a page: HTML cannot."""

STYLE = """
@page { size: a4; margin: 19mm 27mm 22mm; @bottom-right { content: counter(page) } }
@page wide { size: a4 landscape; margin: 19mm 15mm 22mm }
body { font: 14pt/1.35 "Atkinson Hyperlegible"; color: #1a1c1e; hyphens: none }
article { break-after: page }
article.wide { page: wide }
h1, h2 { color: #0b4556; break-after: avoid; margin: 1.1em 0 .5em; line-height: 1.2 }
h2 { font-size: 1.2em }
p, ol { margin: .5em 0 }
table { width: 100%; font-size: 10pt; border-collapse: collapse; table-layout: fixed }
th, td { box-sizing: border-box; overflow-wrap: anywhere }
th, td { border: .7pt solid #3d484d; padding: .5em; vertical-align: top; text-align: left }
.box { border: 1.2pt solid #0b4556; border-radius: 5pt; padding: 1em; break-inside: avoid }
.line { border-bottom: .7pt solid #3d484d; height: 1.8em }
.tick { display: inline-block; border: 1pt solid #1a1c1e; width: .9em; height: .9em }
.whole { break-inside: avoid }
svg { width: 32mm; height: 32mm }
"""


def page(documents: Sequence[Document]) -> str:
    """All documents in one HTML page with the letters we use ourselves."""
    faces = "".join(
        f'@font-face {{ font-family: "Atkinson Hyperlegible"; src: url("{file.as_uri()}"); '
        f"font-weight: {'bold' if 'Bold' in file.name else 'normal'} }}"
        for file in font_files()["Atkinson Hyperlegible"]
    )
    head = f"<title>{escape(documents[0].title)}</title><style>{faces}{STYLE}</style>"
    return f'<html lang="en">{head}{"".join(map(_article, documents))}'


def _article(document: Document) -> str:
    return f'<article class="{"wide" if document.is_wide else ""}">{_inner(document.blocks)}</article>'


def _html(block: Block) -> str:
    match block["kind"]:
        case "heading":
            return f"<h{block['level']}>{_text(block, 'text')}</h{block['level']}>"
        case "paragraph":
            return f"<p>{_runs(block['runs'])}</p>"
        case "lines":
            return _room(cast(int, block["count"]))
        case "blank":
            return _room(1)
        case "list":
            return f"<ol>{''.join(f'<li>{_inner(item)}</li>' for item in _sequence(block['items']))}</ol>"
        case "box" | "together":
            kind = "box" if block["kind"] == "box" else "whole"
            title = f"<h2>{_text(block, 'title')}</h2>" if block.get("title") else ""
            return f"<div class={kind}>{title}{_inner(block['blocks'])}</div>"
        case "fitted":
            return _inner(block["blocks"])
        case "pictures":
            shown = "".join(f"<td>{one['svg']}<br>{escape(one['text'])}</td>" for one in _sequence(block["items"]))
            return f"<p><b>{_text(block, 'label')}</b></p><table><tr>{shown}</tr></table>"
        case "form":
            return "".join(_field(cast(Block, row)) for row in _sequence(block["rows"]))
        case "question":
            return _field(block)
        case "choice":
            options = "".join(f"<span class=tick></span> {escape(one['text'])} " for one in _sequence(block["options"]))
            return f"<p><b>{_text(block, 'label')}</b> {options}</p>"
        case "table":
            return _table(block)
        case "page":
            return "<hr style='break-after: page'>"
        case "small":
            return f"<p><small>{_text(block, 'text')}</small></p>"
        case "scale":
            return (
                f"<p>{' '.join(map(str, _sequence(block['numbers'])))} {_text(block, 'low')} {_text(block, 'high')}</p>"
            )
        case "days":
            ticks = "".join(f"<span class=tick></span> {escape(one['text'])} " for one in _sequence(block["options"]))
            return f"<p><b>{_text(block, 'label')}</b> {ticks}</p>"
        case "codes":
            return _inner(block["codes"])
        case "code":
            return f"<p class=whole>{cast(str, block['svg'])}{_text(block, 'text')}</p>"
        case "lead":
            return f"<p>{_text(block, 'text')}</p>"
        case "picture":
            return cast(str, block["svg"])
        case "beside":
            picture = block["picture"]
            return f"{_html(cast(Block, picture)) if picture else ''}{_inner(block['blocks'])}"
        case "ways":
            rows = "".join(
                f"<p><b>{escape(one['number'])}</b> {escape(one['text'])}</p>" for one in _sequence(block["rows"])
            )
            return rows + "".join(f"<p>{escape(one)}</p>{_room(1)}" for one in _sequence(block["blanks"]))
        case "fill" | "more":
            return _room(FILLED)
        case "asked":
            return "".join(f"<p>{escape(one)}</p>{_room(FILLED)}" for one in _sequence(block["items"]))
        case "spring":
            return ""
        case "strip":
            return f"<hr>{_inner(block['blocks'])}"
        case "halves":
            return "<hr>".join(_inner(half) for half in _sequence(block["halves"]))
        case other:
            raise ValueError(f"no HTML for {other}")


def _field(field: Block) -> str:
    """A label, and what is known or room to write."""
    written = "".join(f"<p>{_runs(runs)}</p>" for runs in _sequence(field["value"]))
    drawn = str(field.get("svg", ""))
    return f"<div>{drawn}<b>{_text(field, 'label')}</b>{written or _room(cast(int, field['lines']))}</div>"


def _table(block: Block) -> str:
    columns = [cast(Mapping[str, Any], one) for one in _sequence(block["columns"])]
    parts = sum(one["part"] for one in columns)
    head = "".join(
        f'<th style="width: {100 * one["part"] / parts:.1f}%">{escape(one["title"])}</th>' for one in columns
    )
    rows = "".join(
        f'<tr style="height: {block["height"]}em">{"".join(f"<td>{_inner(cell)}</td>" for cell in row)}</tr>'
        for row in _sequence(block["rows"])
    )
    return f"<table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>"


def _room(count: int) -> str:
    return "<div class=line></div>" * count


def _sequence(value: object) -> Sequence[Any]:
    return cast(Sequence[Any], value)


def _inner(blocks: object) -> str:
    return "".join(map(_html, _sequence(blocks)))


def _runs(runs: object) -> str:
    return "".join(f"<b>{escape(one['text'])}</b>" if one["strong"] else escape(one["text"]) for one in _sequence(runs))


def _text(block: Block, name: str) -> str:
    return escape(str(block.get(name) or ""))
