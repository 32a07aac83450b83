"""The Markdown of a lesson as HTML, from the same tokens as paper. Nothing in it can become a tag or fetch anything."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.renderer import RendererHTML
from markdown_it.token import Token
from markdown_it.utils import EnvType, OptionsDict
from markupsafe import Markup, escape

DEEPEST = 6
ROOM = "room"
"""The class of words that wait to be completed by hand; on paper there are lines below them."""

_LISTS = ("bullet_list_open", "ordered_list_open")


def html_of(tokens: Sequence[Token], top: int) -> Markup:
    """The HTML of these tokens, whose headings begin at ``top`` and leave no level out."""
    parser = _parser()
    # The renderer escapes every word itself, and raw HTML is only words to this parser.
    return Markup(parser.renderer.render(list(_prepared(tokens, top)), parser.options, {}))


@cache
def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"html": False})
    parser.add_render_rule("image", _words_of_the_picture)
    return parser


def _prepared(tokens: Sequence[Token], top: int) -> Iterator[Token]:
    levels = _levels(tokens, top)
    for place, token in enumerate(tokens):
        if token.type in ("heading_open", "heading_close"):
            yield token.copy(tag=f"h{levels[place]}")
        elif token.type == "paragraph_open" and _asks(tokens[place : place + 4]):
            yield token.copy(attrs={"class": ROOM}, hidden=False)
        elif token.type == "inline":
            yield token.copy(children=[_safe(child) for child in token.children or []])
        else:
            yield token


def _levels(tokens: Sequence[Token], top: int) -> dict[int, int]:
    """The level of each heading: as deep as it was written, but never more than one below the heading before it."""
    highest = min((int(token.tag[1]) for token in tokens if token.type == "heading_open"), default=top)
    levels, level = {}, top - 1
    for place, token in enumerate(tokens):
        if token.type == "heading_open":
            level = min(int(token.tag[1]) - highest + top, level + 1, DEEPEST)
        if token.type.startswith("heading_"):
            levels[place] = level
    return levels


def _asks(ahead: Sequence[Token]) -> bool:
    """True for “One thing that helped me:” with no list to complete it."""
    following = ahead[3].type if len(ahead) > 3 else ""
    return ahead[1].content.rstrip().endswith(":") and following not in _LISTS


def _safe(token: Token) -> Token:
    """A link that is followed does not tell where it was read."""
    return token.copy(attrs={**token.attrs, "rel": "noreferrer"}) if token.type == "link_open" else token


def _words_of_the_picture(
    _renderer: RendererHTML, tokens: Sequence[Token], place: int, _options: OptionsDict, _env: EnvType
) -> str:
    """A picture would have to be fetched from somewhere: its words stand in its place, as on paper."""
    return str(escape(tokens[place].content))
