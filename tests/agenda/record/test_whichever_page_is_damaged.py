"""Opening a record says damage in words, whichever of its pages it lies in."""

from __future__ import annotations

from pathlib import Path

import pytest

from agenda.error import Damaged
from agenda.record.opening import create_record, open_record
from tests.builders import CHEAP, a_group

SECRET = "correct horse"
PAGE = 4096


@pytest.mark.slow
def test_no_page_of_a_record_can_be_damaged_without_a_sentence(tmp_path: Path) -> None:
    path = tmp_path / "record"
    record, _code = create_record(path, SECRET, name="Robin", cost=CHEAP)
    a_group(record)
    record.db.close()  # not closed as it should be: the next start looks at all of it
    assert record.lock is not None
    record.lock.release()
    whole = path.read_bytes()
    pages = len(whole) // PAGE
    assert pages > 20
    for page in range(pages):
        spoilt = bytearray(whole)
        spoilt[page * PAGE + 100] ^= 1
        path.write_bytes(spoilt)
        with pytest.raises(Damaged) as damaged:
            open_record(path, SECRET)
        assert "malformed" not in damaged.value.message
        assert path.read_bytes() == spoilt
