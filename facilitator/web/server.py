"""Runs the site until it is told to end: no log, no key, no record."""

from __future__ import annotations

import asyncio
import socket
from collections.abc import Callable, Sequence
from threading import Thread
from types import FrameType
from typing import Any

import uvicorn
from starlette.routing import Route

from facilitator.web.connection import Connection
from facilitator.web.feed import Feed
from facilitator.web.guard import MOST_HEAD_BYTES, Door, Guard
from facilitator.web.site import site

MOST_CONNECTIONS = 100
KEEP_ALIVE = 4
"""Seconds a connection may rest between two requests."""
LAST_WORDS = 1
"""Seconds that answers still under way have when the server ends."""
_NO_LOG: dict[str, Any] = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"none": {"class": "logging.NullHandler"}},
    "loggers": {name: {"handlers": ["none"], "propagate": False} for name in ("uvicorn", "asyncio")},
}


def serve(
    feed: Feed,
    others: Sequence[Route],
    door: Door,
    opened: socket.socket,
    on_ready: Callable[[], None],
    *,
    is_dark: bool,
    until: Callable[[], object] | None = None,
) -> None:
    """Answer on this socket until Ctrl+C or SIGTERM; ``on_ready`` is called once, when the first page can be asked.

    The server also ends when ``until``, in a thread of its own, comes back.
    """
    config = uvicorn.Config(
        Guard(site(feed, others, is_dark=is_dark), door),
        interface="asgi3",
        http=Connection,
        ws="none",
        loop="asyncio",
        lifespan="on",
        log_config=_NO_LOG,
        access_log=False,
        proxy_headers=False,  # who asks is whom the socket names, whatever the request says
        server_header=False,
        date_header=False,
        limit_concurrency=MOST_CONNECTIONS,
        h11_max_incomplete_event_size=MOST_HEAD_BYTES,  # while it arrives; the guard sees what came at once
        timeout_keep_alive=KEEP_ALIVE,
        timeout_graceful_shutdown=LAST_WORDS,
    )
    server = _Server(config, feed, on_ready)
    if until is not None:
        Thread(target=server.end_after, args=(until,), name="until", daemon=True).start()
    server.run([opened])


class _Server(uvicorn.Server):
    def __init__(self, config: uvicorn.Config, feed: Feed, on_ready: Callable[[], None]) -> None:
        super().__init__(config)
        self._feed = feed
        self._on_ready = on_ready

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        # asyncio would print what nobody waited for, with its source lines.
        asyncio.get_running_loop().set_exception_handler(lambda loop, context: None)
        await super().startup(sockets)
        self._on_ready()

    def end_after(self, until: Callable[[], object]) -> None:
        """Wait for it, then end."""
        until()
        self.should_exit = True

    def handle_exit(self, sig: int, frame: FrameType | None) -> None:
        # uvicorn would raise the signal again at the end; to us it is the usual way to stop.
        self.should_exit = True

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        self._feed.close()
        await super().shutdown(sockets)
