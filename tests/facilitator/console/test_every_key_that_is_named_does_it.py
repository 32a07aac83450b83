"""Each key that the foot of a screen or a sentence of the catalogue names is pressed, and does what they say."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from textual.command import CommandPalette
from textual.screen import Screen

from agenda.attendance import Status
from agenda.error import WrongKey
from agenda.record.connection import Record
from agenda.record.keys.key_file import Unlocked
from agenda.record.rows import attendance as attendances
from agenda.record.rows import follow_up as follow_ups
from agenda.record.rows import group as groups
from agenda.record.rows import turn as turns
from agenda.session import PhaseKey
from facilitator import crisis_help
from facilitator.console.calendar.closed_dates import ClosedDatesDialog
from facilitator.console.calendar.plan_dialog import PlanDialog
from facilitator.console.door.new_passphrase import after_the_recovery_code
from facilitator.console.door.passphrase import PassphraseScreen
from facilitator.console.door.recovery_code import RecoveryCodeScreen
from facilitator.console.door.who_may_open import WhoMayOpenScreen
from facilitator.console.goals.screen import GoalSheetScreen
from facilitator.console.group.screen import GroupScreen
from facilitator.console.home.crisis_help import CrisisHelpDialog
from facilitator.console.home.follow_ups import FollowUpsDialog
from facilitator.console.home.screen import HomeScreen
from facilitator.console.hour.flip_chart_dialog import FlipChartDialog
from facilitator.console.hour.move_dialog import MoveDialog
from facilitator.console.hour.one_screen import OneScreen
from facilitator.console.hour.pause_dialog import PauseDialog
from facilitator.console.hour.screen import SessionScreen
from facilitator.console.hour.uncover_dialog import UncoverDialog
from facilitator.console.parts.choice import ChoiceDialog
from facilitator.console.parts.confirm import ConfirmDialog
from facilitator.console.parts.digit import DigitDialog
from facilitator.console.parts.form_dialog import FormDialog
from facilitator.console.parts.key_help import KeysDialog
from facilitator.console.parts.tick import TickDialog
from facilitator.console.people.member_dialog import MemberDialog
from facilitator.console.projector.projector import Projector
from facilitator.console.projector.question import ProjectorScreen
from facilitator.console.rounds.rounds import ROUNDS
from facilitator.console.rounds.screen import RoundScreen
from facilitator.console.setup.screen import SetupScreen
from facilitator.console.workplace import Workplace
from facilitator.settings import remember_locks_after
from facilitator.whom_to_call import CrisisHelp, CrisisLine
from tests.builders import TODAY, a_group, a_record, some_members
from tests.facilitator.console.door.test_who_may_open import the_list
from tests.facilitator.console.hour.hour import AnHour, a_record_ready, a_workplace, an_hour
from tests.facilitator.console.hour.work import a_record_with_a_past
from tests.facilitator.console.key_walk import Outcome, Walk, Watch, watch
from tests.facilitator.console.outcomes import OUTCOMES, both, comes, covers, is_not, opens, says_in, undoes, writes
from tests.facilitator.console.outside import Outside, a_console
from tests.facilitator.console.said import of_the_catalogue, standing
from tests.keys import paste, settle
from tests.privacy.places import CASES

__all__ = ["watch"]

Opens = Callable[[AnHour], Awaitable[None]]
WHO_IS_ASKED = "who is being asked already"
LONG_PAGE = "everything stands on one page there"
SILENT: dict[tuple[str, str], str] = {
    ("LibraryScreen", "1"): "the part that is shown already",
    ("LibraryScreen", "space"): LONG_PAGE,
    ("CatchUpScreen", "1"): WHO_IS_ASKED,
    ("round, welcome, attendance", "1"): WHO_IS_ASKED,
    ("round, homework, homework", "1"): WHO_IS_ASKED,
    ("round, goals, turn", "6"): WHO_IS_ASKED,
}
"""Keys of which nothing can be seen in a place, each with the reason."""
SMALLER_STEP = "Half or more say not yet. Esc, then m: a smaller step, 5 minutes now."
FACES: dict[str, tuple[str, ...]] = {"room": (), "people": ("tab",), "somebody chosen": ("2",)}
WHATEVER_THE_PHASE = frozenset(
    {"curtain", "curtain up", "who", "room", "people", "pause", "out, back", "undo", "keys", "late", "here", "excused",
     "absent", "shows more"}
)  # fmt: skip
"""What is the same in every phase, and is pressed in one of them."""


def by_keys(*keys: str) -> Opens:
    """From the Room face, as somebody who leads the hour gets there."""

    async def opens(hour: AnHour) -> None:
        await hour.press(*keys)

    return opens


def with_words(opens: Opens, words: str) -> Opens:
    async def typed(hour: AnHour) -> None:
        await opens(hour)
        await paste(hour.pilot, words)
        await settle(hour.pilot)

    return typed


def over_the_hour(make: Callable[[AnHour], Screen[Any]]) -> Opens:
    async def opens(hour: AnHour) -> None:
        hour.app.push_screen(make(hour))
        await settle(hour.pilot)

    return opens


def goal_sheet(hour: AnHour) -> Screen[Any]:
    first, led = hour.roster()[0], hour.screen.led
    return GoalSheetScreen(first.member, first.name, session=led.id, today=led.session.day)


async def as_the_wall(hour: AnHour) -> None:
    hour.app.projector = Projector.SAME
    await hour.press("f4")


async def some_follow_ups(hour: AnHour) -> None:
    led = hour.screen.led
    follow_ups.add(hour.workplace.record, led.id, "Call the clinic")
    hour.app.push_screen(FollowUpsDialog(led.group.id))
    await settle(hour.pilot)


async def a_closed_day(hour: AnHour) -> None:
    record, group = hour.workplace.record, hour.screen.led.group.id
    if not groups.closed_dates(record, group):
        groups.close_date(record, group, TODAY + timedelta(days=7), "")
    hour.app.push_screen(ClosedDatesDialog(group))
    await settle(hour.pilot)


def nobodys(_secret: str) -> Any:
    raise WrongKey("This does not open it.", "Type it once more.")


def _nobody_enters(_unlocked: Unlocked) -> Workplace:
    raise AssertionError("nothing was opened")


IN_USE: dict[type[Screen[Any]], Opens] = {
    ClosedDatesDialog: a_closed_day,
    DigitDialog: by_keys("2", "e"),
    FlipChartDialog: with_words(by_keys("m", "f"), "We help each other"),
    FollowUpsDialog: some_follow_ups,
    GoalSheetScreen: over_the_hour(goal_sheet),
    KeysDialog: by_keys("f1"),
    MemberDialog: by_keys("2", "enter"),
    MoveDialog: by_keys("m"),
    OneScreen: as_the_wall,
    PassphraseScreen: with_words(
        over_the_hour(lambda _hour: PassphraseScreen(nobodys, _nobody_enters)), "not this one"
    ),
    PauseDialog: by_keys("p"),
    TickDialog: by_keys("2", "k"),
    UncoverDialog: by_keys("b", "c"),
}
"""Places with something in them to do a key to; where they are nothing but opened, their keys have nothing to do."""


async def afresh(hour: AnHour) -> None:
    """The hour's own screen with nothing over it, nobody chosen, nothing said, Bruno here and the curtain up."""
    base = hour.screen
    while hour.app.screen is not base:
        hour.app.pop_screen()
    hour.app.projector = Projector.WALL
    if base.led.timeline().paused:
        base.led.resume()
    member = hour.roster()[1]
    if member.status is not Status.HERE:
        attendances.mark(hour.workplace.record, base.session_id, member.member, Status.HERE)
    if base.led.running.key is not PhaseKey.WELCOME:
        base.led.move_to(base.led.hour.phases[0].id)
    base.show_room()
    hour.app.uncover()
    hour.app.clear_notifications()
    await settle(hour.pilot)


