"""The Markdown of a lesson as blocks. Slanted letters are hard to read, so emphasis of any kind becomes strong."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from markdown_it.token import Token
from markdown_it.tree import SyntaxTreeNode

from facilitator.paperwork.tree import Block, box, heading, lines, listing, paragraph, run, together

ROOM = 2
"""Lines to write on where a paragraph ends in a colon and nothing follows to complete it."""

MOST_ROOMY = 6
"""A text with more to complete is a form: there one line each is enough, or the sheet grows by a page."""

_LISTS = ("bullet_list", "ordered_list")
_BREAKS = {"softbreak": " ", "hardbreak": "\n"}


def blocks_of(tokens: Sequence[Token]) -> list[Block]:
    """Headings (below the sections of the sheet), paragraphs, lists and boxes, in their order."""
    nodes = SyntaxTreeNode(tokens).children if tokens else []
    return list(_blocks(nodes, ROOM if _waiting(nodes) <= MOST_ROOMY else 1))


def _waiting(nodes: Sequence[SyntaxTreeNode]) -> int:
    """How many paragraphs wait to be completed, those in lists and frames too."""
    within = sum(_waiting(node.children) for node in nodes if node.type != "paragraph")
    return within + sum(_asks(node, following) for node, following in _in_pairs(nodes))


def _in_pairs(nodes: Sequence[SyntaxTreeNode]) -> Iterator[tuple[SyntaxTreeNode, SyntaxTreeNode | None]]:
    return iter(zip(nodes, [*nodes[1:], None], strict=True) if nodes else ())


def _blocks(nodes: Sequence[SyntaxTreeNode], room: int) -> Iterator[Block]:
    for node, following in _in_pairs(nodes):
        if _asks(node, following):
            yield together(*_block(node, room), lines(room))
        else:
            yield from _block(node, room)


def _block(node: SyntaxTreeNode, room: int) -> Iterator[Block]:
    match node.type:
        case "heading":
            yield heading("".join(str(one["text"]) for one in _runs(node)))
        case "paragraph":
            yield paragraph(*_runs(node))
        case "blockquote":
            yield box(list(_blocks(node.children, room)))
        case "bullet_list":
            yield listing([list(_blocks(item.children, room)) for item in node.children])
        case "ordered_list":
            first = int(node.attrs.get("start", 1))
            yield listing([list(_blocks(item.children, room)) for item in node.children], first)
        case "hr":
            return
        case _:
            yield paragraph(run(node.content.rstrip("\n")))


def _asks(node: SyntaxTreeNode, following: SyntaxTreeNode | None) -> bool:
    """True for words that wait to be completed by hand: “One thing that helped me:”, “And then I …”."""
    if node.type != "paragraph" or (following is not None and following.type in _LISTS):
        return False
    return "".join(str(one["text"]) for one in _runs(node)).rstrip().endswith((":", "…"))


def _runs(node: SyntaxTreeNode, is_strong: bool = False) -> Iterator[Block]:
    for child in node.children:
        if child.type in _BREAKS:
            yield run(_BREAKS[child.type])
        elif child.children:
            yield from _runs(child, is_strong or child.type in ("strong", "em"))
            if child.type == "link":
                yield from _address(child)
        elif child.content:
            yield run(child.content, is_strong)


def _address(link: SyntaxTreeNode) -> Iterator[Block]:
    """On paper a link is only of use when its address can be read."""
    address = str(link.attrs.get("href", ""))
    if address and address != "".join(str(one["text"]) for one in _runs(link)):
        yield run(f" ({address})")
