"""The limits hold for the process that sets them, and they are those that were decided."""

import os
import subprocess
import sys
from pathlib import Path

from accord.evidence import limits

ROOT = Path(__file__).parents[3]


def test_the_limits_are_those_decided() -> None:
    assert (limits.LARGEST_FILE, limits.MOST_FILES, limits.LARGEST_CASE) == (10 * 2**20, 20, 50 * 2**20)
    assert (limits.MOST_PIXELS, limits.MOST_PAGES, limits.LONGEST_SIDE) == (40_000_000, 40, 2000)
    assert limits.can_confine()


def test_a_process_stands_back_behind_the_pages_of_others_from_its_start() -> None:
    with subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE) as child:
        limits.stand_back(child.pid)
        found = os.getpriority(os.PRIO_PROCESS, child.pid)
        child.communicate(b"\n")

    assert found == min(os.getpriority(os.PRIO_PROCESS, 0) + limits.STEPS_BACK, 19)


def test_a_confined_process_cannot_take_more_and_cannot_take_it_back() -> None:
    script = (
        "import resource\nfrom accord.evidence.limits import confine\nconfine()\n"
        "told = [resource.getrlimit(kind) for kind in (resource.RLIMIT_AS, resource.RLIMIT_CPU, resource.RLIMIT_FSIZE,"
        " resource.RLIMIT_NOFILE, resource.RLIMIT_CORE)]\n"
        "try:\n    bytearray(2**30)\n    told.append('room')\nexcept MemoryError:\n    told.append('none')\n"
        "print(told)"
    )
    run = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, check=True)

    most = [(2**30, 2**30), (10, 10), (50 * 2**20, 50 * 2**20), (32, 32), (0, 0)]
    assert run.stdout.strip() == str([*most, "none"])