SAID: dict[str, tuple[str, ...]] = {
    "nobody chosen": ("tab", "h"),
    "everyone": ("0",),
    "a mark of everyone": ("0", "x"),
    "the headcount": ("0", "h"),
    "a headcount that does not match": ("3", "backspace", "0", "h", "1", "escape"),
    "late": ("2", "l"),
    "out": ("2", "o"),
    "a turn": ("2", "t"),
    "a review": ("2", "g"),
    "a review without a goal": ("8", "g"),
    "agreeing": ("2", "a"),
    "agreeing with everyone": ("0", "a"),
    "a response": ("2", "r"),
    "before the first page": ("left",),
    "after the last page": ("space",) * 6,
    "undo in Room": ("u",),
    "techniques in Room": ("k",),
    "F4 unasked": ("f4",),
    "what to say": ("m", "o", "s", "enter"),
    "a newcomer": ("m", "n", *"Ida", "enter"),
    "minutes are missing": ("tab", "tab"),
    "minutes made good": ("j",),
}
"""How sentences come to stand on the screen that tell of the next key."""


def in_phase(phase: PhaseKey, *keys: str) -> Opens:
    async def opens(hour: AnHour) -> None:
        await hour.goes_to(phase)
        await hour.press(*keys)

    return opens


async def letters_of_another_keyboard(hour: AnHour) -> None:
    await hour.press("и")
    hour.app.uncover()
    await settle(hour.pilot)


