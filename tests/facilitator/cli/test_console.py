"""``facilitator`` without a command: straight to Home with the passphrase at hand, in words when it cannot open."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from agenda.record.opening import create_record
from tests.builders import CHEAP
from tests.terminal import FACILITATOR, a_terminal

RIGHT = "four calm grey mice"


@pytest.fixture
def record(tmp_path: Path) -> Path:
    opened, _code = create_record(tmp_path / "a record", RIGHT, name="Robin Vale", cost=CHEAP)
    opened.close()
    return tmp_path / "a record"


def test_without_a_terminal_it_says_so_and_names_the_tour(record: Path) -> None:
    done = subprocess.run([*FACILITATOR, "--record", str(record)], capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "facilitator demo --tour DIR" in done.stderr
    assert "Traceback" not in done.stderr


@pytest.mark.slow
def test_a_wrong_passphrase_is_one_line_and_nothing_is_written(record: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = {file.name: file.read_bytes() for file in record.parent.iterdir()}
    with a_terminal(*FACILITATOR, "--record", str(record), env={"FACILITATOR_PASSPHRASE": "wrong"}) as wrong:
        wrong.until(lambda: "This passphrase does not open the record." in wrong.text)
        assert wrong.ends() == 1
        assert [row for row in wrong.rows if row] == ["This passphrase does not open the record."]
    assert {file.name: file.read_bytes() for file in record.parent.iterdir()} == before


@pytest.mark.slow
@pytest.mark.parametrize(
    "env",
    [
        {},
        {"LC_ALL": "C", "LANG": None},
        {"XDG_RUNTIME_DIR": None, "LC_ALL": "C"},
        {"HOME": None, "XDG_RUNTIME_DIR": None, "XDG_DATA_HOME": None},
    ],
)
def test_with_the_right_one_home_is_there_without_a_question(
    record: Path, env: dict[str, str | None], tmp_path: Path
) -> None:
    known = {"FACILITATOR_PASSPHRASE": RIGHT, "FACILITATOR_STAGE": str(tmp_path / "stage"), **env}
    with a_terminal(*FACILITATOR, "--record", str(record), env=known) as home:
        home.until(lambda: "There is no group yet." in home.text)
        home.press("\x11")
        assert home.ends() == 0


@pytest.mark.slow
def test_without_one_it_asks_what_the_projector_shows_and_then_for_it(record: Path, tmp_path: Path) -> None:
    stage = {"FACILITATOR_STAGE": str(tmp_path / "stage")}
    with a_terminal(*FACILITATOR, "--record", str(record), env=stage) as door:
        door.until(lambda: "What does the projector show?" in door.text)
        assert "Robin" not in door.text
        door.press("1")
        door.until(lambda: "The passphrase of this record" in door.text)
        assert "Robin" not in door.text


@pytest.mark.slow
def test_where_there_is_no_record_the_guided_set_up_begins_and_leaves_nothing(tmp_path: Path) -> None:
    place = tmp_path / "new"
    stage = {"FACILITATOR_STAGE": str(tmp_path / "stage")}
    with a_terminal(*FACILITATOR, "--record", str(place), env=stage) as first:
        first.until(lambda: "Where shall the record lie?" in first.text)
        first.press("\x11")
        assert first.ends() == 0
    assert not place.exists()


@pytest.mark.slow
def test_beside_a_lone_key_file_no_set_up_begins(tmp_path: Path) -> None:
    (tmp_path / "a record.keys").write_bytes(b"theirs")
    with a_terminal(*FACILITATOR, "--record", str(tmp_path / "a record")) as console:
        console.until(lambda: "only its key file is here" in console.text)
        assert console.ends() == 3
    assert [file.name for file in tmp_path.iterdir()] == ["a record.keys"]


def test_a_folder_is_no_record(tmp_path: Path) -> None:
    with a_terminal(*FACILITATOR, "--record", str(tmp_path)) as folder:
        folder.until(lambda: "What lies at this place is no record." in folder.text)
        assert folder.ends() == 1


def test_asking_for_help_loads_no_screen() -> None:
    code = "import sys, facilitator.cli.console; print('textual' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
