"""Printing through a real CUPS on loopback: what comes out, what is written down, what is said when nothing can."""

from __future__ import annotations

import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from facilitator.printing.queue import PATIENCE, NotPrinted, printers, send
from tests.facilitator.paperwork.opened import pages_of
from tests.facilitator.printing.cups import PRINTERS, Cups, a_cups

pytestmark = [pytest.mark.system, pytest.mark.xdist_group("cups")]
PDF = b"%PDF-1.7\nfor Ana Novak\n%%EOF\n"
SLACK = 1.0
"""For a busy machine, beyond the seconds that are promised."""
RUN = "from facilitator.cli import main; main()"


@pytest.fixture(scope="module")
def cups() -> Iterator[Cups]:
    with a_cups() as running:
        yield running


@pytest.fixture(autouse=True)
def asked(cups: Cups, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CUPS_SERVER", cups.address)


@pytest.fixture(autouse=True)
def in_time() -> Iterator[None]:
    start = time.monotonic()
    yield
    assert time.monotonic() - start < 2 * (PATIENCE + SLACK)


def within_patience(printer: str) -> object:
    """What became of it, or the refusal; in either case in time."""
    start = time.monotonic()
    try:
        return send(PDF, printer)
    except NotPrinted as refused:
        return refused
    finally:
        assert time.monotonic() - start < PATIENCE + SLACK


def run(*words: str | Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-W", "error", "-c", RUN, "handout", *map(str, words)]
    return subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)


def test_all_printers_are_found() -> None:
    assert set(printers().names) == set(PRINTERS)


def test_each_job_comes_out_once_and_unchanged(cups: Cups) -> None:
    before, known = len(cups.sheets), len(cups.completed("Office"))
    handed = [send(PDF + bytes(number), "Office") for number in range(3)]
    assert all(one.is_done and not one.trouble for one in handed)
    assert cups.sheets[before:] == [PDF + bytes(number) for number in range(3)]
    assert len(cups.completed("Office")) == known + 3
    assert len({one.job for one in handed}) == 3


def test_what_the_queue_writes_down_names_nobody(cups: Cups) -> None:
    send(PDF, "Office")
    written = cups.logged()
    assert "Handout" in written
    assert "Novak" not in written


def test_an_empty_tray_is_said_and_the_job_waits(cups: Cups) -> None:
    handed = within_patience("Hall")
    assert getattr(handed, "trouble", "") == "It is out of paper."
    assert getattr(handed, "job", "-") in cups.ask("lpstat", "-o", "Hall")


def test_a_printer_that_is_off_is_said() -> None:
    assert getattr(within_patience("Attic"), "trouble", "") == "It is switched off or cannot be reached."


def test_a_printer_that_was_stopped_gets_nothing(cups: Cups) -> None:
    cups.ask("cupsdisable", "Cellar")
    refused = within_patience("Cellar")
    assert isinstance(refused, NotPrinted)
    assert refused.message == "The printer “{printer}” has been stopped."
    assert cups.ask("lpstat", "-o", "Cellar") == ""


def test_a_printer_that_is_stopped_by_the_job_is_said(cups: Cups) -> None:
    cups.ask("cupsenable", "Cellar")
    assert getattr(within_patience("Cellar"), "trouble", "") == "It has been stopped."


def test_a_printer_that_takes_no_jobs_is_said(cups: Cups) -> None:
    cups.ask("cupsreject", "Hall")
    refused = within_patience("Hall")
    cups.ask("cupsaccept", "Hall")
    assert isinstance(refused, NotPrinted)
    assert refused.message == "The printer “{printer}” takes no jobs now."


@pytest.mark.parametrize("name", ["Nowhere", "-h evil.example", "Office -o raw", "Büro"])
def test_an_unknown_printer_is_refused(cups: Cups, name: str) -> None:
    before = len(cups.sheets)
    assert isinstance(within_patience(name), NotPrinted)
    assert len(cups.sheets) == before


def test_a_queue_that_is_dead_is_said_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CUPS_SERVER", "127.0.0.1:9")
    refused = within_patience("Office")
    assert isinstance(refused, NotPrinted)
    assert refused.message == "The print queue of this computer does not run."


def test_a_queue_that_says_nothing_is_given_up_in_time(monkeypatch: pytest.MonkeyPatch) -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        monkeypatch.setenv("CUPS_SERVER", f"127.0.0.1:{silent.getsockname()[1]}")
        refused = within_patience("Office")
    assert isinstance(refused, NotPrinted)
    assert refused.message == "The print queue does not answer."


def test_the_command_prints_copies_and_leaves_nothing_behind(cups: Cups, home: Path) -> None:
    before = len(cups.sheets)
    one, three = (run("recmean2", "--printer", "Office", "--copies", copies) for copies in ("1", "3"))
    assert (one.returncode, three.returncode) == (0, 0)
    assert one.stdout == "The printer “Office” has taken it all.\n"
    single, triple = cups.sheets[before:]
    assert sum("What recovery means" in page for page in pages_of(triple)) >= 3
    assert len([page for page in pages_of(triple) if page]) == 3 * len([page for page in pages_of(single) if page])
    assert not (home / "Documents").exists()


def test_the_printer_named_once_is_taken_again(cups: Cups) -> None:
    before = len(cups.sheets)
    run("recmean2", "--printer", "Office")
    assert run("recmean2", "--print").stdout == "The printer “Office” has taken it all.\n"
    assert len(cups.sheets) == before + 2


def test_a_dead_queue_leaves_the_pdf_and_says_where(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CUPS_SERVER", "127.0.0.1:9")
    done = run("recmean2", "--print")
    assert done.returncode == 1
    assert "does not run" in done.stderr
    assert "Traceback" not in done.stderr
    (kept,) = (home / "data" / "facilitator" / "paper").iterdir()
    assert str(kept) in done.stdout
    assert kept.read_bytes().startswith(b"%PDF")