async def a_paused_wall_of_ones_own(hour: AnHour) -> None:
    await as_the_wall(hour)
    await hour.press("p")
    hour.on_top.look()  # type: ignore[attr-defined]
    await settle(hour.pilot)


async def ways_of_a_wall_of_ones_own(hour: AnHour) -> None:
    await as_the_wall(hour)
    await hour.press("m")


async def two_follow_ups(hour: AnHour) -> None:
    follow_ups.add(hour.workplace.record, hour.screen.led.id, "Call the pharmacy")
    await some_follow_ups(hour)
    await hour.press("d")


async def at_the_first_question(hour: AnHour) -> None:
    await over_the_hour(CASES[SetupScreen])(hour)
    await hour.press("escape")


async def advice_about_the_projector(hour: AnHour) -> None:
    await over_the_hour(CASES[ProjectorScreen])(hour)
    await hour.press("3")


def begun(begin: Callable[[AnHour], None]) -> Opens:
    async def opens(hour: AnHour) -> None:
        begin(hour)
        await settle(hour.pilot)

    return opens


async def every_sentence_about_the_next_key(walk: Walk, folder: Path) -> None:
    only = True
    async with an_hour(folder, record=a_record_with_a_past(with_goals=7)) as hour:
        await walk_over(walk, hour, "another keyboard", letters_of_another_keyboard, keeps=True, only=only)
        await hour.press("0", "h", "8")
        await hour.passes(600)
        for place, keys in SAID.items():
            await walk_over(walk, hour, place, by_keys(*keys), keeps=True, only=only)
        for place, opens in {
            "no round": in_phase(PhaseKey.AGENDA, "enter"),
            "no round, in People": in_phase(PhaseKey.AGENDA, "tab", "enter"),
            "the last page of the hour": in_phase(PhaseKey.SUMMARY, *["pagedown"] * 6),
            "half say not yet": in_phase(PhaseKey.HOMEWORK, *"1n2n3n4n5n6n", "tab", "enter", "escape"),
            "a wall of one's own, paused": a_paused_wall_of_ones_own,
            "ways of a wall of one's own": ways_of_a_wall_of_ones_own,
            "a second place": begun(lambda hour: hour.app.ask_second_place()),
            "a copy": begun(lambda hour: hour.app.save_a_copy()),
            "a follow-up that was done, another one left": two_follow_ups,
            "no closed day": over_the_hour(lambda hour: ClosedDatesDialog(hour.screen.led.group.id)),
            "the first question": at_the_first_question,
            "advice about the projector": advice_about_the_projector,
        }.items():
            await walk_over(walk, hour, place, opens, keeps=True, only=only)
        await afresh(hour)
        await hour.goes_to(PhaseKey.HOMEWORK)
        await over_the_hour(lambda hour: RoundScreen(hour.screen.session_id, PhaseKey.HOMEWORK, "on"))(hour)
        top = hour.on_top
        assert isinstance(top, RoundScreen)
        top.place = len(top.questions) - 2
        await hour.press("down")
        assert SMALLER_STEP in standing(top)
        await walk.goes(hour.app, hour.pilot, SMALLER_STEP, ("escape", "m"), says_in(MoveDialog, "a smaller step"))
        await walk_over(walk, hour, "the end", by_keys("m", "e", "y"), keeps=True, only=only)


async def walk_over(walk: Walk, hour: AnHour, place: str, opens: Opens, *, keeps: bool = False, **how: Any) -> None:
    """``keeps`` is for places where a message that goes away by itself is what names the key."""

    async def opens_afresh() -> None:
        await afresh(hour)
        await opens(hour)
        if not keeps:
            hour.app.clear_notifications()
            await settle(hour.pilot)

    await walk.over(hour.app, hour.pilot, place, opens_afresh, **how)


