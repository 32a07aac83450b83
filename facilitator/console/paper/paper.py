"""Paper from the console: the session pack before the hour, plan slips and missed handouts after it.

What stands on paper is read at once; setting it takes a moment and happens beside the screen.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from agenda.access import Access
from agenda.member import Member
from agenda.record.rows import member as members
from agenda.session import Session
from facilitator.console.calendar import next_session as planning
from facilitator.console.console import Console
from facilitator.console.paper.appointment import ask_next_time, is_taken_to_an_appointment
from facilitator.console.paper.menu import AFTER, BEFORE, FORM, PACKS, SMALLER, menu
from facilitator.console.paper.missed import away, counts_as_message, write_message
from facilitator.console.paper.printing import offer_to_print
from facilitator.console.parts.choice import ChoiceDialog
from facilitator.console.parts.journalled import write_down
from facilitator.language import _
from facilitator.paperwork.sheet import ABOUT_A_MEMBER, PRIVATE, Sheet
from facilitator.printing.kept import keep, paper_folder, tagged

if TYPE_CHECKING:
    from textual.screen import Screen

    from facilitator.paperwork.paper import Paper
    from facilitator.paperwork.press import Pressed, Progress
    from facilitator.paperwork.tree import Document


@dataclass(frozen=True, slots=True)
class Ordered:
    """What is to be made, for whom, and where it goes."""

    kind: str
    folder: Path
    member: Member | None = None
    in_full: bool = False
    then: Callable[[], None] | None = None
    """What is written down once it is made: a letter that its member will get, an appointment to ask about."""
    form: str = ""
    """The worksheet that was chosen, by its slug."""


async def offer_paper(console: Console, session: Session, folder: Path | None = None) -> None:
    """Ask which paper, then make it into a PDF in a folder of ours, say where it is, offer to print or to save it."""
    before, place_for_it = console.screen, folder or folder_of(console)
    lines = menu()
    keys, options = "".join(line.key for line in lines), [line.words for line in lines]
    question = ChoiceDialog(_("Paper"), options, letters=keys, chosen=1 if session.ended_at else 0)
    place = await console.ask(question)
    if place is None:
        return
    kind = lines[place].kind
    ordered: Ordered | None = Ordered(kind, place_for_it)
    if kind == FORM:
        ordered = await _which_form(console, session, place_for_it)
    elif kind in {one.value for one in ABOUT_A_MEMBER}:
        ordered = await _for_whom(console, session, kind, place_for_it)
    if ordered is not None:
        await _make(console, session, ordered, before)


def folder_of(console: Console) -> Path:
    """Ours; the practice group's paper goes with the practice group."""
    record = console.workplace.record.path
    return record.parent / "paper" if console.workplace.practice and record is not None else paper_folder()


async def _which_form(console: Console, session: Session, folder: Path) -> Ordered | None:
    """Those of the lesson first, then all others of the curriculum."""
    from content.worksheet_shelf import load_worksheet, worksheets_of  # forms: when one is wanted
    from facilitator.curriculum import curriculum
    from facilitator.session_paper.pack import lesson_of

    pack = curriculum(session.locale)
    lesson, _module = lesson_of(console.workplace.record, session)
    mine = () if lesson is None else lesson.entry.worksheets
    slugs = sorted((entry.slug for entry in worksheets_of(pack)), key=lambda slug: (slug not in mine, slug))
    titles = [load_worksheet(pack, slug).title for slug in slugs]
    place = await console.ask(ChoiceDialog(_("Which form?"), titles))
    return None if place is None else Ordered(FORM, folder, form=slugs[place])


async def _for_whom(console: Console, session: Session, kind: str, folder: Path) -> Ordered | None:
    """Which member; a certificate also asks which name they want on it, where they have two."""
    found = members.members(console.workplace.record, session.group, _today(console, session))
    if kind == Sheet.MISSED.value:
        found = away(console, session, found)
    if not found:
        console.say(_("Nobody was away.") if kind == Sheet.MISSED.value else _("This group has no members."))
        return None
    place = await console.ask(ChoiceDialog(_("For whom?"), [one.name for one in found]))
    if place is None:
        return None
    one = found[place]
    if kind == Sheet.MISSED.value:
        is_message = await counts_as_message(console, session, one)
        write = partial(write_message, console, session, one) if is_message else None
        return None if is_message is None else Ordered(kind, folder, one, then=write)
    if kind == Sheet.APPOINTMENT.value:
        is_taken = await is_taken_to_an_appointment(console, one)
        write = partial(ask_next_time, console, session, one) if is_taken else None
        return None if is_taken is None else Ordered(kind, folder, one, then=write)
    has_two = one.full_name and one.full_name != one.name
    if not has_two or Sheet(kind) not in (Sheet.CERTIFICATE, Sheet.GOAL_CERTIFICATE):
        return Ordered(kind, folder, one)
    name = await console.ask(ChoiceDialog(_("Which name do they want on it?"), [one.name, one.full_name]))
    return None if name is None else Ordered(kind, folder, one, in_full=name == 1)


def _today(console: Console, session: Session) -> date:
    return session.day if session.running else planning.today(console.workplace, session.zone)


def _documents(console: Console, session: Session, ordered: Ordered, paper: Paper) -> Sequence[Document]:
    from facilitator.paperwork.session_pack import SPARE
    from facilitator.session_paper.pack import documents_after, documents_before, forms_for_all  # when it is made
    from facilitator.session_paper.single import Wanted, sheet_of

    record = console.workplace.record
    if ordered.kind == AFTER:
        return documents_after(record, session, paper)
    if ordered.kind in (BEFORE, SMALLER):
        return documents_before(record, session, paper, spare=0 if ordered.kind == SMALLER else SPARE)
    if ordered.kind == FORM:
        return forms_for_all(record, session, ordered.form, paper)
    wanted = Wanted(session, paper, _today(console, session), ordered.member, ordered.in_full)
    return [sheet_of(record, Sheet(ordered.kind), wanted)]


async def _make(console: Console, session: Session, ordered: Ordered, before: Screen[Any]) -> None:
    from facilitator.paperwork.paper import Paper, usual_size
    from facilitator.paperwork.press import press
    from facilitator.session_paper.counted import pack_words

    paper = Paper(language=session.locale, size=usual_size())
    if ordered.kind in {*PACKS, *(one.value for one in PRIVATE)}:
        write_down(console, Access.PAPER, _id(ordered.member), session=session.id)
    documents = _documents(console, session, ordered, paper)
    about = (session.id,) if ordered.member is None else (session.id, ordered.member.id)
    target = ordered.folder / tagged(f"session-{session.number or 0}-{ordered.kind}", *about)
    title = _("Session pack") if ordered.kind in PACKS else ""
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
    if ordered.then is not None:
        ordered.then()
    await offer_to_print(console, target, before, pack_words(documents, pressed, paper))


def _id(member: Member | None) -> str | None:
    return None if member is None else member.id


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
