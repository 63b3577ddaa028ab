"""Streamlit's own store of pictures and files, `/media/`, held to the browser each of them was shown to.

Streamlit names a file there by its content and asks nobody for a cookie. Here an address works for the browsers whose
pages were told to show it and for no other; the addresses are read from what the server sends to each page.
"""

from __future__ import annotations

import re
from collections import OrderedDict
from collections.abc import Iterator
from typing import Final

ADDRESS: Final = b"/media/"
MOST_SHOWN: Final = 20_000
PATHS: Final = ((5, 3, 6, 1, 3), (5, 3, 43, 6))
"""Where an address stands in Streamlit's message: delta, new element, then a picture's url or a download's."""
_FILE = re.compile(rb"/media/([0-9a-f]{32,128})(?:\.[A-Za-z0-9]{1,12})?")
_VARINT, _FIXED64, _BYTES, _FIXED32 = 0, 1, 2, 5
_PART, _MORE = 0x7F, 0x80
_LONGEST_NUMBER = 10


class Shown:
    """Which files each browser was told of. Memory of this process, as the files themselves are."""

    def __init__(self) -> None:
        """Begin with nothing shown."""
        self._told: OrderedDict[tuple[str, str], None] = OrderedDict()

    def learn(self, frame: bytes, mark: str) -> None:
        """Note the files that one message to a browser shows.

        Words that look like an address are no address: only the fields in which Streamlit itself puts one count.
        """
        if ADDRESS not in frame:
            return
        for found in (_FILE.fullmatch(value) for path in PATHS for value in fields(frame, path)):
            if found:
                self._told[found[1].decode(), mark] = None
                self._told.move_to_end((found[1].decode(), mark))
        while len(self._told) > MOST_SHOWN:
            self._told.popitem(last=False)

    def may_see(self, path: str, mark: str) -> bool:
        """Tell whether a browser was shown the file at an address."""
        found = _FILE.fullmatch(path.encode())
        return found is not None and bool(mark) and (found[1].decode(), mark) in self._told


def fields(message: bytes, path: tuple[int, ...]) -> Iterator[bytes]:
    """Yield every value of a field of a Protocol Buffers message, by the numbers that lead there."""
    if not path:
        yield message
        return
    for number, value in _parts(message):
        if number == path[0]:
            yield from fields(value, path[1:])


def _parts(message: bytes) -> Iterator[tuple[int, bytes]]:
    """Yield the fields of bytes in a message: texts and messages inside. What is no message ends the reading."""
    at = 0
    while at < len(message):
        key, at = _number(message, at)
        kind = key & 7
        if kind == _BYTES:
            size, at = _number(message, at)
            yield key >> 3, message[at : at + size]
            at += size
        elif kind == _VARINT:
            _value, at = _number(message, at)
        elif kind in {_FIXED64, _FIXED32}:
            at += 8 if kind == _FIXED64 else 4
        else:
            return


def _number(message: bytes, at: int) -> tuple[int, int]:
    value = 0
    for place, part in enumerate(message[at : at + _LONGEST_NUMBER]):
        value |= (part & _PART) << (7 * place)
        if not part & _MORE:
            return value, at + place + 1
    return value, len(message)