async def every_screen_and_dialog(walk: Walk, folder: Path) -> None:
    async with an_hour(folder, record=a_record_with_a_past()) as hour:
        await hour.press("0", "h", "8")
        for kind in sorted(CASES.keys() - {SessionScreen, RoundScreen, WhoMayOpenScreen}, key=str):
            opens = IN_USE.get(kind) or over_the_hour(CASES[kind])
            await walk_over(walk, hour, kind.__name__, opens)


async def every_phase_on_both_faces(walk: Walk, folder: Path) -> None:
    async with an_hour(folder, record=a_record_with_a_past(with_goals=8)) as hour:
        await hour.press("0", "h", "8")
        for phase in [phase.key for phase in hour.screen.led.hour.phases]:
            for face, keys in FACES.items():

                async def opens(hour: AnHour, keys: tuple[str, ...] = keys, phase: PhaseKey = phase) -> None:
                    await hour.goes_to(phase)
                    await hour.press(*keys)

                await walk_over(walk, hour, f"{phase}, {face}", opens, like=face, alike=WHATEVER_THE_PHASE)


async def every_question_of_every_round(walk: Walk, folder: Path) -> None:
    async with an_hour(folder, record=a_record_with_a_past(with_goals=8)) as hour:
        await hour.press("0", "h", "8")
        for phase in ROUNDS:
            kinds: set[str] = set()
            for number in range(40):

                async def opens(hour: AnHour, phase: PhaseKey = phase, number: int = number) -> None:
                    asked = RoundScreen(hour.screen.session_id, phase, "on")
                    hour.app.push_screen(asked)
                    await settle(hour.pilot)
                    if number:
                        asked.place = number - 1
                        await hour.press("down")

                await afresh(hour)
                await opens(hour)
                top = hour.on_top
                if not isinstance(top, RoundScreen) or top.question is None:
                    break
                if top.question.kind not in kinds:
                    kinds.add(top.question.kind)
                    await walk_over(walk, hour, f"round, {phase}, {top.question.kind}", opens)


