"""A record caught in the middle of an action, as a kill would leave it: built, so that it takes no luck."""

from __future__ import annotations

import random
from dataclasses import dataclass

from agenda.record.connection import Record
from agenda.record.left_over import journal_path
from agenda.record.page import SIZE
from agenda.record.rows import group as groups

MAGIC = bytes.fromhex("d9d505f920a163d7")
SECTOR = 512
ENTRY = SIZE + 8


@dataclass(frozen=True, slots=True)
class Half:
    """The file before and after an action, and the journal that stood beside it meanwhile."""

    before: bytes
    after: bytes
    journal: bytes

    def torn(self, chance: random.Random) -> bytes:
        """Some pages as they were, some already written."""
        longest = max(len(self.before), len(self.after))
        sides = [chance.choice((self.before, self.after)) for _page in range(0, longest, SIZE)]
        pages = [side[n * SIZE : (n + 1) * SIZE] for n, side in enumerate(sides)]
        return b"".join(page or self.after[n * SIZE : (n + 1) * SIZE] for n, page in enumerate(pages))


def half_an_action(record: Record, group: str, agreement: str) -> Half:
    """Give the group another agreement, and keep what a kill at any moment of that could have left."""
    assert record.path is not None
    before = record.path.read_bytes()
    with record.atomic():
        groups.set_agreements(record, group, (agreement,))
        journal = journal_path(record.path).read_bytes()
    entries = (len(journal) - SECTOR) // ENTRY
    hot = MAGIC + entries.to_bytes(4, "big") + journal[12:]
    return Half(before, record.path.read_bytes(), hot)
