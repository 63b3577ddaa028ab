"""Who a visitor is for the limits on guessing: the address of the connection, or what a configured proxy says of it."""

from __future__ import annotations

import http.client
import json
from collections import Counter
from collections.abc import Iterator

import pytest

from accord.crypto import ShareKey
from accord.store import Limits
from tests.journeys.server import Served, running

pytestmark = pytest.mark.journey
MORE = 5
PROXY, STRANGER = "127.0.0.1", "127.0.0.2"
"""Of these the server believes what the first says about others: uvicorn's FORWARDED_ALLOW_IPS, left as it comes."""


@pytest.fixture(scope="module")
def public(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """Run the workbook with links offered."""
    with running(tmp_path_factory.mktemp("forwarded"), public=True) as served:
        yield served


def _claim(served: Served, source: str, says: str) -> int:
    """Claim a link nobody made, from one address of this machine and with another one in the header."""
    host = served.address.removeprefix("http://")
    line = http.client.HTTPConnection(host, timeout=30, source_address=(source, 0))
    try:
        headers = {
            "Content-Type": "application/json",
            "X-Requested-With": "workbook",
            "Origin": served.address,
            "Cookie": f"wb-bind={'f' * 43}",
            "X-Forwarded-For": says,
        }
        line.request("POST", "/api/claim", json.dumps({"link": ShareKey.fresh().text}).encode(), headers)
        return line.getresponse().status
    finally:
        line.close()


def _claims(served: Served, source: str) -> Counter[int]:
    return Counter(_claim(served, source, f"203.0.{number}.7") for number in range(Limits().claims_by_address + MORE))


def test_an_address_made_up_by_a_visitor_opens_no_new_tries(public: Served) -> None:
    assert _claims(public, STRANGER) == {404: Limits().claims_by_address, 429: MORE}


def test_a_configured_proxy_is_believed_so_that_its_visitors_do_not_share_one_limit(public: Served) -> None:
    assert _claims(public, PROXY) == {404: Limits().claims_by_address + MORE}
