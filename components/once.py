"""What is dear to work out is worked out once for the same inputs; kept in this session alone."""

from __future__ import annotations

from collections.abc import Callable, Hashable
from typing import TypeVar

import streamlit as st

Found = TypeVar("Found")


def once(name: str, inputs: Hashable, make: Callable[[], Found]) -> Found:
    """Return what `make` gives for these inputs, from the last time if they are the same.

    Args:
        name: what it is; one result a name is kept.
        inputs: everything the result depends on.
        make: works it out; it must not speak, because the language may change between two calls.
    """
    kept: dict[str, tuple[Hashable, Found]] = st.session_state.setdefault("once", {})
    if name not in kept or kept[name][0] != inputs:
        kept[name] = (inputs, make())
    return kept[name][1]
