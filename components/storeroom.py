"""The one store of this process as screens reach it, and Streamlit's secrets for whoever opens it.

Settings come from the environment, then from Streamlit's secrets. When the store cannot be opened the pages go on
without it, and say so; it is tried again a little later.
"""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st

from accord.errors import AccordError
from accord.settings import Settings, hand_in, settings
from accord.store import Store
from accord.store.house import HOUSE


def kept_secrets() -> Mapping[str, object]:
    """Return Streamlit's secrets; nothing where the host has none."""
    return st.secrets if st.secrets.load_if_toml_exists() else {}


hand_in(kept_secrets)


def settings_in_force() -> Settings:
    """Return this process's settings.

    Raises:
        SettingsError: one of them cannot be used.
    """
    return settings()


def store() -> Store | None:
    """Return the store, opened at the first call; None while it cannot be opened, see `trouble`."""
    try:
        return HOUSE.store()
    except AccordError:
        return None


def trouble() -> AccordError | None:
    """Return why the store could not be opened at the last try."""
    return HOUSE.trouble


def close() -> None:
    """Give the store's connections back; the next call of `store` opens it anew."""
    HOUSE.close()
