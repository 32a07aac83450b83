"""The console's half of the kiosk: its file while it is switched on, and the check-ins that come back.

Off until the facilitator switches it on, for this session only. Token, keys and leave code follow from the ids of
session and members, which stand in the encrypted record and nowhere else: so a console that was killed and started
again knows them without having written them anywhere, and nobody who reads the kiosk file learns an id.
"""

from __future__ import annotations

import hashlib
import hmac

from agenda.public import KioskMode, KioskName, KioskState
from agenda.record.rows import attendance as attendances
from agenda.record.rows import member_code as codes
from facilitator.console.hour.led_hour import LedHour
from facilitator.language import _
from facilitator.stage import read_raw
from facilitator.stage.folder import KIOSK
from facilitator.stage.inbox import NOTHING, CheckIn, Inbox
from facilitator.stage.kiosk import LEAVE_DIGITS, hashed, kiosk_json, read_kiosk

AGAIN_AFTER = 60.0
"""Seconds after which the file is written again, so that the kiosk knows it for today's."""
TOLD_AGAIN_AFTER = 60.0
"""Seconds in which at most one line is said about what was no check-in."""
KEY_LETTERS = 16


class Kiosk:
    """The kiosk of one running session. ``mode`` is none while it is off."""

    def __init__(self, led: LedHour) -> None:
        self._led = led
        self._wall = led.workplace.wall
        self._inbox = Inbox(self._wall.folder)
        self._revision = 0
        self._written = self._told = -TOLD_AGAIN_AFTER
        self._hash = ("", "")
        self._raw = b""
        self._taken: dict[str, str] = {}
        """Whose check-in an entry was, so that it can be taken back by its number alone; for this console's life."""
        self.mode: KioskMode | None = None
        self._go_on()

    @property
    def leave_code(self) -> str:
        """What the facilitator types to close the kiosk; the same for the whole session."""
        number = int(self._derived("leave", 16), 16) % 10**LEAVE_DIGITS
        return f"{number:0{LEAVE_DIGITS}}"

    def switch(self, mode: KioskMode | None) -> bool:
        """On with codes or names, or off; false if the stage cannot be written, and then it is off.

        Members without a code are given one.
        """
        if mode is KioskMode.CODES:
            codes.complete(self._led.workplace.record, self._led.group.id)
        self.mode = mode
        if self._write():
            return True
        self.mode = None
        return mode is None

    def look(self) -> str:
        """Take in what the kiosk handed over; a line about what was no check-in."""
        now = self._led.workplace.clock.monotonic()

        def keep(given: CheckIn) -> bool:
            if given.takes_back != NOTHING:
                self._take_back(given.takes_back)
                return True
            member = self._member(given.who)
            if member is not None and attendances.check_in(self._led.workplace.record, self._led.id, member, given.at):
                self._taken[given.entry] = member
            return member is not None or _is_a_try(given.who)

        others = self._inbox.take(self._token, keep)
        is_spoilt = self.mode is not None and read_raw(self._wall.folder, KIOSK) != self._raw
        if self.mode is not None and (is_spoilt or now - self._written >= AGAIN_AFTER):
            self._write()
        if not (others or is_spoilt) or now - self._told < TOLD_AGAIN_AFTER:
            return ""
        self._told = now
        if others:
            return _("Something in the kiosk's folder was no check-in. It was put away.")
        return _("The kiosk's file was not as it was written. It was written again.")

    def _take_back(self, entry: str) -> None:
        member = self._taken.pop(entry, None)
        if member is not None:
            attendances.take_back_check_in(self._led.workplace.record, self._led.id, member)

    def _go_on(self) -> None:
        """A kiosk that is on for this session stays on; what an earlier session left is taken away."""
        state = read_kiosk(self._wall.folder, self._led.workplace.clock.now())
        if state is not None and state.token == self._token:
            self.mode, self._revision = state.mode, state.revision
        self._write()

    def _write(self) -> bool:
        self._written = self._led.workplace.clock.monotonic()
        if self.mode is None:
            return self._wall.tell_kiosk(None)
        if not self._hash[0]:
            self._hash = hashed(self.leave_code)
        self._revision += 1
        salt, leave = self._hash
        names = self._names() if self.mode is KioskMode.NAMES else ()
        now = self._led.workplace.clock.now()
        state = KioskState(self._revision, now, self.mode, self._token, salt, leave, names)
        lesson = self._led.lesson
        self._raw = kiosk_json(state, lesson.entry.drawing if lesson is not None else "")
        return self._wall.tell_kiosk(self._raw)

    def _names(self) -> tuple[KioskName, ...]:
        return tuple(KioskName(self._key(a.member), a.name) for a in self._led.roster)

    def _member(self, who: str) -> str | None:
        """Whose code or key this is, of those expected today."""
        by_code = codes.codes(self._led.workplace.record, self._led.group.id)
        for one in self._led.roster:
            if who in (by_code.get(one.member), self._key(one.member)):
                return one.member
        return None

    @property
    def _token(self) -> str:
        return self._derived("token", 32)

    def _key(self, member: str) -> str:
        return self._derived(f"member {member}", KEY_LETTERS)

    def _derived(self, what: str, letters: int) -> str:
        return hmac.new(self._led.id.encode(), what.encode(), hashlib.sha256).hexdigest()[:letters]


def _is_a_try(who: str) -> bool:
    """A code nobody has looks like a code; the kiosk never sends anything else."""
    return len(who) == codes.DIGITS and who.isdecimal()