HOME_THEN: dict[tuple[str, tuple[str, ...]], Outcome] = {
    ("A session planned already keeps its day and time; p on Home moves it.", ("p",)): comes(PlanDialog),
    ("Ask them. If they agree, write it down: Home, g, the member, o.", ("g", "o")): comes(ConfirmDialog),
    ("Choose one first: p on Home.", ("p",)): comes(PlanDialog),
    ("Home, g, k makes them.", ("g", "k")): both(comes(ChoiceDialog), writes),
    ("Its name. All of it may stay empty: h on Home asks.", ("h",)): comes(CrisisHelpDialog),
    ("No lesson is chosen. In the console: p on Home.", ("p",)): comes(PlanDialog),
    (
        "Nobody has written down whom to call in a crisis here: h on Home asks. Until then sheets have a line for it.",
        ("h",),
    ): comes(CrisisHelpDialog),
    ("On, with codes: no name is shown (codes: Home, g, k)", ("g", "k")): comes(ChoiceDialog),
    ("Plan one in the console first: p on Home.", ("p",)): comes(PlanDialog),
    (
        "Put it back where it was and do it once more; or save a copy elsewhere (Ctrl+P), close and open the copy.",
        ("ctrl+p",),
    ): comes(CommandPalette),
    ("Say goodbye first: Home, g, x.", ("g", "x")): comes(ConfirmDialog),
    ("The crisis help could not be kept. h on Home asks again.", ("h",)): comes(CrisisHelpDialog),
    ("The group's screen lists them: g on Home.", ("g",)): comes(GroupScreen),
    ("The name they want to be called by. Full name and record number: d, later.", ("g", "d")): comes(FormDialog),
    ("What is recorded stays. u takes it back, e brings them back later.", ("g", "x", "y", "u")): writes,
    ("What is recorded stays. u takes it back, e brings them back later.", ("g", "x", "y", "e")): writes,
}
"""Sentences that name the way from Home, wherever they stand."""
THE_HOUR_THEN: dict[tuple[str, tuple[str, ...]], Outcome] = {
    ("Agree homework: a digit takes the lesson's option, Enter own words", ("2", "a", "1")): writes,
    ("Agree homework: a digit takes the lesson's option, Enter own words", ("2", "a", "enter")): writes,
    ("Excused; a digit gives the reason, Enter none", ("2", "e", "1")): writes,
    ("Excused; a digit gives the reason, Enter none", ("2", "e", "enter")): writes,
    ("Goal review held; Enter opens the goal sheet", ("2", "g", "enter")): comes(GoalSheetScreen),
    ("Shows what will appear; Enter raises the curtain", ("b", "c", "enter")): is_not(covers),
    ("Something came up; p again: the group goes on", ("p", "p")): both(writes, is_not(opens)),
    ("Self check-in on another screen, once the facilitator has switched it on (m, More, Kiosk).", ("m", "o", "k")): (
        says_in(ChoiceDialog, "kiosk")
    ),
    ("Tab shows the people; k there marks techniques and skills.", ("tab", "k")): comes(TickDialog),
    ("Skipped: {phases}. u in People takes it back.", ("j", "tab", "u")): undoes,
    ("Mark who was away first: x in the session, c on Home after it.", ("2", "x")): writes,
}
"""Sentences that name the way from the hour: tooltips, which stand in the list of keys, and what is said elsewhere."""
NOT_HERE: dict[str, str] = {
    "Drag the page to the projector and press F11. Ctrl+C ends it.": "a key of the shell",
    "Light letters on a dark ground; d in the page changes it.": "a key of the page: tests/facilitator/web",
    "Light letters on a dark ground; d in the window changes it.": "a key of the wall: tests/facilitator/wall",
    "Show the public screen in a browser; open the address it prints. Ctrl+C ends it.": "a key of the shell",
    "Show the public screen; move its window to the projector. Press q twice to close it.": "tests/facilitator/wall",
    "Start there: facilitator kiosk. It closes with Esc, then {code}.": "the kiosk: tests/facilitator/kiosk",
    "The code from the console closes this screen. Esc: back.": "the kiosk: tests/facilitator/kiosk",
    "The facilitator switches it on in the console. Esc closes this.": "the kiosk: tests/facilitator/kiosk",
    "back to Room in {seconds} s": "no key, but seconds",
    "With one screen only: F4 turns this screen into the wall, and back. Cover the projector before you type your "
    "passphrase.": "said before the record is open; what F4 does then is pressed where Home says it",
}
"""Sentences that name keys of another program, or none."""
ELSEWHERE = frozenset({*(sentence for sentence, _keys in (*HOME_THEN, *THE_HOUR_THEN)), *NOT_HERE, SMALLER_STEP})


async def every_way_that_is_named(walk: Walk, folder: Path) -> None:
    """Sentences that name several keys, one after the other."""
    async with a_console(HomeScreen, a_workplace(folder, a_record_ready())) as console:
        home = console.on_top
        for (sentence, keys), outcome in HOME_THEN.items():
            while console.on_top is not home:
                console.app.pop_screen()
            await settle(console.pilot)
            await walk.goes(console.app, console.pilot, sentence, keys, outcome)
    (folder / "hour").mkdir()
    async with an_hour(folder / "hour", record=a_record_with_a_past(with_goals=8)) as hour:
        await hour.press("0", "h", "8")
        await hour.passes(900)
        for (sentence, keys), outcome in THE_HOUR_THEN.items():
            await afresh(hour)
            await walk.goes(hour.app, hour.pilot, sentence, keys, outcome)


async def every_place_of_home(walk: Walk, folder: Path) -> None:
    """Home and the group's screen as they are on other days than that of an hour."""
    for number, (made, place, keys) in enumerate(
        (
            (a_record, "Home without a group", ()),
            (nothing_planned, "Home without a session", ("w",)),
            (a_record_ready, "Home before the hour", ()),
            (a_record_ready, "codes", ("g", "k")),
            (a_record_ready, "minutes of each part", ("g", "m", "enter")),
            (a_record_ready, "goal reviews a session", ("g", "v")),
            (nothing_planned, "goal reviews of a small group", ("g", "v")),
            (a_record_ready, "a former member", ("g", "x", "y", "end", "z", "y")),
        )
    ):
        (folder / str(number)).mkdir()
        async with a_console(HomeScreen, a_workplace(folder / str(number), made())) as console:
            home = console.on_top
            assert isinstance(home, HomeScreen)
            home._look_at_curriculum()  # what it does a moment after it is drawn
            for projector in (Projector.SAME, Projector.WALL) if not keys else (Projector.WALL,):

                async def opens(
                    console: Outside = console,
                    home: HomeScreen = home,
                    keys: tuple[str, ...] = keys,
                    projector: Projector = projector,
                ) -> None:
                    await back_to(console, home)
                    console.app.projector = projector
                    console.app.uncover()
                    home.look_again()
                    await console.press(*keys)

                await walk.over(console.app, console.pilot, f"{place}, {projector}", opens, only=bool(keys))
            if place == "Home before the hour":
                crisis_help.remember(
                    CrisisHelp((), CrisisLine("in danger", "112"), looked_at=TODAY - timedelta(days=400))
                )
                home._look_at_curriculum()
                await walk.over(console.app, console.pilot, f"{place}, a year later", opens, only=True)


