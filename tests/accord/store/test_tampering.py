"""Whoever can write to the database still cannot change what is read: every change is refused, none is served."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from sqlalchemy import Connection, delete, select, text, update

from accord.crypto import OwnerKey, SealError, Ticket
from accord.errors import StoreError
from accord.store import Action, Attempt, Change, Consent, NewComment, NewFile, Role, ShareTerms, Store, View
from accord.store.access import unlock
from accord.store.files import file_body, list_files
from accord.store.tables import comments, files, grants, history, sections, workbooks

Deed = Callable[[Connection], object]


def _flip(sealed: bytes) -> bytes:
    return sealed[:-1] + bytes([sealed[-1] ^ 1])


def _change(store: Store, deed: Deed) -> None:
    with store.database.engine.begin() as connection:
        deed(connection)


def _refused(store: Store, key: OwnerKey | Ticket) -> bool:
    try:
        store.open(key)
    except StoreError:
        return True
    return False


@pytest.fixture
def ticket(store: Store, key: OwnerKey) -> Ticket:
    store.save(key, Change("person", b'{"name": "new"}', 1))
    return store.claim(store.share(key, ShareTerms(consent=True, view=View(unmasked=False))).key, Attempt())


@pytest.mark.parametrize(
    "values",
    [
        {"role": "comment"},
        {"role": "owner"},
        {"scope": 15},
        {"scope": 9},
        {"expires_at": 1_900_000_000},
        {"gen": 2},
        {"kid": 2},
        {"wrap": b""},
    ],
    ids=str,
)
def test_a_link_whose_terms_were_changed_opens_nothing(store: Store, ticket: Ticket, values: dict[str, object]) -> None:
    if "kid" in values:
        store.pepper.keys[2] = bytes(32)  # type: ignore[index]  # even where a second pepper exists
    _change(store, lambda connection: connection.execute(update(grants).where(grants.c.role == "look").values(values)))

    assert _refused(store, ticket)


def test_what_a_link_shows_cannot_be_widened(store: Store, key: OwnerKey, ticket: Ticket) -> None:
    wide = store.share(key, ShareTerms(consent=True, view=View(unmasked=True)))
    view = select(grants.c.view).where(grants.c.lookup == wide.id).scalar_subquery()
    _change(store, lambda c: c.execute(update(grants).where(grants.c.lookup == ticket.lookup).values(view=view)))

    assert _refused(store, ticket)


@pytest.mark.parametrize(
    "values",
    [{"ver": 1}, {"ver": 3}, {"gen": 2}, {"name": "debtz"}],
    ids=str,
)
def test_a_section_whose_place_was_changed_is_refused(
    store: Store, key: OwnerKey, ticket: Ticket, values: dict[str, object]
) -> None:
    _change(store, lambda c: c.execute(update(sections).where(sections.c.name == "person").values(values)))

    assert _refused(store, key)
    assert _refused(store, ticket)


def test_a_flipped_bit_in_any_sealed_column_is_refused(store: Store, key: OwnerKey) -> None:
    def flip_section(connection: Connection) -> None:
        row = connection.execute(select(sections).where(sections.c.name == "debts")).one()
        connection.execute(update(sections).where(sections.c.name == "debts").values(ct=_flip(row.ct)))

    _change(store, flip_section)
    with pytest.raises(SealError):
        store.open(key)


def test_two_sections_cannot_change_places(store: Store, key: OwnerKey) -> None:
    def swap(connection: Connection) -> None:
        texts = {row.name: row.ct for row in connection.execute(select(sections))}
        for name, other in (("person", "debts"), ("debts", "person")):
            connection.execute(update(sections).where(sections.c.name == name).values(ct=texts[other]))

    _change(store, swap)
    assert _refused(store, key)


def test_an_earlier_version_cannot_be_put_back(store: Store, key: OwnerKey) -> None:
    store.save(key, Change("person", b"new", 1))

    def turn_back(connection: Connection) -> None:
        row = connection.execute(select(history)).one()
        connection.execute(update(sections).where(sections.c.name == "person").values(ver=row.ver, ct=row.ct))

    _change(store, turn_back)
    assert _refused(store, key)
    with pytest.raises(SealError):
        store.save(key, Change("person", b"newer", 1))


def test_a_lost_text_cannot_be_made_the_current_one(store: Store, key: OwnerKey) -> None:
    store.save(key, Change("person", b"stored", 1))
    store.save(key, Change("person", b"lost", 1))

    def promote(connection: Connection) -> None:
        row = connection.execute(select(history).where(history.c.kind == "conflict")).one()
        connection.execute(update(sections).where(sections.c.name == "person").values(ct=row.ct))

    _change(store, promote)
    assert _refused(store, key)


def test_a_removed_section_is_missed(store: Store, key: OwnerKey) -> None:
    _change(store, lambda c: c.execute(delete(sections).where(sections.c.name == "debts")))

    assert _refused(store, key)


def test_an_older_manifest_is_refused(store: Store, key: OwnerKey) -> None:
    with store.database.engine.connect() as connection:
        old = connection.scalar(select(workbooks.c.manifest))
    store.save(key, Change("person", b"new", 1))

    _change(store, lambda c: c.execute(update(workbooks).values(manifest=old)))
    assert _refused(store, key)


def test_rows_cannot_move_between_workbooks(store: Store, key: OwnerKey, case: bytes) -> None:
    other = store.create(case, Consent(given=True))
    wids = {}
    for name, holder in (("mine", key), ("theirs", other)):
        with store.database.engine.connect() as connection:
            wids[name] = connection.scalar(select(grants.c.wid).where(grants.c.lookup == holder.lookup))

    def move(connection: Connection) -> None:
        mine = select(sections.c.ct).where(sections.c.wid == wids["mine"], sections.c.name == "person")
        this = (sections.c.wid == wids["theirs"]) & (sections.c.name == "person")
        connection.execute(update(sections).where(this).values(ct=mine.scalar_subquery()))

    _change(store, move)
    assert _refused(store, other)
    assert not _refused(store, key)


def test_a_grant_cannot_be_moved_to_another_workbook(store: Store, key: OwnerKey, case: bytes) -> None:
    other = store.create(case, Consent(given=True))
    theirs = select(grants.c.wid).where(grants.c.lookup == other.lookup).scalar_subquery()
    _change(store, lambda c: c.execute(update(grants).where(grants.c.lookup == key.lookup).values(wid=theirs)))

    assert _refused(store, key)


def test_papers_cannot_be_changed_resized_removed_or_exchanged(store: Store, key: OwnerKey) -> None:
    for content in (b"first", b"other"):
        store.attach(key, NewFile(content, "image/png"))
    first, second = [label.id for label in store.files(key)]
    for deed in (
        update(files).where(files.c.fid == first).values(size=6),
        update(files).where(files.c.fid == first).values(label=b"\x01" * 60),
        update(files)
        .where(files.c.fid == first)
        .values(ct=select(files.c.ct).where(files.c.fid == second).scalar_subquery()),
        delete(files).where(files.c.fid == first),
    ):
        with store.database.engine.begin() as connection:
            connection.execute(deed)
            with pytest.raises(StoreError):
                _look_at_papers(store, key, connection, first)
            connection.rollback()


def _look_at_papers(store: Store, key: OwnerKey, connection: Connection, file_id: bytes) -> None:
    from_inside = store._turn(connection, writes=False)  # noqa: SLF001  the same transaction, so that it can be undone
    access = unlock(from_inside, key, Action.READ_FILES)
    list_files(from_inside, access)
    file_body(from_inside, access, file_id)


def test_a_comment_cannot_change_its_writer_or_place(store: Store, key: OwnerKey) -> None:
    store.comment(key, NewComment("debts", "words"))
    for values in ({"author": b"12345678"}, {"section": "person"}):
        _change(store, lambda c, values=values: c.execute(update(comments).values(values)))  # type: ignore[misc]  # bound in the loop
        with pytest.raises(SealError):
            store.comments(key)


def test_a_tampered_link_gets_no_new_keys_when_another_is_withdrawn(store: Store, key: OwnerKey) -> None:
    tampered = store.share(key, ShareTerms(consent=True))
    withdrawn = store.share(key, ShareTerms(consent=True, role=Role.COMMENT))
    _change(store, lambda c: c.execute(update(grants).where(grants.c.lookup == tampered.id).values(scope=15)))

    store.revoke(key, withdrawn.id)
    assert store.shares(key) == []
    assert store.open(key).sections


def test_a_link_can_be_withdrawn_even_from_a_damaged_workbook(store: Store, key: OwnerKey) -> None:
    link = store.share(key, ShareTerms(consent=True))
    _change(store, lambda c: c.execute(text("UPDATE sections SET ver = ver + 1 WHERE name = 'debts'")))

    with pytest.raises(SealError):
        store.revoke(key, link.id)
    assert store.shares(key) == []
