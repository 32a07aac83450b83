"""How members took part and what facilitators used: lists to tick, and words."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from agenda.error import AgendaError
from agenda.record.rows import taught
from facilitator.console.console import Console
from facilitator.console.parts.ask_words import Words, ask_for_words
from facilitator.console.parts.tick import Tick, TickDialog
from facilitator.console.people.marks import Marks
from facilitator.console.people.technique_words import CHIP_WORDS, FAMILY_WORDS, offered
from facilitator.language import _


async def respond(console: Console, marks: Marks) -> str:
    """How did they take part? In what was seen or said."""
    member, record, session = marks.chosen.member, marks.led.workplace.record, marks.led.id
    if member is None:
        return marks.chosen.missing
    now = taught.responses(record, session).get(member.member, taught.Response())
    ticks = tuple(Tick(chip, _(words), chip in now.chips) for chip, words in CHIP_WORDS.items())

    def toggle(tick: Tick) -> Tick | None:
        before = taught.responses(record, session).get(member.member, taught.Response())
        chips = {*before.chips} ^ {tick.name}
        return _written(console, tick, lambda: taught.set_chips(record, session, member.member, tuple(chips)))

    title = _("{name}: how did they take part?").format(name=member.name)
    if await console.ask(TickDialog(title, ticks, toggle, words=True)):
        await ask_for_words(
            console,
            _("What they said or did, in words"),
            (Words("text", "", now.words),),
            f"response/{session}/{member.member}",
            lambda texts: taught.set_words(record, session, member.member, texts["text"]),
        )
    return ""


async def techniques(console: Console, marks: Marks) -> str:
    """What was used today? What the guide of the lesson has comes first, nothing is ticked by itself."""
    record, session = marks.led.workplace.record, marks.led.id
    used = set(taught.techniques(record, session))
    ticks = tuple(
        Tick(f"{family}/{name}", _(name), (family, name) in used, _(FAMILY_WORDS[family]))
        for family, name in offered(marks.led.lesson)
    )

    def toggle(tick: Tick) -> Tick | None:
        family, _slash, name = tick.name.partition("/")
        mark = lambda: taught.mark_technique(record, session, family, name, used=not tick.is_ticked)  # noqa: E731
        return _written(console, tick, mark)

    await console.ask(TickDialog(_("Techniques and skills used today"), ticks, toggle))
    return ""


def _written(console: Console, tick: Tick, work: Callable[[], None]) -> Tick | None:
    try:
        work()
    except AgendaError as refused:
        console.refuse(refused)
        return None
    return replace(tick, is_ticked=not tick.is_ticked)
