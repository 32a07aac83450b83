"""A hand at the console's keyboard that looks at the screen and keeps in mind what it pressed."""

from __future__ import annotations

import random
import re
from collections.abc import Callable

from agenda.attendance import Excuse
from facilitator.console.people.attendance_marks import EXCUSE_WORDS
from tests.faults.pressed import Pressed
from tests.faults.shown import Shown, is_so, read
from tests.terminal import Terminal

ENTER, BACKSPACE, PAGE_DOWN, PAGE_UP, LEFT, DOWN = "\r", "\x7f", "\x1b[6~", "\x1b[5~", "\x1b[D", "\x1b[B"
REDO = "\x12"
NO_BOUNCE = 0.2
"""Seconds before a clicker's key; nearer together two presses count as one."""
LETTERS = {"here": "h", "late": "l", "absent": "x", "unknown": BACKSPACE}
LOOKS_BACK = {"done": "y", "some": "s", "not yet": "n"}
OFFERED = {"1": Excuse.WORK, "2": Excuse.APPOINTMENT, "5": Excuse.COULD_NOT_COME}
_OPTION = re.compile(r"^.{24} *([1-9])  \S")
"""A choice of a dialog in the middle of the screen, and not the digit of a member's row."""
Strike = Callable[[str], None]
"""Sends the last keys of a console's life and ends it."""


