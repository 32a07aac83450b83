"""A passphrase comes by the environment, a descriptor or a file, is read once, and is handed to nobody else."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from agenda.error import Refused
from facilitator.cli.passphrase import given_passphrase

SECRET = "four calm grey mice"


def test_it_leaves_the_environment_once_it_is_read(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FACILITATOR_PASSPHRASE", SECRET)
    assert given_passphrase() == SECRET
    assert "FACILITATOR_PASSPHRASE" not in os.environ
    seen = subprocess.run([sys.executable, "-c", "import os; print(dict(os.environ))"], capture_output=True, check=True)
    assert SECRET.encode() not in seen.stdout
    assert given_passphrase() is None


def test_a_descriptor_gives_its_first_line_and_is_closed(monkeypatch: pytest.MonkeyPatch) -> None:
    read, write = os.pipe()
    os.write(write, f"{SECRET}\nmore\n".encode())
    os.close(write)
    monkeypatch.setenv("FACILITATOR_PASSPHRASE_FD", str(read))
    assert given_passphrase() == SECRET
    with pytest.raises(OSError, match="Bad file"):
        os.fstat(read)


def test_a_file_gives_its_first_line(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "it").write_text(f"{SECRET}\r\n")
    monkeypatch.setenv("FACILITATOR_PASSPHRASE_FILE", str(tmp_path / "it"))
    assert given_passphrase() == SECRET


@pytest.mark.parametrize(
    ("name", "value"),
    [("FD", "none"), ("FD", "-1"), ("FD", "987654"), ("FD", "9" * 40), ("FILE", "/no/such/file"), ("FILE", "/"),
     ("FILE", "/dev/null")],
)  # fmt: skip
def test_what_cannot_be_read_is_refused_in_words_without_what_was_named(
    name: str, value: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(f"FACILITATOR_PASSPHRASE_{name}", value)
    with pytest.raises(Refused) as refused:
        given_passphrase()
    assert value not in f"{refused.value.message} {refused.value.hint}" or value == "/"


def test_no_picture_of_this_memory_is_ever_written() -> None:
    script = (
        "from facilitator.own_memory import keep_to_ourselves; keep_to_ourselves(); import resource, ctypes; "
        "print(resource.getrlimit(resource.RLIMIT_CORE), ctypes.CDLL(None).prctl(3, 0, 0, 0, 0))"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["(0,", "0)", "0"]
