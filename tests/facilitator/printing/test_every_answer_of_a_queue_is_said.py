"""What a queue may answer, played by commands of the test: each is said in words, and none is waited for too long."""

from __future__ import annotations

import json
import os
import time
from pathlib import Path

import pytest

from facilitator.error_words import error_words
from facilitator.printing import queue
from facilitator.printing.answer import is_over, is_stopped, request, trouble
from facilitator.printing.choice import chosen_printer, print_on
from facilitator.printing.queue import NotPrinted, printers, send
from facilitator.settings import remember_printer, remembered_printer, settings_file
from tests.facilitator.printing.cups import a_pretended_queue

PDF = b"%PDF-1.7\n"
IDLE = "printer Office is idle.  enabled since Tue\n\tForm mounted:\n\tAlerts: {alerts}\n"


def play(monkeypatch: pytest.MonkeyPatch, folder: Path, lp: str = "", **says: str) -> None:
    monkeypatch.setenv("PATH", a_pretended_queue(folder / "commands", lp, **says))


@pytest.fixture
def in_a_hurry(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(queue, "PATIENCE", 1.0)


def refusal(printer: str = "Office") -> str:
    with pytest.raises(NotPrinted) as refused:
        send(PDF, printer)
    return str(error_words(refused.value))


def test_the_pdf_goes_through_a_pipe_under_a_neutral_title(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    play(monkeypatch, tmp_path)
    handed = send(PDF, "Office")
    assert (handed.job, handed.is_done, handed.trouble) == ("Office-7", True, "")
    assert (tmp_path / "commands/words").read_text().split() == [
        "-d",
        "Office",
        "-t",
        "Handout",
        "-o",
        queue.SIDES,
        "-",
    ]
    assert (tmp_path / "commands/job").read_bytes() == PDF


def test_a_computer_without_a_queue_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert "no print queue" in refusal()


def test_a_queue_that_does_not_run_says_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    play(monkeypatch, tmp_path, r="echo 'scheduler is not running'")
    assert "does not run" in refusal()
    with pytest.raises(NotPrinted):
        printers()


@pytest.mark.parametrize("says", [{"r": "exec sleep 60"}, {"p": "exec sleep 60"}, {"lp": "exec sleep 60"}])
def test_a_command_that_hangs_is_ended(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, in_a_hurry: None, says: dict[str, str]
) -> None:
    play(monkeypatch, tmp_path, **says)
    start = time.monotonic()
    assert "does not answer" in refusal()
    assert time.monotonic() - start < 10


def test_a_queue_that_falls_silent_after_it_took_the_job_has_it_all_the_same(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, in_a_hurry: None
) -> None:
    play(monkeypatch, tmp_path, W="exec sleep 60")
    handed = send(PDF, "Office")
    assert (handed.job, handed.is_done, handed.trouble) == ("Office-7", False, "")


def test_what_is_not_known_is_quoted_without_control_signs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    play(monkeypatch, tmp_path, lp="printf 'lp: \\033[2JQuota\\tis used up\\n' >&2; exit 1")
    said = refusal()
    assert "It said: lp: [2JQuota is used up" in said
    assert said.replace("\n", "").isprintable()


def test_the_trouble_of_an_earlier_job_is_not_taken_for_this_ones(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    alerts = IDLE.format(alerts="media-empty-error").replace("\n", "\\n").replace("\t", "\\t")
    play(monkeypatch, tmp_path, p=f"printf '{alerts}'")
    assert send(PDF, "Office").trouble == ""


@pytest.mark.parametrize(
    ("alerts", "words"),
    [
        ("media-empty-error", "It is out of paper."),
        ("none", ""),
        ("toner-low-warning media-jam-error", "Paper is stuck in it."),
        ("cups-waiting-for-job-completed", ""),
        ("offline-report", "It is switched off or cannot be reached."),
    ],
)
def test_reasons_become_words(alerts: str, words: str) -> None:
    assert trouble(IDLE.format(alerts=alerts)) == words


def test_other_words_of_the_queue() -> None:
    assert request("request id is Big-Office-12 (0 file(s))\n") == "Big-Office-12"
    assert request("") == request("lp: no") == ""
    assert is_stopped("printer Office disabled since Tue -\n\treason unknown\n")
    assert not is_stopped(IDLE)
    assert not is_stopped("")
    assert is_over("Office-12  ana 1 today\nOffice-1  ana 1 today\n", "Office-1")
    assert not is_over("Office-12  ana 1 today\n", "Office-1")


def test_the_usual_printer_is_taken_until_another_is_chosen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    play(monkeypatch, tmp_path)
    assert chosen_printer() == "Office"
    print_on(PDF, "Hall")
    assert chosen_printer() == "Hall"
    assert chosen_printer("Office") == "Office"


@pytest.mark.parametrize(("names", "is_taken"), [("Hall", True), ("Hall\\nOffice", False), ("", False)])
def test_among_several_none_is_guessed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, names: str, is_taken: bool
) -> None:
    play(monkeypatch, tmp_path, e=f"printf '{names}\\n'", d="echo 'no system default destination'")
    if is_taken:
        assert chosen_printer() == "Hall"
    else:
        with pytest.raises(NotPrinted):
            chosen_printer()


def test_a_printer_that_is_gone_is_never_replaced_by_another(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    play(monkeypatch, tmp_path)
    remember_printer("Old-one")
    with pytest.raises(NotPrinted) as refused:
        chosen_printer()
    assert "“Old-one”" in str(error_words(refused.value))
    assert "Hall, Office" in str(error_words(refused.value))


def test_a_printer_that_refused_is_not_remembered(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    play(monkeypatch, tmp_path, lp="echo 'lp: not accepting jobs' >&2; exit 1")
    with pytest.raises(NotPrinted):
        print_on(PDF, "Office")
    assert remembered_printer() == ""
    assert not settings_file().exists()


def test_the_file_of_settings_holds_the_printer_and_keeps_what_it_does_not_know() -> None:
    settings_file().parent.mkdir(parents=True)
    settings_file().write_text('{"later": [1]}')
    remember_printer("Büro")
    assert json.loads(settings_file().read_bytes()) == {"later": [1], "printer": "Büro"}
    assert remembered_printer() == "Büro"
    assert settings_file().stat().st_mode & 0o077 == 0


@pytest.mark.parametrize("raw", [b"", b"\xff", b"[]", b"[" * 100_000, b'{"printer": 3}', b'{"printer": "a\\u001bb"}'])
def test_a_damaged_file_of_settings_remembers_nothing(raw: bytes) -> None:
    settings_file().parent.mkdir(parents=True)
    settings_file().write_bytes(raw)
    assert remembered_printer() == ""


def test_a_folder_that_cannot_be_written_to_does_not_stop_printing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    play(monkeypatch, tmp_path)
    Path(os.environ["XDG_CONFIG_HOME"]).write_text("a file where the folder should be")
    assert print_on(PDF, "Office").is_done
    assert remembered_printer() == ""
