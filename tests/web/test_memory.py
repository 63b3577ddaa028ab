"""Memory that is free goes back to the machine, where the machine's library can do it."""

from __future__ import annotations

import ctypes
import subprocess
import sys

import pytest

from tests.house.tree import ROOT
from web import memory

HELD_BY_THREADS = """
import ctypes, threading
from pathlib import Path
from web import memory

libc = ctypes.CDLL(None)
libc.malloc.restype, libc.malloc.argtypes, libc.free.argtypes = ctypes.c_void_p, [ctypes.c_size_t], [ctypes.c_void_p]
assert memory.use_few_pools()

def held():
    pages = int(Path("/proc/self/statm").read_text().split()[1])
    return pages // 256  # MiB

def work():
    blocks = [libc.malloc(100_000) for _ in range(600)]
    for block in blocks:
        ctypes.memset(block, 1, 100_000)
    for block in blocks[:-1]:
        libc.free(block)  # the last one stays, so that nothing below it is given back by itself

before = held()
threads = [threading.Thread(target=work) for _ in range(4)]
for thread in threads: thread.start()
for thread in threads: thread.join()
full = held()
assert memory.give_back()
print(full - before, held() - before)
"""


def test_what_threads_have_freed_is_given_back() -> None:
    if not sys.platform.startswith("linux"):
        assert not memory.give_back()  # there are no pools of this kind
        return
    said = subprocess.run(
        [sys.executable, "-c", HELD_BY_THREADS], cwd=ROOT, capture_output=True, text=True, check=True, timeout=60
    )

    full, after = map(int, said.stdout.split())
    assert after < 10
    assert full > 3 * after


def test_elsewhere_nothing_is_done(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ctypes, "CDLL", lambda _name: object())

    assert not memory.use_few_pools()
    assert not memory.give_back()
