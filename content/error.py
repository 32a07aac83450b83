"""What can be wrong with a curriculum, and in which words.

    ContentError           carries a sentence and a hint                        (exit 3)
    ├── UnknownLesson      nothing in this pack has that name                   (exit 1)
    ├── UnknownWorksheet   no worksheet of this pack has that name              (exit 1)
    ├── NoGrades           a check needs a library that is not installed        (exit 1)
    ├── NotWritten         a lesson cannot be written where it was wanted       (exit 1)
    └── DamagedFile        one file cannot be read; carries its Problem         (exit 3)

A ``Problem`` is not raised but collected: one damaged file must not keep a group from using the others. The
sentences are marked here and translated where they are shown; this package knows no language.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field


def N_(text: str) -> str:  # noqa: N802 - the name gettext looks for
    """Mark a sentence for translation; it is translated where it is shown."""
    return text


def _as_written(text: str) -> str:
    return text


@dataclass(frozen=True, slots=True)
class Problem:
    """What is wrong at one line of one file. ``file`` is relative to the pack, ``line`` counts from 1."""

    file: str
    line: int
    message: str
    values: Mapping[str, object] = field(default_factory=dict)

    def sentence(self, translate: Callable[[str], str] = _as_written) -> str:
        """The message in somebody's language, with its values put in."""
        return translate(self.message).format(**self.values)

    def __str__(self) -> str:
        return f"{self.file}:{self.line} {self.sentence()}"


def problem(file: str, line: int, message: str, **values: object) -> Problem:
    """A problem whose sentence holds these values."""
    return Problem(file, line, message, values)


class ContentError(Exception):
    """A sentence for the facilitator (``message``), what to do (``hint``), and the values they hold."""

    exit_code = 3

    def __init__(self, message: str, hint: str = "", **values: object) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint
        self.values = values


class UnknownLesson(ContentError):
    """No lesson of the pack has this slug or id: something to type again, not a damaged file."""

    exit_code = 1


class UnknownWorksheet(ContentError):
    """No worksheet of the pack has this slug."""

    exit_code = 1


class NotWritten(ContentError):
    """Something is there already, or the name or the folder will not do. Nothing was changed."""

    exit_code = 1


class DamagedFile(ContentError):
    """One file cannot be read. ``load_pack`` collects the problem; who asked for this very file gets the error."""

    def __init__(self, problem: Problem) -> None:
        values = {**problem.values, "file": problem.file, "line": problem.line}
        super().__init__(problem.message, N_("Correct {file}, line {line}."), **values)
        self.problem = problem


def damaged(file: str, line: int, message: str, **values: object) -> DamagedFile:
    """The error for one line of one file, ready to raise."""
    return DamagedFile(problem(file, line, message, **values))
