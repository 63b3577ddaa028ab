"""Tickets: what a browser keeps after a link was claimed.

A ticket carries the link's secret and the stretched code, and a mark of this installation that the claim was counted.
It cannot be made from a link alone, so a limit on opens holds; and it runs out after twelve hours.
"""

from __future__ import annotations

import hmac
from dataclasses import dataclass
from typing import ClassVar, Self

from accord.crypto.derive import KEY_BYTES, lookup
from accord.crypto.errors import UNFIT_SECRET, SecretFormError
from accord.crypto.pepper import Pepper
from accord.crypto.secret import ShareKey, decoded, encoded

TICKET_SECONDS = 12 * 60 * 60
_NUMBERS = 4 + 8  # kid and time
_LENGTH = KEY_BYTES * 3 + _NUMBERS


@dataclass(frozen=True, slots=True, repr=False)
class Ticket:
    """A counted claim of a link. `issued` is in seconds since 1970; `stretched` is empty without a code."""

    raw: bytes
    stretched: bytes
    issued: int
    kid: int
    mark: bytes
    prefix: ClassVar[str] = "wbc1_"

    @classmethod
    def issue(cls, link: ShareKey, stretched: bytes, issued: int, pepper: Pepper) -> Self:
        """Return a marked ticket for a claim that was just counted."""
        mark = pepper.tag("ticket", link.lookup, stretched, issued)
        return cls(link.raw, stretched, issued, pepper.current, mark)

    @classmethod
    def parse(cls, text: str) -> Self:
        """Read a ticket from a cookie; whether it is genuine is told by `holds`.

        Raises:
            SecretFormError: not a ticket, or cut off.
        """
        raw = decoded(text, cls.prefix, _LENGTH)
        secret, stretched, numbers, mark = raw[:32], raw[32:64], raw[64 : 64 + _NUMBERS], raw[64 + _NUMBERS :]
        kid, issued = int.from_bytes(numbers[:4]), int.from_bytes(numbers[4:])
        if not kid:
            raise SecretFormError(UNFIT_SECRET)
        return cls(secret, stretched.strip(b"\0") and stretched, issued, kid, mark)

    @property
    def text(self) -> str:
        """The ticket as it stands in a cookie."""
        numbers = self.kid.to_bytes(4) + self.issued.to_bytes(8)
        return encoded(self.prefix, self.raw + self.stretched.ljust(KEY_BYTES, b"\0") + numbers + self.mark)

    @property
    def lookup(self) -> bytes:
        """What the store finds the link's grant by."""
        return lookup(self.raw)

    def holds(self, now: int, pepper: Pepper) -> bool:
        """Tell whether this installation issued the ticket and it has not run out.

        Raises:
            PepperError: the key it was marked with is gone.
        """
        mark = pepper.tag("ticket", self.lookup, self.stretched, self.issued, kid=self.kid)
        return hmac.compare_digest(mark, self.mark) and now < self.issued + TICKET_SECONDS

    def __repr__(self) -> str:
        """Name the type, never the secret."""
        return "Ticket(hidden)"
