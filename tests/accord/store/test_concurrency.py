"""Several writers at once: no update is lost, no retry is mistaken for a conflict."""

from __future__ import annotations

import json
import time
from collections import Counter
from collections.abc import Callable
from threading import Barrier, Event, Thread
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import Connection
from sqlalchemy.exc import OperationalError

from accord.crypto import OwnerKey
from accord.settings import Settings
from accord.store import (
    Attempt,
    Change,
    Consent,
    DownError,
    Limits,
    LinkUnusableError,
    NewComment,
    Outcome,
    SaveResult,
    ShareTerms,
    Store,
    TooManyTriesError,
)
from accord.store.database import Database
from tests import torture

if TYPE_CHECKING:
    from tests.accord.store.conftest import Cluster

DEAD = OperationalError("statement", {}, ConnectionError("the line went dead"))
EACH = 12


def _together(*works: Callable[[], None]) -> None:
    """Start all works at one moment and wait for them; a fault in one of them fails the test."""
    gate, faults = Barrier(len(works)), []

    def run(work: Callable[[], None]) -> None:
        gate.wait()
        try:
            work()
        except DownError as fault:
            faults.append(fault)

    threads = [Thread(target=run, args=(work,)) for work in works]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not faults


@torture.PATIENT
def test_a_counter_that_many_raise_loses_no_step(
    settings: Settings, open_store: Callable[..., Store], record_property: Callable[[str, object], None]
) -> None:
    stores = [open_store(settings) for _writer in range(torture.WRITERS)]
    each = torture.STEPS["postgres" if settings.postgres else "sqlite"]
    key = stores[0].create(b'{"counter": {"n": 0}}', Consent(given=True))
    conflicts = []

    def raise_by_one(store: Store) -> None:
        for _step in range(each):
            while True:
                now = store.open(key).sections["counter"]
                text = json.dumps({"n": json.loads(now.data)["n"] + 1}).encode()
                if store.save(key, Change("counter", text, now.version)).outcome is Outcome.SAVED:
                    break
                conflicts.append(text)

    _together(*[lambda store=store: raise_by_one(store) for store in stores])
    kept = [earlier for earlier in stores[0].history(key) if earlier.conflict]
    told = {"increments": torture.WRITERS * each, "lost": torture.WRITERS * each - _n(stores[0], key)}
    record_property(torture.TRIED, told["increments"])
    record_property(torture.COUNTED, f"F4 {told | {'conflicts kept': len(kept)}}")
    assert told["lost"] == 0
    assert len(kept) == len(conflicts)


def _n(store: Store, key: OwnerKey) -> int:
    return int(json.loads(store.open(key).sections["counter"].data)["n"])


def test_two_tabs_in_different_sections_never_meet(settings: Settings, open_store: Callable[..., Store]) -> None:
    stores = [open_store(settings) for _writer in range(2)]
    key = stores[0].create(b'{"person": {}, "debts": []}', Consent(given=True))
    outcomes: list[Outcome] = []

    def save(store: Store, section: str) -> None:
        outcomes.extend(store.save(key, Change(section, b"[1]", base)).outcome for base in range(1, EACH))

    _together(lambda: save(stores[0], "person"), lambda: save(stores[1], "debts"))
    assert set(outcomes) == {Outcome.SAVED}
    assert {text.version for name, text in stores[0].open(key).sections.items() if name != "consent"} == {1, EACH}


def test_the_last_opening_has_one_winner(settings: Settings, open_store: Callable[..., Store]) -> None:
    stores = [open_store(settings) for _visitor in range(4)]
    key = stores[0].create(b"{}", Consent(given=True))
    link = stores[0].share(key, ShareTerms(consent=True, max_opens=1))
    won = []

    def claim(store: Store) -> None:
        try:
            won.append(store.claim(link.key, Attempt()))
        except LinkUnusableError:
            return

    _together(*[lambda store=store: claim(store) for store in stores])
    assert len(won) == 1


