"""Every address we answer to, and nothing else: files are named here one by one, so no path leads out of them."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Awaitable, Callable, Sequence
from contextlib import AbstractAsyncContextManager, asynccontextmanager, suppress
from pathlib import Path

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response, StreamingResponse
from starlette.routing import Route

from facilitator.drawing import BEFORE
from facilitator.palette import DARK_DRAWN, DARK_WALL, DRAWN, in_browser
from facilitator.palette import WALL as LIGHT_WALL
from facilitator.web.feed import Feed
from facilitator.web.fragment import PAGES, page
from facilitator.web.letters import faces, font_files
from facilitator.web.size import style

Answer = Callable[[Request], Awaitable[Response]]
WALL = "/wall"
SIGNS = ("listen", "pairs", "write", "move")
COLOURS = in_browser({":root": LIGHT_WALL, ":root.dark": DARK_WALL}) + in_browser(
    {":root": DRAWN, ":root.dark": DARK_DRAWN}, BEFORE
)
STYLE = COLOURS + faces(WALL) + style()
"""What comes before the style sheet of the wall: its colours, letters and lengths."""
SVG = "image/svg+xml"
RETRY_MS = 500
"""After which a browser that lost us asks again."""


def site(feed: Feed, others: Sequence[Route] = (), *, is_dark: bool) -> Starlette:
    """The wall for browsers, and ``others`` beside it behind the same guard: kiosk and telephone."""
    return Starlette(
        routes=[*wall_routes(feed, is_dark=is_dark), *others],
        exception_handlers={HTTPException: _empty},
        lifespan=_following(feed),
    )


def wall_routes(feed: Feed, *, is_dark: bool) -> list[Route]:
    """The page, what it changes to, and what it looks like."""

    async def start(request: Request) -> Response:
        return RedirectResponse(WALL, status_code=303)

    async def wall(request: Request) -> Response:
        theme = request.query_params.get("theme")
        return Response(
            page(feed.shown, is_dark=theme == "dark" if theme in ("dark", "light") else is_dark),
            media_type="text/html",
        )

    async def events(request: Request) -> Response:
        if request.method == "HEAD":
            return Response(media_type="text/event-stream")
        return StreamingResponse(_events(feed), media_type="text/event-stream")

    async def icon(request: Request) -> Response:
        return Response(status_code=204)  # browsers ask, and would note an error

    return [
        Route("/", start, methods=["GET"]),
        Route("/favicon.ico", icon, methods=["GET"]),
        Route(WALL, wall, methods=["GET"]),
        Route(f"{WALL}/events", events, methods=["GET"]),
        Route(f"{WALL}/wall.css", _file(PAGES / "wall.css", "text/css", STYLE), methods=["GET"]),
        Route(f"{WALL}/wall.js", _file(PAGES / "wall.js", "text/javascript"), methods=["GET"]),
        *(Route(f"{WALL}/sign/{name}.svg", _file(PAGES / f"{name}.svg", SVG), methods=["GET"]) for name in SIGNS),
        *(Route(f"{WALL}/{name}.ttf", _file(path, "font/ttf"), methods=["GET"]) for name, path in font_files().items()),
    ]


async def _events(feed: Feed) -> AsyncIterator[bytes]:
    yield f"retry: {RETRY_MS}\n\n".encode()
    async for shown in feed.fragments():
        lines = "".join(f"data: {line}\n" for line in shown.split("\n"))
        yield f"{lines}\n".encode()


def _file(path: Path, kind: str, before: str = "") -> Answer:
    raw = before.encode() + path.read_bytes()

    async def send(request: Request) -> Response:
        return Response(raw, media_type=kind)

    return send


async def _empty(request: Request, error: Exception) -> Response:
    return Response(status_code=error.status_code if isinstance(error, HTTPException) else 500)


def _following(feed: Feed) -> Callable[[Starlette], AbstractAsyncContextManager[None]]:
    @asynccontextmanager
    async def lifespan(app: Starlette) -> AsyncIterator[None]:
        task = asyncio.create_task(feed.follow())
        try:
            yield
        finally:
            task.cancel()
            with suppress(asyncio.CancelledError):
                await task

    return lifespan
