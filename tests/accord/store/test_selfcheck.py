"""The self-check notices what is not as promised."""

from __future__ import annotations

from accord.store import Store
from accord.store.selfcheck import on_shared_disk

MOUNTS = """overlay / overlay rw 0 0
server:/home /mnt/home nfs4 rw 0 0
/dev/sda1 /mnt/home/here ext4 rw 0 0
//box/share /srv/box cifs rw 0 0
"""


def test_a_fresh_store_is_as_promised(store: Store) -> None:
    assert [finding.name for finding in store.selfcheck() if not finding.right] == []


def test_open_files_are_noticed(local: Store) -> None:
    local.settings.sqlite_file.chmod(0o644)
    local.settings.data_dir.chmod(0o755)

    wrong = [finding.name for finding in local.selfcheck() if not finding.right]
    assert wrong == ["database file is closed to others", "data folder is closed to others"]


def test_a_missing_step_is_noticed(local: Store) -> None:
    local.database.upkeep("UPDATE meta SET v = '1' WHERE k = 'schema'")

    assert not next(finding for finding in local.selfcheck() if finding.name == "schema is current").right


def test_network_disks_are_known_by_the_nearest_mount() -> None:
    assert on_shared_disk("/mnt/home/me", MOUNTS)
    assert on_shared_disk("/srv/box", MOUNTS)
    assert not on_shared_disk("/mnt/home/here/x", MOUNTS)
    assert not on_shared_disk("/mnt/homes", MOUNTS)
    assert not on_shared_disk("/anything", "")
