"""The one store of this process, opened when somebody first wants to keep something.

Settings come from the environment, then from Streamlit's secrets. When the store cannot be opened the pages go on
without it, and say so; it is tried again a little later.
"""

from __future__ import annotations

import os
import time
from contextlib import suppress
from dataclasses import dataclass, field
from threading import Lock, Thread

import streamlit as st

from accord.errors import AccordError
from accord.settings import Settings, read_settings
from accord.store import DownError, Store
from accord.store.errors import DOWN

PAUSE = 10.0
"""Seconds between two tries to open the store."""
SWEEP_EVERY = 600.0
"""Seconds between two looks for what has run out; whoever holds the lease does the work."""
NAMES = ("DATABASE_URL", "PUBLIC_URL", "WB_REPLICAS", "WB_DATA_DIR", "WB_PEPPER", "WB_PEPPER_FILE")


@dataclass
class _Room:
    """What all sessions of this process share."""

    lock: Lock = field(default_factory=Lock)
    store: Store | None = None
    trouble: AccordError | None = None
    next_try: float = 0.0
    next_sweep: float = 0.0


@st.cache_resource(show_spinner=False)
def _room() -> _Room:
    return _Room()


def settings_in_force() -> Settings:
    """Return this process's settings.

    Raises:
        SettingsError: one of them cannot be used.
    """
    kept = st.secrets if st.secrets.load_if_toml_exists() else {}
    return read_settings(os.environ, {name: kept[name] for name in NAMES if name in kept})


def store() -> Store | None:
    """Return the store, opened at the first call; None while it cannot be opened, see `trouble`."""
    room = _room()
    with room.lock:
        if room.store is None and time.monotonic() >= room.next_try:
            _open(room)
        if room.store is not None and time.monotonic() >= room.next_sweep:
            room.next_sweep = time.monotonic() + SWEEP_EVERY
            Thread(target=_sweep, args=(room.store,), daemon=True).start()
        return room.store


def trouble() -> AccordError | None:
    """Return why the store could not be opened at the last try."""
    return _room().trouble


def close() -> None:
    """Give the store's connections back; the next call of `store` opens it anew."""
    room = _room()
    with room.lock:
        if room.store is not None:
            room.store.close()
        room.store, room.trouble, room.next_try = None, None, 0.0


def _open(room: _Room) -> None:
    try:
        room.store, room.trouble = Store(settings_in_force()), None
    except AccordError as error:
        room.trouble = error
    except OSError:
        room.trouble = DownError(DOWN)
    if room.store is None:
        room.next_try = time.monotonic() + PAUSE


def _sweep(found: Store) -> None:
    with suppress(AccordError):  # the next round comes in ten minutes
        found.sweep()
