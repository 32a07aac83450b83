"""How a lesson is told in a few lines, to somebody who was not there or has not been yet."""

from __future__ import annotations

from content.lesson import Lesson


def how_it_begins(lesson: Lesson) -> tuple[str, ...]:
    """The lines to remember; where a lesson has none, the titles of its pages."""
    return lesson.points or tuple(page.title for page in lesson.pages)
