"""What the keys pressed so far must have made of the hour: a model that has never seen the program's code."""

from __future__ import annotations

from dataclasses import dataclass, replace

from tests.faults.shown import Facts

Marks = tuple["Mark", ...]
Works = tuple["Work", ...]
Undoable = tuple[Marks, tuple[int, ...], tuple[tuple[int, str], ...], Works]
NEXT_ANSWER = {None: "today", "today": "not today", "not today": None}


@dataclass(frozen=True, slots=True)
class Mark:
    """One member. ``again``: late was pressed twice, which in the first five minutes means here from the start."""

    status: str = "unknown"
    again: bool = False
    reason: str = ""
    out: bool = False

    @property
    def present(self) -> bool:
        return self.status in ("here", "late")


@dataclass(frozen=True, slots=True)
class Work:
    """What one member does. ``last``: what came of homework from last time; ``agreed``: today's option."""

    last: str | None = None
    turn: str | None = None
    agreed: int | None = None


@dataclass(frozen=True, slots=True)
class Pressed:
    """The hour after some keys; every method gives the hour after one more. Phases and pages count from 0.

    ``homework`` and ``lesson`` are the places of these phases. ``page`` is the one turned to; where it was the page
    that "not yet" had brought and an answer took away, the screen shows the one before. ``waits``: a clicker went into
    this phase, and its clock begins by itself some time later.
    """

    names: tuple[str, ...]
    marks: Marks
    works: Works
    due: tuple[int, ...]
    """How many homeworks each member has to look back on."""
    minutes: tuple[int, ...]
    homework: int
    lesson: int
    phase: int = 0
    page: int = 0
    waits: bool = False
    follow_ups: tuple[tuple[int, str], ...] = ()
    done: tuple[Undoable, ...] = ()
    undone: tuple[Undoable, ...] = ()

    @property
    def facts(self) -> Facts:
        """The hour in the words that screens and record are read in."""
        facts: Facts = {"phase": self.phase, "minutes": self.minutes}
        if self.page == self.page_shown:  # else the screen says one thing, and the restore point still the other
            facts["page"] = self.page
        facts["follow-ups"] = tuple(sorted(self.follow_ups))
        for digit, mark in enumerate(self.marks, 1):
            facts[f"member {digit}"] = (self.names[digit - 1], mark.status)
            facts[f"out {digit}"] = mark.out
            facts[f"again {digit}"] = mark.again
            facts[f"reason {digit}"] = mark.reason
        for digit, work in enumerate(self.works, 1):
            facts |= {f"last {digit}": work.last, f"turn {digit}": work.turn, f"agreed {digit}": work.agreed}
        if not self.waits:
            facts["running"] = self.phase
        return facts

    @property
    def homework_pages(self) -> int:
        """How many pages the look back at homework has: one more when half or more of those asked say not yet."""
        answers = [work.last for work in self.works if work.last not in (None, "to ask")]
        return 2 if len(answers) > 1 and 2 * answers.count("not yet") >= len(answers) else 1

    @property
    def page_shown(self) -> int:
        """The page on the screen."""
        return min(self.page, self.homework_pages - 1) if self.phase == self.homework else self.page

    def mark(self, digit: int) -> Mark:
        return self.marks[digit - 1]

    def work(self, digit: int) -> Work:
        return self.works[digit - 1]

    def marked(self, digit: int, status: str, reason: str = "") -> Pressed:
        """h, l, x, Backspace, or e and its reason."""
        before = self.mark(digit)
        mark = Mark(status, again=status == before.status == "late", reason=reason)
        return self._acted(marks=self._with(digit, replace(mark, out=before.out and mark.present)))

    def gone_out_or_back(self, digit: int) -> Pressed:
        """o"""
        return self._acted(marks=self._with(digit, replace(self.mark(digit), out=not self.mark(digit).out)))

    @property
    def headcount(self) -> int:
        """How many are seen in the room if all who are not marked are here."""
        return sum(1 for mark in self.marks if mark.status == "unknown" or (mark.present and not mark.out))

    def everyone_here(self) -> Pressed:
        """0 h and the headcount."""
        return self._acted(marks=tuple(Mark("here") if mark.status == "unknown" else mark for mark in self.marks))

    def may_answer(self, digit: int) -> bool:
        """Whether keys about homework from last time, or a turn, are taken: not for who is known to be away."""
        return self.mark(digit).status not in ("absent", "excused")

    def may_look_back(self, digit: int) -> bool:
        """Whether y, s and n have one homework to be about, and no second one after it."""
        return self.may_answer(digit) and self.due[digit - 1] == 1

    def looked_back(self, digit: int, last: str) -> Pressed:
        """y, s or n"""
        return self._worked(digit, replace(self.work(digit), last=last))

    def asked(self, digit: int) -> Pressed:
        """t"""
        work = self.work(digit)
        return self._worked(digit, replace(work, turn=NEXT_ANSWER[work.turn]))

    def agreed(self, digit: int, option: int) -> Pressed:
        """a and the number of an option"""
        return self._worked(digit, replace(self.work(digit), agreed=option))

    @property
    def may_agree_with_everyone(self) -> bool:
        """Whether anybody here has no homework for next time yet."""
        return any(mark.present and not work.agreed for mark, work in zip(self.marks, self.works, strict=True))

    def agreed_with_everyone(self, option: int) -> Pressed:
        """0 a and the number of an option: for those here who have none yet."""
        both = zip(self.marks, self.works, strict=True)
        return self._acted(
            works=tuple(replace(w, agreed=w.agreed or option) if mark.present else w for mark, w in both)
        )

    def _worked(self, digit: int, work: Work) -> Pressed:
        return self._acted(works=(*self.works[: digit - 1], work, *self.works[digit:]))

    def followed_up(self, digit: int, words: str) -> Pressed:
        """Words for a follow-up, and Enter."""
        return self._acted(follow_ups=(*self.follow_ups, (digit, words)))

    def may_change(self, by: int) -> bool:
        """Whether the phase that is on, and the lesson that pays, have such a minute."""
        return not self.waits and self.minutes[self.phase] + by >= 1 and (by < 0 or self.minutes[self.lesson] > 4)

    def minutes_changed(self, by: int) -> Pressed:
        """+ or -: the lesson pays while it is still to come."""
        minutes = list(self.minutes)
        minutes[self.phase] += by
        if self.lesson > self.phase:
            minutes[self.lesson] -= by
        return self._acted(minutes=tuple(minutes))

    def turned_to(self, page: int) -> Pressed:
        """space, Right, Left, or a clicker inside a phase."""
        return replace(self, page=page, waits=self.waits and page == 0)

    def clicked_into_next(self) -> Pressed:
        """PageDown past the last page: the next phase's title page, whose clock waits a little."""
        return replace(self, phase=self.phase + 1, page=0, waits=True)

    def moved_on(self) -> Pressed:
        """m, Enter."""
        return replace(self, phase=self.phase + 1, page=0, waits=False)

    def undo(self) -> Pressed:
        """u"""
        return replace(self._as(self.done[-1]), done=self.done[:-1], undone=(*self.undone, self._now))

    def redo(self) -> Pressed:
        """ctrl+r"""
        return replace(self._as(self.undone[-1]), done=(*self.done, self._now), undone=self.undone[:-1])

    @property
    def _now(self) -> Undoable:
        return self.marks, self.minutes, self.follow_ups, self.works

    def _as(self, then: Undoable) -> Pressed:
        marks, minutes, follow_ups, works = then
        return replace(self, marks=marks, minutes=minutes, follow_ups=follow_ups, works=works)

    def _with(self, digit: int, mark: Mark) -> Marks:
        return (*self.marks[: digit - 1], mark, *self.marks[digit:])

    def _acted(
        self,
        *,
        marks: Marks | None = None,
        minutes: tuple[int, ...] | None = None,
        follow_ups: tuple[tuple[int, str], ...] | None = None,
        works: Works | None = None,
    ) -> Pressed:
        """One action: it can be undone, and nothing undone before it can come back."""
        return replace(
            self,
            marks=self.marks if marks is None else marks,
            minutes=self.minutes if minutes is None else minutes,
            follow_ups=self.follow_ups if follow_ups is None else follow_ups,
            works=self.works if works is None else works,
            done=(*self.done, self._now),
            undone=(),
        )


def seen(hours: list[Pressed], facts: Facts) -> int | None:
    """How many of these presses a screen proves: each fact it shows must be so after one of them.

    The answer is the place of the earliest hour that has everything shown behind it, or None if something on the
    screen was never pressed.
    """
    least = 0
    for name, value in facts.items():
        places = [place for place, hour in enumerate(hours) if hour.facts.get(name, value) == value]
        if not places:
            return None
        least = max(least, places[0])
    return least
