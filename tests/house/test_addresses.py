"""No address on the net that was not meant, no path of somebody's machine, nothing loaded from elsewhere."""

from __future__ import annotations

import re
from collections.abc import Iterable
from pathlib import Path
from urllib.parse import urlsplit

from tests.house.tree import ROOT, shown, text_files

LINK = re.compile(r"https?://[^\s\"'<>)\]}`，。；、]+")
MACHINE = re.compile(r"(?<![\w.])/(?:tmp|work|root|home|Users|farm)/[\w.]")
ALLOWED_IN_CODE = {
    "www.baidu.com",  # where "leave at once" goes
    "127.0.0.1",
    "localhost",
    "example.com",
    "www.w3.org",  # names of SVG and XML, never fetched
}
ALLOWED_FOR_RULES: set[str] = {
    *("www.163.com", "en.people.cn", "ningbo.chinadaily.com.cn", "www.chinabankingnews.com", "www.mondaq.com"),
    *("chinajusticeobserver.com", "www.chinajusticeobserver.com", "zmdrb.zmdnews.cn", "reportify.cn", "github.com"),
    *("www.nfra.gov.cn", "www.pbc.gov.cn", "flk.npc.gov.cn", "std.samr.gov.cn", "www.china-cba.net"),
}
"""Pages that were read and found to be what they say; mirrors and copies full of advertising never stand here."""
ELSEWHERE = re.compile(r"(?<![\w.])(?:cdn\.|unpkg\.com|[\w.]*jsdelivr|fonts\.g|cdnjs|fontawesome)")
CODE_ENDINGS = (".py", ".js", ".css", ".html", ".toml", ".json")


def _product() -> list[Path]:
    return [path for path in text_files(*CODE_ENDINGS) if not shown(path).startswith(("tests/", "docs/"))]


def _found(pattern: re.Pattern[str], paths: Iterable[Path]) -> dict[str, list[str]]:
    every = {shown(path): pattern.findall(path.read_text(encoding="utf-8")) for path in paths}
    return {name: found for name, found in every.items() if found}


def test_the_code_names_no_host_that_was_not_meant() -> None:
    code = [path for path in _product() if "knowledge/data" not in shown(path)]
    hosts = {urlsplit(link).hostname or link for links in _found(LINK, code).values() for link in links}

    assert hosts - ALLOWED_IN_CODE == set()


def test_rules_point_only_where_a_reader_may_be_sent() -> None:
    data = [path for path in _product() if "knowledge/data" in shown(path)]
    hosts = {urlsplit(link).hostname or link for links in _found(LINK, data).values() for link in links}

    assert hosts - ALLOWED_FOR_RULES == set()


def test_no_file_names_a_place_on_somebodys_machine() -> None:
    files = [path for path in text_files(*CODE_ENDINGS, ".md", ".po", ".txt") if path != Path(__file__)]
    set_up = [ROOT / name for name in ("Makefile", ".ci/run", ".gitignore")]

    assert _found(MACHINE, [*files, *set_up]) == {}


def test_nothing_is_loaded_from_elsewhere() -> None:
    assert _found(ELSEWHERE, _product()) == {}
