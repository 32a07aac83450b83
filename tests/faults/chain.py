"""One record, one console after the other: started, used, killed, looked at, started again."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

from agenda.public import from_json
from agenda.session import PhaseKey
from tests.faults.choices import a_quick_press, any_press
from tests.faults.hand import Hand
from tests.faults.kept import Kept, read_kept
from tests.faults.kill import Killer, Kills
from tests.faults.pressed import Mark, Pressed, Work, seen
from tests.faults.shown import is_so, read
from tests.terminal import FACILITATOR, Terminal, a_terminal

WORDS = ("ring the housing office", "ask about Thursday", "bring the bus times", "a call with her sister")


class Chain:
    """``hour`` is what all keys of all consoles so far must have made; ``draft`` whose field holds which words."""

    def __init__(
        self,
        record: Path,
        folder: Path,
        phases: tuple[str, ...],
        env: dict[str, str | None],
        chance: random.Random,
    ) -> None:
        self.record, self.phases, self.env, self.chance = record, phases, env, chance
        self.stage, self._scratch = folder / "stage", folder / "copy"
        self.kills = Kills()
        self.draft: tuple[int, str] | None = None
        self.kept: Kept = self._read()
        self.hour = Pressed(
            names=self.kept.names,
            marks=tuple(Mark() for _name in self.kept.names),
            works=tuple(Work("to ask" if digit in self.kept.due else None) for digit in sorted(self.kept.ids)),
            due=tuple(self.kept.due.get(digit, 0) for digit in sorted(self.kept.ids)),
            minutes=tuple(phase.minutes for phase in self.kept.hour.phases),
            homework=self.kept.place_of(PhaseKey.HOMEWORK),
            lesson=self.kept.place_of(PhaseKey.LESSON),
            goals=self.kept.goals,
        )
        assert is_so(self.kept.facts, self.hour.facts)

    def live(self, end: str) -> None:
        """A console from its start to its kill. ``end`` says how: commit, moment, burst or words."""
        with a_terminal(*FACILITATOR, "--record", str(self.record), env=self.env) as terminal:
            hand = Hand(terminal, self.hour, self.phases, self.chance)
            self._is_where_it_was(hand)
            self._offers_the_draft(hand)
            if self.chance.random() < 0.4:
                hand.raise_curtain()
            for _press in range(self.chance.randint(0, 4)):
                any_press(hand, self.chance)()
            killer = Killer(terminal, self.record, self.kills, self.chance)
            getattr(self, f"_end_in_{end}")(hand, killer)
            self._nothing_is_lost(terminal, hand)

    # How it ends

    def _end_in_commit(self, hand: Hand, killer: Killer) -> None:
        hand.strike = killer.at_the_commit
        any_press(hand, self.chance)()

    def _end_in_moment(self, hand: Hand, killer: Killer) -> None:
        hand.strike = killer.at_any_moment
        any_press(hand, self.chance)()

    def _end_in_burst(self, hand: Hand, killer: Killer) -> None:
        """Keys for several members as fast as a pty takes them."""
        keys = ""
        for digit in self.chance.sample(range(1, len(hand.hour.marks) + 1), 5):
            pressed, hour = a_quick_press(hand.hour, digit, self.chance)
            hand.hours.append(hour)
            keys += f"{digit}{pressed}"
        killer.at_any_moment(keys, within=0.2)

    def _end_in_words(self, hand: Hand, killer: Killer) -> None:
        """While words are typed, when they are a draft, or with the Enter that makes them a follow-up."""
        digit = self.draft[0] if self.draft else self.chance.randint(1, len(hand.hour.marks))
        before = self.draft[1] if self.draft else ""
        words = f"{self.chance.choice(WORDS)} {len(self.kills.distances)}"  # nothing is written twice
        hand.open_follow_up(digit)
        self.draft = (digit, before + words)
        if self.chance.random() < 0.3:
            killer.at_any_moment(words, within=1.5)
            left = next(iter(self._read().drafts.values()), "")
            assert left.startswith(before), "a draft lost what it had"
            assert (before + words).startswith(left), "a draft holds what nobody typed"
            self.draft = (digit, left) if left else None
            return
        hand.type(words)
        hand.terminal.until(lambda: "•" in hand.terminal.text, "says that the words are not safe yet")
        hand.terminal.until(lambda: "•" not in hand.terminal.text, "says that the words are safe")
        if self.chance.random() < 0.3:
            killer.at_any_moment("", within=0.02)
        else:
            hand.strike = killer.at_the_commit
            hand.press("\r", hand.hour.followed_up(digit, before + words))

    # What must be so

    def _nothing_is_lost(self, terminal: Terminal, hand: Hand) -> None:
        """The last screen is a promise: all it shows is in the record, and nothing that was not pressed."""
        kept, shown = self._read(), read(terminal.rows, self.phases)
        story = f"{terminal.text}\nkept, apart from what was pressed: {_apart(kept, hand)} {kept.drafts}"
        proved = seen(hand.hours, shown.facts)
        assert proved is not None, f"the screen shows what nobody pressed\n{story}"
        found = [hour for hour in hand.hours[proved:] if is_so(kept.facts, hour.facts)]
        assert found, f"what the screen shows is not in the record, or more than was pressed is\n{story}"
        self.hour, self.kept = found[-1], kept
        if self.hour.waits:
            assert kept.facts["running"] in (self.hour.phase - 1, self.hour.phase), story
            self.hour = replace(self.hour, waits=kept.facts["running"] != self.hour.phase)
        for digit, time in shown.times.items():
            if kept.facts[f"member {digit}"] == shown.facts[f"member {digit}"]:
                assert time in (kept.times[digit], hand.times.get(digit)), f"another arrival is kept\n{story}"
        self._words_are_kept_once(story)

    def _words_are_kept_once(self, story: str) -> None:
        """Words said to be safe are a draft until they are a follow-up, and never neither or both."""
        if self.draft is not None and self.draft in self.hour.follow_ups:
            self.draft = None
        assert list(self.kept.drafts.values()) == ([self.draft[1]] if self.draft else []), story

    def _is_where_it_was(self, hand: Hand) -> None:
        """A console started again: phase, clock, page and marks as the record has them, and the curtain down."""
        earliest = datetime.now(UTC)
        hand.terminal.until(lambda: hand.shown.is_room and "phase" in hand.shown.facts, "opens on the Room face")
        hand.look()
        hand.terminal.until(lambda: hand.shown.is_curtain, "has the curtain down")
        if not hand.hour.waits:
            most = self.kept.minutes_left(earliest)
            hand.terminal.until(
                lambda: hand.shown.minutes_left in range(self.kept.minutes_left(datetime.now(UTC)), most + 1),
                f"shows the {most} minutes left",
            )
        hand.terminal.until(self._is_covered, "the wall is told that the curtain is down")
        hand.people()
        hand.look()
        hand.terminal.until(lambda: hand.shown.times == self.kept.times, f"shows the arrivals {self.kept.times}")
        if self.chance.random() < 0.5:
            hand.room()

    def _is_covered(self) -> bool:
        return from_json((self.stage / "state.json").read_bytes()).curtain

    def _offers_the_draft(self, hand: Hand) -> None:
        """The words that stood in a field stand there again; they are left, or saved before they are a draft."""
        if self.draft is None:
            return
        digit, words = self.draft
        hand.open_follow_up(digit)
        hand.terminal.shows(words)
        if self.chance.random() < 0.5:
            more = self.chance.choice(["", ", today"])
            hand.press(more + "\r", hand.hour.followed_up(digit, words + more))
            self.draft = None
        else:
            hand.terminal.press("\x1b")
        hand.terminal.until(lambda: "Something to do for them" not in hand.terminal.text, "has closed the field")

    def _read(self) -> Kept:
        return read_kept(self.record, self._scratch)


def _apart(kept: Kept, hand: Hand) -> list[set[tuple[str, object]]]:
    """For each hour that was pressed, what the record has otherwise."""
    return [
        {(name, value) for name, value in kept.facts.items() if hour.facts.get(name, value) != value}
        for hour in hand.hours
    ]
