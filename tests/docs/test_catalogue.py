"""The catalogue for translators has every sentence that people read, and none that they no longer do."""

from __future__ import annotations

import ast
import string
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.docs.catalogue import KEYWORDS, PACKAGES, ROOT, gathered, sentences, written

SOURCES = [path for package in PACKAGES for path in sorted((ROOT / package).rglob("*.py"))]


def calls(path: Path) -> Iterator[ast.Call]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in KEYWORDS:
            yield node


def is_put_together(argument: ast.expr) -> bool:
    if isinstance(argument, ast.Call):
        return isinstance(argument.func, ast.Attribute) and argument.func.attr == "format"
    return isinstance(argument, ast.JoinedStr | ast.BinOp)


@pytest.mark.slow
def test_every_sentence_of_the_sources_is_in_the_catalogue_and_no_other() -> None:
    now, then = sentences(gathered()), sentences(written())
    assert now == then, "refresh it: python -m tests.docs.catalogue"
    assert len(now) > 20


@pytest.mark.slow
@pytest.mark.parametrize("path", SOURCES, ids=[str(path.relative_to(ROOT)) for path in SOURCES])
def test_no_sentence_is_put_together_before_it_is_translated(path: Path) -> None:
    for call in calls(path):
        for argument in call.args[:2]:
            assert not is_put_together(argument), f"{path.name}:{argument.lineno} is no whole sentence"


@pytest.mark.slow
def test_the_values_of_a_sentence_have_names() -> None:
    for message in sentences(gathered()):
        for text in (message,) if isinstance(message, str) else message:
            names = [field for _text, field, _spec, _conversion in string.Formatter().parse(text) if field is not None]
            assert all(name.isidentifier() for name in names), text
