"""A backup taken while others save, brought back: it is a state that was acknowledged, whole, and not an older one.

Each saver writes one number to two sections in one action, a paper and a remark beside it now and then. What comes
back must hold the same number in both, no older than the last one acknowledged before the backup began and no newer
than the one under way when it ended.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from threading import Event, Thread

import pytest

from accord.crypto import OwnerKey
from accord.settings import Settings
from accord.store import Change, Consent, Limits, NewComment, NewFile, Outcome, Store
from tests import torture

SAVERS = 3
LIMITS = Limits(saves_a_minute=10**9, comments=10**6, files=10**6)


class Saver(Thread):
    """Saves ever higher numbers; `told` is the last one acknowledged, `begun` the last one begun."""

    def __init__(self, store: Store) -> None:
        """Begin a draft and start saving."""
        super().__init__()
        self.store, self.enough = store, Event()
        self.key: OwnerKey = store.create(b'{"left": {}, "right": {}}', Consent(given=True))
        self.told = self.begun = 0
        self.start()

    def run(self) -> None:
        """Save until it is enough."""
        while not self.enough.is_set():
            self.begun += 1
            text = json.dumps({"n": self.begun}).encode()
            results = self.store.save_all(self.key, [Change(name, text, self.begun) for name in ("left", "right")])
            assert {result.outcome for result in results} == {Outcome.SAVED}
            self.told = self.begun
            if self.told % 5 == 0:
                self.store.comment(self.key, NewComment("left", str(self.told)))
                self.store.attach(self.key, NewFile(text, "image/png"))

    def look(self, store: Store) -> tuple[int, int]:
        """Return the number that stands in a store, and how many remarks and papers; all of it must be whole."""
        texts = store.open(self.key).sections
        left, right = (json.loads(texts[name].data).get("n", 0) for name in ("left", "right"))
        remarks = sorted(int(one.words) for one in store.comments(self.key))
        papers = [json.loads(store.file(self.key, label.id))["n"] for label in store.files(self.key)]
        assert left == right
        assert texts["left"].version == texts["right"].version == left + 1
        assert [store.earlier(self.key, one.id) for one in store.history(self.key)]
        assert remarks == [5 * number for number in range(1, len(remarks) + 1)]
        assert sorted(papers) == remarks[: len(papers)]
        assert 0 <= left // 5 - len(papers) <= 1
        return left, len(papers)


@contextmanager
def _load(store: Store) -> Iterator[list[Saver]]:
    savers = [Saver(store) for _saver in range(SAVERS)]
    try:
        yield savers
    finally:
        for saver in savers:
            saver.enough.set()
            saver.join()


def _let_them_save(savers: list[Saver], more: int) -> None:
    marks = [saver.told + more for saver in savers]
    while any(saver.told < mark and saver.is_alive() for saver, mark in zip(savers, marks, strict=True)):
        savers[0].enough.wait(0.01)


@torture.PATIENT
@pytest.mark.parametrize("engine", ["sqlite", "postgres"])
def test_a_backup_taken_under_load_is_a_state_that_was_acknowledged(
    engine: str,
    request: pytest.FixtureRequest,
    open_store: Callable[..., Store],
    tmp_path: Path,
    record_property: Callable[[str, object], None],
) -> None:
    settings: Settings = request.getfixturevalue(engine)
    elsewhere = Settings(tmp_path / "elsewhere", tmp_path / "none", pepper=settings.pepper)
    store, second, counts = open_store(settings, LIMITS), open_store(elsewhere, LIMITS), Counter[str]()
    with _load(store) as savers:
        for number in range(torture.LOADED_BACKUPS):
            _let_them_save(savers, 6)
            before = [saver.told for saver in savers]
            store.backup(tmp_path / f"{number}.backup")
            after = [saver.begun for saver in savers]
            second.restore(tmp_path / f"{number}.backup", replace=True)
            for saver, least, most in zip(savers, before, after, strict=True):
                found, papers = saver.look(second)
                assert least <= found <= most
                counts.update({"drafts compared": 1, "papers": papers, "saved meanwhile": most - least})
        assert all(saver.is_alive() for saver in savers)
    record_property(torture.TRIED, torture.LOADED_BACKUPS)
    record_property(torture.COUNTED, f"F17 {engine}, {torture.LOADED_BACKUPS} backups: {dict(counts)}, older or torn 0")
    assert [saver.look(store)[0] for saver in savers] == [saver.told for saver in savers]
