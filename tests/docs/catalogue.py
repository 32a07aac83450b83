"""The sentences that people read, gathered for translators: ``python -m tests.docs.catalogue`` writes them anew.

It lives here because the test beside it needs the same gathering to say that the catalogue is out of date.
"""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

ROOT = Path(__file__).parents[2]
PACKAGES = ("facilitator", "agenda", "content", "legible")
TEMPLATE = ROOT / "facilitator" / "locale" / "facilitator.pot"
KEYWORDS = {"_": None, "N_": None, "ngettext": (1, 2)}
HEADER = """\
# The sentences of the program, for translators.
# Copyright (c) 2026 Facilitator contributors; under the MIT licence, as the program.
# A translation is facilitator/locale/LANGUAGE/LC_MESSAGES/facilitator.po.\
"""

MessageId = str | tuple[str, ...]


def gathered() -> Catalog:
    """Every marked sentence of the sources. No places in it: they would change with every edit."""
    start = datetime(2026, 1, 1, tzinfo=UTC)
    catalogue = Catalog(project="facilitator", header_comment=HEADER, creation_date=start, revision_date=start)
    for package in PACKAGES:
        found = extract_from_dir(ROOT / package, [("**.py", "python")], keywords=KEYWORDS, comment_tags=("Note:",))
        for _file, _line, message, comments, context in found:
            catalogue.add(message, auto_comments=comments, context=context)
    return catalogue


def written() -> Catalog:
    """The catalogue as it lies in the repository."""
    with TEMPLATE.open("rb") as source:
        return read_po(source)


def sentences(catalogue: Catalog) -> set[MessageId]:
    return {message.id if isinstance(message.id, str) else tuple(message.id) for message in catalogue if message.id}


def main() -> None:
    TEMPLATE.parent.mkdir(exist_ok=True)
    with TEMPLATE.open("wb") as target:
        write_po(target, gathered(), width=100, no_location=True, sort_output=True)
    print(f"{len(gathered())} sentences in {TEMPLATE.relative_to(ROOT)}")


if __name__ == "__main__":
    main()
