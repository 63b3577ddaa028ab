"""Only our own names are answered to, and only our own pages may speak to us."""

from __future__ import annotations

import pytest

from web.hosts import LOCAL, Hosts

PUBLIC = Hosts.of([], "https://help.example.com")


@pytest.mark.parametrize("host", ["127.0.0.1:8501", "localhost", "LOCALHOST:80", "localhost.", "[::1]:8501"])
def test_this_machine_is_answered_to_when_nothing_is_set(host: str) -> None:
    assert Hosts.of([], "").knows(host)


@pytest.mark.parametrize(
    "host", ["", "evil.example", "127.0.0.1.evil.example", "a@127.0.0.1", "127.0.0.1/x", "127.0.0.1:x", "192.168.1.9"]
)
def test_another_name_is_not_answered_to(host: str) -> None:
    assert not Hosts().knows(host)


def test_a_star_stands_for_every_name_below_and_not_for_the_name_itself() -> None:
    hosts = Hosts.of(["*.example.com"], "")

    assert hosts.knows("a.b.example.com")
    assert not hosts.knows("example.com")
    assert not hosts.knows("badexample.com")


def test_the_public_address_is_answered_to_and_this_machine_no_more() -> None:
    assert PUBLIC.allowed == ("help.example.com",)
    assert Hosts.of([], "").allowed == LOCAL


@pytest.mark.parametrize(
    "origin",
    ["", "null", "http://evil.example", "http://127.0.0.1:8502", "ftp://127.0.0.1:8501", "127.0.0.1:8501", "http://["],
)
def test_a_page_from_elsewhere_may_not_speak_to_us(origin: str) -> None:
    assert not Hosts().same_origin(origin, "127.0.0.1:8501")


def test_our_own_page_may() -> None:
    assert Hosts().same_origin("http://127.0.0.1:8501", "127.0.0.1:8501")


def test_at_the_public_address_only_its_own_scheme_counts() -> None:
    assert PUBLIC.same_origin("https://help.example.com", "help.example.com")
    assert not PUBLIC.same_origin("http://help.example.com", "help.example.com")


def test_https_is_seen_here_or_known_from_the_public_address() -> None:
    assert PUBLIC.secure("http", "help.example.com")
    assert Hosts().secure("https", "127.0.0.1")
    assert Hosts().secure("wss", "127.0.0.1")
    assert not Hosts().secure("http", "127.0.0.1")
