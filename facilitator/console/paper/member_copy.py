"""The copy a member may have of all that is kept about them: asked for, made, offered to a printer."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from agenda.access import Access
from agenda.member import Member
from facilitator.console.console import Console
from facilitator.console.paper.paper import folder_of
from facilitator.console.paper.printing import offer_to_print
from facilitator.console.parts.confirm import ConfirmDialog
from facilitator.console.parts.journalled import write_down
from facilitator.language import _, locale
from facilitator.printing.kept import keep

if TYPE_CHECKING:
    from facilitator.paperwork.press import Pressed


async def offer_copy(console: Console, member: Member, folder: Path | None = None) -> None:
    """Ask first: it holds everything, in the open. The file's name tells of nobody, and no file is replaced."""
    before = console.screen
    question = _("Make a copy of all that is kept about {name}?").format(name=member.name)
    hint = _(
        "A PDF to hand to them. Names of other members are taken out where they stand in full; words may still point "
        "to somebody, so read it first. It is not encrypted. "
        "As data: facilitator member copy"
    )
    if not await console.ask(ConfirmDialog(question, hint=hint, careful=True)):
        return
    from facilitator.paperwork.paper import Paper, usual_size
    from facilitator.paperwork.press import press
    from facilitator.session_paper.access_copy import kept_about, on_paper  # notes and forms: when it is made
    from facilitator.session_paper.counted import pack_words

    record = console.workplace.record
    write_down(console, Access.COPY, member.id)
    kept = kept_about(record, member.id)
    paper = Paper(kept.language or locale(), size=usual_size())
    document = on_paper(kept, console.workplace.clock.now(), paper)
    target = _free(folder or folder_of(console))

    def work() -> Pressed:
        pressed = press([document], paper)
        keep(target, pressed.pdf)
        return pressed

    pressed = await console.beside(work)
    console.say(str(target), title=_("The copy is ready; it is deleted after a day"), seconds=12)
    await offer_to_print(console, target, before, pack_words([document], pressed, paper))


def _free(folder: Path) -> Path:
    """A name no file has yet."""
    number = 1
    while (target := folder / f"copy-{number}.pdf").exists() or target.is_symlink():
        number += 1
    return target
