"""A new record: all of it or nothing, and never over anything else."""

from __future__ import annotations

from pathlib import Path

import pytest

from agenda.error import RecordBusy, Refused
from agenda.record.keys.key_file import key_file_path
from agenda.record.lock import WriterLock
from agenda.record.opening import create_record
from tests.agenda.record.test_opening import SECRET, contents, made
from tests.builders import CHEAP, a_group, assert_refused


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """A record with one group, closed."""
    place = tmp_path / "folder" / "record"
    record = made(place)
    a_group(record)
    record.close()
    return place


def test_what_lies_there_already_is_left_alone(path: Path, tmp_path: Path) -> None:
    before = contents(path.parent)
    assert_refused("file of this name", lambda: made(path))
    assert contents(path.parent) == before
    (tmp_path / "link").symlink_to(tmp_path / "nowhere")
    assert_refused("file of this name", lambda: made(tmp_path / "link"))


def test_a_key_file_of_another_record_is_left_alone(tmp_path: Path) -> None:
    keys = key_file_path(tmp_path / "record")
    keys.write_bytes(b"precious")
    assert_refused("key file already", lambda: made(tmp_path / "record"))
    assert contents(tmp_path) == {keys.name: b"precious"}


def test_a_record_that_somebody_else_is_just_making_is_left_alone(tmp_path: Path) -> None:
    place = tmp_path / "record"
    with WriterLock(place):
        key_file_path(place).write_bytes(b"theirs")
        with pytest.raises(RecordBusy):
            made(place)
        assert contents(tmp_path) == {"record.keys": b"theirs", "record.lock": b""}


@pytest.mark.parametrize("step", ["create_key_file", "connect", "migrate", "_add_writer", "_take_lease"])
@pytest.mark.parametrize("problem", [OSError(28, "No space left"), KeyboardInterrupt()])
def test_a_record_half_made_leaves_nothing_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, step: str, problem: BaseException
) -> None:
    def fails(*_: object, **__: object) -> None:
        raise problem

    monkeypatch.setattr(f"agenda.record.opening.{step}", fails)
    with pytest.raises(Refused if isinstance(problem, OSError) else KeyboardInterrupt):
        made(tmp_path / "new" / "folder" / "record")
    assert list(tmp_path.iterdir()) == []
    monkeypatch.undo()
    made(tmp_path / "new" / "folder" / "record").close()


def test_an_empty_name_or_passphrase_makes_no_record(tmp_path: Path) -> None:
    assert_refused("needs a name", lambda: create_record(tmp_path / "record", SECRET, name=" ", cost=CHEAP))
    assert_refused("empty", lambda: create_record(tmp_path / "record", " ", name="Robin", cost=CHEAP))
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_cannot_be_written_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    assert_refused("folder", lambda: made(tmp_path / "file" / "record"))
