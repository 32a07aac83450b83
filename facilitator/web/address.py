"""Where we can be reached: a free port, and the laptop's address in the network of the house."""

from __future__ import annotations

import errno
import os
import socket
from contextlib import closing

from facilitator.stage.folder import N_

LOOPBACK, EVERYWHERE = "127.0.0.1", "0.0.0.0"  # noqa: S104 - a decision of the person, never the default
NEXT_PORTS = 20
"""Ports tried one after the other, from the one that was asked for."""
_LAST_PORT = 65_535
_OTHER_NETWORK = "192.0.2.1"
"""An address kept for examples: nothing is sent there, the system only says which of its own it would use."""


class NotReachable(Exception):
    """There is no place where anybody could ask us."""

    exit_code = 1

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


def listening(host: str, port: int) -> socket.socket:
    """A socket that listens on this port, or on the next free one; 0 leaves the choice to the system.

    Raises:
        NotReachable: if none of them is free.
    """
    tried = range(port, min(port + NEXT_PORTS, _LAST_PORT + 1)) if port else (0,)
    for each in tried:
        try:
            return _listening(host, each)
        except OSError as problem:
            if problem.errno not in (errno.EADDRINUSE, errno.EACCES):
                break
    raise NotReachable(
        N_("No place is free where a browser could ask for the wall."),
        N_("Name another one with --port, or 0 to have one chosen."),
    )


def lan_address() -> str:
    """This laptop's own address in its network.

    Raises:
        NotReachable: if it is in none.
    """
    try:
        with closing(socket.socket(socket.AF_INET, socket.SOCK_DGRAM)) as asked:
            asked.connect((_OTHER_NETWORK, 9))
            return str(asked.getsockname()[0])
    except OSError:
        raise NotReachable(
            N_("This laptop is in no network, so no other screen can reach it."),
            N_("Without --lan the wall opens in a browser on this laptop."),
        ) from None


def _listening(host: str, port: int) -> socket.socket:
    opened = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    try:
        if os.name == "posix":  # elsewhere this option would share the port with whoever has it
            opened.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        opened.bind((host, port))
        opened.listen()
        opened.setblocking(False)
    except OSError:
        opened.close()
        raise
    return opened
