"""Foreign names, foreign pages, tokens, large and slow requests, against the running server."""

from __future__ import annotations

import socket
import time
from collections.abc import Callable
from urllib.parse import parse_qs, urlsplit

import httpx
import pytest

from facilitator.web.connection import SLOWEST_REQUEST
from tests.facilitator.web.server import LONGEST_WAIT, AServer, everything

LAN = "127.0.0.2"
"""An address of this machine that is not the one it calls its own."""
PAGES = ["/wall", "/wall/events", "/wall/wall.css", "/wall/wall.js", "/wall/regular.ttf", "/wall/bold.ttf"]
TELLING = ("Traceback", "Error", "error", ".py", "/site-packages", "Exception", "uvicorn", "starlette")


def ask(server: AServer, host: str, path: str = "/wall", *headers: str, method: str = "GET") -> bytes:
    lines = [f"{method} {path} HTTP/1.1", f"Host: {host}", "Connection: close", *headers]
    return server.says(("\r\n".join(lines) + "\r\n\r\n").encode("latin-1"))


def status(answer: bytes) -> int:
    return int(answer.split(b" ", 2)[1])


def body(answer: bytes) -> bytes:
    return answer.partition(b"\r\n\r\n")[2]


@pytest.fixture
def lan(serve: Callable[..., AServer]) -> AServer:
    return serve("--port", "0", "--lan", LAN)


def token_of(server: AServer) -> str:
    return parse_qs(urlsplit(server.address).query)["token"][0]


@pytest.mark.parametrize("name", ["127.0.0.1", "localhost", "LOCALHOST", "[::1]"])
def test_this_laptop_may_ask_by_any_of_its_own_names(server: AServer, name: str) -> None:
    assert status(ask(server, f"{name}:{server.port}")) == 200


def test_a_foreign_name_is_refused_even_on_this_laptop(server: AServer) -> None:
    port = server.port
    foreign = ["evil.example", f"evil.example:{port}", "127.0.0.1", "127.0.0.1:1", f"127.0.0.1.evil.example:{port}"]
    for host in (*foreign, f"{LAN}:{port}", f"user@127.0.0.1:{port}", ""):
        answer = ask(server, host)
        assert (status(answer), body(answer)) in ((421, b""), (400, b"")), host
    assert status(server.says(b"GET /wall HTTP/1.0\r\n\r\n")) == 421
    twice = ask(server, f"127.0.0.1:{port}", "/wall", "Host: evil.example")
    assert status(twice) in (400, 421)


@pytest.mark.slow
@pytest.mark.parametrize("path", PAGES)
@pytest.mark.parametrize("origin", ["http://evil.example", "null", "https://127.0.0.1:{port}", "http://127.0.0.1:1"])
def test_a_foreign_page_is_refused(server: AServer, path: str, origin: str) -> None:
    answer = ask(server, f"127.0.0.1:{server.port}", path, f"Origin: {origin.format(port=server.port)}")
    assert (status(answer), body(answer)) == (403, b"")


def test_our_own_page_may_ask(server: AServer) -> None:
    own = f"127.0.0.1:{server.port}"
    assert status(ask(server, own, "/wall/wall.js", f"Origin: http://{own}")) == 200


@pytest.mark.slow
@pytest.mark.parametrize(
    "path",
    ["/wall/../../etc/passwd", "/wall/%2e%2e/%2e%2e/etc/passwd", "/wall/..%2f..%2fetc%2fpasswd", "//etc/passwd",
     "/wall/wall.html", "/wall/fragment.html", "/wall/wall.css/..", "/wall/%00", "/state.json", "/docs", "/x"],
)  # fmt: skip
def test_no_path_leads_anywhere_else(server: AServer, path: str) -> None:
    answer = ask(server, f"127.0.0.1:{server.port}", path)
    assert (status(answer), body(answer)) == (404, b"")


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS", "PATCH", "TRACE", "BREW"])
def test_nothing_can_be_sent_to_the_wall(server: AServer, method: str) -> None:
    answer = ask(server, f"127.0.0.1:{server.port}", method=method)
    assert (status(answer), body(answer)) == (405, b"")


@pytest.mark.parametrize("path", ["/wall", "/wall/events", "/nowhere"])
def test_a_head_has_no_body_and_ends(server: AServer, path: str) -> None:
    assert body(ask(server, f"127.0.0.1:{server.port}", path, method="HEAD")) == b""


