"""The server's own processes are ended while they save: nothing acknowledged is lost, nothing is there twice."""

from __future__ import annotations

import os
import random
import signal
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Event, Thread
from typing import TYPE_CHECKING, TypeVar

import psycopg
import pytest

from accord.crypto import OwnerKey
from accord.settings import Settings
from accord.store import Change, Consent, DownError, Limits, NewComment, SaveResult, Store
from tests import torture

if TYPE_CHECKING:
    from tests.accord.store.conftest import Cluster

Result = TypeVar("Result")
LIMITS = Limits(saves_a_minute=10**9, comments=10**6)
AT_WORK = """SELECT pid, state FROM pg_stat_activity
WHERE datname = 'wb' AND backend_type = 'client backend' AND pid <> pg_backend_pid()"""


class Saver(Thread):
    """Saves ever higher numbers, each until it is acknowledged, and says every tenth in a remark."""

    def __init__(self, store: Store, key: OwnerKey) -> None:
        """Begin at once."""
        super().__init__()
        self.store, self.key, self.enough = store, key, Event()
        self.told: list[SaveResult] = []
        self.refusals = 0
        self.start()

    def run(self) -> None:
        """Save until it is enough."""
        while not self.enough.is_set():
            base = len(self.told) + 1
            change = Change("person", str(base).encode(), base)
            self.told.append(self._stubbornly(lambda change=change: self.store.save(self.key, change)))  # type: ignore[misc]  # bound in the loop
            if base % 10 == 0:
                remark = NewComment("person", str(base))
                self._stubbornly(lambda remark=remark: self.store.comment(self.key, remark))  # type: ignore[misc]  # likewise

    def _stubbornly(self, act: Callable[[], Result]) -> Result:
        while True:
            try:
                return act()
            except DownError:
                self.refusals += 1


@contextmanager
def _saving(store: Store, key: OwnerKey) -> Iterator[Saver]:
    saver = Saver(store, key)
    try:
        yield saver
    finally:
        saver.enough.set()
        saver.join()


def _end(cluster: Cluster, way: str, counts: Counter[str]) -> None:
    """End a process of the server that works for the saver, and count in what state it was."""
    with psycopg.connect(f"host={cluster.folder} user={cluster.user} dbname=postgres", autocommit=True) as line:
        for pid, state in line.execute(AT_WORK).fetchall():
            counts[str(state)] += 1
            if way == "killed":
                os.kill(int(pid), signal.SIGKILL)
            else:
                line.execute("SELECT pg_terminate_backend(%s)", (pid,))
            return


@torture.PATIENT
@pytest.mark.parametrize("way", torture.BACKENDS)
def test_a_server_process_that_ends_while_it_saves_loses_and_doubles_nothing(
    way: str,
    cluster: Cluster,
    postgres: Settings,
    open_store: Callable[..., Store],
    record_property: Callable[[str, object], None],
) -> None:
    store, counts, dice = open_store(postgres, LIMITS), Counter[str](), random.Random(1)  # noqa: S311  moments to end it at
    key = store.create(b'{"person": {}}', Consent(given=True))
    with _saving(store, key) as saver:
        while counts.total() < torture.BACKENDS[way] and saver.is_alive():
            saver.enough.wait(dice.uniform(0.01, 0.08) if way == "asked to end" else dice.uniform(0.1, 0.3))
            _patiently_end(cluster, way, counts)

    outcomes = Counter(str(result.outcome) for result in saver.told)
    record_property(torture.TRIED, counts.total())
    told = {"saves": len(saver.told), "refusals": saver.refusals, **outcomes}
    record_property(torture.COUNTED, f"F2 {way}, in state {dict(counts)}: {told}")
    assert [result.version for result in saver.told] == list(range(2, len(saver.told) + 2))
    assert "conflict" not in outcomes
    assert not [one for one in store.history(key) if one.conflict]
    assert store.open(key).sections["person"].data == str(len(saver.told)).encode()
    words = sorted(int(one.words) for one in store.comments(key))
    assert words == list(range(10, len(saver.told) + 1, 10))


def _patiently_end(cluster: Cluster, way: str, counts: Counter[str]) -> None:
    try:
        _end(cluster, way, counts)
    except psycopg.OperationalError:
        return  # the server is coming back
