"""One connection that keeps nobody waiting: who asks too slowly, or does not take the answer, is let go."""

from __future__ import annotations

import asyncio

import h11
from uvicorn.protocols.http.h11_impl import H11Protocol

SLOWEST_REQUEST = 5.0
"""Seconds a request may take to arrive, from its first byte or from the opening of the connection to its last."""
SLOWEST_READER = 10.0
"""Seconds an answer may lie here untaken."""
MOST_OF_ONE = 20
"""Connections one address may have at a time: a browser opens six, and some tabs share an address. All together may
have five times as many, so that a stranger in the same network does not shut the telephone out.
"""


class Connection(H11Protocol):
    """uvicorn's own, with three limits it does not have. What is no HTTP is answered without a word."""

    _asking: asyncio.TimerHandle | None = None
    _taking: asyncio.TimerHandle | None = None

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]
        super().connection_made(transport)
        if self._are_too_many():
            # At once and without an answer; it no longer counts as one of those that are answered.
            self.connections.discard(self)
            transport.abort()
            return
        self._await_request()

    def connection_lost(self, exc: Exception | None) -> None:
        super().connection_lost(exc)
        self._stop_asking()
        self._stop_taking()

    def data_received(self, data: bytes) -> None:
        super().data_received(data)
        self._await_request()

    def on_response_complete(self) -> None:
        super().on_response_complete()
        self._await_request()

    def pause_writing(self) -> None:
        super().pause_writing()
        self._taking = self._taking or self.loop.call_later(SLOWEST_READER, self.transport.abort)

    def resume_writing(self) -> None:
        super().resume_writing()
        self._stop_taking()

    def send_400_response(self, msg: str) -> None:
        super().send_400_response("")

    def _are_too_many(self) -> bool:
        everyone = [each.client[0] for each in self.connections if isinstance(each, Connection) and each.client]
        return self.client is not None and everyone.count(self.client[0]) > MOST_OF_ONE

    def _await_request(self) -> None:
        if self.conn.their_state not in (h11.IDLE, h11.SEND_BODY):
            self._stop_asking()
        elif self._asking is None:
            self._asking = self.loop.call_later(SLOWEST_REQUEST, self.transport.abort)

    def _stop_asking(self) -> None:
        if self._asking is not None:
            self._asking.cancel()
        self._asking = None

    def _stop_taking(self) -> None:
        if self._taking is not None:
            self._taking.cancel()
        self._taking = None
