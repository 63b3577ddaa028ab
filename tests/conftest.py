"""What all tests share: a language that no test inherits from another, and a quick start for page tests."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
import streamlit.components.v2.manifest_scanner as scanner

from accord.i18n import CHINESE, ask_reader
from tests.torture import COUNTED, FACTOR

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


@pytest.hookimpl(trylast=True)  # they are marked by then
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Put the journeys first: each is long and half of it waiting, and only short files are left over at the end."""
    items.sort(key=lambda item: item.get_closest_marker("journey") is None)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Write what the tests of faults and attacks counted below each other."""
    reports = [report for kind in ("passed", "failed") for report in terminalreporter.stats.get(kind, [])]
    told = [(report.nodeid, value) for report in reports for name, value in report.user_properties if name == COUNTED]
    if told:
        terminalreporter.section(f"faults and attacks, TORTURE={FACTOR:g}")
    for nodeid, value in sorted(told):
        terminalreporter.line(f"{value}  {nodeid.rpartition('/')[2]}")
