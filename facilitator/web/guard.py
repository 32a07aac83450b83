"""Who is answered: pages of our own address, on this laptop or with the token that was printed once.

A page of somebody else's in the same browser may send requests here, also under a name of its own that points to us
(DNS rebinding). So the name that was asked for, and the page that asks, must be ours.
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass, field
from http.cookies import CookieError, SimpleCookie
from ipaddress import ip_address
from urllib.parse import parse_qs

from starlette.datastructures import Headers
from starlette.responses import HTMLResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from facilitator.language import _
from facilitator.web.fragment import entry

LOOPBACK = ("127.0.0.1", "localhost", "[::1]")
COOKIE = "facilitator"
ENTRY = "/"
OPEN = ("/telephone", "/lessons")
"""A telephone has a pairing of its own, and its pages ask for it; the handouts are for everybody in the room."""
MOST_HEAD_BYTES = 8192
"""Of a request's first line and its headers together."""
MOST_BYTES = 2048
"""Of what may be sent to us; no form of ours comes near it."""
HEADERS = {
    "Cache-Control": "no-store",
    "Content-Security-Policy": "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; "
    "font-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}


@dataclass(slots=True)
class Door:
    """The addresses we answer to. ``token`` opens ``lan`` once, for the browser that brings it."""

    port: int
    lan: str | None = None
    token: str = field(default_factory=lambda: secrets.token_urlsafe(24))
    _cookie: str = field(default_factory=lambda: secrets.token_urlsafe(32))
    _is_used: bool = False

    @property
    def address(self) -> str:
        """What to open in a browser."""
        if self.lan is None:
            return f"http://{LOOPBACK[0]}:{self.port}/wall"
        return f"http://{self.lan}:{self.port}{ENTRY}?token={self.token}"

    def knows(self, host: str) -> bool:
        """Whether this is a name of ours, with our port."""
        names = LOOPBACK if self.lan is None else (*LOOPBACK, self.lan)
        return host.lower() in {f"{name}:{self.port}" for name in names}

    def is_home(self, host: str, client: str) -> bool:
        """Whether this laptop asks itself; nobody else needs to be let in while only it can reach us."""
        return host.lower() in {f"{name}:{self.port}" for name in LOOPBACK} and _is_loopback(client)

    def has_come_in(self, cookies: str) -> bool:
        """Whether these cookies hold what was given for the token."""
        try:
            found = SimpleCookie(cookies).get(COOKIE)
        except CookieError:
            return False
        return self._is_used and found is not None and _same(found.value, self._cookie)

    def enter(self, token: str) -> str | None:
        """What to set as a cookie, for the right token and the first time; afterwards nothing."""
        if self.lan is None or self._is_used or not _same(token, self.token):
            return None
        self._is_used = True
        return f"{COOKIE}={self._cookie}; HttpOnly; SameSite=Strict; Path=/"


class Guard:
    """Stands before the site: refuses, adds the headers of every answer, and lets no error out."""

    def __init__(self, site: ASGIApp, door: Door) -> None:
        self._site = site
        self._door = door

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._site(scope, receive, send)
            return
        is_answered = False

        async def send_guarded(message: Message) -> None:
            nonlocal is_answered
            if message["type"] == "http.response.start":
                is_answered = True
                own = {name.lower() for name, _value in message["headers"]}
                message["headers"] = [*message["headers"], *(each for each in _RAW_HEADERS if each[0] not in own)]
            await send(message)

        try:
            answer = self._refusal(scope) or self._site
            await answer(scope, receive, send_guarded)
        except Exception:  # what went wrong is nobody's business out there
            if not is_answered:
                await Response(status_code=500)(scope, receive, send_guarded)

    def _refusal(self, scope: Scope) -> ASGIApp | None:
        headers, door = Headers(scope=scope), self._door
        if _head_bytes(scope) > MOST_HEAD_BYTES:
            return Response(status_code=431, headers={"Connection": "close"})
        hosts, origins = headers.getlist("host"), headers.getlist("origin")
        if len(hosts) != 1 or not door.knows(hosts[0]):
            return Response(status_code=421)
        if any(origin.lower() != f"http://{hosts[0].lower()}" for origin in origins):
            return Response(status_code=403)
        if _is_too_long(headers):
            return Response(status_code=413, headers={"Connection": "close"})
        if scope["path"].startswith(OPEN):
            return None
        client = scope["client"][0] if scope["client"] else ""
        if door.is_home(hosts[0], client) or door.has_come_in(headers.get("cookie", "")):
            return None
        return self._at_the_door(scope)

    def _at_the_door(self, scope: Scope) -> Response:
        """Not in yet: the token opens. The page it brings leads on by itself, so that the cookie is sent then."""
        if scope["path"] == ENTRY and scope["method"] == "GET":
            token = parse_qs(scope["query_string"].decode("latin-1")).get("token", [""])[0]
            if cookie := self._door.enter(token):
                return HTMLResponse(entry(), headers={"Set-Cookie": cookie})
        return Response(_("Please ask for a new address."), status_code=403, media_type="text/plain")


_RAW_HEADERS = [(name.lower().encode(), value.encode()) for name, value in HEADERS.items()]


def _head_bytes(scope: Scope) -> int:
    asked = len(scope["raw_path"]) + len(scope["query_string"])
    return asked + sum(len(name) + len(value) for name, value in scope["headers"])


def _is_too_long(headers: Headers) -> bool:
    if "transfer-encoding" in headers:
        return True
    length = headers.get("content-length", "0")
    return not (length.isascii() and length.isdecimal()) or int(length) > MOST_BYTES


def _is_loopback(address: str) -> bool:
    try:
        return ip_address(address).is_loopback
    except ValueError:
        return False


def _same(one: str, other: str) -> bool:
    return secrets.compare_digest(one.encode("utf-8", "replace"), other.encode())
