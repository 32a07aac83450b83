"""The kiosk as a page, for a tablet: the same words, the same keys, the same answer to everything.

``routes`` is mounted by the server, which checks Host and Origin and decides who may come. Nothing here holds a record
or a code. Without scripts the page works with the tablet's own keys; ``kiosk.js`` adds large ones. The drawing of
today's lesson stands beside the keys and over the answer, the same for everybody; a terminal draws none.
"""

from __future__ import annotations

import asyncio
import re
import time
from collections.abc import Awaitable, Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import assert_never
from urllib.parse import parse_qs

from jinja2 import Environment, FileSystemLoader, select_autoescape
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from agenda.public import KioskMode, KioskState
from facilitator.drawing import BEFORE, Drawings
from facilitator.kiosk.pace import Pace
from facilitator.kiosk.visit import CODE_DIGITS, WELCOME_FOR, Page, asks
from facilitator.kiosk.words import words
from facilitator.language import locale
from facilitator.palette import DRAWN, KIOSK, in_browser
from facilitator.stage.inbox import check_in, hand_over, not_me
from facilitator.stage.kiosk import read_drawing, read_kiosk
from facilitator.web.letters import faces, font_files
from legible import one_line

HERE = Path(__file__).parent / "templates"
STYLE = in_browser({":root": KIOSK}) + in_browser({":root": DRAWN}, BEFORE) + faces("/kiosk")
"""What comes before its style sheet: its colours, and the letters of the wall."""
WITH_A_DRAWING = frozenset({Page.CODE, Page.WELCOME})
"""Names need the whole page."""
MOST_BYTES = 1024
"""Of one entry; a longer one is refused unread."""
MOST_WAITING = 20
"""Entries that may wait for one another; more at once is no group of people, and they are answered and dropped."""
ENTRY = re.compile(r"[0-9a-f]{32}", re.ASCII)
HEADERS = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; "
    "font-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    "Referrer-Policy": "same-origin",  # without it a browser does not say that the form is ours
    "X-Content-Type-Options": "nosniff",
}


def routes(
    stage_folder: Path,
    now: Callable[[], datetime] = lambda: datetime.now(UTC),
    monotonic: Callable[[], float] = time.monotonic,
    sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    drawings: Drawings | None = None,
) -> list[Route]:
    """The pages below ``/kiosk``, all reading the kiosk file of this stage."""
    workplace = _Desk(stage_folder, now, monotonic, sleep, drawings or Drawings())
    return [
        Route("/kiosk", workplace.start, methods=["GET"]),
        Route("/kiosk", workplace.entry, methods=["POST"]),
        Route("/kiosk/welcome", workplace.welcome, methods=["GET"]),
        Route("/kiosk/not-me", workplace.not_me, methods=["POST"]),
        Route("/kiosk/tell", workplace.tell, methods=["GET"]),
        Route("/kiosk/kiosk.css", _file(HERE / "kiosk.css", "text/css", STYLE), methods=["GET"]),
        *(Route(f"/kiosk/{name}.ttf", _file(path, "font/ttf"), methods=["GET"]) for name, path in font_files().items()),
        Route("/kiosk/kiosk.js", _file(HERE / "kiosk.js", "text/javascript"), methods=["GET"]),
    ]


