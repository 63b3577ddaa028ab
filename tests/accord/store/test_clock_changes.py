"""The computer's clock is changed: no link comes back to life, no draft is swept away, saving goes on.

Put back, the store's clock stands at the latest moment a write has noted (to the minute) until the computer's clock
has come up to it; so what had run out by then stays shut. What ran out later than that, and was asked for by nobody
who writes, the store cannot know: a link may then be open once more for less time than the clock was put back. Put
forward by more than a day, the clock is obeyed (what has run out by it is not served) but not believed: nothing is
deleted before it has held for a whole day or somebody has looked. Put right again, everything opens as before.
"""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from accord.crypto import OwnerKey
from accord.days import SHANGHAI, add_months
from accord.errors import StoreError
from accord.settings import Settings
from accord.store import (
    Attempt,
    Change,
    CodeUnusableError,
    Consent,
    Limits,
    LinkUnusableError,
    NewComment,
    Outcome,
    Role,
    ShareTerms,
    Store,
    TooManyTriesError,
)
from tests import torture

if TYPE_CHECKING:
    from tests.accord.store.conftest import Hands

HOUR, DAY = 3600, 86400
CHANGES = {"a year back": -365 * DAY, "an hour back": -HOUR, "an hour on": HOUR, "forty days on": 40 * DAY}
ZONES = ("UTC", "Asia/Shanghai", "America/New_York", "Asia/Kolkata", "Pacific/Kiritimati", "Pacific/Pago_Pago")
MOMENTS = {
    "spring forward in New York": datetime(2026, 3, 8, 6, 30, tzinfo=UTC),
    "fall back in New York": datetime(2026, 11, 1, 5, 30, tzinfo=UTC),
    "midnight in Shanghai": datetime(2026, 11, 23, 15, 30, tzinfo=UTC),
    "leap day": datetime(2028, 2, 28, 15, 30, tzinfo=UTC),
}
TRIED: Counter[str] = Counter()
each_change = pytest.mark.parametrize("change", CHANGES)


@pytest.fixture(autouse=True)
def _counted(request: pytest.FixtureRequest) -> None:
    TRIED[request.node.originalname] += 1


def _note(store: Store, key: OwnerKey) -> None:
    """Write something, as somebody always does; the store remembers the moment."""
    store.comment(key, NewComment("debts", "noted"))


@each_change
def test_a_link_that_ran_out_stays_shut(store: Store, key: OwnerKey, hands: Hands, change: str) -> None:
    link = store.share(key, ShareTerms(consent=True, life=HOUR))
    ticket = store.claim(link.key, Attempt())
    hands.forward(seconds=HOUR + 61)
    with pytest.raises(LinkUnusableError):
        store.claim(link.key, Attempt())
    hands.forward(seconds=CHANGES[change])

    for shut in (lambda: store.claim(link.key, Attempt()), lambda: store.open(ticket), lambda: store.comments(ticket)):
        with pytest.raises(LinkUnusableError):
            shut()
    assert store.open(key).sections


@each_change
def test_a_link_that_was_withdrawn_stays_shut(store: Store, key: OwnerKey, hands: Hands, change: str) -> None:
    link = store.share(key, ShareTerms(consent=True))
    ticket = store.claim(link.key, Attempt())
    store.revoke(key, link.id)
    for seconds in (CHANGES[change], -CHANGES[change]):
        hands.forward(seconds=seconds)
        with pytest.raises(LinkUnusableError):
            store.claim(link.key, Attempt())
        with pytest.raises(LinkUnusableError):
            store.open(ticket)


@each_change
def test_a_ticket_that_ran_out_opens_nothing(store: Store, key: OwnerKey, hands: Hands, change: str) -> None:
    ticket = store.claim(store.share(key, ShareTerms(consent=True)).key, Attempt())
    hands.forward(hours=12, seconds=61)
    _note(store, key)
    hands.forward(seconds=CHANGES[change])

    with pytest.raises(LinkUnusableError):
        store.open(ticket)


@each_change
def test_a_code_that_ran_out_leads_to_nothing(store: Store, key: OwnerKey, hands: Hands, change: str) -> None:
    code = store.lend(key, Consent(given=True)).code
    hands.forward(seconds=661)
    _note(store, key)
    hands.forward(seconds=CHANGES[change])

    with pytest.raises(CodeUnusableError):
        store.collect(Attempt(code=code))


