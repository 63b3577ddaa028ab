"""New data keys: an old copy of the database and a withdrawn link read nothing that was written since."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from sqlalchemy import select

from accord.crypto import (
    OwnerKey,
    Pepper,
    Scope,
    SealError,
    SectionPlace,
    ShareKey,
    kek,
    unseal_row,
    unwrap,
)
from accord.settings import Settings
from accord.store import Attempt, Change, Consent, Limits, Role, ShareTerms, Store
from accord.store.access import terms_of
from accord.store.tables import grants, sections, workbooks


def _core_key_of_a_thief(store: Store, link: ShareKey) -> Callable[[], bytes]:
    """Take a copy of the grant now; return how a thief with link and pepper reads the debts from it later."""
    with store.database.engine.connect() as connection:
        row = connection.execute(select(grants).where(grants.c.lookup == link.lookup)).one()
    stolen = unwrap(kek(link.raw, store.pepper.key(row.kid)), row.wrap, terms_of(row))

    def read() -> bytes:
        with store.database.engine.connect() as connection:
            now = connection.execute(select(sections).where(sections.c.name == "debts")).one()
        return unseal_row(stolen, Scope.CORE, now.ct, SectionPlace(row.wid, "debts", now.ver, now.gen, 1))

    return read


def test_an_old_copy_and_a_withdrawn_link_read_nothing_new(store: Store, key: OwnerKey) -> None:
    link = store.share(key, ShareTerms(consent=True))
    read = _core_key_of_a_thief(store, link.key)
    assert b"debt-1" in read()

    store.revoke(key, link.id)
    with pytest.raises(SealError):
        read()


def test_everything_the_owner_had_is_there_after_a_change_of_keys(store: Store, key: OwnerKey) -> None:
    store.save(key, Change("person", b"two", 1))
    store.save(key, Change("person", b"late", 1))
    before = store.open(key).sections
    texts = {earlier.id: store.earlier(key, earlier.id) for earlier in store.history(key)}
    store.revoke(key, store.share(key, ShareTerms(consent=True)).id)

    assert store.open(key).sections == before
    assert {earlier.id: store.earlier(key, earlier.id) for earlier in store.history(key)} == texts
    assert len(texts) == 2


def test_a_coded_link_stays_good_when_another_is_withdrawn(store: Store, key: OwnerKey) -> None:
    coded = store.share(key, ShareTerms(consent=True, role=Role.COMMENT, with_code=True, evidence=True))
    store.revoke(key, store.share(key, ShareTerms(consent=True)).id)

    visitor = store.claim(coded.key, Attempt(code=coded.code))
    assert store.open(visitor).sections
    assert store.files(visitor) == []


def test_keys_change_by_themselves_after_very_many_saves(
    settings: Settings, open_store: Callable[..., Store], case: bytes
) -> None:
    store = open_store(settings, Limits(rotate_after=3))
    key = store.create(case, Consent(given=True))
    for version in range(1, 9):
        store.save(key, Change("person", str(version).encode(), version))

    with store.database.engine.connect() as connection:
        row = connection.execute(select(workbooks.c.gen, workbooks.c.gen_ops)).one()
    assert tuple(row) == (3, 2)
    assert store.open(key).sections["person"].data == b"8"


def test_a_new_pepper_is_taken_up_and_old_links_live_on(
    settings: Settings, open_store: Callable[..., Store], case: bytes
) -> None:
    first = open_store(settings)
    key = first.create(case, Consent(given=True))
    link = first.share(key, ShareTerms(consent=True))
    rotated = Pepper.parse(settings.pepper).rotated()
    second = open_store(Settings(settings.data_dir, settings.pepper_file, settings.database_url, pepper=rotated.text))
    second.save(key, Change("person", b"{}", 1))

    with second.database.engine.connect() as connection:
        kids = dict(connection.execute(select(grants.c.role, grants.c.kid)).all())
    assert kids == {"owner": 2, "look": 1}
    assert second.open(second.claim(link.key, Attempt())).sections
    assert second.open(key).sections
