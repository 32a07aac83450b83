"""Sixty lessons must come up at once: a list stops at the closing fence, wherever the file goes on to."""

from __future__ import annotations

import io
import subprocess
import sys
from pathlib import Path
from typing import BinaryIO, cast

import pytest

from content.error import DamagedFile
from content.front import CHUNK, LONGEST, body_of, read_front
from content.load import builtin_pack_folder, load_lesson, load_pack
from tests.content.building import a_pack, lesson_text, line_with, three_lessons


class CountingFile(io.RawIOBase):
    """A file that knows how many bytes were asked of it."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        self.given = 0

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: object) -> int:
        view = memoryview(cast(bytearray, buffer))
        piece = self.data[self.given : self.given + len(view)]
        view[: len(piece)] = piece
        self.given += len(piece)
        return len(piece)


def bytes_read(text: bytes) -> int:
    """How much of this file the front matter costs."""
    raw = CountingFile(text)
    read_front(cast(BinaryIO, io.BufferedReader(raw, buffer_size=CHUNK)), "a.md")
    return raw.given


def test_a_long_lesson_costs_no_more_than_its_front_matter() -> None:
    text = (lesson_text() + "word " * 100_000).encode()
    front = text.index(b"\n+++\n") + 5
    assert bytes_read(text) <= front + CHUNK
    assert bytes_read(text) < len(text) / 100


def test_a_file_without_a_closing_fence_is_given_up_early() -> None:
    raw = CountingFile(b"+++\n" + b"# filler\n" * 1_000_000)
    with pytest.raises(DamagedFile):
        read_front(cast(BinaryIO, io.BufferedReader(raw, buffer_size=CHUNK)), "a.md")
    assert raw.given <= LONGEST + 2 * CHUNK


def test_one_endless_line_is_given_up_early() -> None:
    raw = CountingFile(b"+" * 10_000_000)
    with pytest.raises(DamagedFile):
        read_front(cast(BinaryIO, io.BufferedReader(raw, buffer_size=CHUNK)), "a.md")
    assert raw.given <= LONGEST + 2 * CHUNK


def test_what_stands_behind_the_fence_does_not_matter_to_a_list(tmp_path: Path) -> None:
    folder = a_pack(tmp_path, three_lessons())
    file = folder / "finding-hope/1-hope.md"
    file.write_bytes(file.read_bytes() + b"\xff\xfe no text at all \x00")
    pack = load_pack(folder)
    assert pack.problems == ()
    assert pack.lesson_named("hope").title == "Hope"
    with pytest.raises(DamagedFile):
        load_lesson(pack.lesson_named("hope"))


def test_a_list_opens_each_file_once_and_no_words_of_the_session(tmp_path: Path) -> None:
    folder = a_pack(tmp_path, three_lessons())
    script = (
        "import sys, pathlib, content.load\n"
        "opened = []\n"
        "sys.addaudithook(lambda name, args: opened.append(str(args[0])) if name == 'open' else None)\n"
        "folder = pathlib.Path(sys.argv[1])\n"
        "content.load.load_pack(folder)\n"
        "print(*sorted(one[len(str(folder)) + 1:] for one in opened if one.startswith(str(folder))))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, str(folder)], capture_output=True, text=True, check=True, timeout=60
    )
    assert done.stdout.split() == [
        "daily-life/1-courage.md",
        "daily-life/2-joy.md",
        "daily-life/module.toml",
        "finding-hope/1-hope.md",
        "finding-hope/module.toml",
        "pack.toml",
    ]


def test_the_list_of_ours_opens_each_lesson_once_and_reads_little_of_it() -> None:
    script = (
        "import sys, content.load\n"
        "opened = []\n"
        "sys.addaudithook(lambda name, args: opened.append(str(args[0])) if name == 'open' else None)\n"
        "pack = content.load.load_pack(content.load.builtin_pack_folder())\n"
        "mine = [one for one in opened if one.startswith(str(pack.folder))]\n"
        "print(len(mine), len(set(mine)), len(list(pack.lessons())), len(pack.modules))\n"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True, timeout=60)
    opened, different, lessons, modules = map(int, done.stdout.split())
    assert lessons >= 58
    assert opened == different == lessons + modules + 1
    for entry in load_pack(builtin_pack_folder()).lessons():
        text = entry.path.read_bytes()
        assert bytes_read(text) <= text.index(b"\n+++\n") + 5 + CHUNK < len(text) / 5


def test_a_list_loads_neither_the_markdown_parser_nor_the_formulas(tmp_path: Path) -> None:
    script = (
        "import sys, pathlib, content.load\n"
        "content.load.load_pack(pathlib.Path(sys.argv[1]))\n"
        "print([one for one in ('markdown_it', 'textstat', 'difflib', 'textual') if one in sys.modules])\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, str(a_pack(tmp_path))], capture_output=True, text=True, check=True, timeout=60
    )
    assert done.stdout.strip() == "[]"


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
def test_files_from_other_systems_are_read_alike(tmp_path: Path, end: str, mark: bytes) -> None:
    folder = a_pack(tmp_path)
    text = lesson_text()
    (folder / "finding-hope/1-hope.md").write_bytes(mark + text.replace("\n", end).encode())
    pack = load_pack(folder)
    lesson = load_lesson(pack.lesson_named("hope"))
    assert lesson.problems == ()
    assert lesson.pages[0].title == "What is hope?"
    assert lesson.pages[0].at == line_with(text, "### What is hope?")


def test_the_body_keeps_the_line_numbers_of_the_file() -> None:
    text = lesson_text()
    body = body_of(text)
    assert line_with(body, "## Wall") == line_with(text, "## Wall")
    assert "abcdef23" not in body
    assert body.count("\n") == text.count("\n")
