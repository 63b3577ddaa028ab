"""Two processes on one database behind a real proxy: one dies and nobody loses anything; an advisor is on the other."""

from __future__ import annotations

import re
import socket
import ssl
import time
import warnings
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, expect

from tests import torture
from tests.accord.store.conftest import PEPPER, Cluster, cluster
from tests.journeys.conftest import begin_reading
from tests.journeys.hosting import Deployment, deployment
from tests.journeys.reader import PATIENCE, Reader
from tests.journeys.sharing import CREDITOR, NAME, TEN_SECONDS, kept_draft, link_of, open_link

__all__ = ["cluster"]
PRINCIPAL = "answer:debts.debt-1.principal"
RESUMES = 5.0
"""Seconds within which somebody goes on; on a machine so busy that any page takes long, twice what one takes."""
BROKEN_LINE = ("WebSocket", "Failed to load resource", "net::ERR")
"""What a browser says when the process behind a page dies; anything else it says is still a fault."""


@pytest.fixture(scope="module")
def hosted(cluster: Cluster, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Deployment]:
    """Run the deployment once for this file."""
    cluster.sql("CREATE DATABASE hosted")
    folder: Path = tmp_path_factory.mktemp("hosted")
    with deployment(folder, cluster.url("hosted"), PEPPER) as found:
        yield found


def _person(browser: Browser, hosted: Deployment, width: int = 1280) -> Reader:
    return begin_reading(browser, hosted.served, width=width, locale="zh-CN")


def _on(hosted: Deployment, person: Reader, path: str) -> int:
    """Open a page; return which replica holds the connection that came of it."""
    before = [hosted.connections(number) for number in (0, 1)]
    person.open(path)
    after = [hosted.connections(number) for number in (0, 1)]
    return 0 if after[0] - before[0] >= after[1] - before[1] else 1


def _someone_on(browser: Browser, hosted: Deployment, replica: int) -> Reader:
    """Return a person whom the proxy sends to this replica."""
    for _try in range(20):
        person = _person(browser, hosted, 390)
        if _on(hosted, person, "short_way") == replica:
            return person
        person.context.close()
    pytest.fail("the proxy sends everybody to one replica")


def test_one_process_dies_and_its_people_go_on(
    browser: Browser, hosted: Deployment, record_property: Callable[[str, object], None]
) -> None:
    owner = _person(browser, hosted)
    here = _on(hosted, owner, "short_way")
    advisor = _someone_on(browser, hosted, 1 - here)
    kept_draft(owner)
    link, _code = link_of(owner)
    assert link.startswith(f"{hosted.address}/open#")
    open_link(advisor, link)
    assert CREDITOR in advisor.page.get_by_test_id("stMain").inner_text()

    owner.open("short_way")
    owner.type("debts.debt-1.principal", "91000")
    expect(advisor.page.get_by_text("91,000").first).to_be_visible(timeout=TEN_SECONDS)

    usual = _reloaded(owner)
    hosted.replicas[here].stop()
    took = _reloaded(owner)
    record_property(torture.COUNTED, f"L5 the page was there again {took:.1f} s after its process died")
    assert took <= max(RESUMES, 2 * usual)
    field = owner.widget(PRINCIPAL).locator("input")
    expect(field).to_have_value(re.compile("91,?000"), timeout=PATIENCE)  # as it was saved, or as it was typed
    owner.faults[:] = [fault for fault in owner.faults if not any(word in fault for word in BROKEN_LINE)]
    owner.settle()

    owner.type("debts.debt-1.principal", "92000")
    expect(advisor.page.get_by_text("92,000").first).to_be_visible(timeout=TEN_SECONDS)
    owner.context.close()
    advisor.context.close()


def _reloaded(person: Reader) -> float:
    """Reload the page; return the seconds until the draft is there again."""
    begun = time.monotonic()
    person.page.reload(wait_until="domcontentloaded")
    person.shows("person.name", NAME)
    return time.monotonic() - begun


def test_the_proxy_s_log_tells_no_file_no_query_and_no_whole_address(browser: Browser, hosted: Deployment) -> None:
    person = _person(browser, hosted)
    person.page.goto(f"{hosted.address}/help?who=wangxiaoming", timeout=PATIENCE)
    said = hosted.log.read_text(encoding="utf-8")
    assert " GET /help " in said
    assert "wangxiaoming" not in said
    assert "127.0.0.1" not in said
    person.context.close()


def _await_connection(hosted: Deployment, replica: int) -> None:
    """Wait until the page's browser has found the other process."""
    end = time.monotonic() + PATIENCE / 1000
    while not hosted.connections(replica):
        assert time.monotonic() < end
        time.sleep(0.05)


def test_a_page_left_open_comes_back_by_itself_when_its_process_dies(
    browser: Browser, hosted: Deployment, record_property: Callable[[str, object], None]
) -> None:
    for replica in hosted.replicas:
        replica.start()
    owner = _person(browser, hosted)
    here = _on(hosted, owner, "short_way")
    kept_draft(owner)
    owner.type("debts.debt-1.principal", "93000")
    usual = _reloaded(owner)
    hosted.replicas[here].stop()
    died = time.monotonic()
    field = owner.widget(PRINCIPAL).locator("input")
    _await_connection(hosted, 1 - here)
    expect(field).to_be_enabled(timeout=PATIENCE)
    took = time.monotonic() - died
    record_property(torture.COUNTED, f"L5 a page left open was in touch again after {took:.1f} s")
    assert took <= max(RESUMES, 2 * usual)
    owner.faults[:] = [fault for fault in owner.faults if not any(word in fault for word in BROKEN_LINE)]
    owner.type("debts.debt-1.principal", "94000")
    owner.open("short_way")
    expect(field).to_have_value(re.compile("94,?000"), timeout=PATIENCE)
    owner.context.close()


@pytest.mark.parametrize("version", [ssl.TLSVersion.TLSv1, ssl.TLSVersion.TLSv1_1])
def test_the_proxy_speaks_no_old_tls(hosted: Deployment, version: ssl.TLSVersion) -> None:
    _speaks(hosted, ssl.TLSVersion.TLSv1_2)
    with pytest.raises(ssl.SSLError, match="ALERT_PROTOCOL_VERSION"):
        _speaks(hosted, version)


def _speaks(hosted: Deployment, version: ssl.TLSVersion) -> None:
    where = urlsplit(hosted.address)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
    context.set_ciphers("DEFAULT:@SECLEVEL=0")  # we would speak it; it is the proxy that must refuse
    with warnings.catch_warnings(action="ignore", category=DeprecationWarning):
        context.minimum_version = context.maximum_version = version
    with (
        socket.create_connection((str(where.hostname), where.port or 443), timeout=5) as plain,
        context.wrap_socket(plain, server_hostname="127.0.0.1") as spoken,
    ):
        assert spoken.version()
