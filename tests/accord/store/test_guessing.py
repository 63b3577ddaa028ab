"""Counters against guessing: fixed windows, networks instead of addresses, keyed buckets."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from sqlalchemy import select

from accord.store import Store
from accord.store.guessing import count, neighbourhood, tries
from accord.store.tables import rate
from accord.store.turn import Turn

if TYPE_CHECKING:
    from tests.accord.store.conftest import Hands


@pytest.mark.parametrize(
    ("address", "network"),
    [
        ("203.0.113.9", "203.0.113.0/24"),
        (" 203.0.113.200 ", "203.0.113.0/24"),
        ("2001:db8:1:2ff::1", "2001:db8:1:200::/56"),
        ("", "unknown"),
        ("<script>", "unknown"),
        ("203.0.113.9:443", "unknown"),
    ],
)
def test_neighbours_share_a_bucket(address: str, network: str) -> None:
    assert neighbourhood(address) == network


def test_a_window_ends_and_the_next_begins_at_nothing(store: Store, hands: Hands) -> None:
    seen = []
    for wait in (0, 1, 599):
        hands.forward(seconds=wait)
        store._write(lambda turn: count(turn, b"bucket", 600))  # noqa: SLF001  a turn as the door makes it
        seen.append(store._read(lambda turn: tries(turn, b"bucket", 600)))  # noqa: SLF001  likewise

    assert seen == [1, 2, 1]


def test_no_address_stands_in_the_table(store: Store) -> None:
    def strike(turn: Turn) -> None:
        count(turn, turn.pepper.tag("rate", "claim", "203.0.113.0/24")[:16], 600)

    store._write(strike)  # noqa: SLF001  a turn as the door makes it
    with store.database.engine.connect() as connection:
        (bucket,) = connection.scalars(select(rate.c.bucket)).all()
    assert len(bucket) == 16
    assert b"203" not in bucket
