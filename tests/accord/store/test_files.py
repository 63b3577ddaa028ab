"""Evidence files: kept, listed, removed, bounded."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from accord.crypto import OwnerKey
from accord.settings import Settings
from accord.store import Consent, FullError, Limits, NewFile, NotAllowedError, ShareTerms, Store


def test_a_paper_comes_back_as_it_was_with_its_label(store: Store, key: OwnerKey) -> None:
    new = NewFile(bytes(range(256)) * 40, "image/jpeg", name="解除劳动合同.jpg", caption="2026年9月")
    store.attach(key, new)
    store.attach(key, new)  # a retry

    (label,) = store.files(key)
    assert (label.name, label.caption, label.kind, label.size) == (new.name, new.caption, "image/jpeg", 10240)
    assert store.file(key, label.id) == new.data


def test_a_removed_paper_is_gone_and_its_room_is_free(store: Store, key: OwnerKey) -> None:
    new = NewFile(b"x" * 1000, "image/jpeg")
    store.attach(key, new)

    assert store.detach(key, new.id)
    assert not store.detach(key, new.id)
    assert store.files(key) == []
    with pytest.raises(NotAllowedError):
        store.file(key, new.id)


def test_papers_of_another_workbook_are_out_of_reach(store: Store, key: OwnerKey, case: bytes) -> None:
    new = NewFile(b"x", "image/jpeg")
    store.attach(key, new)
    other = store.create(case, Consent(given=True))

    with pytest.raises(NotAllowedError):
        store.file(other, new.id)
    assert not store.detach(other, new.id)


def test_papers_survive_a_change_of_keys(store: Store, key: OwnerKey) -> None:
    new = NewFile(b"x" * 5000, "application/pdf", name="a.pdf")
    store.attach(key, new)
    store.revoke(key, store.share(key, ShareTerms(consent=True)).id)

    assert store.file(key, new.id) == new.data
    assert store.files(key)[0].name == "a.pdf"


def test_papers_are_bounded_in_size_and_number(
    settings: Settings, open_store: Callable[..., Store], case: bytes
) -> None:
    store = open_store(settings, Limits(files=2, file_size=1000, workbook_size=1800))
    key = store.create(case, Consent(given=True))
    with pytest.raises(FullError):
        store.attach(key, NewFile(b"x" * 1001, "image/png"))

    store.attach(key, NewFile(b"x" * 1000, "image/png"))
    with pytest.raises(FullError):
        store.attach(key, NewFile(b"x" * 1000, "image/png"))
    store.attach(key, NewFile(b"x", "image/png"))
    with pytest.raises(FullError):
        store.attach(key, NewFile(b"x", "image/png"))
    assert len(store.files(key)) == 2
