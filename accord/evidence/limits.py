"""What one upload may cost. The limits on the process are POSIX; on Windows they are absent, see `can_confine`."""

from __future__ import annotations

import os
import sys
from contextlib import suppress

if sys.platform != "win32":
    import resource

MB = 1024 * 1024
LARGEST_FILE = 10 * MB
MOST_FILES = 20
LARGEST_CASE = 50 * MB
MOST_PIXELS = 40_000_000
MOST_PAGES = 40
LONGEST_SIDE = 2000
"""Of a kept page, in pixels."""
LARGEST_SHEAF = 9 * MB
"""All pages of one upload as kept: below the store's limit for a file."""
MEMORY = 1024 * MB
CPU_SECONDS = 10
WALL_SECONDS = 20.0
OUTPUT = 50 * MB
OPEN_FILES = 32
STEPS_BACK = 5
"""By how much it stands back behind the pages of other people, in steps of `nice`."""


def can_confine() -> bool:
    """Tell whether this system can hold a process to limits of memory, time and files."""
    return sys.platform != "win32"


def stand_back(process: int) -> None:
    """Let a child stand back behind the pages of other people from its start, before it has loaded anything."""
    if sys.platform != "win32":
        with suppress(OSError):  # it has ended already, or it stands further back than that
            os.setpriority(os.PRIO_PROCESS, process, os.getpriority(os.PRIO_PROCESS, 0) + STEPS_BACK)


def confine() -> None:
    """Hold this process to the limits, for good; nothing happens where the system has none."""
    if sys.platform == "win32":
        return
    ceilings = {
        resource.RLIMIT_AS: MEMORY,
        resource.RLIMIT_CPU: CPU_SECONDS,
        resource.RLIMIT_FSIZE: OUTPUT,
        resource.RLIMIT_NOFILE: OPEN_FILES,
        resource.RLIMIT_CORE: 0,  # a core dump would leave the paper on the disk
    }
    for kind, most in ceilings.items():
        _soft, hard = resource.getrlimit(kind)
        low = most if hard == resource.RLIM_INFINITY else min(most, hard)
        resource.setrlimit(kind, (low, low))
