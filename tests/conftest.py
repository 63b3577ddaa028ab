"""What all tests share: a language that no test inherits from another, and a quick start for page tests."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
import streamlit.components.v2.manifest_scanner as scanner

from accord.i18n import CHINESE, ask_reader

# Streamlit looks through every installed package for each new AppTest; once a run is enough.
_FOUND = scanner.scan_component_manifests()


def _found_once(*_args: object, **_named: object) -> object:
    return _FOUND


scanner.scan_component_manifests = _found_once  # type: ignore[assignment]  # same result, kept


@pytest.fixture(autouse=True)
def _nobody_has_chosen_a_language() -> Iterator[None]:
    ask_reader(lambda: CHINESE)
    yield
    ask_reader(lambda: CHINESE)
