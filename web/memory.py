"""Memory goes back to the machine: few pools while it is lent out, and what is free in them given back now and then.

Under glibc each thread may get a pool of its own, and what is freed there stays with the process. A session runs in
threads that come and go, so that after a day of visits the process would hold much that nobody uses. Elsewhere than
under glibc nothing is done.
"""

from __future__ import annotations

import ctypes
from contextlib import suppress
from typing import Final

POOLS: Final = 2
_M_ARENA_MAX: Final = -8  # malloc.h of glibc
_ELSEWHERE: Final = (AttributeError, OSError, TypeError)  # macOS and musl, no library, Windows


def use_few_pools() -> bool:
    """Let all threads share `POOLS` pools; tell whether that was possible."""
    with suppress(*_ELSEWHERE):
        return bool(ctypes.CDLL(None).mallopt(_M_ARENA_MAX, POOLS))
    return False


def give_back() -> bool:
    """Give what is free in the pools back to the machine; tell whether there was anything."""
    with suppress(*_ELSEWHERE):
        return bool(ctypes.CDLL(None).malloc_trim(0))
    return False
