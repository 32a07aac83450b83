"""The record holds values and what people typed. Words are made when they are shown, in the language of that day."""

from __future__ import annotations

import gettext
from pathlib import Path

import pytest

from agenda.attendance import Excuse
from agenda.follow_up import FollowUpKind
from agenda.homework import OWN_WORDS, Plan
from agenda.record.connection import Record
from agenda.record.rows import follow_up as follow_ups
from agenda.record.rows import homework as homeworks
from agenda.session import PhaseKey
from facilitator import language
from tests.builders import tables
from tests.facilitator.console.hour.hour import AnHour, an_hour
from tests.facilitator.console.hour.test_room_knows_nobody import MARKS
from tests.facilitator.console.hour.work import a_record_with_a_past

THREE = ("Ana", "Bruno", "Carla")
EARLY = {
    **MARKS,
    "excused for each reason": tuple(key for digit in "123456" for key in ("3", "e", digit)),
    "excused, no reason": ("3", "e", "enter"),
    "somebody here again": ("1", "h"),
    "done with what came up": ("2", "p", "f", "g"),
}
ROUNDS = {
    PhaseKey.NEW_HOMEWORK: ("tab", "w", "w", "escape"),
    PhaseKey.SUMMARY: ("tab", "1", "2", "escape"),
    PhaseKey.GOALS: ("tab", "n", "n", "escape"),
}


class Marking(gettext.NullTranslations):
    """A language in which every sentence of ours can be told from what anybody typed."""

    def gettext(self, message: str) -> str:
        return f"«{message}»"

    def ngettext(self, msgid1: str, msgid2: str, n: int) -> str:
        return self.gettext(msgid1 if n == 1 else msgid2)


def phrases_in(record: Record) -> list[str]:
    """All that the record holds in the words of the screen, with the table it stands in."""
    return [
        f"{table}: {value}"
        for table, rows in tables(record, but=()).items()
        for row in rows
        for value in row.values()
        if isinstance(value, str) and ("«" in value or "»" in value)
    ]


@pytest.fixture
def marking(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(language, "catalogue", lambda _tag: Marking())


@pytest.mark.usefixtures("marking")
async def test_nothing_that_a_key_writes_is_in_the_words_of_the_screen(tmp_path: Path) -> None:
    async with an_hour(tmp_path, record=a_record_with_a_past(THREE)) as hour:
        assert "«" in hour.text(), "the screen speaks that language"
        for keys in EARLY.values():
            await hour.press(*keys)
            await back_to_the_hour(hour)
        for phase, keys in ROUNDS.items():
            await hour.goes_to(phase)
            await hour.press(*keys)
            await back_to_the_hour(hour)
        record, session = hour.workplace.record, hour.screen.session_id
        assert phrases_in(record) == []
        assert OWN_WORDS in [h.plan for h in homeworks.agreed_in(record, session)], "own words were agreed"
        assert FollowUpKind.CAME_UP in [f.kind for f in follow_ups.of_session(record, session)]


async def back_to_the_hour(hour: AnHour) -> None:
    """Leave whatever dialog a key has opened."""
    for _try in range(4):
        if hour.on_top is hour.screen:
            return
        await hour.press("escape")


async def test_own_words_are_asked_for_at_catch_up_until_they_are_written(tmp_path: Path) -> None:
    async with an_hour(tmp_path, THREE) as hour:
        await hour.press("1", "h", "1", "a", "enter")
        assert "own words" in hour.text()
        [agreed] = homeworks.agreed_in(hour.workplace.record, hour.screen.session_id)
        assert agreed.plan == OWN_WORDS
        await hour.press("1", "enter", "down", "enter")
        await hour.press(*"swim", *["enter"] * 6)
        [agreed] = homeworks.agreed_in(hour.workplace.record, hour.screen.session_id)
        assert agreed.plan == Plan("swim")


async def test_a_reason_in_words_stands_for_the_one_that_was_offered(tmp_path: Path) -> None:
    async with an_hour(tmp_path, THREE) as hour:
        await hour.press("1", "e", "4")
        assert hour.roster()[0].excuse is Excuse.FAMILY
        await hour.press("1", "enter", "enter", *"my sister is ill", "enter")
        assert (hour.roster()[0].excuse, hour.roster()[0].reason) == (None, "my sister is ill")
