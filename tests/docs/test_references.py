"""Whatever the repository refers to lies in it: documents, their sections, the letters of their sources."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest

from tests.docs.test_documents import ROOT, repository_files

WORDS = {".css", ".html", ".js", ".md", ".py", ".tcss", ".toml", ".txt", ".typ"}
DOCUMENT = re.compile(r"(?<![\w./-])docs/[\w./-]*\w")
CAPITALS = re.compile(r"(?<![\w./-])[A-Z]{3,}\.md\b")
"""Documents with a name in capitals, as they stand at the top of a repository."""
CITED = re.compile(r"\bdocs/(domain|design)\.md (\d+)(?:: ((?:[A-Z](?:, )?)+))?")
LINK = re.compile(r"\]\((?!https?:|#)([^)#\s]+)")
HERE = Path(__file__).resolve()
DOMAIN = (ROOT / "docs/domain.md").read_text("utf-8")


@cache
def texts() -> list[tuple[Path, str]]:
    paths = [path for path in repository_files() if path.suffix in WORDS and path.resolve() != HERE]
    return [(path, path.read_text("utf-8")) for path in paths]


def sections(document: str) -> set[str]:
    return set(re.findall(r"^## (\d+)\. ", (ROOT / "docs" / f"{document}.md").read_text("utf-8"), re.MULTILINE))


def sources() -> set[str]:
    return set(re.findall(r"(?:^|\. )([A-P]) ", DOMAIN.partition("\n## Sources\n")[2], re.MULTILINE))


def test_no_file_refers_to_a_document_outside() -> None:
    for path, text in texts():
        for name in (*DOCUMENT.findall(text), *CAPITALS.findall(text)):
            assert (ROOT / name).exists(), f"{path.relative_to(ROOT)} refers to {name}"


def test_no_document_links_outside() -> None:
    for path, text in texts():
        if path.suffix == ".md":
            for target in LINK.findall(text):
                place = (path.parent / target).resolve()
                assert place.exists(), f"{path.relative_to(ROOT)} links to {target}"
                assert place.is_relative_to(ROOT), f"{path.relative_to(ROOT)} links out to {target}"


@pytest.mark.parametrize("document", ["domain", "design"])
def test_every_section_that_is_cited_is_there(document: str) -> None:
    cited = {(path, number) for path, text in texts() for name, number, _ in CITED.findall(text) if name == document}
    assert cited, "nothing cites it any more: then the pattern no longer fits how it is cited"
    for path, number in cited:
        assert number in sections(document), f"{path.relative_to(ROOT)} cites section {number} of {document}.md"


def test_every_source_that_is_cited_is_in_the_list() -> None:
    assert sources() == set("ABCDEFGHIJKLMNOP")
    cited = {(path, letter) for path, text in texts() for _, _, of in CITED.findall(text) for letter in of.split(", ")}
    letters = {letter for _path, letter in cited if letter}
    assert letters <= sources()
    assert {"A", "B", "K", "N"} <= letters, "the pattern no longer fits how sources are cited"


def test_every_fact_of_the_domain_names_a_source_of_the_list() -> None:
    facts = DOMAIN.partition("\n## Sources\n")[0]
    named = {letter for found in re.findall(r"\[([A-P](?:, [A-P])*)\]", facts) for letter in found.split(", ")}
    assert named <= sources()
    assert named == sources() - {"E"}, "E stands for its subject as a whole; every other source is cited somewhere"
