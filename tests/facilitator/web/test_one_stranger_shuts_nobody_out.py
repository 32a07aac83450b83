"""Somebody in the same network opens all the connections they can: the telephone and this laptop are answered."""

from __future__ import annotations

import socket
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager

import pytest

from facilitator.web.connection import MOST_OF_ONE
from facilitator.web.server import MOST_CONNECTIONS
from tests.facilitator.web.server import LONGEST_WAIT, AServer, everything, until

LAN, STRANGER, TELEPHONE = "127.0.0.2", "127.0.0.66", "127.0.0.3"
"""Addresses of this machine, each as another one's."""
MANY = MOST_CONNECTIONS + 50


@pytest.fixture
def lan(serve: Callable[..., AServer]) -> AServer:
    return serve("--port", "0", "--lan", LAN)


def opened(server: AServer, source: str) -> socket.socket:
    return socket.create_connection((LAN, server.port), LONGEST_WAIT, source_address=(source, 0))


@contextmanager
def many(server: AServer, source: str, begin: bytes = b"") -> Iterator[list[socket.socket]]:
    """So many connections at once, each with the beginning of a request that never goes on."""
    with ExitStack() as stack:
        lines = [stack.enter_context(opened(server, source)) for _each in range(MANY)]
        for line in lines:
            try:
                line.sendall(begin)
            except OSError:
                continue
        yield lines


def asks(server: AServer, source: str, path: str = "/lessons") -> int:
    with opened(server, source) as line:
        line.sendall(f"GET {path} HTTP/1.1\r\nHost: {LAN}:{server.port}\r\nConnection: close\r\n\r\n".encode())
        answer = everything(line)
    return int(answer.split(b" ", 2)[1]) if answer else 0


def is_open(line: socket.socket) -> bool:
    line.setblocking(False)
    try:
        return line.recv(1) != b""
    except BlockingIOError:
        return True
    except OSError:
        return False


@pytest.mark.parametrize("begin", [b"", b"GET /wall HTTP/1.1\r\nHost: "], ids=["silent", "half a request"])
def test_a_stranger_has_a_share_and_everybody_else_is_answered(lan: AServer, begin: bytes) -> None:
    assert asks(lan, TELEPHONE) == 200
    with many(lan, STRANGER, begin) as lines:
        until(lambda: sum(map(is_open, lines)) <= MOST_OF_ONE, "all but a share are closed")
        assert asks(lan, TELEPHONE) == 200
        assert asks(lan, "127.0.0.1", "/wall") in (200, 403)
        assert asks(lan, STRANGER) == 0
    until(lambda: asks(lan, STRANGER) == 200, "who lets go is answered again")


def test_half_a_request_is_let_go_in_time(lan: AServer) -> None:
    with opened(lan, STRANGER) as line:
        line.sendall(b"GET /lessons HTTP/1.1\r\n")
        assert everything(line) == b""


def test_what_passes_in_the_open_is_said_where_the_network_is_opened(lan: AServer) -> None:
    lan.ends()
    assert any("not encrypted" in line for line in lan.output)
