"""Is a pack fit to teach from? Every limit of the lesson format, each with the line that breaks it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from statistics import median

from content.error import N_, DamagedFile, Problem, problem
from content.lesson import Lesson
from content.lesson_check import lesson_problems, page_problems
from content.load import load_lesson
from content.pack import LessonEntry, Pack
from content.pack_check import pack_problems
from content.passage import Passage, passages_of
from content.phase import SessionWords
from content.reading import Reading, reading_of
from content.table import read_text
from content.wording import shared_passages, wording_problems
from content.words import WORDS_FILE, load_words


@dataclass(frozen=True, slots=True)
class LessonReport:
    """One lesson's numbers. ``words`` counts the whole file, ``reading`` the handout."""

    entry: LessonEntry
    pages: int
    steps: int
    homework: int
    words: int
    reading: Reading


@dataclass(frozen=True, slots=True)
class Counts:
    """What a pack holds, all together. The grades are None where no handout could be graded."""

    modules: int
    lessons: int
    variants: int
    pages: int
    homework: int
    words: int
    highest: float | None
    median: float | None


@dataclass(frozen=True, slots=True)
class Report:
    """What a check found. ``problems`` and ``notices`` are in the order of files and lines.

    A notice is something for the site to do that is no fault of the pack.
    """

    pack: Pack
    lessons: tuple[LessonReport, ...]
    problems: tuple[Problem, ...]
    notices: tuple[Problem, ...] = ()

    @property
    def is_fit(self) -> bool:
        """True if nothing is left to correct."""
        return not self.problems

    @property
    def counts(self) -> Counts:
        """The sums. A lesson that could not be read counts nowhere."""
        grades = [max(one.reading.grades) for one in self.lessons if one.reading.grades]
        return Counts(
            modules=len(self.pack.modules),
            lessons=len(self.lessons),
            variants=len(self.lessons)
            - len({one.entry.id for one in self.lessons} & {e.id for e in self.pack.course()}),
            pages=sum(one.pages for one in self.lessons),
            homework=sum(one.homework for one in self.lessons),
            words=sum(one.words for one in self.lessons),
            highest=max(grades, default=None),
            median=round(median(grades), 1) if grades else None,
        )


def check(pack: Pack) -> Report:
    """Read every file of the pack, and of what a site has laid over it, and measure it."""
    words = load_words(pack)
    problems = [*pack.problems, *pack_problems(pack), *_words_problems(pack, words)]
    reports: list[LessonReport] = []
    everything: list[Passage] = []
    for entry in pack.lessons():
        try:
            lesson = load_lesson(entry)
            passages = passages_of(read_text(lesson.entry.path, lesson.entry.file), lesson.entry.file)
        except DamagedFile as error:
            problems.append(error.problem)
            continue
        report = _report(lesson, passages, pack.language)
        reports.append(report)
        everything += passages
        problems += [*lesson.problems, *lesson_problems(lesson, report.reading)]
        problems += wording_problems(passages, pack.language)
    problems += shared_passages(everything)
    return Report(pack, tuple(reports), _in_order(problems), tuple(_notices(pack, words)))


def _in_order(problems: list[Problem]) -> tuple[Problem, ...]:
    return tuple(sorted(problems, key=lambda one: (one.file, one.line)))


def _report(lesson: Lesson, passages: tuple[Passage, ...], language: str) -> LessonReport:
    return LessonReport(
        entry=lesson.entry,
        pages=len(lesson.pages),
        steps=len(lesson.guide),
        homework=len(lesson.homework),
        words=sum(passage.words for passage in passages),
        reading=reading_of(lesson.handout, language),
    )


def _words_problems(pack: Pack, words: SessionWords) -> Iterator[Problem]:
    yield from words.problems
    yield from page_problems(words.all_pages())
    for folder, prefix in pack.folders():
        path = folder / WORDS_FILE
        try:
            passages = passages_of(read_text(path, prefix + WORDS_FILE), prefix + WORDS_FILE)
        except DamagedFile:
            continue  # load_words has named it already
        yield from wording_problems(passages, pack.language)


def _notices(pack: Pack, words: SessionWords) -> Iterator[Problem]:
    if not words.crisis:
        yield problem(
            pack.site_prefix + WORDS_FILE,
            1,
            N_("The part “crisis” is empty: no number is built in, so write there whom to call where you are."),
        )
