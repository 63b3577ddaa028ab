"""Limits on trying: counters in fixed windows, in the database so that all replicas share them.

Buckets are keyed hashes: no address stands in the table.
"""

from __future__ import annotations

from ipaddress import ip_address, ip_network

from sqlalchemy import select

from accord.store.errors import TOO_MANY_TRIES, TooManyTriesError
from accord.store.limits import DAY, MINUTE
from accord.store.tables import rate
from accord.store.turn import Turn
from accord.store.upsert import count_one


def neighbourhood(address: str) -> str:
    """Return the network an address belongs to: /24, or /56 of the longer ones; one bucket for unreadable ones."""
    try:
        number = ip_address(address.strip())
    except ValueError:
        return "unknown"
    return str(ip_network((number, 24 if number.version == 4 else 56), strict=False))  # noqa: PLR2004  IP's own number


def tries(turn: Turn, bucket: bytes, seconds: int) -> int:
    """Return how many tries were counted in the present window of `seconds`."""
    this = (rate.c.bucket == bucket) & (rate.c.win == turn.ticking - turn.ticking % seconds)
    return turn.connection.scalar(select(rate.c.n).where(this)) or 0


def count(turn: Turn, bucket: bytes, seconds: int) -> None:
    """Count one try in the present window."""
    count_one(turn.connection, bucket, turn.ticking - turn.ticking % seconds)


class ClaimLimits:
    """The three counters a claim may run into: its address, everybody, and one link's code from one address."""

    def __init__(self, turn: Turn, address: str, link: bytes) -> None:
        """Name the buckets of one claim."""
        near = neighbourhood(address)
        self.turn = turn
        self.by_address = turn.pepper.tag("rate", "claim", near)[:16]
        self.by_all = turn.pepper.tag("rate", "claims")[:16]
        self.by_code = turn.pepper.tag("rate", "code", near, link)[:16]

    def check(self, *, with_code: bool) -> bool:
        """Refuse a claim that comes after too many failures; tell whether all claims have to wait a second.

        Raises:
            TooManyTriesError: too many from this address.
        """
        limits, turn = self.turn.limits, self.turn
        window = limits.claim_window
        coded = with_code and tries(turn, self.by_code, window) >= limits.codes_by_address
        if coded or tries(turn, self.by_address, window) >= limits.claims_by_address:
            raise TooManyTriesError(TOO_MANY_TRIES, minutes=window // MINUTE)
        return tries(turn, self.by_all, MINUTE) >= limits.claims_by_all

    def failed(self, *, with_code: bool) -> None:
        """Count a failure."""
        window = self.turn.limits.claim_window
        count(self.turn, self.by_address, window)
        count(self.turn, self.by_all, MINUTE)
        if with_code:
            count(self.turn, self.by_code, window)


def count_workbook(turn: Turn, address: str) -> bool:
    """Count a new workbook; tell whether this address may begin another one today."""
    if not address:
        return True
    bucket = turn.pepper.tag("rate", "workbook", neighbourhood(address))[:16]
    count(turn, bucket, DAY)
    return tries(turn, bucket, DAY) <= turn.limits.workbooks_a_day


def count_handover(turn: Turn, address: str) -> bool:
    """Count a one-time code; tell whether this address may make another one now."""
    if not address:
        return True
    bucket, window = turn.pepper.tag("rate", "handover", neighbourhood(address))[:16], turn.limits.claim_window
    count(turn, bucket, window)
    return tries(turn, bucket, window) <= turn.limits.handovers_by_address


def count_typed(turn: Turn, wid: bytes) -> bool:
    """Count a typed text that a page left; tell whether another one may be kept this minute."""
    bucket = turn.pepper.tag("rate", "typed", wid)[:16]
    count(turn, bucket, MINUTE)
    return tries(turn, bucket, MINUTE) <= turn.limits.typed_a_minute


def count_save(turn: Turn, wid: bytes) -> bool:
    """Count a save; tell whether this workbook may be saved again this minute."""
    bucket = turn.pepper.tag("rate", "save", wid)[:16]
    count(turn, bucket, MINUTE)
    return tries(turn, bucket, MINUTE) <= turn.limits.saves_a_minute
