"""Whatever the last screen showed is in the record, wherever the console was killed.

Keys go in through a pty, a terminal emulator reads the last screen, and a model of the keys pressed says what else
may be there. Each test kills at least fifteen consoles of one record, at least five within 5 ms of a commit.
"""

from __future__ import annotations

import json
import os
import random
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from agenda.record import opening
from agenda.record.export import export
from tests.faults.chain import Chain
from tests.faults.kept import PASSPHRASE
from tests.faults.practice import Env, a_practice_record, an_environment, begin_the_hour
from tests.terminal import FACILITATOR, ROOT

KILLS, NEAR_A_COMMIT = 15, 5
MOST_KILLS = 40
"""Where a busy machine makes the hand too slow for a commit, so many are tried."""
ENDS = ("commit",) * 9 + ("moment",) * 2 + ("burst",) * 2 + ("words",) * 3
PHASES = ("Welcome", "Last session", "Homework", "Goals", "Agenda", "Lesson", "New homework", "Summary")


@pytest.mark.slow
@pytest.mark.timeout(280)
@pytest.mark.parametrize("seed", [pytest.param(n, marks=pytest.mark.xdist_group(f"kills-{n}")) for n in range(1, 5)])
def test_what_the_last_screen_showed_is_in_the_record_and_nothing_unpressed_is(
    seed: int, tmp_path: Path, record_property: Callable[[str, object], None]
) -> None:
    chance = random.Random(seed)
    env = an_environment(tmp_path)
    record = a_practice_record(tmp_path / "group" / "record", seed)
    begin_the_hour(record, env)
    chain = Chain(record, tmp_path, PHASES, env, chance)
    for end in chance.sample(ENDS, len(ENDS)):
        chain.live(end)
    while chain.kills.near < NEAR_A_COMMIT and len(chain.kills.distances) < MOST_KILLS:
        chain.live("commit")
    record_property("counted", str(chain.kills))
    print(chain.kills)
    assert len(chain.kills.distances) >= KILLS
    assert chain.kills.near >= NEAR_A_COMMIT, str(chain.kills)
    the_command_exports_the_same(record, env)


def the_command_exports_the_same(record: Path, env: Env) -> None:
    """After all the kills the command reads the real record, and it is the one that was looked at."""
    done = subprocess.run(
        [*FACILITATOR, "export", "--record", str(record), "--json", "-"],
        capture_output=True,
        cwd=ROOT,
        env={**os.environ, **{name: value for name, value in env.items() if value}},
        check=True,
    )
    opened = opening.open_record(record, PASSPHRASE)
    try:
        assert json.loads(done.stdout) == json.loads(json.dumps(export(opened)))
    finally:
        opened.close()
