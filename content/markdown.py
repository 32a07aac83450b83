"""Markdown as a tree of parts and items, parsed once for wall, page and paper. HTML stays plain text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache

from markdown_it import MarkdownIt
from markdown_it.token import Token
from markdown_it.tree import SyntaxTreeNode

from legible import legible, one_line

PART, PAGE = "h2", "h3"
_LISTS = ("bullet_list", "ordered_list")


@dataclass(frozen=True, slots=True)
class Item:
    """A list item or a paragraph as plain text, with the items nested in it."""

    text: str
    line: int
    inner: tuple[Item, ...] = ()


@dataclass(frozen=True, slots=True)
class Part:
    """A heading and what stands below it, up to the next heading of its level."""

    title: str
    line: int
    nodes: tuple[SyntaxTreeNode, ...]

    def items(self) -> tuple[Item, ...]:
        """The part as items; further headings and rules are not items."""
        return tuple(_items(self.nodes))

    def tokens(self) -> tuple[Token, ...]:
        """The part as the parser's tokens, for whoever renders it."""
        return tuple(token for node in self.nodes for token in node.to_tokens())

    def holds(self, kind: str) -> bool:
        """True if a block of this kind, such as ``blockquote``, stands directly in the part."""
        return any(node.type == kind for node in self.nodes)


@cache
def _parser() -> MarkdownIt:
    return MarkdownIt("commonmark", {"html": False})


def parts_of(text: str) -> tuple[Part, ...]:
    """The ``##`` parts of a file. What stands before the first one belongs to nobody and is dropped."""
    tokens = _legible(_parser().parse(text))
    return split(tuple(SyntaxTreeNode(tokens).children), PART)[1]


def _legible(tokens: list[Token]) -> list[Token]:
    """The same tokens, cleaned once they are read: a character may have been written as its number."""
    for token in tokens:
        token.content, token.info = legible(token.content), legible(token.info)
        token.attrs = {name: legible(value) if isinstance(value, str) else value for name, value in token.attrs.items()}
        _legible(token.children or [])
    return tokens


def split(nodes: tuple[SyntaxTreeNode, ...], tag: str) -> tuple[tuple[SyntaxTreeNode, ...], tuple[Part, ...]]:
    """What stands before the first heading of this level, and the parts that such headings open."""
    starts = [n for n, node in enumerate(nodes) if node.type == "heading" and node.tag == tag]
    ends = [*starts, len(nodes)][1:]
    parts = tuple(
        Part(plain(nodes[start]), line_of(nodes[start]), nodes[start + 1 : end])
        for start, end in zip(starts, ends, strict=True)
    )
    return nodes[: starts[0]] if starts else nodes, parts


def plain(node: SyntaxTreeNode) -> str:
    """The words of a node without their marks: one line, no control characters, spaces made single."""
    return one_line("".join(_words(node)))


def line_of(node: SyntaxTreeNode) -> int:
    """The line of the file on which a block starts, counted from 1."""
    return node.map[0] + 1 if node.map else 1


def items_of(nodes: Iterable[SyntaxTreeNode]) -> tuple[Item, ...]:
    """The paragraphs and list items among these nodes, in order."""
    return tuple(_items(nodes))


def items_in(tokens: Sequence[Token]) -> tuple[Item, ...]:
    """The paragraphs and list items among parsed tokens, such as a handout's."""
    return items_of(SyntaxTreeNode(tokens).children)


def _words(node: SyntaxTreeNode) -> Iterator[str]:
    if node.type in ("softbreak", "hardbreak"):
        yield " "
    elif node.children:
        for child in node.children:
            yield from _words(child)
    else:
        yield node.content if node.type != "root" else ""


def _items(nodes: Iterable[SyntaxTreeNode]) -> Iterator[Item]:
    for node in nodes:
        if node.type in _LISTS:
            yield from (_list_item(child) for child in node.children)
        elif node.type == "blockquote":
            yield from _items(node.children)
        elif node.type not in ("heading", "hr"):
            yield Item(plain(node), line_of(node))


def _list_item(node: SyntaxTreeNode) -> Item:
    """All paragraphs of the item are its text, all lists in it are its inner items."""
    lists = [child for child in node.children if child.type in _LISTS]
    words = [plain(child) for child in node.children if child.type not in _LISTS]
    return Item(" ".join(filter(None, words)), line_of(node), items_of(lists))
