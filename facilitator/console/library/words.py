"""How the library says it: one line a lesson on the left, its overview on the right."""

from __future__ import annotations

from rich.console import Group
from rich.table import Table
from rich.text import Text

from agenda.session import LessonPart, Session
from content.error import ContentError
from content.lesson import Lesson
from content.pack import Origin, Pack
from facilitator.console.calendar.lesson_order import Topic
from facilitator.console.library.shelf import LessonRow, Shelf
from facilitator.console.parts.wording import part_words
from facilitator.language import _, long_date, month_and_day, ngettext

QUIET, GOLD, BLUE, GREEN = "#a0a2a9", "bold #e8c37e", "#8fbccf", "#a3cf85"
HAD, HAD_PART, NEXT, SKIPPED = "●", "◐", "▸", "–"


def topic_line(topic: Topic) -> Table:
    """The heading of a module: its number in the edition, its title."""
    number = f"{topic.number}  " if topic.number is not None else ""
    words = Text(f"{number}{topic.module.title}", f"bold {BLUE}")
    if not topic.is_suggested:
        words = Text(f"{topic.module.title}  ", BLUE).append(_("not in this edition"), QUIET)
    line = _grid()
    line.add_row(words)
    return line


def lesson_line(row: LessonRow, *, wide: bool) -> Table:
    """One lesson: number, sign, title, when the group had it, how many of those who come now were there."""
    head = Text.assemble((f"{_number(row)} ", QUIET), _sign(row), " ", _title(row))
    when = month_and_day(row.held[-1].day) if row.held and wide else ""
    count = f"{len(row.had)}/{row.all_come}" if row.held else ""
    line = _grid()
    line.add_row(head, Text(f"{when:>8}{count:>5}" if wide else f" {count}".rjust(4) if count else "", QUIET))
    return line


def _grid() -> Table:
    """One line that is cut where it is too long, and what stands at its right end."""
    line = Table.grid(padding=0, expand=True)
    line.add_column(ratio=1, no_wrap=True, overflow="ellipsis")
    line.add_column(justify="right", no_wrap=True)
    return line


def _number(row: LessonRow) -> str:
    if row.place is None:
        return _("or").rjust(4)
    return (f"{row.topic.number}.{row.place}" if row.topic.number is not None else str(row.place)).rjust(4)


def _sign(row: LessonRow) -> Text:
    if row.is_next:
        return Text(NEXT, GOLD)
    if row.skip is not None:
        return Text(SKIPPED, QUIET)
    if row.held:
        return Text(HAD_PART if row.rest else HAD, GREEN)
    return Text(" ")


def _title(row: LessonRow) -> Text:
    title = Text(no_wrap=True, overflow="ellipsis")
    if row.entry.origin is not Origin.OURS:
        title.append(_("yours") + " ", GOLD)
    return title.append(row.entry.title, QUIET if row.skip is not None and not row.is_next else "")


def overview(row: LessonRow, lesson: Lesson | None, shelf: Shelf, pack: Pack) -> Group:
    """Aim, minutes, skills and worksheets, and what this lesson is to the group."""
    entry = row.entry
    pages = ngettext("{n} wall page", "{n} wall pages", len(lesson.pages)).format(n=len(lesson.pages)) if lesson else ""
    minutes = _("{count} min").format(count=entry.minutes)
    base = next((one.title for one in pack.lessons() if one.id == entry.variant_of), "")
    return Group(
        Text.assemble((entry.title, "bold"), "\n", (row.topic.module.title, QUIET)),
        Text.assemble(*_origin(row), "\n", entry.aim, "\n"),
        _facts(
            (_("Length"), " · ".join(filter(None, (minutes, pages)))),
            (_("Skills"), ", ".join(entry.skills)),
            (_("Worksheets"), ", ".join(_worksheet_titles(pack, entry.worksheets))),
            (_("Instead of"), base),
        ),
        Text("\n" + _("THIS GROUP"), QUIET),
        Text("\n").join(_of_the_group(row, shelf)),
        Text(),
        _facts(
            (_("Had it"), ", ".join(row.had) or (_("nobody who comes now") if row.held else "")),
            (_("Missed it"), ", ".join(row.missed) if row.held else ""),
            (_("Came later"), ", ".join(row.not_yet) if row.held else ""),
        ),
    )


def _worksheet_titles(pack: Pack, slugs: tuple[str, ...]) -> list[str]:
    return [_worksheet_title(pack, slug) for slug in slugs]


def _worksheet_title(pack: Pack, slug: str) -> str:
    from content.worksheet_shelf import load_worksheet  # only an overview names worksheets

    try:
        return load_worksheet(pack, slug).title
    except ContentError:  # its name is better than nothing; content check says what is wrong with it
        return slug


def _facts(*facts: tuple[str, str]) -> Table:
    """Labels on the left, words on the right; what has none is left out."""
    table = Table.grid(padding=(0, 2, 0, 0))
    table.add_column(min_width=10)
    table.add_column(ratio=1)
    for label, words in facts:
        if words:
            table.add_row(Text(label, QUIET), Text(words))
    return table


def _origin(row: LessonRow) -> tuple[tuple[str, str], ...]:
    if row.entry.origin is Origin.REPLACED:
        return ((_("yours, replaces ours") + "\n", GOLD),)
    return ((_("yours") + "\n", GOLD),) if row.entry.origin is Origin.ADDED else ()


def _of_the_group(row: LessonRow, shelf: Shelf) -> list[Text]:
    lines = []
    for held in row.held:
        shown = LessonPart(held.given.pages_from, held.given.pages_to) if held.given.pages_from else None
        lines.append(Text.assemble((f"{HAD} ", GREEN), long_date(held.day) + _pages(shown)))
    if row.rest is not None:
        lines.append(Text.assemble((f"{HAD_PART} ", GREEN), _("The rest is still to come") + _pages(row.rest)))
    if row.is_next and shelf.upcoming is not None:
        lines.append(Text.assemble((f"{NEXT} ", GOLD), next_words(shelf.upcoming) + _pages(shelf.part)))
    if row.skip is not None:
        reason = f": {row.skip.reason}" if row.skip.reason else ""
        lines.append(Text(f"{SKIPPED} " + _("The group skips it") + reason))
    return lines or [Text(_("The group has not had it."))]


def next_words(upcoming: Session) -> str:
    """The session to come in a few words."""
    return _("Session {number}, {day}").format(number=upcoming.number, day=long_date(upcoming.day))


def _pages(part: LessonPart | None) -> str:
    return f", {part_words(part)}" if part is not None else ""
