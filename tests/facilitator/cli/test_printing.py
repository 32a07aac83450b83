"""``--print`` of the commands that make paper: what is printed, what is said, what is left on the disk."""

from __future__ import annotations

import os
import stat
import subprocess
import sys
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from facilitator.cli import cli
from facilitator.cli.printing import PrintOrder, deliver
from facilitator.printing import viewer
from tests.facilitator.cli.test_pack import PASSPHRASE, record
from tests.facilitator.paperwork.opened import pages_of
from tests.facilitator.printing.cups import a_pretended_queue

__all__ = ["record"]
RUN = "from facilitator.cli import main; main()"


def run(*words: str | Path, path: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-W", "error", "-c", RUN, *map(str, words)]
    env = {**os.environ, "PATH": path, "FACILITATOR_PASSPHRASE": PASSPHRASE}
    return subprocess.run(command, capture_output=True, text=True, timeout=60, env=env, check=False)


@pytest.mark.slow
def test_a_handout_is_printed_and_nothing_is_left(tmp_path: Path, home: Path) -> None:
    done = run("handout", "recmean2", "--print", path=a_pretended_queue(tmp_path / "q"))
    assert (done.returncode, done.stdout) == (0, "The printer “Office” has taken it all.\n")
    assert (tmp_path / "q/job").read_bytes().startswith(b"%PDF")
    assert not (home / "Documents").exists()


@pytest.mark.slow
def test_the_file_that_was_asked_for_stays(tmp_path: Path) -> None:
    file = tmp_path / "sheet.pdf"
    done = run("handout", "recmean2", "--print", "-o", file, path=a_pretended_queue(tmp_path / "q"))
    assert done.stdout == f"Wrote the handout to {file}.\nThe printer “Office” has taken it all.\n"
    assert file.read_bytes() == (tmp_path / "q/job").read_bytes()


@pytest.mark.slow
def test_copies_are_pages_of_the_pdf_and_each_begins_on_a_sheet_of_its_own(tmp_path: Path) -> None:
    files = [tmp_path / f"{copies}.pdf" for copies in (1, 3)]
    for copies, file in zip((1, 3), files, strict=True):
        run("handout", "recmean2", "--copies", str(copies), "-o", file, path=os.environ["PATH"])
    one, three = (pages_of(file.read_bytes()) for file in files)
    starts = [place for place, page in enumerate(three) if page == one[0]]
    assert len(starts) == 3
    assert all(place % 2 == 0 for place in starts)


@pytest.mark.slow
def test_a_pack_that_no_printer_takes_is_kept_for_its_owner_alone(tmp_path: Path, record: Path, home: Path) -> None:
    refuses = a_pretended_queue(tmp_path / "q", r="echo 'scheduler is not running'")
    done = run("--record", record, "pack", "--print", path=refuses)
    assert done.returncode == 1
    kept = home / "data/facilitator/paper/session-pack.pdf"
    assert done.stdout.splitlines()[0] == f"The PDF is kept: {kept}"
    assert "delete it" in done.stdout
    assert "does not run" in done.stderr
    assert "Traceback" not in done.stderr
    assert stat.S_IMODE(kept.stat().st_mode) == 0o600


@pytest.mark.slow
def test_a_pack_that_waits_for_paper_is_kept_too(tmp_path: Path, record: Path, home: Path) -> None:
    empty = "printf 'printer Office now printing\\n\\tAlerts: media-empty-error\\n'"
    waits = a_pretended_queue(tmp_path / "q", p=empty, W="echo")
    done = run("--record", record, "pack", "--printer", "Office", path=waits)
    assert done.returncode == 0
    assert "It is out of paper." in done.stderr
    assert (home / "data/facilitator/paper/session-pack.pdf").is_file()
    assert "Ana" not in (tmp_path / "q/words").read_text()


@pytest.mark.parametrize("words", [(), ("-o", "-", "--print"), ("--print", "--copies", "0"), ("--copies", "51")])
def test_a_command_line_that_cannot_be_meant_is_refused(tmp_path: Path, words: tuple[str, ...]) -> None:
    done = run("handout", "recmean2", *words, path=a_pretended_queue(tmp_path / "q"))
    assert (done.returncode, done.stdout) == (2, "")
    assert not (tmp_path / "q/job").exists()


def test_without_a_queue_the_viewer_gets_the_file(
    monkeypatch: pytest.MonkeyPatch, home: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    opened: list[Path] = []
    monkeypatch.setattr(viewer, "viewer", lambda: opened.append)
    deliver(b"%PDF", PrintOrder(None, True, "", "handout.pdf"))
    assert opened == [home / "data/facilitator/paper/handout.pdf"]
    assert opened[0].read_bytes() == b"%PDF"
    assert capsys.readouterr().out == f"Opened {opened[0]}: print it from there.\n"


def test_the_help_names_the_ways_to_paper() -> None:
    for command in ("handout", "pack"):
        said = CliRunner().invoke(cli, [command, "--help"]).output
        assert all(option in said for option in ("--print ", "--printer NAME", "--copies N"))


def test_an_order_that_goes_nowhere_is_none() -> None:
    with pytest.raises(click.UsageError):
        PrintOrder(None, False, "", "handout.pdf")
