"""The print queue of this computer (CUPS), asked through its own commands: ``lpstat`` and ``lp``.

They speak with any CUPS there is, need no library of ours, and can be stopped: each call gets what is left of
``PATIENCE`` and is ended when it is over, so nothing here waits for a queue that does not answer.
"""

from __future__ import annotations

import os
import subprocess
import time
from collections.abc import Callable
from dataclasses import dataclass, field, replace

from agenda.error import N_, Refused
from facilitator.printing import answer
from legible import one_line

PATIENCE = 5.0
"""Seconds until there is an answer, whatever the queue does."""
LOOK_EVERY = 0.25
STAYS = 1.0
"""Seconds after which a printer's trouble is believed."""
SIDES = "sides=two-sided-long-edge"
"""Both sides, as our paper is made: nobody's sheet goes on overleaf with somebody else's."""
TITLE = "Handout"
"""What the queue, its display and its log call the job: it says nothing about anybody."""
LONGEST_QUOTE = 120


class NotPrinted(Refused):
    """No sheet comes out, and nothing of it is left in a queue."""


@dataclass(frozen=True, slots=True)
class Printers:
    """The printers of this computer by name, and the one it takes when none is named, if it has such a one."""

    names: tuple[str, ...] = ()
    usual: str = ""


@dataclass(frozen=True, slots=True)
class Handed:
    """The queue has the job. ``trouble`` is a marked sentence where paper will come only after somebody helped."""

    printer: str
    job: str
    is_done: bool = False
    trouble: str = ""


@dataclass(slots=True)
class Deadline:
    """How long one may still wait, on a clock that never jumps."""

    monotonic: Callable[[], float] = time.monotonic
    ends: float = field(init=False)

    def __post_init__(self) -> None:
        self.ends = self.monotonic() + PATIENCE

    @property
    def left(self) -> float:
        """Seconds, never less than none."""
        return max(0.0, self.ends - self.monotonic())


def printers() -> Printers:
    """The printers there are. Raises ``NotPrinted`` when nobody answers."""
    deadline = Deadline()
    _refuse_without_a_queue(deadline)
    names = tuple(sorted(_ask(deadline, "lpstat", "-e").stdout.split(), key=str.casefold))
    usual = _ask(deadline, "lpstat", "-d").stdout.partition("default destination:")[2].strip()
    return Printers(names, usual if usual in names else "")


def send(pdf: bytes, printer: str) -> Handed:
    """Give the PDF to this printer and say what became of it so far.

    The pages go through a pipe; copies are in the PDF. A printer that cannot turn pages prints one side. Raises
    ``NotPrinted``: then the queue has nothing of it.
    """
    deadline = Deadline()
    _refuse_without_a_queue(deadline)
    if answer.is_stopped(_ask(deadline, "lpstat", "-l", "-p", printer).stdout):
        raise NotPrinted(
            N_("The printer “{printer}” has been stopped."),
            N_("Somebody has to start it again in the settings of the computer; or choose another printer."),
            printer=printer,
        )
    said = _ask(deadline, "lp", "-d", printer, "-t", TITLE, "-o", SIDES, "-", pdf=pdf)
    name = answer.request(said.stdout)
    if said.returncode != 0 or not name:
        raise _refusal(said.stderr, printer)
    return _followed(deadline, Handed(printer, name))


def _followed(deadline: Deadline, handed: Handed) -> Handed:
    """Look after the job until it is over, in trouble that stays, or the time is up. The queue has it in any case.

    What troubled the printer before may still stand there when a job begins, so it must last ``STAYS`` seconds.
    """
    first: float | None = None
    while deadline.left > 2 * LOOK_EVERY:
        try:
            over = answer.is_over(_ask(deadline, "lpstat", "-W", "completed", "-o", handed.printer).stdout, handed.job)
            trouble = answer.trouble(_ask(deadline, "lpstat", "-l", "-p", handed.printer).stdout)
        except NotPrinted:  # it was handed over; that nobody says more now does not take it back
            break
        if over:
            return replace(handed, is_done=True)
        first = (first or deadline.left) if trouble else None
        if first is not None and first - deadline.left >= STAYS:
            return replace(handed, trouble=trouble)
        time.sleep(LOOK_EVERY)
    return handed


def _refuse_without_a_queue(deadline: Deadline) -> None:
    if "is running" not in _ask(deadline, "lpstat", "-r").stdout:
        raise NotPrinted(
            N_("The print queue of this computer does not run."),
            N_("Print the PDF from another computer, or ask whoever looks after this one."),
        )


def _refusal(said: str, printer: str) -> NotPrinted:
    if "does not exist" in said:
        return NotPrinted(
            N_("There is no printer “{printer}”."),
            N_("Look at its name in the settings of the computer, or choose another printer."),
            printer=printer,
        )
    if "not accepting" in said:
        return NotPrinted(
            N_("The printer “{printer}” takes no jobs now."), N_("Choose another printer."), printer=printer
        )
    # The queue's own words know nothing of what stands on the sheets.
    quoted = one_line(said)[:LONGEST_QUOTE]
    return NotPrinted(N_("The print queue refused it."), N_("It said: {answer}"), printer=printer, answer=quoted or "-")


def _ask(deadline: Deadline, *words: str, pdf: bytes = b"") -> subprocess.CompletedProcess[str]:
    plain = {**os.environ, "LC_ALL": "C"}
    try:
        done = subprocess.run(words, input=pdf, capture_output=True, timeout=deadline.left, env=plain, check=False)
    except subprocess.TimeoutExpired:
        raise NotPrinted(
            N_("The print queue does not answer."),
            N_("Look whether the printer and the network are on, or print the PDF from another computer."),
        ) from None
    except OSError:
        raise NotPrinted(
            N_("This computer has no print queue."),
            N_("Open the PDF in a viewer and print it there, or take it to another computer."),
        ) from None
    out, err = (raw.decode("utf-8", "replace") for raw in (done.stdout, done.stderr))
    return subprocess.CompletedProcess(done.args, done.returncode, out, err)
