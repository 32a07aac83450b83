"""Commands that draw nothing, against a bare command; the export, against loading what it needs."""

from __future__ import annotations

import sys
from functools import partial
from pathlib import Path
from statistics import median

from tests.benchmarks.measuring import FACILITATOR, PASSPHRASE, Line, by_turns, run, spread
from tests.benchmarks.records import a_practice_record
from tests.builders import CHEAP

BARE = "import click\n@click.command()\n@click.version_option('1')\ndef cli(): pass\ncli()"
LOADING = "import click, sqlite_utils, sqlcipher3"
COMMANDS = {"--version": ["--version"], "--help": ["--help"], "content list": ["content", "list"]}


def measure(folder: Path) -> list[Line]:
    plain = by_turns(
        {
            "bare": lambda: run([sys.executable, "-c", BARE, "--version"]),
            **{name: partial(run, [*FACILITATOR, *words]) for name, words in COMMANDS.items()},
        }
    )
    lines = [
        Line(
            f"facilitator {name} / a bare click command",
            median(plain[name]) / median(plain["bare"]),
            1.5,
            f"{spread(plain[name])} against {spread(plain['bare'])}",
        )
        for name in COMMANDS
    ]
    return [*lines, _export(folder)]


def _export(folder: Path) -> Line:
    """The key is made to cost nothing here, so that all the rest is what is measured."""
    record = a_practice_record(folder, cost=CHEAP)
    words = [*FACILITATOR, "export", "--record", str(record), "--json", "-"]
    taken = by_turns(
        {
            "ours": lambda: run(words, FACILITATOR_PASSPHRASE=PASSPHRASE),
            "loading": lambda: run([sys.executable, "-c", LOADING]),
        }
    )
    ratio = median(taken["ours"]) / median(taken["loading"])
    said = f"{spread(taken['ours'])} against {spread(taken['loading'])}"
    return Line("facilitator export without the key / importing click, sqlite_utils, sqlcipher3", ratio, 1.5, said)
