"""Paper from the console: made beside the screen, then printed on the printer chosen, or only kept."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from facilitator.console.home.screen import HomeScreen
from facilitator.console.hour.screen import SessionScreen
from facilitator.console.paper import printing as printing_flow
from facilitator.console.parts.choice import ChoiceDialog
from facilitator.console.parts.form_dialog import FormDialog
from facilitator.console.parts.key_help import KeysDialog
from facilitator.printing import queue
from facilitator.settings import remembered_printer
from tests.facilitator.console.hour.hour import a_record_ready, a_workplace, an_hour
from tests.facilitator.console.hour.test_moving_on import chooses
from tests.facilitator.console.outside import Outside, a_console
from tests.facilitator.paperwork.opened import words_of
from tests.facilitator.printing.cups import a_pretended_queue
from tests.until import until

WAITING = "printf 'printer Hall now printing\\n\\tAlerts: media-empty-error\\n'"


def play(monkeypatch: pytest.MonkeyPatch, folder: Path, lp: str = "", **says: str) -> None:
    monkeypatch.setenv("PATH", a_pretended_queue(folder / "q", lp, **says))


def the_pdf(home: Path) -> Path:
    """Where it lies; while there is none, a place where nothing is."""
    return next((home / "data/facilitator/paper").glob("session-1-before-*.pdf"), home / "no paper yet")


async def orders(console: Outside) -> None:
    """The session pack, up to the question where it goes."""
    await console.press("w", "1")
    await console.reads("Only keep the PDF")
    assert isinstance(console.on_top, ChoiceDialog)


def offered(console: Outside) -> list[str]:
    dialog = console.on_top
    assert isinstance(dialog, ChoiceDialog)
    return [str(option.prompt) for option in dialog.options.options]


@pytest.mark.slow
async def test_the_pack_is_printed_on_the_printer_chosen_and_not_kept(
    tmp_path: Path, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    play(monkeypatch, tmp_path)
    async with a_console(HomeScreen, a_workplace(tmp_path, a_record_ready())) as console:
        await orders(console)
        assert offered(console) == [
            "1  Print on Office",
            "2  Print on Hall",
            "3  Only keep the PDF, for a day",
            "4  Save it in a folder of yours",
        ]
        await console.press("2")
        await console.reads("has taken it all.")
        assert "Ana" in words_of((tmp_path / "q/job").read_bytes())
        assert (tmp_path / "q/words").read_text().split() == ["-d", "Hall", "-t", "Handout", "-o", queue.SIDES, "-"]
        assert not the_pdf(home).exists()
        await orders(console)
        assert offered(console)[0] == "1  Print on Hall"
    assert remembered_printer() == "Hall"


@pytest.mark.slow
@pytest.mark.parametrize("keys", [("3",), ("escape",)])
async def test_only_keeping_it_prints_nothing(
    tmp_path: Path, home: Path, monkeypatch: pytest.MonkeyPatch, keys: tuple[str, ...]
) -> None:
    play(monkeypatch, tmp_path)
    async with a_console(HomeScreen, a_workplace(tmp_path, a_record_ready())) as console:
        await orders(console)
        await console.press(*keys)
        await console.app.workers.wait_for_complete()
        assert not (tmp_path / "q/job").exists()
        assert the_pdf(home).read_bytes().startswith(b"%PDF")


@pytest.mark.slow
@pytest.mark.parametrize(
    ("says", "words"),
    [
        ({"p": WAITING, "W": "echo"}, "It is out of paper."),
        ({"lp": "echo 'lp: Destination is not accepting jobs.' >&2; exit 1"}, "takes no jobs now."),
        ({"lp": "exec sleep 60"}, "The print queue does not answer."),
    ],
)
async def test_what_keeps_it_from_paper_is_said_and_the_pdf_is_kept(
    tmp_path: Path, home: Path, monkeypatch: pytest.MonkeyPatch, says: dict[str, str], words: str
) -> None:
    play(monkeypatch, tmp_path, **says)
    monkeypatch.setattr(queue, "PATIENCE", 2.0)
    async with a_console(HomeScreen, a_workplace(tmp_path, a_record_ready())) as console:
        await orders(console)
        await console.press("2")
        await console.reads(words)
        assert "The PDF is kept:" in console.text()
        assert the_pdf(home).is_file()


@pytest.mark.slow
async def test_the_screen_goes_on_while_the_queue_is_silent(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    play(monkeypatch, tmp_path, lp="exec sleep 60")
    monkeypatch.setattr(queue, "PATIENCE", 3.0)
    async with a_console(HomeScreen, a_workplace(tmp_path, a_record_ready())) as console:
        await orders(console)
        start = time.monotonic()
        await console.press("1", "f1")
        assert isinstance(console.on_top, KeysDialog)
        assert time.monotonic() - start < queue.PATIENCE
        await console.app.workers.wait_for_complete()


async def test_without_a_queue_nothing_is_asked_and_the_place_is_said(
    tmp_path: Path, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    async with a_console(HomeScreen, a_workplace(tmp_path, a_record_ready())) as console:
        await console.press("w", "1")
        await console.app.workers.wait_for_complete()
        await console.reads("session-1-before-")
        assert isinstance(console.on_top, HomeScreen)
        assert the_pdf(home).is_file()


@pytest.mark.slow
async def test_whoever_went_on_to_something_else_is_not_interrupted(
    tmp_path: Path, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    play(monkeypatch, tmp_path, e=f"while [ ! -e {tmp_path}/go ]; do sleep 0.05; done; echo Office")
    async with a_console(HomeScreen, a_workplace(tmp_path, a_record_ready())) as console:
        await console.press("w", "1")
        await until(lambda: the_pdf(home).exists(), console.pilot)
        await console.press("f1")
        (tmp_path / "go").touch()
        await console.app.workers.wait_for_complete()
        await console.pilot.pause()
        assert isinstance(console.on_top, KeysDialog)
        await console.press("escape")
        assert isinstance(console.on_top, HomeScreen)


@pytest.mark.slow
async def test_in_the_hour_it_is_offered_too(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    play(monkeypatch, tmp_path)
    async with an_hour(tmp_path) as hour:
        await chooses(hour, "Paper")
        await hour.press("1")
        await until(lambda: "Only keep the PDF" in hour.text(), hour.pilot)
        await hour.press("1")
        await until(lambda: "has taken it all." in hour.text(), hour.pilot)
        assert isinstance(hour.on_top, SessionScreen)


async def test_other_systems_open_the_viewer(tmp_path: Path, home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[Path] = []
    monkeypatch.setattr(printing_flow, "viewer", lambda: opened.append)
    async with a_console(HomeScreen, a_workplace(tmp_path, a_record_ready())) as console:
        await orders(console)
        assert offered(console) == [
            "1  Open it to print",
            "2  Only keep the PDF, for a day",
            "3  Save it in a folder of yours",
        ]
        await console.press("1")
        await console.app.workers.wait_for_complete()
        assert opened == [the_pdf(home)]
        assert the_pdf(home).is_file()


@pytest.mark.slow
async def test_it_is_saved_where_the_person_says_over_nothing_and_then_ours_is_gone(
    tmp_path: Path, home: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    play(monkeypatch, tmp_path)
    mine = tmp_path / "mine"
    mine.mkdir()
    (mine / "taken.pdf").write_bytes(b"mine")
    async with a_console(HomeScreen, a_workplace(tmp_path, a_record_ready())) as console:
        await orders(console)
        await console.press("4")
        await console.comes(FormDialog)
        await console.press("ctrl+u")
        await console.types(str(mine / "taken.pdf"), "enter")
        await console.reads("There is a file of this name already.")
        assert (mine / "taken.pdf").read_bytes() == b"mine"
        assert the_pdf(home).is_file()
        await orders(console)
        await console.press("4")
        await console.comes(FormDialog)
        await console.press("ctrl+u")
        await console.types(str(mine), "enter")
        # In a small window the lines of the first order may still stand over this one.
        await until(lambda: any("Saved:" in one.message for one in console.app._notifications), console.pilot)
        (saved,) = mine.glob("session-1-before-*.pdf")
        assert "Ana" in words_of(saved.read_bytes())
        assert not the_pdf(home).exists()
