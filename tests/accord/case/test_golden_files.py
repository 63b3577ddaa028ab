"""Files of every version there ever was, as JSON and under a passphrase, open as they would be written now.

`golden/version_N.json` and `golden/version_N.workbook` were written once and are never written again; a new version
adds two files of its own. `version_N_as_now.json` holds the same answers in the present form, and follows it.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from accord.case import SCHEMA_VERSION
from accord.case.workbook import read_workbook, write_workbook
from accord.crypto import is_protected, unprotect
from tests import torture

GOLDEN = Path(__file__).parent / "golden"
VERSIONS = range(1, SCHEMA_VERSION + 1)


@pytest.mark.parametrize("version", VERSIONS)
def test_a_file_of_each_version_opens_as_it_would_be_written_now(
    version: int, record_property: Callable[[str, object], None]
) -> None:
    plain = (GOLDEN / f"version_{version}.json").read_bytes()
    sealed = (GOLDEN / f"version_{version}.workbook").read_bytes()
    expected = read_workbook((GOLDEN / f"version_{version}_as_now.json").read_bytes())

    assert is_protected(sealed)
    assert unprotect(sealed, f"golden file {version} 钥匙") == plain
    assert read_workbook(plain) == expected
    assert read_workbook(write_workbook(expected)) == expected
    record_property(torture.TRIED, 2)
    record_property(torture.COUNTED, f"F10 version {version}: 2 files, {len(expected.debts)} debts, equal")


def test_what_stands_as_now_is_in_the_present_form() -> None:
    for version in VERSIONS:
        now = (GOLDEN / f"version_{version}_as_now.json").read_bytes()

        assert f'"schema_version": {SCHEMA_VERSION}'.encode() in now


def test_no_version_is_without_its_files() -> None:
    found = {file.name for file in GOLDEN.iterdir()}

    assert found == {f"version_{n}{end}" for n in VERSIONS for end in (".json", ".workbook", "_as_now.json")}