def test_what_is_too_large_is_refused(server: AServer) -> None:
    own = f"127.0.0.1:{server.port}"
    assert status(ask(server, own, "/" + "x" * 20_000)) == 431
    assert status(ask(server, own, "/wall", "X-Large: " + "x" * 20_000)) == 431
    assert status(ask(server, own, "/" + "x" * 200_000)) == 400
    assert status(ask(server, own, "/wall", "Content-Length: 3000000")) == 413
    assert status(ask(server, own, "/wall", "Transfer-Encoding: chunked", method="POST")) == 413
    assert status(server.says(b"\x16\x03\x01\x02\x00 no words at all\r\n\r\n")) == 400


@pytest.mark.slow
def test_every_answer_carries_its_protection(server: AServer) -> None:
    for path in ("/wall", "/wall/wall.css", "/nowhere", "/favicon.ico"):
        headers = httpx.get(server.home + path).headers
        assert headers["cache-control"] == "no-store"
        assert headers["referrer-policy"] == "no-referrer"
        assert headers["x-content-type-options"] == "nosniff"
        policy = headers["content-security-policy"]
        assert policy.startswith("default-src 'none';")
        assert "unsafe" not in policy
        assert "frame-ancestors 'none'" in policy
        assert "server" not in headers


def test_nothing_refused_tells_anything(server: AServer) -> None:
    own = f"127.0.0.1:{server.port}"
    answers = [ask(server, own, "/%zz"), ask(server, "x"), ask(server, own, method="POST"), server.says(b"\0\r\n\r\n")]
    for answer in answers:
        assert 400 <= status(answer) < 500
        assert not [word for word in TELLING if word.encode() in answer]
    assert server.ends() == 0
    assert len(server.output) == 3  # where it is, how to show it, what is missing


@pytest.mark.slow
def test_who_asks_too_slowly_is_let_go_and_the_others_are_not(server: AServer) -> None:
    started = time.monotonic()
    with socket.create_connection(("127.0.0.1", server.port), LONGEST_WAIT) as slow:
        slow.sendall(b"GET /wall HTTP/1.1\r\nHost: ")
        with socket.create_connection(("127.0.0.1", server.port), LONGEST_WAIT) as silent:
            assert httpx.get(f"{server.home}/wall").status_code == 200
            assert everything(silent) == everything(slow) == b""
    assert time.monotonic() - started >= SLOWEST_REQUEST - 1


def test_the_token_opens_once_and_only_for_who_brings_it(lan: AServer) -> None:
    own = f"{LAN}:{lan.port}"
    assert lan.address == f"http://{own}/?token={token_of(lan)}"
    for path in (*PAGES, "/", "/?token=", "/?token=wrong", "/nowhere", f"/wall?token={token_of(lan)}"):
        assert status(ask(lan, own, path)) == 403, path
    entry = ask(lan, own, f"/?token={token_of(lan)}")
    assert status(entry) == 200
    cookie = next(line for line in entry.decode().split("\r\n") if line.lower().startswith("set-cookie: "))
    assert "HttpOnly" in cookie
    assert "SameSite=Strict" in cookie
    assert token_of(lan) not in cookie
    given = cookie.split(": ", 1)[1].split(";")[0]
    assert status(ask(lan, own, "/wall", f"Cookie: {given}")) == 200
    assert status(ask(lan, own, f"/?token={token_of(lan)}")) == 403
    assert status(ask(lan, own, "/wall", "Cookie: facilitator=wrong")) == 403
    assert status(ask(lan, own, "/wall", "Cookie: facilitator=")) == 403


def test_asking_what_the_token_is_for_does_not_use_it(lan: AServer) -> None:
    own, path = f"{LAN}:{lan.port}", f"/?token={token_of(lan)}"
    assert status(ask(lan, own, path, method="HEAD")) == 403
    assert status(ask(lan, own, path, "Origin: http://evil.example")) == 403
    assert status(ask(lan, f"evil.example:{lan.port}", path)) == 421
    assert status(ask(lan, own, path)) == 200


def test_beside_the_network_this_laptop_needs_no_token(lan: AServer) -> None:
    assert status(ask(lan, f"localhost:{lan.port}")) == 200
    with socket.create_connection((LAN, lan.port), LONGEST_WAIT, source_address=(LAN, 0)) as line:
        line.sendall(f"GET /wall HTTP/1.1\r\nHost: {LAN}:{lan.port}\r\nX-Forwarded-For: 127.0.0.1\r\n\r\n".encode())
        assert line.recv(12) == b"HTTP/1.1 403"


@pytest.mark.slow
def test_two_starts_have_two_tokens(serve: Callable[..., AServer]) -> None:
    assert token_of(serve("--port", "0", "--lan", LAN)) != token_of(serve("--port", "0", "--lan", LAN))
