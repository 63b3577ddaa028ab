"""The process that opens one foreign file: bytes come in, pages or a reason go out, and nothing else is within reach.

Started by `accord.evidence.examining` with an empty environment. It holds itself to limits before it reads, cuts its
network off where the system allows that, and refuses to open connections, start programs or write files.
"""

from __future__ import annotations

import ctypes
import os
import sys
from contextlib import suppress

from accord.evidence.codes import REFUSED, Code
from accord.evidence.limits import LARGEST_FILE, confine
from accord.evidence.reading import read
from accord.evidence.reasons import EvidenceError
from accord.evidence.sheaf import pack

_SHUT = ("socket.", "subprocess.", "os.exec", "os.fork", "os.posix_spawn", "os.spawn", "os.system", "shutil.")
_WRITING = os.O_WRONLY | os.O_RDWR | os.O_CREAT | os.O_APPEND | os.O_TRUNC
_NEW_USER, _NEW_NETWORK = 0x10000000, 0x40000000


def main() -> None:
    """Read one file from the standard input and write its pages, or the reason, to the standard output."""
    confine()
    cut_off_network()
    sys.addaudithook(refuse)
    data = sys.stdin.buffer.read(LARGEST_FILE + 1)
    sys.stdout.buffer.write(answer(data))
    sys.stdout.buffer.flush()


def answer(data: bytes) -> bytes:
    """Return the pages in one piece, or `REFUSED` with the reason's code."""
    if not 0 < len(data) <= LARGEST_FILE:
        return _said(Code.SIZE if data else Code.EMPTY)
    try:
        return pack(read(data))
    except EvidenceError as refused:
        return _said(refused.code)
    except (MemoryError, RecursionError, OverflowError):
        return _said(Code.HEAVY)


def _said(code: Code) -> bytes:
    return REFUSED + code.encode()


def cut_off_network() -> bool:
    """Move into a network with nothing in it; tell whether the system allowed that."""
    if sys.platform != "linux":
        return False
    with suppress(OSError, AttributeError):
        return bool(ctypes.CDLL(None).unshare(_NEW_USER | _NEW_NETWORK) == 0)
    return False


def refuse(event: str, args: tuple[object, ...]) -> None:
    """Refuse what a reader of pictures never needs; an audit hook cannot be taken off again.

    Raises:
        PermissionError: a connection, a program, or a file opened for writing.
    """
    if event.startswith(_SHUT):
        raise PermissionError(event)
    if event == "open" and isinstance(args[2], int) and args[2] & _WRITING:
        raise PermissionError(event)


if __name__ == "__main__":
    main()
