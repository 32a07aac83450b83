"""A lesson in full: what the wall shows, what the facilitator says, what members take home."""

from __future__ import annotations

from dataclasses import dataclass, field

from markdown_it.token import Token
from markdown_it.tree import SyntaxTreeNode

from content.error import Problem
from content.markdown import items_of
from content.pack import LessonEntry

MOTIVATIONAL = "motivational"
EDUCATIONAL = "educational"
COGNITIVE_BEHAVIOURAL = "cognitive-behavioural"
TECHNIQUES = (MOTIVATIONAL, EDUCATIONAL, COGNITIVE_BEHAVIOURAL)
"""The three families of techniques a progress note speaks of (docs/domain.md 5: B)."""

WORK_SIGNS = ("listen", "pairs", "write", "move")
"""How the group works on a page."""

FRAME = "blockquote"
"""How the lines to remember stand in a handout."""

MOST_LINES = 5
"""Lines on one page of the wall."""


@dataclass(frozen=True, slots=True)
class Page:
    """One screenful for the wall: plain text, a title and never more than five lines; and where it was written.

    ``sign`` is one of ``WORK_SIGNS`` or empty; ``drawing`` names a file of the pack's folder ``drawings``.
    """

    title: str
    lines: tuple[str, ...] = ()
    sign: str = ""
    drawing: str = ""
    at: int = field(default=0, compare=False)
    file: str = field(default="", compare=False)


@dataclass(frozen=True, slots=True)
class GuideStep:
    """Something to say, ask or do. ``page`` is the wall page it goes with; None means the whole lesson."""

    text: str
    page: str | None = None
    techniques: tuple[str, ...] = ()
    at: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class HomeworkOption:
    """One thing to try until next time, as a plan: without when and where it is only an intention.

    ``obstacle`` foresees what could get in the way and has a simple answer to it (docs/domain.md 3: A).
    """

    what: str
    when: str
    where: str
    obstacle: str = ""
    at: int = field(default=0, compare=False)


@dataclass(frozen=True, slots=True)
class Lesson:
    """One lesson file, parsed once. ``handout`` and ``exercise`` hold Markdown tokens, everything else plain text.

    ``practice`` is the exercise line by line for the console, ``exercise`` the same with its lists for paper.
    """

    entry: LessonEntry
    pages: tuple[Page, ...] = ()
    guide: tuple[GuideStep, ...] = ()
    handout: tuple[Token, ...] = ()
    questions: tuple[str, ...] = ()
    practice: tuple[str, ...] = ()
    exercise: tuple[Token, ...] = ()
    homework: tuple[HomeworkOption, ...] = ()
    supporters: tuple[str, ...] = ()
    problems: tuple[Problem, ...] = ()
    part_lines: dict[str, int] = field(default_factory=dict, compare=False)

    @property
    def points(self) -> tuple[str, ...]:
        """The lines to remember: the list in the frame that a handout holds; none where it has no frame."""
        return tuple(item for frame in self._frames for item in _listed(frame))

    @property
    def reading(self) -> tuple[Token, ...]:
        """The handout's text without that frame, for sheets on which its lines stand in front."""
        return tuple(token for node in self._nodes if node.type != FRAME for token in node.to_tokens())

    @property
    def _nodes(self) -> list[SyntaxTreeNode]:
        return SyntaxTreeNode(self.handout).children if self.handout else []

    @property
    def _frames(self) -> list[SyntaxTreeNode]:
        return [node for node in self._nodes if node.type == FRAME]

    @property
    def advice(self) -> tuple[str, ...]:
        """What holds for the whole lesson: how to prepare, and what to do if it does not go as planned."""
        return tuple(step.text for step in self.guide if step.page is None)

    def ask(self, page_index: int) -> tuple[str, ...]:
        """What to say, ask or do while this page is on the wall; nothing for a page that is not there."""
        if not 0 <= page_index < len(self.pages):
            return ()
        title = self.pages[page_index].title
        return tuple(step.text for step in self.guide if step.page == title)


def _listed(frame: SyntaxTreeNode) -> tuple[str, ...]:
    """The items of the lists in a frame; its own heading is none of them."""
    lists = tuple(node for node in frame.children if node.type.endswith("_list"))
    return tuple(item.text for item in items_of(lists) if item.text)
