"""The database is taken away while somebody writes: it is said, the page goes on, a sealed file can be had."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from playwright.sync_api import Browser, expect

from accord.case.workbook import read_workbook
from accord.crypto import unprotect
from tests.journeys.conftest import begin_reading
from tests.journeys.reader import PATIENCE, Reader
from tests.journeys.server import Served

NAME, CAUSE, PASSPHRASE = "王小明", "公司七月关门", "correct horse battery"
TABLES = ("sections", "grants")


@contextmanager
def _away(served: Served) -> Iterator[None]:
    """Take what the store works on out of its reach, and give it back."""
    file = next(served.log.parent.rglob("workbook.db"))
    _rename(file, "", "_away")
    try:
        yield
    finally:
        _rename(file, "_away", "")


def _rename(file: Path, old: str, new: str) -> None:
    database = sqlite3.connect(file, timeout=30, isolation_level=None)
    database.execute("PRAGMA legacy_alter_table=ON")
    for table in TABLES:
        database.execute(f"ALTER TABLE {table}{old} RENAME TO {table}{new}")
    database.close()


def _saved_file(reader: Reader, folder: Path) -> bytes:
    reader.open("summary")
    reader.unfold("With a passphrase, encrypted")
    box = reader.widget("save_file_passphrase").locator("input")
    box.fill(PASSPHRASE)
    box.blur()
    reader.settle()
    reader.tap("save_file_protect")
    return reader.download("save_file_encrypted", folder).read_bytes()


def test_nothing_is_lost_while_the_database_is_away(browser: Browser, served: Served, tmp_path: Path) -> None:
    reader = begin_reading(browser, served, width=1280, locale="zh-CN")
    reader.open("short_way")
    reader.type("person.name", NAME)
    reader.widget("consent_tick").locator("label").first.click()
    reader.settle()
    reader.tap("consent_yes")

    with _away(served):
        reader.type("position.cause_words", CAUSE)
        expect(reader.widget("trouble_again")).to_be_visible(timeout=PATIENCE)
        reader.shows("position.cause_words", CAUSE)
        kept = read_workbook(unprotect(_saved_file(reader, tmp_path), PASSPHRASE))
        assert kept.person.name == NAME
        assert kept.position.cause_words == CAUSE

    expect(reader.widget("trouble_again")).to_have_count(0, timeout=PATIENCE)
    reader.open("short_way")
    reader.shows("position.cause_words", CAUSE)
    assert [name for name in reader.kept() if name.endswith("workbook")] == []
    reader.context.close()
