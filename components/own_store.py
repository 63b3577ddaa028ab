"""The store as the owner of a kept draft reaches it: both the store and the owner's key, or nothing."""

from __future__ import annotations

from typing import NamedTuple

from accord.crypto import OwnerKey
from accord.store import Store
from components import keeping, reading, storeroom


class Own(NamedTuple):
    """An open store and the key of the draft this person keeps in it."""

    store: Store
    key: OwnerKey


def own() -> Own | None:
    """Return the store and this person's key; None while nothing is kept there, or it cannot be opened.

    Somebody who reads a shared workbook has no key of an owner there.
    """
    key = None if reading.on() else keeping.owner_key()
    store = storeroom.store() if key else None
    return Own(store, key) if store and key else None
