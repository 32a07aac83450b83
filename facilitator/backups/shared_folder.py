"""Whether a folder is one that other computers see too: synchronised by a service, or on the network.

Both put a record at risk: a service copies it while it is written and lays an older state over it, and over the network
a lock may hold nobody back. Backups may lie there; each is one finished file.
"""

from __future__ import annotations

import os
from pathlib import Path

_SERVICES = {
    "dropbox": "Dropbox",
    "onedrive": "OneDrive",
    "icloud": "iCloud",
    "mobile documents": "iCloud",
    "com~apple~clouddocs": "iCloud",
    "google drive": "Google Drive",
    "googledrive": "Google Drive",
    "my drive": "Google Drive",
    "nextcloud": "Nextcloud",
    "owncloud": "ownCloud",
    "syncthing": "Syncthing",
    "pcloud": "pCloud",
    "megasync": "MEGA",
}
_ON_THE_NETWORK = frozenset(
    {"9p", "afs", "afpfs", "ceph", "cifs", "davfs", "fuse.davfs2", "fuse.rclone", "fuse.sshfs", "glusterfs", "lustre",
     "ncpfs", "nfs", "nfs4", "smb3", "smbfs"}
)  # fmt: skip
MOUNTS = Path("/proc/mounts")


def synchronised_by(path: Path) -> str:
    """The service that synchronises the folder this lies in, by the folder's name; empty if none is known."""
    for folder in path.absolute().parents:
        name = folder.name.casefold()
        for known, service in _SERVICES.items():
            if name == known or name.startswith((known + " ", known + "-", known + "_", known + "drive")):
                return service
    return ""


def is_on_the_network(path: Path, mounts: Path = MOUNTS) -> bool:
    """Whether this lies on another computer's disk, as far as the system says so."""
    place = str(path.absolute())
    if place.startswith(("\\\\", "//")):
        return True
    found = ""
    kind = ""
    for point, system in _mounted(mounts):
        if (place == point or place.startswith(point.rstrip("/") + "/")) and len(point) >= len(found):
            found, kind = point, system
    return kind in _ON_THE_NETWORK


def _mounted(mounts: Path) -> list[tuple[str, str]]:
    """The folders at which something is mounted, and what; none where the system keeps no such list."""
    try:
        lines = os.fsdecode(mounts.read_bytes()).splitlines()
    except OSError:
        return []
    parts = [line.split(" ") for line in lines]
    return [(_plain(each[1]), each[2]) for each in parts if len(each) > 2]


def _plain(point: str) -> str:
    """The list writes blanks and the like as octal numbers."""
    for written, meant in (("\\040", " "), ("\\011", "\t"), ("\\012", "\n"), ("\\134", "\\")):
        point = point.replace(written, meant)
    return point
