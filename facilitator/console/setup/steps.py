"""The questions of the guided set-up: what each asks, suggests and accepts. Nothing here draws or writes."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from zoneinfo import ZoneInfo

from agenda.group import FULL_GROUP, MOST_MEMBERS
from agenda.member import LONGEST_NAME
from agenda.name import folded
from content.pack import Pack
from facilitator.console.door.new_passphrase import passphrase_advice, passphrase_fields, passphrase_problems
from facilitator.console.parts.form import FormField, Texts
from facilitator.console.parts.reading import heard_time, number_of, time_of
from facilitator.console.parts.wording import weekday_words
from facilitator.console.setup import place as setup_place
from facilitator.crisis_help import CrisisHelp, CrisisLine
from facilitator.language import _
from legible import one_line

LEAST_MINUTES, MOST_MINUTES = 20, 180
MOST_WEEKS = 8


@dataclass(frozen=True, slots=True)
class Step:
    """One screen of questions: either fields, or a list of (value, words) that answers the field ``name``."""

    title: str
    words: str
    fields: tuple[FormField, ...] = ()
    check: Callable[[Texts], Mapping[str, str]] | None = None
    advice: Callable[[Texts], str] | None = None
    """A sentence that depends on what is typed and refuses nothing."""
    beside: bool = False
    name: str = ""
    options: tuple[tuple[str, str], ...] = ()


def place_step(path: Path) -> Step:
    return Step(
        _("Where shall the record lie?"),
        _("Everything about your groups is kept in one encrypted file on this computer. The suggestion is a good one."),
        (FormField("path", _("The record"), str(path)),),
        check=lambda texts: setup_place.problems(texts["path"]),
        advice=lambda texts: setup_place.advice(texts["path"]),
    )


def passphrase_step() -> Step:
    return Step(
        _("A passphrase for the record"),
        _("Without it nobody can read the record. Four words that nobody here would guess are good, and easy to keep."),
        passphrase_fields(),
        check=passphrase_problems,
        advice=passphrase_advice,
    )


def person_step() -> Step:
    return Step(
        _("Who are you?"),
        _("Your name and credentials stand under the notes you will sign."),
        (
            FormField("name", _("Your name"), longest=LONGEST_NAME),
            FormField("credentials", _("Credentials"), hint=_("As in: RN, LCSW, peer specialist. May stay empty.")),
        ),
        check=lambda texts: _needed(texts, "name", _("Please type your name.")),
    )


def group_step(zone: str) -> Step:
    return Step(
        _("Your group"),
        _("All of this can be changed later."),
        (
            FormField(
                "group", _("Name"), hint=_("As in: Tuesday group. The wall never shows it."), longest=LONGEST_NAME
            ),
            FormField("starts", _("Begins at"), "14:00", heard=heard_time),
            FormField("minutes", _("Minutes"), "60", digits=True, longest=3),
            FormField("weeks", _("Every how many weeks"), "1", digits=True, longest=1),
            FormField("zone", _("Time zone"), zone),
        ),
        check=_group_problems,
        beside=True,
    )


def _group_problems(texts: Texts) -> dict[str, str]:
    wrong = _needed(texts, "group", _("The group needs a name."))
    if time_of(texts["starts"]) is None:
        wrong["starts"] = _("A time as in 14:00, 14.30 or 2 pm.")
    if not LEAST_MINUTES <= number_of(texts["minutes"]) <= MOST_MINUTES:
        wrong["minutes"] = _("From {least} to {most} minutes.").format(least=LEAST_MINUTES, most=MOST_MINUTES)
    if not 1 <= number_of(texts["weeks"]) <= MOST_WEEKS:
        wrong["weeks"] = _("1 for every week, 2 for every second week, up to {most}.").format(most=MOST_WEEKS)
    if not is_zone(texts["zone"]):
        wrong["zone"] = _no_such_zone(texts["zone"])
    return wrong


def day_step() -> Step:
    days = tuple((str(number), day) for number, day in enumerate(weekday_words()))
    return Step(_("On which day does the group meet?"), "", name="weekday", options=days)


def members_step() -> Step:
    fields = tuple(FormField(f"member{n}", str(n), longest=LONGEST_NAME) for n in range(1, MOST_MEMBERS + 1))
    return Step(
        _("Who belongs to the group?"),
        _("The name each one is called by. Empty lines are left out; others may join at any time."),
        fields,
        check=_member_problems,
        advice=_members_advice,
        beside=True,
    )


def _member_problems(texts: Texts) -> dict[str, str]:
    seen: set[str] = set()
    wrong = {}
    for field, name in texts.items():
        if one_line(name) and folded(name) in seen:
            wrong[field] = _("This name is there already. Add a letter or another name that both agree to.")
        seen.add(folded(name))
    return wrong


def _members_advice(texts: Texts) -> str:
    if len(names_of(texts)) > FULL_GROUP:
        return _("{n} members is more than a good group has: {most} at most.").format(
            n=len(names_of(texts)), most=FULL_GROUP
        )
    return ""


def module_step(pack: Pack) -> Step:
    modules = tuple((m.slug, m.title) for m in pack.modules) or (("", _("No lessons yet")),)
    words = _("You can go through the modules in any order, and change your mind.")
    return Step(_("With which module do you begin?"), words, name="module", options=modules)


def crisis_step() -> Step:
    return Step(
        _("Whom to call in a crisis?"),
        _("It stands on every sheet that goes home, on the pages for members, and on your screen in a pause."),
        (
            FormField("danger", _("When a life is in danger"), hint=_("A number, as in 112 or 911.")),
            FormField(
                "crisis_name", _("Your crisis line"), hint=_("Its name. All of it may stay empty: h on Home asks.")
            ),
            FormField("crisis_number", _("Its number")),
            FormField("crisis_hours", _("When somebody answers"), hint=_("As in day and night.")),
        ),
        check=_crisis_problems,
        beside=True,
    )


def _crisis_problems(texts: Texts) -> dict[str, str]:
    if texts["crisis_name"].strip() and not texts["crisis_number"].strip():
        return {"crisis_number": _("Which number is it?")}
    return {}


def crisis_of(answers: Texts, today: date) -> CrisisHelp:
    """The crisis help that was typed; nothing where it was left empty."""
    danger, name, number, hours = (answers[key].strip() for key in _CRISIS)
    lines = (CrisisLine(name or _("Crisis line"), number, hours),) if number else ()
    in_danger = CrisisLine(_("when a life is in danger"), danger) if danger else None
    return CrisisHelp(lines, in_danger, looked_at=today if lines or in_danger else None)


_CRISIS = ("danger", "crisis_name", "crisis_number", "crisis_hours")


def second_place_step() -> Step:
    return Step(
        _("A second place for backups?"),
        _("Everything is backed up beside the record. A stick or a share gets a copy as well, if you name its folder."),
        (FormField("second_place", _("Folder"), hint=_("May stay empty; the console asks for it again at any time.")),),
        check=_second_place_problems,
    )


def _second_place_problems(texts: Texts) -> dict[str, str]:
    typed = texts["second_place"].strip()
    if not typed or setup_place.is_folder(typed):
        return {}
    return {"second_place": _("There is no such folder. Plug the stick in, or leave the line empty.")}


def names_of(texts: Mapping[str, str]) -> tuple[str, ...]:
    """The members typed, in the order of their lines."""
    lines = (texts.get(f"member{n}", "") for n in range(1, MOST_MEMBERS + 1))
    return tuple(name for name in map(one_line, lines) if name)


def is_zone(text: str) -> bool:
    """Whether this system knows the time zone."""
    try:
        ZoneInfo(text.strip())
    except (ValueError, OSError, LookupError):
        return False
    return bool(text.strip())


def _no_such_zone(text: str) -> str:
    from difflib import get_close_matches
    from zoneinfo import available_timezones

    zones = sorted(available_timezones())
    typed = text.strip().replace(" ", "_").casefold()
    near = [zone for zone in zones if zone.rpartition("/")[2].casefold() == typed]
    near = near or get_close_matches(text.strip(), zones, n=1)
    if near:
        return _("No such time zone. Did you mean {zone}?").format(zone=near[0])
    return _("A place as in Europe/Rome.")


def _needed(texts: Texts, field: str, sentence: str) -> dict[str, str]:
    return {} if one_line(texts[field]) else {field: sentence}


def steps_of_a_group(pack: Pack, zone: str) -> Sequence[Step]:
    """What must be known to make a group."""
    return (group_step(zone), day_step(), members_step(), module_step(pack))
