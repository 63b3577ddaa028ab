"""Claims: all refusals take the same statements and the same derivations."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, Any

import pytest
from sqlalchemy import Row, event

from accord.crypto import OwnerKey, ShareKey, kek, stretch_code
from accord.settings import Settings
from accord.store import Attempt, CodeNeededError, Consent, Limits, LinkUnusableError, ShareTerms, Store, claims
from accord.store.turn import Turn

if TYPE_CHECKING:
    from tests.accord.store.conftest import Hands


@contextmanager
def _work(store: Store, monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    done: list[str] = []

    def statement(_connection: object, _cursor: object, text: str, *_rest: object) -> None:
        done.append(" ".join(text.split()[:3]))

    def counted(name: str, function: Callable[..., object]) -> Callable[..., object]:
        def call(*words: object) -> object:
            done.append(name)
            return function(*words)

        return call

    event.listen(store.database.engine, "before_cursor_execute", statement)
    monkeypatch.setattr("accord.store.claims.kek", counted("kek", kek))
    monkeypatch.setattr("accord.store.door.stretch_code", counted("stretch", stretch_code))
    yield done
    event.remove(store.database.engine, "before_cursor_execute", statement)
    monkeypatch.undo()


def test_unknown_expired_withdrawn_and_wrong_code_do_the_same_work(
    store: Store, key: OwnerKey, hands: Hands, monkeypatch: pytest.MonkeyPatch
) -> None:
    coded = store.share(key, ShareTerms(consent=True, with_code=True))
    brief = store.share(key, ShareTerms(consent=True, life=3600, with_code=True))
    withdrawn = store.share(key, ShareTerms(consent=True))
    store.revoke(key, withdrawn.id)
    hands.forward(hours=2)
    with pytest.raises(LinkUnusableError):
        store.claim(ShareKey.fresh(), Attempt(code="WARM"))

    seen: list[list[str]] = []
    for link in (ShareKey.fresh(), brief.key, withdrawn.key, coded.key):
        with _work(store, monkeypatch) as done, pytest.raises(LinkUnusableError):
            store.claim(link, Attempt(code="WRONG", address=f"10.0.{len(seen)}.1"))
        seen.append(done)
    assert seen[0].count("stretch") == 1
    assert seen.count(seen[0]) == len(seen)


def test_a_last_opening_is_won_once(store: Store, key: OwnerKey) -> None:
    link = store.share(key, ShareTerms(consent=True, max_opens=1))
    outcomes = []
    for _visitor in range(3):
        try:
            outcomes.append(bool(store.claim(link.key, Attempt())))
        except LinkUnusableError:
            outcomes.append(False)

    assert outcomes == [True, False, False]


def test_looking_at_a_link_without_its_code_uses_nothing_up(store: Store, key: OwnerKey) -> None:
    link = store.share(key, ShareTerms(consent=True, with_code=True, max_opens=1))
    for _look in range(15):
        with pytest.raises(CodeNeededError):
            store.claim(link.key, Attempt())

    assert store.claim(link.key, Attempt(code=link.code))


def test_a_flood_of_failures_makes_everybody_wait_a_second(
    settings: Settings, open_store: Callable[..., Store], monkeypatch: pytest.MonkeyPatch
) -> None:
    store = open_store(settings, Limits(claims_by_all=5))
    link = store.share(store.create(b"{}", Consent(given=True)), ShareTerms(consent=True))
    waits: list[float] = []
    monkeypatch.setattr("accord.store.door.time.sleep", waits.append)
    for number in range(6):
        with pytest.raises(LinkUnusableError):
            store.claim(ShareKey.fresh(), Attempt(address=f"10.{number}.0.1"))

    assert store.claim(link.key, Attempt(address="192.0.2.1"))
    assert waits == [1, 1]


def test_wrong_codes_at_once_get_no_try_more_than_one_after_the_other(
    settings: Settings, open_store: Callable[..., Store], monkeypatch: pytest.MonkeyPatch
) -> None:
    store = open_store(settings, Limits(codes_by_link=3))
    link = store.share(store.create(b"{}", Consent(given=True)), ShareTerms(consent=True, with_code=True))
    living: list[bool] = []
    judge = claims._living  # noqa: SLF001  how often a link was still worth a try is its own business

    def judged(turn: Turn, row: Row[tuple[Any, ...]]) -> bool:
        living.append(judge(turn, row))
        time.sleep(0.05)
        return living[-1]

    monkeypatch.setattr(claims, "_living", judged)

    def guess(number: int) -> bool:
        with suppress(LinkUnusableError):
            return bool(store.claim(link.key, Attempt("wrong-code", f"10.{number}.0.1")))
        return False

    with ThreadPoolExecutor(8) as guessers:
        opened = list(guessers.map(guess, range(8)))

    assert opened == [False] * 8
    assert sum(living) == 3
