"""Records: what they hide when they are printed, and their few rules."""

from __future__ import annotations

from dataclasses import fields, is_dataclass

from accord.crypto import OwnerKey
from accord.store import Change, Store, new_id, records
from accord.store.records import moment

WRITTEN = {"data", "words", "value", "reason", "name", "caption", "label", "code", "address", "stored", "base"}


def test_records_do_not_show_what_a_person_wrote(store: Store, key: OwnerKey) -> None:
    result = store.save(key, Change("person", b"MARKER", 7))

    shown = repr([result, store.open(key), Change("person", b"MARKER", 7), key, store.settings, store.pepper])
    assert "MARKER" not in shown
    assert key.text not in shown


def test_every_field_a_person_writes_is_left_out_of_repr() -> None:
    kinds = [kind for kind in vars(records).values() if is_dataclass(kind) and isinstance(kind, type)]
    shown = {
        f"{kind.__name__}.{field.name}"
        for kind in kinds
        for field in fields(kind)
        if field.name in WRITTEN and field.repr and field.type != "int"
    }

    assert len(kinds) > 15
    assert shown == set()


def test_moments_stand_on_shanghais_clock() -> None:
    assert moment(1_795_406_400).isoformat() == "2026-11-23T12:00:00+08:00"


def test_each_change_is_an_attempt_of_its_own() -> None:
    assert len({Change("person", b"", 0).op for _change in range(50)} | {new_id()}) == 51
