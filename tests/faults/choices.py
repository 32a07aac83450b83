"""Which key is pressed next: by chance, and only one that the console takes."""

from __future__ import annotations

import random
from collections.abc import Callable

from tests.faults.hand import LETTERS, LOOKS_BACK, Hand
from tests.faults.pressed import Pressed

Press = Callable[[], None]


def any_press(hand: Hand, chance: random.Random) -> Press:
    """One press that changes the record."""
    hour, digit = hand.hour, chance.randint(1, len(hand.hour.marks))
    mark = hour.mark(digit)
    marks: list[Press] = [
        lambda status=status: hand.mark(digit, status)  # type: ignore[misc]
        for status in LETTERS
        if status != mark.status or (status == "late" and not mark.again)
    ]
    if mark.status != "excused":
        marks += [lambda: hand.excuse(digit)] * 2
    if mark.present:
        marks += [lambda: hand.out_or_back(digit)] * 2
    if any(each.status == "unknown" for each in hour.marks) and chance.random() < 0.15:
        marks = [hand.everyone_here]
    work = _about_the_work(hand, chance)
    back = ([hand.undo] if hour.done else []) + ([hand.redo] * 2 if hour.undone else [])
    kinds = [marks, marks, marks, work, work, work, back, back, _about_the_hour(hand, chance)]
    return chance.choice(chance.choice([kind for kind in kinds if kind]))


def _about_the_work(hand: Hand, chance: random.Random) -> list[Press]:
    """Homework from last time, homework for next time, turns."""
    hour, digits = hand.hour, range(1, len(hand.hour.marks) + 1)
    digit = chance.choice(digits)
    ways: list[Press] = [lambda: hand.agree(digit)]
    if hour.may_agree_with_everyone:
        ways.append(hand.agree_with_everyone)
    if answering := [digit for digit in digits if hour.may_answer(digit)]:
        asked = chance.choice(answering)
        ways += [lambda: hand.ask(asked)] * 2
    if due := [digit for digit in digits if hour.may_look_back(digit)]:
        one = chance.choice(due)
        last = chance.choice([last for last in LOOKS_BACK if last != hour.work(one).last])
        ways += [lambda: hand.look_back(one, last)] * 2
    return ways


def a_quick_press(hour: Pressed, digit: int, chance: random.Random) -> tuple[str, Pressed]:
    """A key for the chosen member that asks nothing, and the hour after it."""
    ways = [(LETTERS[to], hour.marked(digit, to)) for to in LETTERS if to != hour.mark(digit).status]
    work: list[tuple[str, Pressed]] = []
    if hour.may_answer(digit):
        work.append(("t", hour.asked(digit)))
    if hour.may_look_back(digit):
        work += [(LOOKS_BACK[to], hour.looked_back(digit, to)) for to in LOOKS_BACK if to != hour.work(digit).last]
    return chance.choice(work if work and chance.random() < 0.5 else ways)


def _about_the_hour(hand: Hand, chance: random.Random) -> list[Press]:
    hour, pages, last = hand.hour, hand.pages, len(hand.phases) - 1
    ways: list[Press] = []
    if hour.page_shown + 1 < pages:
        ways += [hand.next_page] * 2
    if hour.page_shown > 0:
        ways += [hand.previous_page] * 2
    if hour.page_shown + 1 == pages and hour.phase < last:
        ways.append(hand.click_into_next)
    if not hour.waits and hour.phase < last and chance.random() < 0.3:
        ways.append(hand.move_on)
    return [*ways, *(lambda by=by: hand.change_minutes(by) for by in (1, -1) if hour.may_change(by))]
