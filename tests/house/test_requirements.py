"""What is imported is pinned, what is pinned is imported, and the pins are those the tests run on."""

from __future__ import annotations

import re
import sys
from importlib import metadata

import pytest

from tests.house.tree import ROOT, code_files, imported

PIN = re.compile(r"([A-Za-z0-9._-]+)(?:\[[a-z,]+\])?==([0-9][0-9A-Za-z.]*)")
OURS = {"accord", "components", "web", "pages"}
PACKAGE_OF = {
    "babel": "Babel",
    "fpdf": "fpdf2",
    "xlsxwriter": "XlsxWriter",
    "sqlalchemy": "SQLAlchemy",
    # These come with a pinned package and have to match it.
    "PIL": "pillow",
    **dict.fromkeys(("starlette", "uvicorn", "anyio"), "streamlit"),
    "fontTools": "fpdf2",
    "pydantic_core": "pydantic",
}
NOT_BY_NAME = {"tzdata", "psycopg"}  # the zone files; the driver that SQLAlchemy loads by the database's address


def _pins(name: str) -> dict[str, str]:
    lines = (ROOT / name).read_text(encoding="utf-8").splitlines()
    found = {line: PIN.fullmatch(line) for line in lines if line and not line.startswith(("#", "-r "))}
    assert [line for line, pin in found.items() if not pin] == []
    return {pin[1]: pin[2] for pin in found.values() if pin}


def _needed() -> set[str]:
    tops = {name.split(".")[0] for path in code_files() for name in imported(path)}
    return {PACKAGE_OF.get(name, name) for name in tops - OURS - set(sys.stdlib_module_names)}


@pytest.mark.parametrize("name", ["requirements.txt", "requirements-dev.txt"])
def test_every_requirement_is_pinned_to_what_runs_here(name: str) -> None:
    pins = _pins(name)

    assert {package: metadata.version(package) for package in pins} == pins


def test_what_is_imported_is_pinned() -> None:
    assert _needed() - set(_pins("requirements.txt")) == set()


def test_what_is_pinned_is_imported() -> None:
    assert set(_pins("requirements.txt")) - _needed() - NOT_BY_NAME == set()


def test_the_settings_keep_visits_to_ourselves() -> None:
    settings = (ROOT / ".streamlit" / "config.toml").read_text(encoding="utf-8")

    assert "gatherUsageStats = false" in settings
    assert 'showErrorDetails = "none"' in settings
    assert "cookieSecret" not in settings
    assert "enableAgentApi" not in settings
