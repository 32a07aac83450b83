"""The facilitator's telephone: what to ask, the minutes left, and three large buttons.

A telephone is let in by the code the console shows as a QR code, once; it then has a cookie, and no other telephone has
one: a new pairing at the console ends it. The page knows what the file of the console says and nothing else.
"""

from __future__ import annotations

import asyncio
import json
import secrets
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from starlette.requests import Request
from starlette.responses import HTMLResponse, Response, StreamingResponse
from starlette.routing import Route

from agenda.public import PromptState
from facilitator.language import _, ngettext
from facilitator.palette import DARK_TELEPHONE, TELEPHONE, in_browser
from facilitator.stage.telephone import Button, Press, pairs, press, read_prompt
from facilitator.web.fragment import PAGES, telephone_entry, telephone_page
from facilitator.web.letters import faces, font_files
from legible import one_line

PROMPT = "/telephone"
COOKIE = "telephone"
LOOKS_EVERY = 0.1
PRESSED = frozenset({Button.NEXT, Button.BACK, Button.CURTAIN, Button.UNCOVER, Button.PAUSE})
"""What a page may press."""
BEAT = 2.0
MINUTE = timedelta(minutes=1)
COLOURS = in_browser({":root": TELEPHONE, "@media (prefers-color-scheme: dark) :root": DARK_TELEPHONE})
STYLE = COLOURS + faces(PROMPT)
"""What comes before its style sheet: its colours, and the letters of the wall."""


@dataclass(slots=True)
class Telephone:
    """The one that is let in: its cookie, the code it brought, and how often it pressed."""

    cookie: str
    code: str
    presses: int = 0


class Telephones:
    """At most one telephone; ``now`` is the server's clock."""

    def __init__(self, stage: Path, now: Callable[[], datetime]) -> None:
        self._stage, self._now = stage, now
        self._telephone: Telephone | None = None
        self._used: set[str] = set()

    def prompt(self, cookie: str) -> PromptState | None:
        """What this telephone may show; none if it is not let in, or not any more."""
        one, state = self._telephone, read_prompt(self._stage, self._now())
        if one is None or state is None or not _same(cookie, one.cookie) or not pairs(state, one.code):
            return None
        return state

    def enter(self, code: str) -> str | None:
        """A cookie for the right code, the first time."""
        state = read_prompt(self._stage, self._now())
        if state is None or state.taken or code in self._used or not pairs(state, code):
            return None
        self._used.add(code)
        self._telephone = Telephone(secrets.token_urlsafe(24), code)
        self._hand_over(self._telephone, Button.HERE)  # so that another server, or this one later, knows it is used
        return self._telephone.cookie

    def press(self, cookie: str, button: str) -> bool:
        """Hand a button to the console; false if it is none, or nobody's."""
        one = self._telephone
        if one is None or self.prompt(cookie) is None or button not in PRESSED:
            return False
        return self._hand_over(one, Button(button))

    def _hand_over(self, one: Telephone, button: Button) -> bool:
        one.presses += 1  # counted, not timed: a clock set back must not silence the buttons
        return press(self._stage, Press(one.code, one.presses, button, self._now()))


def routes(stage: Path, now: Callable[[], datetime] = lambda: datetime.now(UTC)) -> list[Route]:
    """The pages below ``/telephone``, which ask for the pairing themselves."""
    telephones = Telephones(stage, now)

    async def start(request: Request) -> Response:
        code = request.query_params.get("pair", "")
        if code:
            cookie = telephones.enter(code)
            if cookie is None:
                return _refused()
            answer = HTMLResponse(telephone_entry())
            answer.set_cookie(COOKIE, cookie, path=PROMPT, httponly=True, samesite="strict")
            return answer
        state = telephones.prompt(_cookie(request))
        return _refused() if state is None else HTMLResponse(telephone_page(said(state, now())))

    async def events(request: Request) -> Response:
        if telephones.prompt(_cookie(request)) is None:
            return Response(status_code=403)
        return StreamingResponse(_events(telephones, _cookie(request), now), media_type="text/event-stream")

    async def pressed(request: Request) -> Response:
        is_done = telephones.press(_cookie(request), request.path_params["button"])
        return Response(status_code=204 if is_done else 403)

    return [
        Route(PROMPT, start, methods=["GET"]),
        Route(f"{PROMPT}/events", events, methods=["GET"]),
        Route(f"{PROMPT}/press/{{button}}", pressed, methods=["POST"]),
        Route(f"{PROMPT}/telephone.css", _file(PAGES / "telephone.css", "text/css", STYLE), methods=["GET"]),
        *(
            Route(f"{PROMPT}/{name}.ttf", _file(path, "font/ttf"), methods=["GET"])
            for name, path in font_files().items()
        ),
        Route(f"{PROMPT}/telephone.js", _file(PAGES / "telephone.js", "text/javascript"), methods=["GET"]),
    ]


def said(state: PromptState, now: datetime) -> dict[str, object]:
    """The words of the page: plain text, every value."""
    return {
        "heading": one_line(state.heading),
        "left": _left(state.until, now),
        "title": one_line(state.page.title),
        "lines": [one_line(line) for line in state.page.lines],
        "ask": [one_line(line) for line in state.ask],
        "next": _("Next: {title}").format(title=one_line(state.following)) if state.following else _("Next"),
        "paused": _("A pause. How you go on is chosen at the console.") if state.paused else "",
        "way": (Button.UNCOVER if state.curtain else Button.CURTAIN).value,
        "curtain": _("raise the curtain") if state.curtain else _("curtain"),
        "covered": _("The wall is covered.") if state.curtain else "",
    }


def _left(until: datetime | None, now: datetime) -> str:
    if until is None:
        return ""
    minutes = max(0, -(-(until - now) // MINUTE))
    return ngettext("{count} minute left", "{count} minutes left", minutes).format(count=minutes)


async def _events(telephones: Telephones, cookie: str, now: Callable[[], datetime]) -> AsyncIterator[bytes]:
    before, since = "", 0.0
    while (state := telephones.prompt(cookie)) is not None:
        words = json.dumps(said(state, now()))
        if words != before or since >= BEAT:
            before, since = words, 0.0
            yield f"data: {words}\n\n".encode()
        await asyncio.sleep(LOOKS_EVERY)
        since += LOOKS_EVERY
    yield b"event: gone\ndata: {}\n\n"


def _refused() -> Response:
    return Response(_("Please scan the code on the console again."), status_code=403, media_type="text/plain")


def _cookie(request: Request) -> str:
    return request.cookies.get(COOKIE, "")


def _file(path: Path, kind: str, before: str = "") -> Callable[[Request], Awaitable[Response]]:
    raw = before.encode() + path.read_bytes()

    async def send(request: Request) -> Response:
        return Response(raw, media_type=kind)

    return send


def _same(one: str, other: str) -> bool:
    return secrets.compare_digest(one.encode("utf-8", "replace"), other.encode())
