"""The front matter of a lesson: TOML between two ``+++`` lines, readable without the rest of the file.

A list of sixty lessons must come up at once, so whoever lists reads up to the closing fence and no further.
"""

from __future__ import annotations

from pathlib import Path
from typing import IO

from content.error import N_, damaged
from content.table import Table, decoded

FENCE = b"+++"
LONGEST = 16_384  # bytes; a file without a closing fence is not read to its end
CHUNK = 512  # bytes asked of the system at a time; most front matter fits in one or two


def front_of(path: Path, file: str) -> Table:
    """The front matter of the lesson at ``path``, called ``file`` in messages. Raises ``DamagedFile``."""
    try:
        with path.open("rb", buffering=CHUNK) as stream:
            return read_front(stream, file)
    except OSError as error:
        raise damaged(file, 1, N_("This file cannot be read.")) from error


def read_front(stream: IO[bytes], file: str) -> Table:
    """The front matter at the start of ``stream``, which is left just behind the closing fence."""
    if not _is_fence(stream.readline(LONGEST).removeprefix(b"\xef\xbb\xbf")):
        raise damaged(file, 1, N_("The file must start with a line “+++”."))
    lines: list[bytes] = []
    left = LONGEST
    while left > 0 and (line := stream.readline(left)):
        if _is_fence(line):
            return Table(file, decoded(b"".join(lines), file), first_line=2)
        lines.append(line)
        left -= len(line)
    raise damaged(file, 1, N_("The front matter has no closing line “+++”."))


def body_of(text: str) -> str:
    """The text with its front matter blanked, so that line numbers stay those of the file."""
    lines = text.split("\n")
    closing = next((n for n, line in enumerate(lines[1:], 1) if line.rstrip() == "+++"), 0)
    return "\n" * (closing + 1) + "\n".join(lines[closing + 1 :])


def _is_fence(line: bytes) -> bool:
    return line.rstrip() == FENCE