def nothing_planned() -> Record:
    record = a_record()
    some_members(record, a_group(record), ("Ana", "Bruno"))
    return record


async def back_to(console: Outside, first: Screen[Any]) -> None:
    while console.on_top is not first:
        console.app.pop_screen()
    console.app.clear_notifications()
    await settle(console.pilot)


async def every_place_of_the_door(walk: Walk, folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Who can open a record that has a passphrase."""
    async with the_list(folder, monkeypatch) as (console, _path, _code):

        async def list_anew() -> None:
            while len(console.app.screen_stack) > 1:
                console.app.pop_screen()
            console.app.clear_notifications()
            console.app.push_screen(WhoMayOpenScreen())
            await settle(console.pilot)

        def place(*keys: str, minutes: int = 15) -> Callable[[], Awaitable[None]]:
            async def opens() -> None:
                remember_locks_after(minutes)
                await list_anew()
                await console.press(*keys)

            return opens

        async def an_end() -> None:
            await list_anew()
            console.app.push_screen(RecoveryCodeScreen("ABCD-EFGH-JKLM-NPQR"))
            await settle(console.pilot)
            await console.press("enter", *"WRONG")

        async def a_wrong_end() -> None:
            await an_end()
            await console.press("enter")

        async def by_the_code() -> None:
            await list_anew()
            console.app.begin(after_the_recovery_code(console.app))
            await settle(console.pilot)

        for name, opens in {
            "who may open": place(),
            "who may open, locking after a minute": place(minutes=1),
            "who may open, never locking": place(minutes=0),
            "a colleague": place("a"),
            "another passphrase": place("enter"),
            "the code cannot be revoked": place("end", "x"),
            "an end of the code": an_end,
            "opened by the code": by_the_code,
        }.items():
            await walk.over(console.app, console.pilot, name, opens)
        await walk.over(console.app, console.pilot, "a wrong end of the code", a_wrong_end, only=True)


async def a_rest(walk: Walk, folder: Path) -> None:
    """A second "not today" in a row begins one."""
    record = a_record_with_a_past()
    before = record.rows("SELECT id FROM sessions ORDER BY planned_at")[0]["id"]
    turns.answer(record, before, record.rows("SELECT id FROM members ORDER BY digit")[0]["id"], turns.NOT_TODAY)
    async with an_hour(folder, record=record) as hour:
        await hour.press("1", "h", "t")
        await walk_over(walk, hour, "a rest begins", by_keys("1", "t"), keeps=True, only=True)


PARTS = (every_screen_and_dialog, every_phase_on_both_faces, every_question_of_every_round,
         every_sentence_about_the_next_key, a_rest, every_way_that_is_named, every_place_of_home)  # fmt: skip


@pytest.mark.slow
async def test_every_key_that_is_named_does_what_is_said(
    tmp_path: Path,
    watch: Watch,
    monkeypatch: pytest.MonkeyPatch,
    record_property: Callable[[str, object], None],
) -> None:
    walk = Walk(watch, OUTCOMES, SILENT, ELSEWHERE)
    for number, part in enumerate(PARTS):
        folder = tmp_path / str(number)
        folder.mkdir()
        await part(walk, folder)
    await every_place_of_the_door(walk, tmp_path, monkeypatch)
    said = of_the_catalogue().keys()
    record_property(
        "counted", f"{len(said & walk.seen)} sentences, {len(walk.places)} places, {walk.pressed} keys pressed"
    )
    assert walk.faults == [], "\n".join(walk.faults)
    assert SILENT.keys() == walk.kept_silent
    assert said - walk.seen - NOT_HERE.keys() == set(), "sentences that stood nowhere"
    assert ELSEWHERE - said == set(), "sentences that are no more"
