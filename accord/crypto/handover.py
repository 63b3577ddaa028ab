"""Keys from a one-time code of eight characters that carries a draft to another browser.

The code is stretched by scrypt (128 MiB, about half a second) before anything is derived from it: the name of the row
as well as its key. So whoever has the database cannot try codes any faster than that, and without the installation's
own key (the salt is made of it) cannot try them at all. Eight characters of 31 are 39.6 bits, 8.5e11 codes: with the
database *and* the installation's key, half of them take some five thousand years of one processor. The row is gone
after ten minutes, or at the first use.
"""

from __future__ import annotations

from typing import NamedTuple

from accord.crypto.derive import hkdf, plain_code, stretch_code
from accord.crypto.pepper import Pepper
from accord.crypto.secret import CODE_LENGTH, SPEAKABLE


class HandoverKeys(NamedTuple):
    """What a code leads to: the name of the row, and the key that opens it. Neither can be derived from the other."""

    found_by: bytes
    key: bytes

    def __repr__(self) -> str:
        """Name the type, never the keys."""
        return "HandoverKeys(hidden)"


def is_code(code: str) -> bool:
    """Tell whether this can be a code at all, however it was typed; free of any cost."""
    plain = plain_code(code)
    return len(plain) == CODE_LENGTH and set(plain) <= set(SPEAKABLE)


def handover_keys(code: str, pepper: Pepper) -> HandoverKeys:
    """Return what a code leads to under this installation's present key; slow on purpose."""
    stretched = stretch_code(code, pepper.tag("handover-salt"))
    return HandoverKeys(
        hkdf(stretched, "wb/v1/handover-lookup"),
        hkdf(stretched, "wb/v1/handover-key", salt=pepper.key(pepper.current)),
    )
