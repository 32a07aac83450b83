"""What Home says: names of groups, dates and counts, and nothing else about anybody."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import assert_never

from rich.console import Group, RenderableType
from rich.table import Table
from rich.text import Text

from agenda.record.opening import lease
from agenda.record.rows.overview import GroupReport, Next, Open
from agenda.session import Session
from facilitator.console.parts.colour import BLUE, GOLD, GREEN, HEADING, NOW, QUIET, stamp
from facilitator.console.parts.wording import kind_words
from facilitator.console.projector.projector import Projector
from facilitator.console.workplace import Workplace
from facilitator.crisis_help import crisis_help
from facilitator.language import _, clock_time, long_date, ngettext

BACK_UP = "s"


def title(workplace: Workplace) -> tuple[str, list[str], Text]:
    """The head line: the day, what this console is, and the time."""
    now = workplace.clock.now().astimezone()
    right = Text()
    if workplace.practice:
        right.append(f" {_('PRACTICE')} ", style=stamp(BLUE)).append("  ")
    if workplace.record.read_only:
        right.append(f" {_('ONLY READS')} ", style=stamp(GOLD)).append("  ")
    right.append(f"{now:%H:%M}", style="bold")
    return "Facilitator", [long_date(now.date())], right


def group_lines(report: GroupReport, today: date) -> Text:
    """One group: its name, when it meets next, what the lesson is."""
    text = Text(report.name, style="bold", no_wrap=True, overflow="ellipsis")
    if report.next is None:
        return text.append("\n").append(_("nothing planned yet"), style=f"not bold {QUIET}").append("\n")
    text.append("\n").append_text(_when(report.next, report.zone, today))
    text.append("\n").append(report.next.lesson or _("no lesson chosen"), style="not bold")
    return text.append("\n")


def _when(following: Next, zone: str, today: date) -> Text:
    number = _("Session {number}").format(number=following.number)
    line = Text(number, style="not bold").append("   ")
    if following.running:
        line.append(_("▸ running"), style=f"bold {GREEN}")
    elif following.day == today:
        line.append(_("today {time}").format(time=clock_time(following.planned_at, zone)), style=NOW)
    else:
        line.append(f"{long_date(following.day)} {clock_time(following.planned_at, zone)}")
    return line.append("   ").append(kind_words(following.kind), style=QUIET)


def hold_it_today(day: date) -> str:
    """The question before a session is held on another day than planned."""
    return _("This session is planned for {day}. Hold it today?").format(day=long_date(day))


def open_again(ended: Session) -> str:
    """The question before a session that has ended goes on."""
    at = "" if ended.ended_at is None else clock_time(ended.ended_at, ended.zone)
    said = _("Session {number} of {day} ended at {time}. Open it again and go on?")
    return said.format(number=ended.number, day=long_date(ended.day), time=at)


def open_lines(
    report: GroupReport | None, standing: Sequence[str], before: Sequence[str] = (), pressing: Sequence[str] = ()
) -> Group:
    """What to look at ``before`` the hour, what is unfinished for the group under the cursor, what holds for all.

    ``pressing`` is unfinished as well, whatever the group.
    """
    parts: list[RenderableType] = []
    if before:
        parts += [Text(_("BEFORE THE HOUR"), HEADING), _listed(before, "□"), Text()]
    if report is None:
        parts += [Text(_("There is no group yet. n adds one.")), Text()]
    else:
        lines = _of_group(report)
        heading = _("STILL OPEN") if lines else _("Nothing is open for this group.")
        parts += [Text(heading, HEADING if lines else QUIET), _listed(lines), Text()]
    if pressing:
        parts += [Text(_("BACKUPS"), HEADING), _listed(pressing), Text()]
    return Group(*parts, _listed(standing, style=QUIET))


def _listed(lines: Sequence[str], sign: str = "·", style: str = "") -> Table:
    """A line each behind its sign; what is wrapped stands below the words, not below the sign."""
    table = Table.grid(padding=(0, 1, 0, 0))
    for line in lines:
        table.add_row(Text(sign, style), Text(line, style))
    return table


def _of_group(report: GroupReport) -> list[str]:
    lines = []
    if report.next is not None and report.next.running:
        lines.append(_("A session is running. Enter goes back to it."))
    lines += [_unknown(one) for one in report.unknown]
    lines += [_unreached(one) for one in report.unreached]
    if report.follow_ups:
        count = report.follow_ups
        lines.append(ngettext("{n} follow-up to do", "{n} follow-ups to do", count).format(n=count))
    return lines


def _unknown(one: Open) -> str:
    said = ngettext("{session}: attendance of {n} member", "{session}: attendance of {n} members", one.count)
    return said.format(session=_session(one), n=one.count)


def _unreached(one: Open) -> str:
    said = ngettext(
        "{session}: {n} member absent, not contacted", "{session}: {n} members absent, not contacted", one.count
    )
    return said.format(session=_session(one), n=one.count)


def _session(one: Open) -> str:
    return _("Session {number}, {day}").format(number=one.number, day=long_date(one.day))


def of_the_workplace(workplace: Workplace, projector: Projector) -> tuple[str, ...]:
    """What to know about this console: who has the record, who has the wall."""
    lines = []
    if workplace.record.read_only:
        lines.append(_who_has_it(workplace))
    elif workplace.wall.problem:
        lines.append(workplace.wall.problem)
    elif not workplace.wall.has_wall:
        lines.append(_("Another console has the wall. This one shows nothing there."))
    else:
        lines += _how_to_the_wall(projector, is_seen=workplace.wall.is_seen)
    return tuple(lines)


def _how_to_the_wall(projector: Projector, *, is_seen: bool) -> tuple[str, ...]:
    match projector:
        case Projector.SAME:
            return (_("F4 turns this screen into the wall, and back."),)
        case Projector.WALL | Projector.NOTHING:
            return () if is_seen else (_("No wall is open. To open one: facilitator wall, in a second window."),)
        case Projector.NONE:
            return ()
        case _:
            assert_never(projector)


def _who_has_it(workplace: Workplace) -> str:
    if workplace.record.is_protected:
        return _("The record is protected against writing here. This console only reads.")
    found = lease(workplace.record)
    if found is None:
        return _("Another console has this record open. This one only reads.")
    since = found.since.astimezone()
    said = _("{name} has this record open since {time}, {day}. This console only reads.")
    return said.format(name=found.who, time=f"{since:%H:%M}", day=long_date(since.date()))


def pressing_backups(workplace: Workplace) -> list[str]:
    """What somebody should do about backups; nothing before they were looked at, or where there are none."""
    backups = workplace.backups
    if backups.path is None or backups.standing is None:
        return []
    from facilitator.backups.words import pressing  # all about backups: after the first picture
    from facilitator.console.backup.backing_up import problem_words

    lines = [] if backups.problem is None else [problem_words(backups.problem)]
    return [*lines, *pressing(backups.standing, workplace.clock.now(), BACK_UP)]


def quiet_backups(workplace: Workplace) -> list[str]:
    """When the last backup was made and where, and whether the record itself lies in a good place."""
    backups = workplace.backups
    if backups.path is None or backups.standing is None:
        return []
    from facilitator.backups.words import quiet, risk_of

    risk = risk_of(backups.path)
    return [*quiet(backups.standing, workplace.clock.now()), *([risk] if risk else [])]


def of_the_curriculum(workplace: Workplace, today: date) -> tuple[str, ...]:
    """What the pack lacks, and whom to turn to in a crisis where nobody has said it, or not looked at it for a year."""
    lines = []
    count = len(workplace.pack.problems) + len(workplace.words.problems)
    if count:
        said = ngettext("The curriculum has {n} problem", "The curriculum has {n} problems", count)
        lines.append(_("{what}: facilitator content check names them.").format(what=said.format(n=count)))
    help_ = crisis_help(workplace.words.crisis)
    if not help_.is_known:
        lines.append(_("No crisis help of your place is written down yet, so every sheet has blank lines for it: h."))
    elif help_.is_due(today):
        lines.append(_("Nobody has looked at the crisis help for a year. Are the numbers still right? h."))
    return tuple(lines)


def keys(report: GroupReport | None) -> list[tuple[str, str]]:
    """The keys of this moment: what is open comes before what can always be done."""
    pairs = [("b", _("curtain"))]
    if report is not None:
        running = report.next is not None and report.next.running
        pairs.append(("Enter", _("go back in") if running else _("start")))
        pairs += [("c", _("catch up"))] if report.has_held else []
        pairs += [("r", _("open again"))] if report.ended_today and not running else []
        pairs += [("f", _("follow-ups"))] if report.follow_ups else []
        pairs += [("o", _("notes")), ("p", _("plan")), ("l", _("library")), ("g", _("group"))]
    return [*pairs, ("n", _("new group")), ("Ctrl+Q", _("quit")), ("F1", _("keys"))]