def test_links_can_be_withdrawn_while_others_write(settings: Settings, open_store: Callable[..., Store]) -> None:
    stores = [open_store(settings) for _writer in range(3)]
    key = stores[0].create(b'{"person": {}}', Consent(given=True))
    links = [stores[0].share(key, ShareTerms(consent=True)) for _link in range(4)]

    def withdraw() -> None:
        assert all(stores[0].revoke(key, link.id) for link in links)

    def save() -> None:
        for base in range(1, EACH):
            assert stores[1].save(key, Change("person", b"{}", base)).outcome is Outcome.SAVED

    def talk() -> None:
        for number in range(EACH):
            stores[2].comment(key, NewComment("person", str(number)))

    _together(withdraw, save, talk)
    assert stores[0].open(key).sections["person"].version == EACH
    assert len(stores[1].comments(key)) == EACH


@pytest.fixture
def deaf(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """Make every second answer of the database get lost after it has committed; list the losses."""
    lost: list[int] = []
    real, calls = Database._run, [0]  # noqa: SLF001  the wire between us and the database

    def run(self: Database, work: Callable[[Connection], object], options: dict[str, object]) -> object:
        answer = real(self, work, options)
        calls[0] += 1
        if not options and calls[0] % 2:
            lost.append(calls[0])
            raise DEAD
        return answer

    monkeypatch.setattr(Database, "_run", run)
    return lost


def test_lost_answers_make_no_false_conflicts_and_no_doubles(store: Store, deaf: list[int]) -> None:
    key = store.create(b'{"person": {}}', Consent(given=True))
    for base in range(1, 11):
        result = store.save(key, Change("person", str(base).encode(), base))
        assert result.outcome in {Outcome.SAVED, Outcome.REPEATED}
        assert result.version == base + 1
    store.comment(key, NewComment("person", "once"))

    assert deaf
    assert store.open(key).sections["person"].version == 11
    assert [comment.words for comment in store.comments(key)] == ["once"]
    assert not [earlier for earlier in store.history(key) if earlier.conflict]


def test_a_database_that_stays_away_is_told_and_nothing_is_lost(
    store: Store, key: OwnerKey, monkeypatch: pytest.MonkeyPatch
) -> None:
    def gone(*_words: object) -> None:
        raise DEAD

    change = Change("person", b"mine", 1)
    with monkeypatch.context() as away:
        away.setattr(Database, "_run", gone)
        with pytest.raises(DownError):
            store.save(key, change)
    assert store.save(key, change).outcome is Outcome.SAVED


def test_saves_are_counted_across_processes(settings: Settings, open_store: Callable[..., Store]) -> None:
    stores = [open_store(settings, Limits(saves_a_minute=3)) for _replica in range(2)]
    key = stores[0].create(b'{"person": {}}', Consent(given=True))
    for base in range(1, 4):
        stores[base % 2].save(key, Change("person", b"{}", base))

    with pytest.raises(TooManyTriesError):
        stores[0].save(key, Change("person", b"{}", 4))


@torture.PATIENT
def test_a_server_that_crashes_while_somebody_saves_loses_nothing(
    cluster: Cluster,
    postgres: Settings,
    open_store: Callable[..., Store],
    record_property: Callable[[str, object], None],
) -> None:
    store = open_store(postgres)
    key = store.create(b'{"person": {}}', Consent(given=True))
    enough, told = Event(), list[SaveResult]()

    def save() -> None:
        while not enough.is_set():
            base = len(told) + 1
            told.append(_stubbornly(store, key, Change("person", str(base).encode(), base)))

    saver = Thread(target=save)
    saver.start()
    for _crash in range(torture.CRASHES):
        before = len(told)
        while len(told) < before + 5:
            time.sleep(0.01)
        cluster.stop()
        cluster.start()
    enough.set()
    saver.join()
    outcomes = Counter(str(result.outcome) for result in told)
    record_property(torture.TRIED, torture.CRASHES)
    record_property(torture.COUNTED, f"F3 {{'crashes': {torture.CRASHES}, 'saves': {len(told)}}} {dict(outcomes)}")
    assert [result.version for result in told] == list(range(2, len(told) + 2))
    assert "conflict" not in outcomes
    assert store.open(key).sections["person"].data == str(len(told)).encode()


def _stubbornly(store: Store, key: OwnerKey, change: Change) -> SaveResult:
    while True:
        try:
            return store.save(key, change)
        except DownError:
            continue
