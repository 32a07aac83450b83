"""Paper from the console: the session pack before the hour, plan slips and missed handouts after it.

What stands on paper is read at once; setting it takes a moment and happens beside the screen.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from agenda.error import AgendaError
from agenda.member import Member
from agenda.record.rows import member as members
from agenda.session import Session
from facilitator.console.calendar import next_session as planning
from facilitator.console.paper.printing import offer_to_print
from facilitator.console.parts.choice import ChoiceDialog
from facilitator.language import _
from facilitator.paperwork.sheet import ABOUT_A_MEMBER, Sheet
from facilitator.printing.kept import keep, paper_folder

if TYPE_CHECKING:
    from textual.screen import Screen

    from facilitator.console.app import ConsoleApp
    from facilitator.paperwork.paper import Paper
    from facilitator.paperwork.press import Pressed, Progress
    from facilitator.paperwork.tree import Document

KINDS = ("before", "after", *(one.value for one in Sheet))


@dataclass(frozen=True, slots=True)
class Into:
    """Where a PDF goes, and the screen from which it was asked for."""

    folder: Path
    before: Screen[object]


def offer_paper(console: ConsoleApp, session: Session, folder: Path | None = None) -> None:
    """Ask which paper, then make it into a PDF in the person's documents folder, say where it is, offer to print it."""
    before = console.screen

    def chosen(place: int | None) -> None:
        if place is None:
            return
        kind, into = KINDS[place], Into(folder or paper_folder(), before)
        if kind in {one.value for one in ABOUT_A_MEMBER}:
            _ask_whose(console, session, Sheet(kind), into)
        else:
            _make(console, session, kind, into)

    options = (
        _("Session pack: handouts, goal sheets of those to be asked, circle sheet"),
        _("After the hour: plan slips, handouts for those who were not there"),
        _("The agenda as a poster"),
        _("The lesson's pages as cards, for a room without a projector"),
        _("The flip chart"),
        _("Codes for the kiosk, to cut out and hand over"),
        _("A member's goal sheet"),
        _("Certificate: taken part"),
        _("Certificate: a goal achieved"),
        _("Supporter's copy of the handout"),
    )
    question = ChoiceDialog(_("Paper"), options, letters="1234567890", chosen=1 if session.ended_at else 0)
    console.push_screen(question, chosen)


def _ask_whose(console: ConsoleApp, session: Session, sheet: Sheet, into: Into) -> None:
    """Which member; a certificate also asks which name they want on it, where they have two."""
    today = _today(console, session)
    found = members.members(console.workplace.record, session.group, today)

    def chosen(place: int | None) -> None:
        if place is None:
            return
        one = found[place]
        has_two = one.full_name and one.full_name != one.name
        if has_two and sheet in (Sheet.CERTIFICATE, Sheet.GOAL_CERTIFICATE):
            _ask_which_name(console, one, lambda in_full: _make(console, session, sheet.value, into, one, in_full))
        else:
            _make(console, session, sheet.value, into, one)

    if found:
        console.push_screen(ChoiceDialog(_("For whom?"), [one.name for one in found]), chosen)
    else:
        console.notify(_("This group has no members."), markup=False)


def _ask_which_name(console: ConsoleApp, member: Member, go_on: Callable[[bool], None]) -> None:
    def chosen(place: int | None) -> None:
        if place is not None:
            go_on(place == 1)

    question = _("Which name do they want on it?")
    console.push_screen(ChoiceDialog(question, [member.name, member.full_name]), chosen)


def _today(console: ConsoleApp, session: Session) -> date:
    return session.day if session.running else planning.today(console.workplace, session.zone)


def _documents(
    console: ConsoleApp, session: Session, kind: str, paper: Paper, member: Member | None, in_full: bool
) -> Sequence[Document]:
    from facilitator.session_paper.pack import (  # codes and forms: when paper is made
        documents_after,
        documents_before,
    )
    from facilitator.session_paper.single import Wanted, sheet_of

    record = console.workplace.record
    if kind in ("before", "after"):
        return (documents_after if kind == "after" else documents_before)(record, session, paper)
    wanted = Wanted(session, paper, _today(console, session), member, in_full)
    return [sheet_of(record, Sheet(kind), wanted)]


def _make(
    console: ConsoleApp,
    session: Session,
    kind: str,
    into: Into,
    member: Member | None = None,
    in_full: bool = False,
) -> None:
    from facilitator.paperwork.paper import Paper, usual_size
    from facilitator.paperwork.press import press

    paper = Paper(language=session.locale, size=usual_size())
    try:
        documents = _documents(console, session, kind, paper, member, in_full)
    except AgendaError as refused:
        console.refuse(refused)
        return
    target = into.folder / f"session-{session.number or 0}-{kind}.pdf"

    title = _("Session pack") if kind in ("before", "after") else ""

    def told(ready: int, count: int) -> None:
        words = _("Paper: {ready} of {count}").format(ready=ready, count=count)
        console.call_from_thread(console.notify, words, timeout=2, markup=False)

    def work() -> None:
        try:
            pressed = press(documents, paper, title, _in_quarters(told))
            keep(target, pressed.pdf)
        except AgendaError as refused:
            console.call_from_thread(console.refuse, refused)
            return
        console.call_from_thread(_say, console, target, pressed)
        offer_to_print(console, target, into.before)

    console.run_worker(work, thread=True, exclusive=True, exit_on_error=False, group="paper")


def _in_quarters(tell: Progress) -> Progress:
    """Progress that does not fill the screen."""

    def told(ready: int, count: int) -> None:
        if ready == count or ready % max(1, count // 4) == 0:
            tell(ready, count)

    return told


def _say(console: ConsoleApp, target: Path, pressed: Pressed) -> None:
    console.notify(str(target), title=_("Paper is ready to print; delete it afterwards"), timeout=12, markup=False)
    if pressed.replaced:
        names = ", ".join(pressed.replaced)
        console.notify(_("Printed as □: {names}.").format(names=names), severity="warning", markup=False)
