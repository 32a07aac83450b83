"""The line about somebody who was not there is called by what was recorded."""

from __future__ import annotations

import pytest

from agenda.attendance import Status
from agenda.record.rows import attendance
from agenda.record.rows import note as notes
from facilitator.cli.note_text import as_text
from facilitator.note_wording import away_word
from tests.builders import a_session


@pytest.mark.parametrize(
    ("status", "word", "title"),
    [
        (Status.EXCUSED, "excused", "Excused"),
        (Status.ABSENT, "no-show", "No-show"),
        (Status.HERE, "", "Progress note"),
    ],
)
def test_it_says_excused_of_the_excused_and_no_show_of_the_absent(status: Status, word: str, title: str) -> None:
    room = a_session(members=1)
    attendance.mark(room.record, room.session, room.members[0], status)
    (note,) = notes.notes(room.record, room.session)
    assert away_word(note) == word
    assert as_text(note, {}).splitlines()[0] == title
