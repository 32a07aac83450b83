"""Paper from the console: the session pack before the hour, plan slips and missed handouts after it.

What stands on paper is read at once; setting it takes a moment and happens beside the screen.
"""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from agenda.member import Member
from agenda.record.rows import member as members
from agenda.session import Session
from facilitator.console.calendar import next_session as planning
from facilitator.console.console import Console
from facilitator.console.paper.printing import offer_to_print
from facilitator.console.parts.choice import ChoiceDialog
from facilitator.language import _
from facilitator.paperwork.sheet import ABOUT_A_MEMBER, Sheet
from facilitator.printing.kept import keep, paper_folder, tagged

if TYPE_CHECKING:
    from textual.screen import Screen

    from facilitator.paperwork.paper import Paper
    from facilitator.paperwork.press import Pressed, Progress
    from facilitator.paperwork.tree import Document

KINDS = ("before", "after", *(one.value for one in Sheet))


@dataclass(frozen=True, slots=True)
class Ordered:
    """What is to be made, for whom, and where it goes."""

    kind: str
    folder: Path
    member: Member | None = None
    in_full: bool = False


async def offer_paper(console: Console, session: Session, folder: Path | None = None) -> None:
    """Ask which paper, then make it into a PDF in a folder of ours, say where it is, offer to print or to save it."""
    before, place_for_it = console.screen, folder or folder_of(console)
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
    place = await console.ask(question)
    if place is None:
        return
    ordered: Ordered | None = Ordered(KINDS[place], place_for_it)
    if KINDS[place] in {one.value for one in ABOUT_A_MEMBER}:
        ordered = await _for_whom(console, session, KINDS[place], place_for_it)
    if ordered is not None:
        await _make(console, session, ordered, before)


def folder_of(console: Console) -> Path:
    """Ours; the practice group's paper goes with the practice group."""
    record = console.workplace.record.path
    return record.parent / "paper" if console.workplace.practice and record is not None else paper_folder()


async def _for_whom(console: Console, session: Session, kind: str, folder: Path) -> Ordered | None:
    """Which member; a certificate also asks which name they want on it, where they have two."""
    found = members.members(console.workplace.record, session.group, _today(console, session))
    if not found:
        console.say(_("This group has no members."))
        return None
    place = await console.ask(ChoiceDialog(_("For whom?"), [one.name for one in found]))
    if place is None:
        return None
    one = found[place]
    has_two = one.full_name and one.full_name != one.name
    if not has_two or Sheet(kind) not in (Sheet.CERTIFICATE, Sheet.GOAL_CERTIFICATE):
        return Ordered(kind, folder, one)
    name = await console.ask(ChoiceDialog(_("Which name do they want on it?"), [one.name, one.full_name]))
    return None if name is None else Ordered(kind, folder, one, in_full=name == 1)


def _today(console: Console, session: Session) -> date:
    return session.day if session.running else planning.today(console.workplace, session.zone)


def _documents(console: Console, session: Session, ordered: Ordered, paper: Paper) -> Sequence[Document]:
    from facilitator.session_paper.pack import documents_after, documents_before  # codes and forms: when it is made
    from facilitator.session_paper.single import Wanted, sheet_of

    record = console.workplace.record
    if ordered.kind in ("before", "after"):
        return (documents_after if ordered.kind == "after" else documents_before)(record, session, paper)
    wanted = Wanted(session, paper, _today(console, session), ordered.member, ordered.in_full)
    return [sheet_of(record, Sheet(ordered.kind), wanted)]


async def _make(console: Console, session: Session, ordered: Ordered, before: Screen[Any]) -> None:
    from facilitator.paperwork.paper import Paper, usual_size
    from facilitator.paperwork.press import press
    from facilitator.session_paper.counted import pack_words

    paper = Paper(language=session.locale, size=usual_size())
    documents = _documents(console, session, ordered, paper)
    about = (session.id,) if ordered.member is None else (session.id, ordered.member.id)
    target = ordered.folder / tagged(f"session-{session.number or 0}-{ordered.kind}", *about)
    title = _("Session pack") if ordered.kind in ("before", "after") else ""
    loop = asyncio.get_running_loop()

    def told(ready: int, count: int) -> None:
        words = _("Paper: {ready} of {count}").format(ready=ready, count=count)
        loop.call_soon_threadsafe(lambda: console.say(words, seconds=2))

    def work() -> Pressed:
        pressed = press(documents, paper, title, _in_quarters(told))
        keep(target, pressed.pdf)
        return pressed

    pressed = await console.beside(work)
    _say(console, target, pressed)
    await offer_to_print(console, target, before, pack_words(documents, pressed, paper))


def _in_quarters(tell: Progress) -> Progress:
    """Progress that does not fill the screen."""

    def told(ready: int, count: int) -> None:
        if ready == count or ready % max(1, count // 4) == 0:
            tell(ready, count)

    return told


def _say(console: Console, target: Path, pressed: Pressed) -> None:
    console.say(str(target), title=_("Paper is ready to print; it is deleted after a day"), seconds=12)
    if pressed.replaced:
        names = ", ".join(pressed.replaced)
        console.say(_("Printed as □: {names}.").format(names=names), is_problem=True)
