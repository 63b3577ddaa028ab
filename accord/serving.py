"""Which of the two ways in was taken: the hardened server of serve.py, or the plain script app.py.

A fact of the process, set once by serve.py before the first request. Never read from a header, which
anybody can send.
"""

from __future__ import annotations

_ways: list[str] = []


def begin_serving() -> None:
    """Note that serve.py started this process."""
    _ways[:] = ["serve"]


def served() -> bool:
    """Tell whether this process was started through serve.py."""
    return bool(_ways)
