"""One handout, and five hundred of them one after the other, against WeasyPrint on the same content in the same run.

Each handout has words of its own, so that nothing is in stock. Memory is read from the system after a hundred and after
all of ours: it must not grow with their number. WeasyPrint sets as many as fit the time of a coffee, which is said.
"""

from __future__ import annotations

import resource
import sys
import time
from collections.abc import Iterator
from importlib.util import find_spec
from itertools import count, islice
from pathlib import Path

import pypdfium2

from facilitator.paperwork.handout import lesson_handout
from facilitator.paperwork.paper import Paper
from facilitator.paperwork.tree import Document
from tests.benchmarks.measuring import Line
from tests.benchmarks.paper import MODULE, a_lesson, line_of, ours, renamed, theirs

MANY = 500
WARM = 100
THEIR_SHARE = 25
"""Of five hundred, how many WeasyPrint is given: its pace does not change, and nobody waits for the rest."""

NO_SLOWER = 1
"""One handout has no budget of its own (that of a group of eight has): what is asked for is its ratio."""

MOST_GROWTH = 1.1


def measure(folder: Path) -> list[Line]:
    if find_spec("weasyprint") is None:
        print("many handouts are left out: WeasyPrint is not installed (pip install -e '.[bench]')", file=sys.stderr)
        return []
    handouts = _handouts()
    one = line_of("one handout", ([next(handouts)] for _ in count()), NO_SLOWER)
    return [one, *_many()]


def _many() -> list[Line]:
    handouts = _handouts()
    pages, began = 0, time.perf_counter()
    after_some = 0
    for number, document in enumerate(islice(handouts, MANY), 1):
        pages += len(pypdfium2.PdfDocument(ours([document])))
        if number == WARM:
            after_some = _memory()
    pace = pages / (time.perf_counter() - began)
    growth = _memory() / after_some
    began, their_pages = time.perf_counter(), 0
    for document in islice(handouts, THEIR_SHARE):
        their_pages += len(pypdfium2.PdfDocument(theirs([document])))
    their_pace = their_pages / (time.perf_counter() - began)
    said = f"{pace:.0f} pages a second against {their_pace:.1f} (theirs over {THEIR_SHARE} handouts)"
    kept = f"{after_some / 2**20:.0f} MB after {WARM}"
    return [
        Line(f"{MANY} handouts one by one / WeasyPrint on the same content", their_pace / pace, NO_SLOWER, said),
        Line(f"memory after {MANY} handouts / after {WARM}", growth, MOST_GROWTH, kept),
    ]


def _handouts() -> Iterator[Document]:
    lesson = a_lesson()
    return (lesson_handout(renamed(lesson, number), Paper(), MODULE) for number in count(10_000))


def _memory() -> int:
    """Bytes that are resident now, or the most there ever were where the system does not say."""
    statm = Path("/proc/self/statm")
    if statm.is_file():
        return int(statm.read_text().split()[1]) * resource.getpagesize()
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
