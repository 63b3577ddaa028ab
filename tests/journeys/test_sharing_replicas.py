"""Two processes on one PostgreSQL: the owner on one, the advisor on the other; the first dies, the owner goes on."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import NamedTuple

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.accord.store.conftest import PEPPER, Cluster, cluster
from tests.house.tree import ROOT
from tests.journeys.reader import PATIENCE, Reader
from tests.journeys.server import Served, await_health, environment, free_port
from tests.journeys.sharing import (
    CREDITOR,
    NAME,
    PRINCIPAL,
    SHARE,
    TEN_SECONDS,
    field,
    kept_draft,
    link_of,
    open_link,
    person,
    read_chapters,
)

__all__ = ["cluster"]


class Replica(NamedTuple):
    """One process of the workbook."""

    served: Served
    process: subprocess.Popen[bytes]

    def die(self) -> None:
        """End as a crash does."""
        self.process.kill()
        self.process.wait(timeout=20)


@contextmanager
def _replica(folder: Path, database: str, port: int, public_port: int) -> Iterator[Replica]:
    """Run one process. Cookies know hosts and no ports: a browser shows the same key to both."""
    folder.mkdir()
    address, log = f"http://127.0.0.1:{port}", folder / "server.log"
    own = {"DATABASE_URL": database, "WB_REPLICAS": "2", "WB_PEPPER": PEPPER}
    own["PUBLIC_URL"] = f"http://127.0.0.1:{public_port}"
    flags = ["--server.address", "127.0.0.1", "--server.port", str(port), "--server.allowedHosts", "127.0.0.1"]
    words = [sys.executable, "-m", "streamlit", "run", "serve.py", *flags]
    with log.open("ab") as written:
        process = subprocess.Popen(
            words, cwd=ROOT, env=environment(folder) | own, stdout=written, stderr=subprocess.STDOUT
        )
        try:
            await_health(process, address, log)
            yield Replica(Served(address, log, process.pid), process)
        finally:
            process.kill()
            process.wait(timeout=20)


@pytest.fixture
def replicas(cluster: Cluster, tmp_path: Path) -> Iterator[tuple[Replica, Replica]]:
    """Run two processes on one database."""
    cluster.sql("CREATE DATABASE shared_chapters")
    database, ports = cluster.url("shared_chapters"), (free_port(), free_port())
    with ExitStack() as stack:
        first, second = (
            stack.enter_context(_replica(tmp_path / str(port), database, port, ports[0])) for port in ports
        )
        yield first, second


def _open_form(advisor: Reader, path: str) -> None:
    opener = advisor.widget(f"remark_open_{path}")
    if not opener.is_visible():
        advisor.page.get_by_test_id("stExpander").filter(has=opener).first.locator("summary").first.click()
    opener.get_by_role("button").click()
    advisor.settle()


def say_at(advisor: Reader, path: str, words: str, *, suggest: bool = False) -> None:
    """Say something beside an answer, or suggest another value for it."""
    if not advisor.widget("remark_form").is_visible():
        _open_form(advisor, path)
    if suggest:
        advisor.widget("advisor_kind").get_by_text(advisor.say("Suggest another value"), exact=True).click()
        advisor.settle()
    box = advisor.widget("advisor_value" if suggest else "advisor_words").locator("input, textarea").first
    box.fill(words)
    box.blur()
    advisor.settle()
    advisor.tap("advisor_send")


def reply(owner: Reader, words: str) -> None:
    """Answer the one remark on this page."""
    owner.page.locator('[class*="st-key-remark_answer_"]').get_by_role("button").first.click()
    owner.settle()
    box = owner.widget("remark_answer_words").locator("textarea")
    box.fill(words)
    box.blur()
    owner.settle()
    owner.tap("remark_send_answer")


def in_sight(page: Page, words: str) -> None:
    """Expect words on the page within ten seconds, without a tap."""
    expect(page.get_by_text(words).first).to_be_visible(timeout=TEN_SECONDS)


def test_the_advisor_sits_at_the_other_process_and_the_owner_outlives_the_first(
    browser: Browser, replicas: tuple[Replica, Replica]
) -> None:
    first, second = replicas
    owner, advisor = person(browser, first.served), person(browser, second.served, 390)
    kept_draft(owner)
    link, _code = link_of(owner)
    owner.tap("share_put_away")
    open_link(advisor, link.replace(first.served.address, second.served.address))
    read_chapters(advisor)
    assert field(advisor, PRINCIPAL).is_disabled()
    owner.open("materials")

    say_at(advisor, PRINCIPAL, "先核对违约金")
    in_sight(owner.page, "先核对违约金")
    reply(owner, "账单上没有单列")
    in_sight(advisor.page, "账单上没有单列")
    say_at(advisor, PRINCIPAL, "85000", suggest=True)
    taken = owner.page.locator('[class*="st-key-take_"]').get_by_role("button")
    expect(taken).to_be_visible(timeout=TEN_SECONDS)
    assert "86,400" in owner.page.locator('[class*="st-key-remark_"]').filter(has=taken).last.inner_text()
    taken.click()
    owner.settle()
    owner.shows(PRINCIPAL, "85,000")
    expect(field(advisor, PRINCIPAL)).to_have_value("85,000", timeout=TEN_SECONDS)

    first.die()
    owner.page.goto(f"{second.served.address}/short_way", timeout=PATIENCE)
    owner.shows("person.name", NAME)
    owner.shows(PRINCIPAL, "85,000")
    owner.page.goto(f"{second.served.address}/{SHARE}", timeout=PATIENCE)
    owner.page.locator('[class*="st-key-withdraw_"]').get_by_role("button").click(timeout=PATIENCE)
    expect(advisor.page.get_by_text(CREDITOR)).to_have_count(0, timeout=TEN_SECONDS)
    expect(advisor.page.get_by_role("alert").first).to_contain_text("打不开", timeout=TEN_SECONDS)
    owner.context.close()
    advisor.context.close()
