"""All that may be known outside the console: the types of the public state, and their JSON; the type of the kiosk file.

``PublicState`` has no field for a name, a mark, a goal or a note. Free text exists only inside ``PublicPage``; every
other field is a number, an instant, a code from a closed list, or the payload of a QR code that is itself public.
A name exists only in ``KioskState``, which the wall never reads, and there only where the group chose names.
"""

from __future__ import annotations

import json
import re
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from enum import StrEnum
from typing import Any

SCHEMA = 1
KIOSK_SCHEMA = 1
PROMPT_SCHEMA = 1
MOST_LINES = 5
MOST_CHART_LINES = 8
"""Lines on one page of the flip chart; every other page has at most ``MOST_LINES``."""
LONGEST_TEXT = 400
"""Characters of one title or line; longer text is no page for a wall and is not read."""
MOST_DOTS = 99
"""More parts or pages than this nobody counts on a wall."""
DRAWING_NAME = re.compile(r"[a-z0-9][a-z0-9-]{0,39}", re.ASCII)
"""A drawing is asked for by a name of this form, never by a path."""


class Scene(StrEnum):
    """What kind of page the wall shows."""

    WELCOME = "welcome"
    AGENDA = "agenda"
    PAGE = "page"
    FLIP_CHART = "flip-chart"
    EXERCISE = "exercise"
    APPLAUSE = "applause"
    CODE = "code"
    FEEDBACK = "feedback"
    PAUSE = "pause"
    BREAK = "break"
    GOODBYE = "goodbye"
    LETTER = "letter"
    HOLDING = "holding"


class WorkSign(StrEnum):
    """How the group works on a page; the wall shows it as a small sign with a word."""

    LISTEN = "listen"
    PAIRS = "pairs"
    WRITE = "write"
    MOVE = "move"


class UnreadableState(ValueError):
    """The bytes are not a public state of this schema."""


@dataclass(frozen=True, slots=True)
class PublicPage:
    """A title and a few lines, as the group reads them: at most five, on the flip chart eight.

    ``hero`` counts the line that is read from the last row (from 1; 0: none); ``drawing`` names one of the pack.
    """

    title: str = ""
    lines: tuple[str, ...] = ()
    hero: int = 0
    sign: WorkSign | None = None
    drawing: str = ""

    def __post_init__(self) -> None:
        if len(self.lines) > MOST_CHART_LINES:
            raise ValueError(f"a page has at most {MOST_CHART_LINES} lines, not {len(self.lines)}")
        if not 0 <= self.hero <= len(self.lines):
            raise ValueError("the hero is none of the lines")
        if self.drawing and not DRAWING_NAME.fullmatch(self.drawing):
            raise ValueError("this is no name of a drawing")


@dataclass(frozen=True, slots=True)
class Dots:
    """Where we are: the ``at``-th of ``of`` (counted from 1)."""

    at: int
    of: int


@dataclass(frozen=True, slots=True)
class PublicState:
    """One whole picture of the public screen.

    ``revision`` rises by one at each change (a heartbeat keeps it); ``published_at`` and ``until`` are UTC instants;
    ``until`` is when the break or the exercise ends, ``since`` when it began; ``dots`` counts pages on a lesson and
    lines on the agenda; ``zone`` is an IANA name, ``locale`` a language tag; ``clock`` false means: the hour is not
    shown; ``curtain`` true means: show nothing but the calm page.
    """

    revision: int
    published_at: datetime
    zone: str
    locale: str
    scene: Scene
    page: PublicPage = PublicPage()
    dots: Dots | None = None
    until: datetime | None = None
    qr: str | None = None
    clock: bool = True
    curtain: bool = True
    since: datetime | None = None
    schema: int = SCHEMA

    def __post_init__(self) -> None:
        if self.scene is not Scene.FLIP_CHART and len(self.page.lines) > MOST_LINES:
            raise ValueError(f"only the flip chart has more than {MOST_LINES} lines")


class KioskMode(StrEnum):
    """What the kiosk asks: a member's short code, or which name is theirs."""

    CODES = "codes"
    NAMES = "names"


@dataclass(frozen=True, slots=True)
class KioskName:
    """One button of the kiosk: a display name, and the key that stands for that member in this session only."""

    key: str
    name: str