class Hand:
    """``hours`` are the hours after each press since the last look that proved something; the last is now.

    With ``strike`` set, the next key that changes the record is sent by it and the hand lets go.
    """

    def __init__(self, terminal: Terminal, hour: Pressed, phases: tuple[str, ...], chance: random.Random) -> None:
        self.terminal, self.phases, self.chance = terminal, phases, chance
        self.hours = [hour]
        self.times: dict[int, str] = {}
        self.strike: Strike | None = None
        self.page_counts: dict[int, int] = {}

    @property
    def hour(self) -> Pressed:
        return self.hours[-1]

    @property
    def shown(self) -> Shown:
        return read(self.terminal.rows, self.phases)

    @property
    def pages(self) -> int:
        """How many pages this phase has, as far as a screen has said so."""
        hour, shown = self.hour, self.shown
        if hour.phase == hour.homework:
            return hour.homework_pages
        if shown.pages and shown.facts.get("phase") == hour.phase:
            self.page_counts[hour.phase] = shown.pages
        return self.page_counts.get(hour.phase, 0)

    def look(self) -> None:
        """Wait until the screen shows what was pressed last; what came before is proved by it."""
        self._shows_it()
        self.times = self.shown.times or self.times
        facts = self.shown.facts
        different = [place for place, hour in enumerate(self.hours) if not is_so(hour.facts, facts)]
        del self.hours[: max(different, default=-1) + 1]

    def _shows_it(self, in_room: bool = False) -> None:
        def is_shown() -> bool:
            shown = self.shown
            return is_so(self.hour.facts, shown.facts) and (shown.is_room or not in_room)

        self.terminal.until(is_shown, f"shows {self.hour.facts}")

    def press(self, keys: str, hour: Pressed, *, opens_room: bool = False) -> None:
        """Keys that change the record; those that turn a page also bring the Room face."""
        self.hours.append(hour)
        if keys in (PAGE_DOWN, PAGE_UP):
            self.terminal.listen_for(NO_BOUNCE)
        if self.strike is not None:
            self.strike(keys)
            return
        self.terminal.press(keys)
        self._shows_it(opens_room)
        self.look()

    def choose(self, digit: int) -> None:
        """A member, or everyone."""
        wanted = frozenset({digit} if digit else range(1, len(self.hour.marks) + 1))
        self.terminal.press(str(digit))
        self.terminal.until(lambda: self.shown.chosen == wanted, f"has chosen {digit}")

    # People

    def mark(self, digit: int, status: str) -> None:
        self.choose(digit)
        self.press(LETTERS[status], self.hour.marked(digit, status))

    def excuse(self, digit: int) -> None:
        """e, and one of the reasons on the screen; Enter gives none."""
        self.choose(digit)
        self.terminal.press("e")
        self.terminal.shows("Excused, because of", "Press a digit")
        key = self.chance.choice([*OFFERED, ENTER])
        # The last line that ends so is the dialog's; those above may be rows of members.
        offered = re.findall(rf" {key}  (\S.*?) *$", self.terminal.text, re.MULTILINE)
        excuse = OFFERED.get(key)
        assert excuse is None or offered[-1] == EXCUSE_WORDS[excuse]
        self.press(key, self.hour.marked(digit, "excused", excuse or ""))

    def out_or_back(self, digit: int) -> None:
        self.choose(digit)
        self.press("o", self.hour.gone_out_or_back(digit))

    def everyone_here(self) -> None:
        self.choose(0)
        self.terminal.press("h")
        self.terminal.shows("How many members do you see?")
        self.press(str(self.hour.headcount), self.hour.everyone_here())

    def look_back(self, digit: int, last: str) -> None:
        self.choose(digit)
        self.press(LOOKS_BACK[last], self.hour.looked_back(digit, last))

    def ask(self, digit: int) -> None:
        """t: today, not today, not asked."""
        self.choose(digit)
        self.press("t", self.hour.asked(digit))

    def hold(self, digit: int) -> None:
        """g: their goal was looked at, or was not after all."""
        self.choose(digit)
        self.press("g", self.hour.held(digit))

    def respond(self, digit: int) -> None:
        """r, and one of the ways of taking part."""
        self.choose(digit)
        chip = self.chance.randint(1, 5)
        self._tick("r", "how did they take part?", chip, self.hour.took_part(digit, chip))

    def teach(self) -> None:
        """k, and one of the first techniques."""
        self.people()
        place = self.chance.randint(1, 6)
        self._tick("k", "Techniques and skills used today", place, self.hour.technique(place))

    def _tick(self, key: str, title: str, place: int, hour: Pressed) -> None:
        """A line of a list is ticked the moment its digit is pressed; Enter only closes the list."""
        self.terminal.press(key)
        self.terminal.shows(title, "A digit or space ticks.")
        line = re.compile(rf" {place}  ([☐☒]) ")
        found = line.search(self.terminal.text)
        assert found is not None, self.terminal.text
        self.hours.append(hour)
        if self.strike is not None:
            self.strike(str(place))
            return
        self.terminal.press(str(place))
        other = {"☐": "☒", "☒": "☐"}[found[1]]
        self.terminal.until(lambda: f" {place}  {other} " in self.terminal.text, f"has line {place} as {other}")
        self.terminal.press(ENTER)
        self.terminal.until(lambda: title not in self.terminal.text, "has closed the list")
        self.look()

    def agree(self, digit: int) -> None:
        """a, and one of the options on the screen that is not agreed already."""
        self.choose(digit)
        option = self._an_option("Agree for next time", besides=self.hour.work(digit).agreed)
        self.press(str(option), self.hour.agreed(digit, option))

    def agree_with_everyone(self) -> None:
        self.choose(0)
        option = self._an_option("Agree with everyone here")
        self.press(str(option), self.hour.agreed_with_everyone(option))

    def _an_option(self, question: str, besides: int | None = None) -> int:
        self.terminal.press("a")
        self.terminal.shows(question, "Press a digit.")
        offered = [int(found[1]) for found in map(_OPTION.match, self.terminal.rows) if found]
        assert offered == list(range(1, len(offered) + 1)), self.terminal.text
        return self.chance.choice([option for option in offered if option != besides])

    def people(self) -> None:
        if self.shown.is_room:
            self.terminal.press("\t")
        self.terminal.until(lambda: self._is_whole(self.shown), "shows People")

    def _is_whole(self, shown: Shown) -> bool:
        """People, with all that its columns say of each member."""
        digits = range(1, len(self.hour.marks) + 1)
        everyone = {f"{what} {digit}" for digit in digits for what in shown.people}
        return bool(everyone) and not shown.is_room and shown.facts.keys() >= everyone

    def undo(self) -> None:
        self.people()
        self.press("u", self.hour.undo())

    def redo(self) -> None:
        self.people()
        self.press(REDO, self.hour.redo())

    # The hour

    def room(self) -> None:
        if not self.shown.is_room:
            self.terminal.press("\t")
            self.terminal.until(lambda: self.shown.is_room, "shows Room")

    def next_page(self) -> None:
        self.press(self.chance.choice([" ", PAGE_DOWN]), self.hour.turned_to(self.hour.page_shown + 1), opens_room=True)

    def previous_page(self) -> None:
        self.press(self.chance.choice([LEFT, PAGE_UP]), self.hour.turned_to(self.hour.page_shown - 1), opens_room=True)

    def click_into_next(self) -> None:
        """And, mostly, back at once."""
        before = self.hour.turned_to(self.hour.page_shown)
        self.press(PAGE_DOWN, before.clicked_into_next(), opens_room=True)
        if self.strike is None and self.chance.random() < 0.7:
            self.press(PAGE_UP, before, opens_room=True)

    def move_on(self) -> None:
        self.terminal.press("m")
        self.terminal.shows("Move on to")
        self.press(ENTER, self.hour.moved_on(), opens_room=True)

    def change_minutes(self, by: int) -> None:
        self.press("+" if by > 0 else "-", self.hour.minutes_changed(by))

    def raise_curtain(self) -> None:
        if self.shown.is_curtain:
            self.terminal.press("c")
            self.terminal.shows("This will appear on the wall")
            self.terminal.press(ENTER)
            self.terminal.until(lambda: self.shown.is_wall_on, "has raised the curtain")

    # Words

    def open_follow_up(self, digit: int) -> None:
        """The field for something to do for a member."""
        self.choose(digit)
        self.terminal.press(ENTER)
        self.terminal.shows("Write a follow-up")
        self.terminal.press(DOWN + ENTER if "The reason in words" in self.terminal.text else ENTER)
        self.terminal.shows("Something to do for them", "Enter saves")

    def type(self, words: str) -> None:
        self.terminal.press(words)
        self.terminal.shows(words)
