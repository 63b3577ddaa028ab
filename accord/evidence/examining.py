"""One foreign file handed to a process of its own, its answer taken with care. The file's name is never asked for."""

from __future__ import annotations

import os
import subprocess
import sys
from contextlib import suppress
from pathlib import Path
from threading import BoundedSemaphore, Thread, Timer

from accord.evidence.codes import REFUSED, Code
from accord.evidence.limits import LARGEST_CASE, LARGEST_FILE, MOST_FILES, WALL_SECONDS, stand_back
from accord.evidence.reasons import EvidenceError
from accord.evidence.sheaf import LARGEST, Page, unpack

ROOT = Path(__file__).parents[2]
PATIENCE = 30.0
"""Seconds to wait for a free core."""
_LANES = BoundedSemaphore(max(1, (os.cpu_count() or 1) - 1))
"""A file may want ten seconds of a core: one core is always left to the pages of other people."""
_KEPT_NAMES = ("SYSTEMROOT", "LD_LIBRARY_PATH")
"""All that the child knows of our environment: no database, no key, no home."""


def examine(data: bytes) -> tuple[Page, ...]:
    """Return the pages of a photo or PDF, read in a process that dies alone.

    Raises:
        EvidenceError: the file was not taken; the sentence says why.
    """
    if not data:
        raise EvidenceError(Code.EMPTY)
    if len(data) > LARGEST_FILE:
        raise EvidenceError(Code.SIZE)
    if not _LANES.acquire(timeout=PATIENCE):
        raise EvidenceError(Code.BUSY)
    try:
        said = _asked(data)
    finally:
        _LANES.release()
    return _pages(said)


def check_room(sizes: list[int], new: int = 1) -> None:
    """Check that the case takes another file.

    Args:
        sizes: bytes of the files it holds.
        new: bytes that come in addition.

    Raises:
        EvidenceError: there are 20 files, or 50 MB.
    """
    if len(sizes) >= MOST_FILES:
        raise EvidenceError(Code.MANY)
    if sum(sizes) + new > LARGEST_CASE:
        raise EvidenceError(Code.FULL)


def _pages(said: bytes) -> tuple[Page, ...]:
    if said.startswith(REFUSED):
        raise EvidenceError(_code(said[len(REFUSED) :]))
    if not said:
        raise EvidenceError(Code.HEAVY)  # it was stopped, by its limits or by us
    return unpack(said)


def _code(raw: bytes) -> Code:
    """Return the reason the child named; a word that is none counts as a damaged file."""
    try:
        return Code(raw.decode("ascii", "replace"))
    except ValueError:
        return Code.DAMAGED


def _asked(data: bytes) -> bytes:
    """Return what the child said; nothing when it died or had to be stopped."""
    child = subprocess.Popen(
        [sys.executable, "-P", "-B", "-m", "accord.evidence.child"],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        cwd=ROOT,
        env={"PYTHONPATH": str(ROOT), "PYTHONUTF8": "1"} | {k: os.environ[k] for k in _KEPT_NAMES if k in os.environ},
        start_new_session=True,
    )
    stand_back(child.pid)
    clock = Timer(WALL_SECONDS, child.kill)
    feeder = Thread(target=_feed, args=(child, data), daemon=True)
    with child:
        clock.start()
        feeder.start()
        # Never more than a sheaf can hold: whatever the child has become, our own memory stays bounded.
        said = child.stdout.read(LARGEST + 1) if child.stdout else b""
        if len(said) > LARGEST:
            child.kill()
        child.wait()
        feeder.join()
        clock.cancel()
    return said if child.returncode == 0 else b""


def _feed(child: subprocess.Popen[bytes], data: bytes) -> None:
    with suppress(OSError):  # it may have died before it heard all
        if child.stdin:
            child.stdin.write(data)
            child.stdin.close()
