"""The clock: never backwards, and a jump is believed only after a day."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest

from accord.store import Store
from accord.store.clock import Clock, own_clock

if TYPE_CHECKING:
    from tests.accord.store.conftest import Hands


@pytest.fixture
def clock(store: Store) -> Clock:
    store.database.write(store.clock.mark)
    return store.clock


def test_turned_back_it_tells_the_latest_moment_it_knows(store: Store, clock: Clock, hands: Hands) -> None:
    start = hands.at
    hands.forward(hours=3)
    store.database.write(clock.mark)
    for back in ({"hours": -1}, {"days": -365}):
        hands.forward(**back)
        assert store.database.read(clock.now) == start + 3 * 3600


def test_a_small_step_is_believed_at_once(store: Store, clock: Clock, hands: Hands) -> None:
    hands.forward(hours=23)
    store.database.write(clock.mark)
    hands.forward(hours=23)

    assert store.database.read(clock.steady)


def test_a_jump_is_believed_after_a_day(store: Store, clock: Clock, hands: Hands) -> None:
    hands.forward(days=40)
    store.database.write(clock.mark)
    hands.forward(seconds=86_399)
    store.database.write(clock.mark)
    assert not store.database.read(clock.steady)

    hands.forward(seconds=1)
    store.database.write(clock.mark)
    assert store.database.read(clock.steady)


def test_a_jump_that_was_put_right_is_forgotten(store: Store, clock: Clock, hands: Hands) -> None:
    hands.forward(days=40)
    store.database.write(clock.mark)
    hands.forward(days=-40, hours=2)
    store.database.write(clock.mark)
    hands.forward(days=60)
    store.database.write(clock.mark)

    assert not store.database.read(clock.steady)
    assert store.database.read(Clock(lambda _connection: 0).now) == hands.at - 60 * 86400


def test_turned_back_it_stands_while_windows_go_on(store: Store, clock: Clock, hands: Hands) -> None:
    start = hands.at
    hands.forward(hours=-5)

    assert store.database.read(clock.look) == (start, start - 5 * 3600)


def test_the_engines_own_clock_is_near_ours(store: Store) -> None:
    assert abs(store.database.read(own_clock) - time.time()) < 5