class _Desk:
    """What the pages share: one pace for everybody, because nobody knows who sits behind a tablet."""

    def __init__(
        self,
        folder: Path,
        now: Callable[[], datetime],
        monotonic: Callable[[], float],
        sleep: Callable[[float], Awaitable[None]],
        drawings: Drawings,
    ) -> None:
        self._drawings = drawings
        self._folder, self._now, self._monotonic, self._sleep = folder, now, monotonic, sleep
        self._pace = Pace()
        self._one_by_one = asyncio.Lock()
        self._waiting = 0
        places = Environment(loader=FileSystemLoader(HERE), autoescape=select_autoescape(["html"]))
        self._template = places.get_template("kiosk.html")

    async def start(self, request: Request) -> Response:
        """The code, the names, or a calm page."""
        return self._page(read_kiosk(self._folder, self._now()))

    async def welcome(self, request: Request) -> Response:
        """The answer to everything that is on disk, right or wrong; it goes back to the start by itself."""
        entry = request.query_params.get("entry", "")
        return self._page(None, Page.WELCOME, entry if ENTRY.fullmatch(entry) else "")

    async def tell(self, request: Request) -> Response:
        """The answer where nothing could be kept; it goes back, too."""
        return self._page(None, Page.TELL)

    async def entry(self, request: Request) -> Response:
        """A code or a name. Right or wrong, it is answered alike once it is kept; only what could be one is kept."""
        raw = await _body(request)
        if raw is None:
            return Response(status_code=413, headers=HEADERS)
        fields = parse_qs(raw.decode("ascii", "replace"))
        entry = await self._take(fields.get("token", [""])[0], fields.get("who", [""])[0])
        where = f"/kiosk/welcome?entry={entry}" if entry else "/kiosk/tell"
        return RedirectResponse(where, status_code=303, headers=HEADERS)

    async def not_me(self, request: Request) -> Response:
        """The entry of this answer was somebody else's."""
        raw = await _body(request)
        if raw is None:
            return Response(status_code=413, headers=HEADERS)
        entry = parse_qs(raw.decode("ascii", "replace")).get("entry", [""])[0]
        where = "/kiosk" if await self._take_back(entry) else "/kiosk/tell"
        return RedirectResponse(where, status_code=303, headers=HEADERS)

    async def _take_back(self, entry: str) -> bool:
        state = read_kiosk(self._folder, self._now())
        if state is None or not ENTRY.fullmatch(entry) or self._waiting >= MOST_WAITING:
            return False
        letters = len(state.names[0].key) if state.names else CODE_DIGITS
        return await asyncio.to_thread(hand_over, self._folder, not_me(state.token, entry, letters, self._now()))

    async def _take(self, token: str, who: str) -> str:
        """The number of the entry, if it is on disk."""
        if self._waiting >= MOST_WAITING:
            return ""
        self._waiting += 1
        try:
            # One after the other: a hundred guesses sent at once wait as long as a hundred sent in turn.
            async with self._one_by_one:
                state = read_kiosk(self._folder, self._now())
                if state is None or state.mode is KioskMode.CODES:
                    await self._sleep(self._pace.wait(self._monotonic()))
                if state is None or state.token != token or not _could_be(who, state):
                    return ""
                given = check_in(token, who, self._now())
                is_kept = await asyncio.to_thread(hand_over, self._folder, given)  # a disk may be slow
                return given.entry if is_kept else ""
        finally:
            self._waiting -= 1

    def _page(self, state: KioskState | None, page: Page | None = None, entry: str = "") -> Response:
        if page is None:
            page = _start(state)
        title, line = words(page)
        html = self._template.render(
            lang=locale().replace("_", "-"),
            page=page.value,
            title=title,
            line=line,
            drawing=self._drawing() if page in WITH_A_DRAWING else "",
            entry=entry,
            token=state.token if state else "",
            names=[(each.key, one_line(each.name)) for each in state.names] if state else [],
            digits=CODE_DIGITS,
            welcome_for=int(WELCOME_FOR),
        )
        return Response(html, media_type="text/html", headers=HEADERS)

    def _drawing(self) -> str:
        return self._drawings.svg(read_drawing(self._folder, self._now()))


def _start(state: KioskState | None) -> Page:
    if state is None:
        return Page.HOLDING
    return asks(state.mode)


def _could_be(who: str, state: KioskState) -> bool:
    match state.mode:
        case KioskMode.CODES:
            return len(who) == CODE_DIGITS and who.isascii() and who.isdecimal()
        case KioskMode.NAMES:
            return who in {each.key for each in state.names}
        case _:
            assert_never(state.mode)


async def _body(request: Request) -> bytes | None:
    """What was sent, or none if it is more than an entry can be."""
    raw = b""
    async for part in request.stream():
        raw += part
        if len(raw) > MOST_BYTES:
            return None
    return raw


def _file(path: Path, kind: str, before: str = "") -> Callable[[Request], Awaitable[Response]]:
    raw = before.encode() + path.read_bytes()

    async def send(request: Request) -> Response:
        return Response(raw, media_type=kind, headers=HEADERS)

    return send
