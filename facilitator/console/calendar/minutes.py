"""The minutes a group gives the parts of a session of one kind."""

from __future__ import annotations

from agenda.record.action import action
from agenda.record.rows import group as groups
from agenda.session import SHORTEST_LESSON, PhaseKey, SessionKind, standard_minutes
from facilitator.console.console import Console
from facilitator.console.parts.ask_words import Texts, ask_form
from facilitator.console.parts.form import FormField
from facilitator.console.parts.reading import number_of
from facilitator.console.parts.wording import kind_words
from facilitator.language import _

LONGEST_PHASE = 90


async def ask_for_minutes(console: Console, group_id: str, kind: SessionKind) -> bool:
    """Ask for the minutes of each part but the lesson, which gets the rest; whether they were kept."""
    record = console.workplace.record
    group = groups.group(record, group_id)
    before = standard_minutes(kind, group.minutes, groups.phase_minutes(record, group_id, kind))
    asked = {key: minutes for key, minutes in before.items() if key is not PhaseKey.LESSON}
    words = console.workplace.words.for_kind(kind.value)
    fields = [
        FormField(key.value, words.phase(key.value).title, str(minutes), digits=True, longest=2)
        for key, minutes in asked.items()
    ]

    def write(texts: Texts) -> None:
        with action(record, "group.set_minutes"):
            for key in asked:
                if number_of(texts[key.value]) != before[key]:
                    groups.set_phase_minutes(record, group_id, kind, key, number_of(texts[key.value]))

    title = _("Minutes of each part: {kind}").format(kind=kind_words(kind))
    hint = _("The lesson gets what is left of {n} minutes. Ctrl+S saves. Esc: back.").format(n=group.minutes)
    check = lambda texts: _problems(texts, group.minutes)  # noqa: E731
    return await ask_form(console, title, fields, write, check, hint=hint, beside=True)


def _problems(texts: Texts, total: int) -> dict[str, str]:
    said = _("From 1 to {most} minutes.").format(most=LONGEST_PHASE)
    wrong = {name: said for name, text in texts.items() if not 1 <= number_of(text) <= LONGEST_PHASE}
    left = total - sum(map(number_of, texts.values()))
    if not wrong and left < SHORTEST_LESSON:
        last = next(reversed(texts))
        wrong[last] = _("That leaves {n} minutes for the lesson; it needs {least}.").format(
            n=max(0, left), least=SHORTEST_LESSON
        )
    return wrong
