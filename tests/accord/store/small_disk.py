"""A saver on a disk that is nearly full, again and again, and then has room once more.

    python small_disk.py FOLDER disk|limit PEPPER SAVES

`disk`: FOLDER becomes a real small file system (tmpfs) in a mount space of this process's own, filled by a file until
next to nothing is left: SQLite hears ENOSPC, as on any full disk. The command must be started by `unshare --mount`.
`limit`: no file may grow any further (RLIMIT_FSIZE): the same write fails in its middle, with EFBIG. This works
everywhere, and is further from a full disk: SQLite takes it for a broken one. One JSON line at the end.
"""

from __future__ import annotations

import json
import resource
import signal
import subprocess
import sys
from collections import Counter
from pathlib import Path

from accord.crypto import OwnerKey
from accord.settings import Settings
from accord.store import Change, Consent, DownError, Limits, Outcome, Store, database

SIZE = 12  # MiB of the whole disk: SQLite's log alone takes four
LEFT = 48 * 1024  # bytes left on a full one, for a few saves more
FULL, FREE = 32, 8  # saves in one round: while it is full, and with room again
SECTIONS = ("left", "right")


class Disk:
    """The folder on a disk that can be filled and emptied."""

    def __init__(self, folder: Path, way: str) -> None:
        """Mount it, where it is a disk of its own."""
        self.folder, self.way = folder, way
        self.filler = folder / "filler"
        if way == "disk":
            subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={SIZE}m", "tmpfs", str(folder)], check=True)
        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)

    def fill(self) -> None:
        """Leave next to nothing."""
        if self.way == "limit":
            largest = max(file.stat().st_size for file in self.folder.rglob("*") if file.is_file())
            resource.setrlimit(resource.RLIMIT_FSIZE, (largest + LEFT, resource.RLIM_INFINITY))
            return
        done = subprocess.run(["df", "-B1", "--output=avail", str(self.folder)], capture_output=True, check=True)
        room = int(done.stdout.split()[-1])
        self.filler.write_bytes(b"x" * max(room - LEFT, 0))

    def free(self) -> None:
        """Make room again."""
        if self.way == "limit":
            resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
        else:
            self.filler.unlink()


class Saver:
    """Saves ever higher numbers to two sections at once and compares what is kept with what was acknowledged."""

    def __init__(self, settings: Settings) -> None:
        """Begin a draft."""
        self.settings, self.limits = settings, Limits(saves_a_minute=10**9)
        self.store = Store(settings, limits=self.limits)
        self.key: OwnerKey = self.store.create(b"{}", Consent(given=True))
        self.number = 0
        self.report = Counter[str]()

    def save(self, state: str) -> None:
        """Save once; the next number only when this one is acknowledged."""
        text = json.dumps({"n": self.number + 1, "padding": "x" * 3000}).encode()
        self.report["saves"] += 1
        try:
            results = self.store.save_all(self.key, [Change(name, text, self.number) for name in SECTIONS])
        except DownError as refusal:
            self.report[f"refused while {state}"] += 1
            self.report["without a sentence"] += not refusal.speak().endswith("。")
        else:
            self.report[f"kept while {state}"] += 1
            self.report["conflicts"] += any(result.outcome is not Outcome.SAVED for result in results)
            self.number += 1
        self.compare(self.store)

    def compare(self, store: Store) -> None:
        """Read everything; it must be what was acknowledged last."""
        texts = store.open(self.key).sections
        kept = {json.loads(texts[name].data)["n"] if name in texts else 0 for name in SECTIONS}
        self.report["lost or torn"] += kept != {self.number}

    def open_anew(self) -> None:
        """Open the store a second time, as a start on a full disk does."""
        with Store(self.settings, limits=self.limits) as second:
            self.report["opened while full"] += 1
            self.report["unwhole"] += second.database.read_only
            self.compare(second)


def main(words: list[str]) -> None:
    """Fill the disk, save, make room, save, and tell what happened."""
    folder, way, pepper, saves = words
    database.FIRST_PAUSE = 0.001  # a full disk is not busy: patience is tried elsewhere
    disk = Disk(Path(folder), way)
    saver = Saver(Settings(disk.folder / "data", disk.folder / "none", pepper=pepper))
    while saver.report["saves"] < int(saves):
        saver.store.database.upkeep("PRAGMA wal_checkpoint(TRUNCATE)")  # else a grown log would take all that follows
        disk.fill()
        for _save in range(FULL):
            saver.save("full")
        saver.open_anew()
        disk.free()
        for _save in range(FREE):
            saver.save("free")
        saver.report["rounds"] += 1
    whole = saver.store.database.upkeep("PRAGMA integrity_check")
    sys.stdout.write(json.dumps({**saver.report, "integrity": whole}) + "\n")


if __name__ == "__main__":
    main(sys.argv[1:])
