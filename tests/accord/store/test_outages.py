"""The database is away while somebody wants something: told in a sentence at each action, and then all goes on.

Ways of being away: SQLite's file locked by another process, moved away, its folder gone; PostgreSQL stopped; and,
on both, every answer lost after it was committed.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, NamedTuple

import pytest
from sqlalchemy import Connection
from sqlalchemy.exc import OperationalError

from accord.crypto import OwnerKey
from accord.errors import StoreError
from accord.settings import Settings
from accord.store import (
    Attempt,
    Change,
    Consent,
    DownError,
    NewComment,
    NewFile,
    NewSuggestion,
    Role,
    ShareTerms,
    Store,
    Typed,
    database,
)
from accord.store.database import SQLITE_PRAGMAS, Database
from tests import torture

if TYPE_CHECKING:
    from tests.accord.store.conftest import Cluster

DEAD = OperationalError("statement", {}, ConnectionError("the line went dead"))
PAGE = "page-one-1"
CASE = b'{"person": {}, "debts": []}'
Away = Callable[[Store], AbstractContextManager[None]]


class Deed(NamedTuple):
    """Something somebody wants of the store: `act` is the same attempt each time it is called."""

    name: str
    act: Callable[[], object]
    writes: bool = True


class Owner:
    """A draft with a bit of everything in it, and everything that can be wanted of it, erasing it last."""

    def __init__(self, store: Store, folder: Path) -> None:
        """Fill the draft."""
        self.store, self.folder = store, folder
        self.key: OwnerKey = store.create(CASE, Consent(given=True))
        self.saved = Change("debts", b'[{"id": "debt-1"}]', 1)
        self.beside = Change("debts", b'[{"id": "debt-2"}]', 1)
        store.save_all(self.key, [self.saved])
        store.save_all(self.key, [self.beside])
        terms = ShareTerms(consent=True, role=Role.COMMENT, evidence=True)
        self.link, self.other = store.share(self.key, terms), store.share(self.key, terms)
        self.ticket = store.claim(self.link.key, Attempt())
        self.paper, self.remark = NewFile(b"paper", "image/png"), NewComment("debts", "words")
        self.value = NewSuggestion("debts", "principal", "1", 2)
        store.attach(self.key, self.paper)
        store.comment(self.ticket, self.remark)
        store.suggest(self.ticket, self.value)
        store.leave(self.key, Typed(PAGE, "field", "half a senten"))
        self.code = store.lend(self.key, Consent(given=True))
        self.conflict, self.previous = (one.id for one in sorted(store.history(self.key), key=lambda e: not e.conflict))

    def state(self) -> tuple[object, ...]:
        """Return everything that was acknowledged."""
        one, key = self.store, self.key
        papers = [one.file(key, label.id) for label in one.files(key)]
        texts = [one.earlier(key, earlier.id) for earlier in one.history(key)]
        return one.open(key).case(), papers, texts, one.comments(key), one.shares(key), one.suggestions(key)

    def reading(self) -> list[Deed]:
        """Return what changes nothing."""
        one, key = self.store, self.key
        acts: dict[str, Callable[[], object]] = {
            "open": lambda: one.open(key),
            "open as a reader": lambda: one.open(self.ticket),
            "history": lambda: one.history(key),
            "earlier": lambda: one.earlier(key, self.previous),
            "shares": lambda: one.shares(key),
            "comments": lambda: one.comments(self.ticket),
            "suggestions": lambda: one.suggestions(key),
            "files": lambda: one.files(key),
            "file": lambda: one.file(key, self.paper.id),
            "pending": lambda: one.pending(key),
            "selfcheck": lambda: all(finding.right for finding in one.selfcheck()),
            "backup": lambda: one.backup(self.folder / "the.backup"),
        }
        return [Deed(name, act, writes=False) for name, act in acts.items()]

    def writing(self) -> list[Deed]:
        """Return what changes something, in an order in which each can be done."""
        one, key = self.store, self.key
        save = Change("person", b'{"name": "n"}', 1)
        words, page = NewComment("debts", "more"), Typed("page-two-2", "field", "x")
        paper, value = NewFile(b"another", "image/png"), NewSuggestion("debts", "principal", "2", 2)
        acts: dict[str, Callable[[], object]] = {
            "create": lambda: one.create(CASE, Consent(given=True)),
            "save": lambda: one.save(key, save),
            "settle a conflict": lambda: one.settle_conflict(key, self.conflict),
            "share": lambda: one.share(key, ShareTerms(consent=True)),
            "claim": lambda: one.claim(self.link.key, Attempt()),
            "comment": lambda: one.comment(self.ticket, words),
            "delete a comment": lambda: one.delete_comment(key, self.remark.id),
            "suggest": lambda: one.suggest(self.ticket, value),
            "settle": lambda: one.settle(key, self.value.id, accepted=True),
            "attach": lambda: one.attach(key, paper),
            "detach": lambda: one.detach(key, self.paper.id),
            "collect": lambda: one.collect(Attempt(code=self.code.code)),
            "lend": lambda: one.lend(key, Consent(given=True)),
            "unlend": lambda: one.unlend(self.code.id),
            "leave": lambda: one.leave(key, page),
            "take up": lambda: one.take_up(key, [PAGE]),
            "revoke": lambda: one.revoke(key, self.other.id),
            "sweep": one.sweep,
            "erase": lambda: one.erase(key),
        }
        return [Deed(name, act) for name, act in acts.items()]


@pytest.fixture(autouse=True)
def _impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(database, "FIRST_PAUSE", 0.001)
    monkeypatch.setitem(SQLITE_PRAGMAS, "busy_timeout", "20")


@contextmanager
def _locked(store: Store) -> Iterator[None]:
    """Let another process be in the middle of writing for as long as it lasts; reading goes on."""
    other = sqlite3.connect(store.settings.sqlite_file, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    yield
    other.close()


@contextmanager
def _file_moved(store: Store) -> Iterator[None]:
    """Take the file away while nobody holds it."""
    store.database.engine.dispose()
    file = store.settings.sqlite_file
    file.rename(file.with_suffix(".away"))
    yield
    store.database.engine.dispose()
    file.with_suffix(".away").replace(file)


@contextmanager
def _folder_gone(store: Store) -> Iterator[None]:
    """Take the folder away, as a disk that is not mounted."""
    store.database.engine.dispose()
    folder = store.settings.data_dir
    folder.rename(folder.with_name("away"))
    yield
    folder.with_name("away").rename(folder)


WAYS: dict[str, Away] = {"locked": _locked, "file moved away": _file_moved, "folder gone": _folder_gone}


def _refused(deeds: list[Deed], *, reading_works: bool) -> int:
    """Ask for everything while the database is away; return how many were refused, each with a sentence."""
    said = []
    for deed in deeds:
        try:
            answer = deed.act()
        except DownError as refusal:
            said.append(refusal.speak())
        else:
            assert not deed.writes, deed.name
            assert reading_works or answer is False, deed.name  # the self-check may also tell what it found
    assert all(words.endswith("。") for words in said)
    return len(said)


def _through(owner: Owner, away: AbstractContextManager[None], *, reading_works: bool = False) -> int:
    """Ask for everything while the database is away, then once more; return how many were refused."""
    before, deeds = owner.state(), [*owner.reading(), *owner.writing()]
    with away:
        count = _refused(deeds, reading_works=reading_works)
    assert owner.state() == before
    (owner.folder / "the.backup").unlink(missing_ok=True)
    for deed in deeds:
        deed.act()
    return count


@torture.PATIENT
@pytest.mark.parametrize("way", WAYS)
def test_each_action_is_refused_calmly_while_the_file_is_away(
    way: str, local: Store, tmp_path: Path, record_property: Callable[[str, object], None]
) -> None:
    refused = 0
    for _outage in range(torture.OUTAGES["sqlite"]):
        refused += _through(Owner(local, tmp_path), WAYS[way](local), reading_works=way == "locked")
        (tmp_path / "the.backup").unlink()
    record_property(torture.TRIED, refused)
    record_property(torture.COUNTED, f"F6 SQLite, {way}: {refused} actions refused, lost 0")
    assert refused >= torture.OUTAGES["sqlite"] * 18


@torture.PATIENT
def test_each_action_is_refused_calmly_while_the_server_is_stopped(
    cluster: Cluster,
    postgres: Settings,
    open_store: Callable[..., Store],
    tmp_path: Path,
    record_property: Callable[[str, object], None],
) -> None:
    @contextmanager
    def stopped() -> Iterator[None]:
        cluster.stop()
        try:
            yield
        finally:
            cluster.start()

    refused, store = 0, open_store(postgres)
    for _outage in range(torture.OUTAGES["postgres"]):
        refused += _through(Owner(store, tmp_path), stopped())
        (tmp_path / "the.backup").unlink()
    record_property(torture.TRIED, refused)
    record_property(torture.COUNTED, f"F6 PostgreSQL stopped: {refused} actions refused, lost 0")
    assert refused == torture.OUTAGES["postgres"] * 31


def test_an_answer_that_is_lost_each_time_harms_nothing(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    owner, real = Owner(store, tmp_path), Database._run  # noqa: SLF001  the wire between us and the database

    def deaf(self: Database, work: Callable[[Connection], object], options: dict[str, object]) -> object:
        real(self, work, options)
        raise DEAD

    for deed in owner.writing():
        with monkeypatch.context() as wire:
            wire.setattr(Database, "_run", deaf)
            with pytest.raises(StoreError) as told:
                deed.act()
        assert told.value.speak().endswith("。")
        if deed.name in {"save", "comment", "suggest", "attach", "leave"}:
            deed.act()
            _nothing_is_there_twice(owner)


def _nothing_is_there_twice(owner: Owner) -> None:
    store, key = owner.store, owner.key
    assert store.open(key).sections["person"].version == 2
    assert len([one for one in store.history(key) if one.conflict]) <= 1
    assert len({one.words for one in store.comments(key)}) == len(store.comments(key))
    assert len({one.value for one in store.suggestions(key)}) == len(store.suggestions(key))


def test_a_store_cannot_be_opened_while_its_file_is_away_and_can_be_later(
    local: Store, local_key: OwnerKey, open_store: Callable[..., Store]
) -> None:
    for away in (_folder_gone, _locked):
        with away(local):
            if away is _folder_gone:
                local.settings.data_dir.write_bytes(b"no folder")
                with pytest.raises((DownError, OSError)):
                    open_store(local.settings)
                local.settings.data_dir.unlink()
        assert open_store(local.settings).open(local_key).sections


def test_patience_has_an_end_in_time_too(local: Store, local_key: OwnerKey, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(database, "PATIENCE", 0.1)
    monkeypatch.setitem(SQLITE_PRAGMAS, "busy_timeout", "300")
    local.database.engine.dispose()
    begun = monotonic()
    with _locked(local), pytest.raises(DownError):
        local.save(local_key, Change("person", b"{}", 1))

    assert monotonic() - begun < 1.2