@dataclass(frozen=True, slots=True)
class KioskState:
    """All the kiosk may know. With codes there is nothing about any member in it, not even how many there are.

    ``token`` stands for the session; ``salt`` and ``leave`` are the slow hash of the code that closes the kiosk;
    ``names`` are those of the whole group, whoever has checked in.
    """

    revision: int
    published_at: datetime
    mode: KioskMode
    token: str
    salt: str
    leave: str
    names: tuple[KioskName, ...] = ()
    schema: int = KIOSK_SCHEMA

    def __post_init__(self) -> None:
        if self.mode is KioskMode.CODES and self.names:
            raise ValueError("with codes the kiosk knows no names")


@dataclass(frozen=True, slots=True)
class PromptState:
    """All the facilitator's telephone may know: words of the curriculum and the clock, nothing about any person.

    ``pairing`` is the SHA-256 of the pairing code, in hexadecimal; ``until`` is when the phase ends, ``ask`` what to
    say or ask next, ``following`` the title of what the next button leads to; ``taken`` means: a telephone has brought
    the code; ``paused``: something came up, and the clock stands.
    """

    revision: int
    published_at: datetime
    pairing: str
    heading: str
    page: PublicPage
    ask: tuple[str, ...] = ()
    following: str = ""
    until: datetime | None = None
    curtain: bool = True
    taken: bool = False
    paused: bool = False
    schema: int = PROMPT_SCHEMA


def to_json(state: PublicState) -> bytes:
    """The state as UTF-8 JSON; equal states give equal bytes. Half a surrogate pair becomes a question mark."""
    fields = asdict(state)
    for name in ("published_at", "until", "since"):
        if fields[name] is not None:
            fields[name] = fields[name].astimezone(UTC).isoformat(timespec="milliseconds")
    return json.dumps(fields, ensure_ascii=False, sort_keys=True).encode("utf-8", "replace")


def from_json(raw: bytes) -> PublicState:
    """The state in these bytes.

    Raises:
        UnreadableState: if they are anything but a whole state of this schema.
    """
    try:
        fields = json.loads(raw)
        if not isinstance(fields, dict) or fields.get("schema") != SCHEMA:
            raise UnreadableState("another schema")
        return PublicState(
            revision=_whole(fields["revision"]),
            published_at=_instant(fields["published_at"]),
            zone=_text(fields["zone"]),
            locale=_text(fields["locale"]),
            scene=Scene(fields["scene"]),
            page=_page(fields["page"]),
            dots=None if fields["dots"] is None else _dots(fields["dots"]),
            until=None if fields["until"] is None else _instant(fields["until"]),
            qr=None if fields["qr"] is None else _text(fields["qr"]),
            clock=_yes_or_no(fields["clock"]),
            curtain=_yes_or_no(fields["curtain"]),
            since=None if fields["since"] is None else _instant(fields["since"]),
        )
    except UnreadableState:
        raise
    except (ValueError, LookupError, TypeError, OverflowError, RecursionError) as problem:
        raise UnreadableState(type(problem).__name__) from None


def _whole(value: Any) -> int:
    if type(value) is not int:
        raise UnreadableState("not a whole number")
    return value


def _text(value: Any) -> str:
    if not isinstance(value, str) or len(value) > LONGEST_TEXT:
        raise UnreadableState("not a short text")
    if any("\ud800" <= letter <= "\udfff" for letter in value):
        raise UnreadableState("half a surrogate pair")
    return value


def _yes_or_no(value: Any) -> bool:
    if type(value) is not bool:
        raise UnreadableState("neither yes nor no")
    return value


def _instant(value: Any) -> datetime:
    moment = datetime.fromisoformat(_text(value))
    if moment.tzinfo is None:
        raise UnreadableState("an instant without zone")
    return moment.astimezone(UTC)


def _page(value: Any) -> PublicPage:
    if not isinstance(value["lines"], list):
        raise UnreadableState("lines that are no list")
    return PublicPage(
        title=_text(value["title"]),
        lines=tuple(_text(line) for line in value["lines"]),
        hero=_whole(value["hero"]),
        sign=None if value["sign"] is None else WorkSign(value["sign"]),
        drawing=_text(value["drawing"]),
    )


def _dots(value: Any) -> Dots:
    dots = Dots(at=_whole(value["at"]), of=_whole(value["of"]))
    if not 0 <= dots.at <= dots.of <= MOST_DOTS:
        raise UnreadableState("dots that cannot be drawn")
    return dots
