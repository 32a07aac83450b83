"""How far a long command is, for whoever watches it in a terminal."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import click


@contextmanager
def progress(doing: str) -> Iterator[Callable[[int, int], None]]:
    """Say what is done and how much of it, on one line that is gone afterwards; nothing where nobody watches."""
    shown = -1

    def told(done: int, of: int) -> None:
        nonlocal shown
        percent = 100 * done // of if of else 100
        if percent != shown and _is_watched():
            shown = percent
            click.echo(f"\r{doing} {percent} %", nl=False, err=True)

    try:
        yield told
    finally:
        if shown >= 0:
            click.echo("\r" + " " * (len(doing) + len(" 100 %")) + "\r", nl=False, err=True)


def _is_watched() -> bool:
    return sys.stderr is not None and sys.stderr.isatty()
