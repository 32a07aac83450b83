"""A real CUPS of the test's own: its folder, its port on loopback, its printers. And one that only looks like it."""

from __future__ import annotations

import os
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

SYSTEM_BACKENDS, SERVER_BIN = Path("/usr/lib/cups/backend"), Path("/usr/lib/cups")
LINKED = ("cgi-bin", "daemon", "driver", "filter", "monitor", "notifier")
BACKENDS = {
    # Puts each job into a folder, as a PDF printer does.
    "shelf": 'cat ${6:+"$6"} > "${DEVICE_URI#shelf:}/$1.pdf"',
    # Takes a job and waits for paper.
    "tray": 'echo "STATE: +media-empty-error" >&2; exec sleep 60',
    # Is stopped by its first job.
    "broken": "exit 4",
}
PRINTERS = {"Office": "shelf:{out}", "Hall": "tray:/", "Cellar": "broken:/", "Attic": "ipp://127.0.0.1:9/ipp/print"}
FILES = """
ServerRoot {root}/etc
ServerBin {root}/bin
StateDir {root}/run
RequestRoot {root}/spool
TempDir {root}/spool/tmp
CacheDir {root}/cache
AccessLog {root}/log/access
ErrorLog {root}/log/error
PageLog {root}/log/page
Printcap {root}/run/printcap
SystemGroup {group}
{user}
Sandboxing relaxed
"""
SERVER = """
Listen 127.0.0.1:{port}
Browsing Off
DefaultAuthType None
WebInterface No
LogLevel info
<Location />
Order allow,deny
Allow localhost
</Location>
<Policy default>
<Limit All>
Order deny,allow
</Limit>
</Policy>
"""


@dataclass(frozen=True, slots=True)
class Cups:
    """Where it listens and where its PDF printer puts what it prints."""

    address: str
    root: Path

    @property
    def sheets(self) -> list[bytes]:
        """What came out of the printer called Office, in order."""
        files = (self.root / "out").iterdir()
        return [path.read_bytes() for path in sorted(files, key=lambda path: int(path.stem))]

    def completed(self, printer: str) -> list[str]:
        """The jobs that the queue is done with, asked with its own command."""
        return self.ask("lpstat", "-W", "completed", "-o", printer).splitlines()

    def ask(self, *words: str) -> str:
        path = f"{os.environ['PATH']}{os.pathsep}/usr/sbin"
        env = {**os.environ, "CUPS_SERVER": self.address, "LC_ALL": "C", "PATH": path}
        return subprocess.run(
            ["/usr/bin/env", *words], env=env, capture_output=True, text=True, timeout=30, check=True
        ).stdout

    def logged(self) -> str:
        """Everything it wrote down anywhere but the printed sheets themselves."""
        files = [path for folder in ("log", "cache", "run") for path in (self.root / folder).rglob("*")]
        return "".join(path.read_bytes().decode("utf-8", "replace") for path in files if path.is_file())


@contextmanager
def a_cups() -> Iterator[Cups]:
    """Started, with its printers, and ended again.

    Not in the folder of the tests: its printers work under a name of their own, and must be able to come in.
    """
    with TemporaryDirectory(prefix="cups-") as folder:
        Path(folder).chmod(0o755)
        yield from _running(Path(folder))


def _running(root: Path) -> Iterator[Cups]:
    for folder in ("etc", "bin/backend", "run", "spool/tmp", "log", "cache", "out"):
        (root / folder).mkdir(parents=True)
    (root / "out").chmod(0o777)
    _write_backends(root / "bin")
    port = _free_port()
    is_root = os.getuid() == 0
    user = "User lp\nGroup lp" if is_root else ""  # it refuses to let printers work as root
    values = {"root": root, "port": port, "group": root.group(), "user": user}
    (root / "etc/cups-files.conf").write_text(FILES.format(**values))
    (root / "etc/cupsd.conf").write_text(SERVER.format(**values))
    words = ["/usr/sbin/cupsd", "-f", "-c", f"{root}/etc/cupsd.conf", "-s", f"{root}/etc/cups-files.conf"]
    running = subprocess.Popen(words, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        cups = Cups(f"127.0.0.1:{port}", root)
        _wait_for(port, running)
        for name, uri in PRINTERS.items():
            cups.ask("lpadmin", "-p", name, "-E", "-v", uri.format(out=root / "out"), "-m", "raw")
        yield cups
    finally:
        running.terminate()
        running.wait(20)


def _write_backends(folder: Path) -> None:
    for name in LINKED:
        (folder / name).symlink_to(SERVER_BIN / name)
    (folder / "backend/ipp").symlink_to(SYSTEM_BACKENDS / "ipp")
    for name, script in BACKENDS.items():
        file = folder / "backend" / name
        file.write_text(f"#!/bin/sh\n[ $# = 0 ] && exit 0\n{script}\n")
        file.chmod(0o755)


def _free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])


def _wait_for(port: int, running: subprocess.Popen[bytes]) -> None:
    deadline = time.monotonic() + 20
    while True:
        assert running.poll() is None, "cupsd ended"
        with socket.socket() as one:
            if one.connect_ex(("127.0.0.1", port)) == 0:
                return
        assert time.monotonic() < deadline, "cupsd does not listen"
        try:
            running.wait(0.05)
        except subprocess.TimeoutExpired:
            continue


def a_pretended_queue(folder: Path, lp: str = "", **says: str) -> str:
    """A ``PATH`` with commands that do as the test says: ``lp``, and ``lpstat`` by its option (``e="echo Office"``).

    What ``lp`` was given is kept beside it.
    """
    folder.mkdir()
    taken = f'echo "$@" > {folder}/words; cat > {folder}/job; echo "request id is Office-7 (0 file(s))"'
    _script(folder / "lp", lp or taken)
    cases = "".join(f"*' -{option} '*) {script};;\n" for option, script in {**LPSTAT, **says}.items())
    _script(folder / "lpstat", f'case " $* " in\n{cases}esac')
    return f"{folder}{os.pathsep}{os.environ['PATH']}"


LPSTAT = {
    "r": "echo 'scheduler is running'",
    "e": "printf 'Hall\\nOffice\\n'",
    "d": "echo 'system default destination: Office'",
    "p": "echo 'printer Office is idle.  enabled since today'",
    "W": "echo 'Office-7   ana   1024   today'",
}


def _script(file: Path, script: str) -> None:
    file.write_text(f"#!/bin/sh\n{script}\n")
    file.chmod(0o755)