@each_change
def test_a_living_link_lives_on_when_the_clock_is_right_again(
    store: Store, key: OwnerKey, hands: Hands, change: str
) -> None:
    link = store.share(key, ShareTerms(consent=True, role=Role.COMMENT))
    until = store.shares(key)[0].until
    hands.forward(seconds=CHANGES[change])
    try:
        store.claim(link.key, Attempt())
    except LinkUnusableError:
        assert change == "forty days on"
    store.sweep()
    hands.forward(seconds=-CHANGES[change])

    assert store.open(store.claim(link.key, Attempt())).sections
    assert store.shares(key)[0].until == until


@each_change
def test_no_sweep_deletes_a_draft_for_a_clock_that_was_changed(
    store: Store, case: bytes, hands: Hands, change: str
) -> None:
    keys = [store.create(case, Consent(given=True)) for _draft in range(5)]
    for _day in range(60):
        hands.forward(days=1)
        store.sweep()
    hands.forward(seconds=CHANGES[change])
    deleted = 0
    for _round in range(23):
        deleted += sum(store.sweep().rows.get(kind, 0) for kind in ("workbooks", "links", "comments"))
        store.create(case, Consent(given=True))  # others go on: the changed clock is noted
        hands.forward(hours=1)
    hands.forward(seconds=-CHANGES[change])

    assert deleted == 0
    assert not store.sweep().paused
    assert all(store.open(key).sections for key in keys)


@each_change
def test_saving_goes_on_at_its_usual_pace(
    settings: Settings, open_store: Callable[..., Store], hands: Hands, change: str
) -> None:
    store = open_store(settings, Limits(saves_a_minute=6))
    key = store.create(b'{"person": {}}', Consent(given=True))
    hands.forward(seconds=CHANGES[change])
    for base in range(1, 30):
        hands.forward(seconds=11)
        assert store.save(key, Change("person", b"%d" % base, base)).outcome is Outcome.SAVED

    with pytest.raises(TooManyTriesError):
        _save_at_once(store, key)


def _save_at_once(store: Store, key: OwnerKey) -> None:
    for base in range(30, 40):
        store.save(key, Change("person", b"%d" % base, base))


def test_a_clock_that_was_wrong_for_days_and_is_put_right_by_hand_sweeps_again(
    store: Store, key: OwnerKey, hands: Hands
) -> None:
    hands.forward(days=40)
    store.sweep(clock_is_right=True)
    hands.forward(days=-40)

    assert store.open(key).sections
    assert store.sweep(clock_is_right=True).rows
    assert store.shares(key) == []


@pytest.fixture(params=ZONES)
def zone(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    monkeypatch.setenv("TZ", request.param)
    time.tzset()
    yield request.param
    monkeypatch.undo()
    time.tzset()


@pytest.mark.parametrize("moment", MOMENTS)
def test_where_the_server_stands_changes_nothing(
    zone: str, moment: str, sqlite: Settings, open_store: Callable[..., Store], hands: Hands
) -> None:
    assert zone
    hands.at = int(MOMENTS[moment].timestamp())
    store = open_store(sqlite)
    key = store.create(b'{"person": {}}', Consent(given=True))
    link = store.share(key, ShareTerms(consent=True, life=HOUR))
    ticket = store.claim(link.key, Attempt())
    hands.forward(seconds=HOUR - 1)  # over the change of the clocks, over midnight
    assert store.open(ticket).sections
    hands.forward(seconds=1)
    with pytest.raises(LinkUnusableError):
        store.open(ticket)

    local = MOMENTS[moment].astimezone(SHANGHAI)
    days = (store.open(key).until.date() - local.date()).days
    assert link.until.isoformat() == datetime.fromtimestamp(hands.at, SHANGHAI).isoformat()
    assert days in {90, 91}
    assert store.erase(key).at == datetime.fromtimestamp(hands.at, SHANGHAI)


def test_a_leap_day_is_a_day(store: Store, key: OwnerKey, hands: Hands) -> None:
    hands.at = int(datetime(2028, 2, 1, 4, tzinfo=UTC).timestamp())
    store.sweep(clock_is_right=True)
    again = store.create(b"{}", Consent(given=True))

    assert store.open(again).until.date().isoformat() == "2028-05-02"
    assert add_months(datetime(2028, 2, 29, tzinfo=SHANGHAI).date(), 12).isoformat() == "2029-02-28"
    with pytest.raises(StoreError):
        store.open(key)


def test_how_often_each_was_tried(record_property: Callable[[str, object], None]) -> None:
    record_property(torture.TRIED, TRIED.total())
    record_property(
        torture.COUNTED, f"F15 {TRIED.total()} changes of the clock and places: brought back to life 0, swept away 0"
    )
    assert TRIED.total() >= 24
