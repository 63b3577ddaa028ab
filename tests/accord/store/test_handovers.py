"""A code carries a draft over: once, for ten minutes, told alike whenever it leads to nothing."""

from __future__ import annotations

from collections.abc import Callable
from threading import Thread
from typing import TYPE_CHECKING

import pytest
from sqlalchemy import func, select, update

from accord.crypto import OwnerKey, handover_keys
from accord.errors import BrokenFileError
from accord.settings import Settings
from accord.store import (
    Attempt,
    CodeUnusableError,
    Consent,
    ConsentError,
    DownError,
    FullError,
    Lent,
    Limits,
    Store,
    TooManyTriesError,
    UnknownDraftError,
)
from accord.store.handovers import Handover
from accord.store.tables import handovers

if TYPE_CHECKING:
    from tests.accord.store.conftest import Hands

ASKED = Consent(given=True)


def _rows(store: Store) -> int:
    with store.database.engine.connect() as connection:
        return connection.scalar(select(func.count()).select_from(handovers)) or 0


def test_a_kept_draft_goes_over_by_its_key(store: Store, key: OwnerKey) -> None:
    lending = store.lend(key, ASKED)
    lent = store.collect(Attempt(code=lending.code))

    assert lent == Lent(key=key)
    assert lending.code not in repr(lending)
    assert (lending.until - store.open(key).until).total_seconds() < 0
    assert _rows(store) == 0


def test_a_draft_that_is_not_kept_goes_over_itself(store: Store, case: bytes) -> None:
    lending = store.lend(case, ASKED)

    assert store.collect(Attempt(code=lending.code.lower().replace("-", " "))) == Lent(case=case)


def test_unknown_used_run_out_withdrawn_and_mistyped_are_told_alike(store: Store, case: bytes, hands: Hands) -> None:
    used, late, back = (store.lend(case, ASKED) for _code in range(3))
    store.collect(Attempt(code=used.code))
    assert store.unlend(back.id)
    assert not store.unlend(back.id)
    hands.forward(seconds=600)

    said = set()
    for code in (used.code, late.code, back.code, "2345-6789", "", "no code at all"):
        with pytest.raises(CodeUnusableError) as refusal:
            store.collect(Attempt(code=code))
        said.add(str(refusal.value))
    assert len(said) == 1


def test_of_many_who_try_one_wins(settings: Settings, open_store: Callable[..., Store], case: bytes) -> None:
    stores = [open_store(settings) for _reader in range(4)]
    code, won = stores[0].lend(case, ASKED).code, list[Lent]()

    def collect(store: Store) -> None:
        try:
            won.append(store.collect(Attempt(code=code)))
        except CodeUnusableError:
            return

    threads = [Thread(target=collect, args=(store,)) for store in stores]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert won == [Lent(case=case)]


def test_a_new_code_of_the_same_draft_withdraws_the_earlier(store: Store, key: OwnerKey) -> None:
    first, second = store.lend(key, ASKED), store.lend(key, ASKED)

    with pytest.raises(CodeUnusableError):
        store.collect(Attempt(code=first.code))
    assert store.collect(Attempt(code=second.code)).key == key


def test_a_code_is_erased_with_its_draft_and_swept_after_its_time(
    store: Store, key: OwnerKey, case: bytes, hands: Hands
) -> None:
    store.lend(key, ASKED)
    assert store.erase(key).rows["handovers"] == 1

    store.lend(case, ASKED)
    hands.forward(seconds=600)
    assert store.sweep().rows["codes"] == 1
    assert _rows(store) == 0


def test_codes_need_a_wish_a_living_key_and_a_case_of_ours(store: Store, case: bytes) -> None:
    for what, consent, error in (
        (case, Consent(given=False), ConsentError),
        (OwnerKey.fresh(), ASKED, UnknownDraftError),
        (b"[]", ASKED, BrokenFileError),
        (b'{"a": "%s"}' % (b"x" * 600_000), ASKED, FullError),
    ):
        with pytest.raises(error):
            store.lend(what, consent)
    assert _rows(store) == 0


def test_guessing_is_stopped_by_address_and_making_codes_too(store: Store, case: bytes) -> None:
    code = store.lend(case, Consent(given=True, address="198.51.100.2")).code
    for _guess in range(10):
        with pytest.raises(CodeUnusableError):
            store.collect(Attempt(code="2345-6789", address="203.0.113.9"))
    with pytest.raises(TooManyTriesError):
        store.collect(Attempt(code=code, address="203.0.113.10"))

    for _code in range(19):
        store.lend(case, Consent(given=True, address="198.51.100.2"))
    with pytest.raises(TooManyTriesError):
        store.lend(case, Consent(given=True, address="198.51.100.77"))
    assert store.collect(Attempt(code=code, address="192.0.2.1")) == Lent(case=case)


def test_a_row_changed_from_outside_leads_to_nothing(store: Store, case: bytes) -> None:
    for values in ({"expires_at": 2_000_000_000}, {"wid": b"other"}, {"ct": b"\x01" + bytes(80)}):
        code = store.lend(case, ASKED).code
        with store.database.engine.begin() as connection:
            connection.execute(update(handovers).values(values))
        with pytest.raises(CodeUnusableError):
            store.collect(Attempt(code=code))


def test_a_code_somebody_has_already_is_not_given_out_twice(
    store: Store, case: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("accord.store.carrying.spoken_code", lambda: "ABCD-EFGH")
    store.lend(case, ASKED)

    with pytest.raises(DownError):
        store.lend(b"{}", ASKED)
    assert store.collect(Attempt(code="ABCD-EFGH")) == Lent(case=case)


def test_nothing_of_it_stays_in_sqlites_files(local: Store, local_key: OwnerKey) -> None:
    lending = local.lend(local_key, ASKED)
    with local.database.engine.connect() as connection:
        sealed = connection.scalar(select(handovers.c.ct)) or b""
    local.collect(Attempt(code=lending.code))

    kept = b"".join(file.read_bytes() for file in local.settings.data_dir.iterdir())
    assert sealed
    assert sealed[:24] not in kept
    assert sealed[-24:] not in kept
    assert lending.code.encode() not in kept


def test_what_is_handed_over_hides_in_a_log(store: Store, key: OwnerKey) -> None:
    packed = Handover(handover_keys("ABCD-EFGH", store.pepper), key)

    assert packed.packed == b"k" + key.raw
    assert key.raw.hex() not in repr(packed)


def test_the_limits_keep_the_store_small(settings: Settings, open_store: Callable[..., Store]) -> None:
    store = open_store(settings, Limits(handover_size=10))

    with pytest.raises(FullError):
        store.lend(b'{"person": {}}', ASKED)
