"""Pressing from threads, with progress, and what is said when it cannot be done."""

from __future__ import annotations

import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from threading import Event, Thread

import pytest

from agenda.homework import Plan
from facilitator.paperwork import press as press_module
from facilitator.paperwork.paper import Paper
from facilitator.paperwork.plan import PlanSlip, plan_slip
from facilitator.paperwork.press import TEMPLATES, CannotPrint, press
from facilitator.paperwork.tree import Document, heading
from tests.facilitator.paperwork.opened import words_of

PAPER = Paper()


def slip(name: str) -> Document:
    return plan_slip(PlanSlip(name), PAPER)


def test_several_threads_each_get_their_own_paper() -> None:
    names = [f"Member {number} of all" for number in range(12)]
    with ThreadPoolExecutor(4) as pool:
        made = list(pool.map(lambda name: press([slip(name)], PAPER).pdf, names))
    assert all(name in words_of(pdf) for name, pdf in zip(names, made, strict=True))


@pytest.mark.slow
def test_other_threads_go_on_while_a_page_is_set() -> None:
    long = plan_slip(PlanSlip("Amina", Plan("word " * 200_000)), PAPER)
    done, beats = Event(), [time.perf_counter()]

    def beat() -> None:
        while not done.is_set():
            beats.append(time.perf_counter())
            done.wait(0.005)

    thread = Thread(target=beat)
    thread.start()
    press([long], PAPER)
    done.set()
    thread.join()
    assert len(beats) > 20


def test_progress_is_told_for_each_document_and_at_the_end() -> None:
    told: list[tuple[int, int]] = []
    press([slip("A"), slip("B")], PAPER, progress=lambda ready, total: told.append((ready, total)))
    assert told == [(0, 2), (1, 2), (2, 2)]


def test_a_sheet_that_cannot_be_set_says_so_and_quotes_nothing() -> None:
    broken = Document("A title", [{"kind": "heading", "level": "Amina", "text": "", "eyebrow": ""}])
    with pytest.raises(CannotPrint) as failure:
        press([broken], PAPER)
    assert failure.value.message
    assert failure.value.hint
    assert failure.value.__cause__ is None
    assert "Amina" not in str(failure.value)


def test_the_press_works_again_after_a_failure() -> None:
    test_a_sheet_that_cannot_be_set_says_so_and_quotes_nothing()
    assert "Björn" in words_of(press([slip("Björn")], PAPER).pdf)


def test_nothing_of_a_member_is_written_to_disk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.chdir(tmp_path)
    press([slip("Amina")], PAPER)
    assert list(tmp_path.rglob("*")) == []


def test_the_title_of_a_pack_is_its_own() -> None:
    one = Document("Goal sheet: Amina", [heading("My goals", 1)])
    assert b"Session pack" in press([one], PAPER, "Session pack").pdf


def test_templates_hold_no_words_of_any_language() -> None:
    """What people read is marked for translation in Python; a word in a template would stay English for ever."""
    text = "\n".join(path.read_text("utf-8") for path in TEMPLATES.glob("*.typ"))
    assert press_module.TEMPLATES.is_dir()
    assert "http" not in text.replace("http://www.w3.org/2000/svg", "")
    assert "@preview" not in text
    assert "eval(" not in text
