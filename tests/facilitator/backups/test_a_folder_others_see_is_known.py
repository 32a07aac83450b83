"""Synchronised and network folders are known by their names and by what is mounted there."""

from __future__ import annotations

from pathlib import Path

import pytest

from facilitator.backups.shared_folder import is_on_the_network, synchronised_by

MOUNTS = r"""
/dev/sda1 / ext4 rw 0 0
//server/share /mnt/share cifs rw 0 0
server:/home /mnt/two\040words nfs4 rw 0 0
/dev/sdb1 /mnt/share/local ext4 rw 0 0
tmpfs /run tmpfs rw 0 0
"""


@pytest.mark.parametrize(
    ("path", "service"),
    [
        ("/srv/r/Dropbox/record", "Dropbox"),
        ("/srv/r/Dropbox (Clinic)/a/record", "Dropbox"),
        ("/srv/r/OneDrive - Clinic/record", "OneDrive"),
        ("/srv/r/Nextcloud/record", "Nextcloud"),
        ("/srv/r/Library/Mobile Documents/record", "iCloud"),
        ("/srv/r/Library/CloudStorage/GoogleDrive-r@example.org/record", "Google Drive"),
        ("/srv/r/iCloudDrive/record", "iCloud"),
        ("/srv/r/documents/record", ""),
        ("/srv/r/dropboxes/record", ""),
        ("/srv/r/Dropbox", ""),
    ],
)
def test_a_service_is_known_by_its_folder(path: str, service: str) -> None:
    assert synchronised_by(Path(path)) == service


@pytest.mark.parametrize(
    ("path", "is_network"),
    [
        ("/mnt/share/record", True),
        ("/mnt/two words/deep/record", True),
        ("/mnt/share/local/record", False),
        ("/mnt/shared/record", False),
        ("/srv/r/record", False),
        ("//server/share/record", True),
    ],
)
def test_the_network_is_known_by_what_is_mounted_nearest(path: str, is_network: bool, tmp_path: Path) -> None:
    (tmp_path / "mounts").write_text(MOUNTS)
    assert is_on_the_network(Path(path), tmp_path / "mounts") is is_network


def test_where_the_system_keeps_no_list_nothing_is_claimed(tmp_path: Path) -> None:
    assert not is_on_the_network(Path("/mnt/share/record"), tmp_path / "none")
    (tmp_path / "odd").write_bytes(b"\xff\n\none two\n")
    assert not is_on_the_network(Path("/mnt/share/record"), tmp_path / "odd")
