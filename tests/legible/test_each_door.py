"""Each door through which somebody's text comes to a screen, a file or paper: only legible text comes out."""

from __future__ import annotations

import subprocess
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from hypothesis import given

from agenda.error import Refused
from agenda.public import PublicPage
from content.load import load_lesson, load_pack
from content.markdown import parts_of
from content.table import Table
from facilitator.cli.note_text import literal as note_words
from facilitator.error_words import error_words
from facilitator.pages.prose import html_of
from facilitator.paperwork.appointment import event
from facilitator.paperwork.fonts import printable
from facilitator.paperwork.prose import blocks_of
from facilitator.printing import queue
from facilitator.wall.scenes import words
from tests.builders import NOON
from tests.content.building import a_pack, lesson_text, toml
from tests.facilitator.wall.states import EVERY_SCENE, NOW
from tests.hostile import HOSTILE, any_text, is_legible

EVERYTHING = "".join(HOSTILE)
AS_NUMBERS = "".join(f"&#{ord(sign)};" for sign in EVERYTHING)
"""The same in a file without one suspicious byte."""


def every_text(value: object) -> list[str]:
    """All texts in a tree of lists, tables and plain objects."""
    if isinstance(value, str):
        return [value]
    if isinstance(value, dict):
        return [text for pair in value.items() for part in pair for text in every_text(part)]
    if isinstance(value, list | tuple):
        return [text for part in value for text in every_text(part)]
    return []


@given(any_text())
def test_a_note_written_out(text: str) -> None:
    assert is_legible(note_words(text))


@given(any_text())
def test_paper(text: str) -> None:
    assert is_legible(printable(text).text)


@given(any_text())
def test_a_calendar(text: str) -> None:
    written = event(NOON, text, 60)
    assert is_legible(written.replace("\r\n", ""))
    assert written.count("SUMMARY") == 1


@given(any_text())
def test_a_refusal_in_words(text: str) -> None:
    said = error_words(Refused("There is no “{name}”.", "Look for {name}.", name=text))
    assert is_legible(said.message)
    assert is_legible(said.hint)


@given(any_text())
def test_each_scene_of_the_wall(text: str) -> None:
    for state in EVERY_SCENE.values():
        if state is not None:
            said = words(replace(state, page=PublicPage(text, (text,)), until=NOW + timedelta(minutes=5)), NOW)
            assert is_legible(said.title)
            assert all(is_legible(line.text) and "\n" not in line.text for line in said.lines)


@given(any_text())
def test_a_table_of_a_lesson(text: str) -> None:
    written = "".join(f"\\U{ord(sign):08x}" for sign in text.encode("utf-8", "ignore").decode())
    table = Table("a.toml", f'title = "x{written}"\nlist = ["\\u202e", {{"\\u001b" = "{written}"}}]\n')
    assert all(map(is_legible, every_text(table.data)))
    assert is_legible(table.text("title"))


@pytest.mark.parametrize("written", [EVERYTHING.encode("utf-8", "ignore").decode(), AS_NUMBERS], ids=["raw", "numbers"])
def test_markdown_on_the_wall_in_a_page_and_on_paper(written: str) -> None:
    text = f"## T{written}\n\n- a{written}\n\n> b{written}\n\n`c{written}` [d](http://x/ '{written}')\n"
    [part] = parts_of(text.replace("\r", " "))
    assert is_legible(part.title)
    assert all(is_legible(item.text) for item in part.items())
    assert is_legible(str(html_of(part.tokens(), 2)))
    assert all(map(is_legible, every_text(blocks_of(part.tokens()))))


def test_titles_of_packs_modules_lessons_and_editions(tmp_path: Path) -> None:
    hostile = EVERYTHING.encode("utf-8", "ignore").decode()
    folder = a_pack(tmp_path, {"finding-hope": {"1-hope.md": lesson_text(title=f"Hope{hostile}", aim=f"A{hostile}")}})
    pack = {"programme": "imr", "language": "en", "version": "1", "title": f"A{hostile}", "modules": ["finding-hope"]}
    (folder / "pack.toml").write_text(f'{toml(pack)}\n[editions]\n"9\\u202e" = ["finding-hope"]\n', "utf-8")
    loaded = load_pack(folder)
    [module] = loaded.modules
    [entry] = module.lessons
    assert (loaded.title[0], module.title, entry.title[:4]) == ("A", "Finding hope", "Hope")
    assert all(map(is_legible, (loaded.title, entry.title, entry.aim, load_lesson(entry).entry.title)))
    assert [edition.name for edition in loaded.editions] == ["9"]


def test_what_a_print_queue_said(monkeypatch: pytest.MonkeyPatch) -> None:
    def says(command: tuple[str, ...], **_others: object) -> subprocess.CompletedProcess[bytes]:
        if command[0] == "lp":
            return subprocess.CompletedProcess(command, 1, b"", f"no{EVERYTHING}".encode("utf-8", "ignore"))
        return subprocess.CompletedProcess(command, 0, b"scheduler is running", b"")

    monkeypatch.setattr(subprocess, "run", says)
    with pytest.raises(queue.NotPrinted) as refused:
        queue.send(b"%PDF", "Office")
    assert is_legible(error_words(refused.value).hint)


def test_the_check_is_able_to_fail() -> None:
    assert not any(is_legible(f"a{sign}") for sign in HOSTILE)
