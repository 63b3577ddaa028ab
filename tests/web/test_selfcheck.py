"""The hardened server does not start with a setting that would give people away, and says which one."""

from __future__ import annotations

from typing import Any

import pytest

from web.selfcheck import WANTED, UnsafeSettingError, both_languages, check_settings, named_hosts

GOOD: dict[str, Any] = {
    "browser.gatherUsageStats": False,
    "client.showErrorDetails": "none",
    "global.developmentMode": False,
    "logger.level": "info",
    "logger.enableRich": False,
    "server.enableXsrfProtection": True,
    "server.enableCORS": True,
    "server.corsAllowedOrigins": [],
    "server.maxUploadSize": 64,
    "server.maxMessageSize": 30,
    "server.maxWidgetStateSize": 2,
    "server.disconnectedSessionTTL": 60,
    "server.fileWatcherType": "none",
    "server.runOnSave": False,
    "server.enableAgentApi": False,
    "server.enableStaticServing": False,
    "server.scriptHealthCheckEnabled": False,
    "server.baseUrlPath": "",
    "server.trustedUserHeaders": {"X-Wb-Bind": "bind"},
    "server.address": "127.0.0.1",
    "server.allowedHosts": [],
}
ANYWHERE = "0.0.0.0"  # noqa: S104  the very thing that is refused
BAD: dict[str, tuple[Any, ...]] = {
    "browser.gatherUsageStats": (True, None),
    "client.showErrorDetails": ("full", "stacktrace", "type", True, False),
    "global.developmentMode": (True,),
    "logger.level": ("debug",),
    "logger.enableRich": (True,),
    "server.enableXsrfProtection": (False,),
    "server.enableCORS": (False,),
    "server.corsAllowedOrigins": (["https://evil.example"],),
    "server.maxUploadSize": (200, 0, None),
    "server.maxMessageSize": (200,),
    "server.maxWidgetStateSize": (25,),
    "server.disconnectedSessionTTL": (120, 0),
    "server.fileWatcherType": ("auto", "poll"),
    "server.runOnSave": (True,),
    "server.enableAgentApi": (True,),
    "server.enableStaticServing": (True,),
    "server.scriptHealthCheckEnabled": (True,),
    "server.baseUrlPath": ("below",),
    "server.trustedUserHeaders": ({}, {"X-Other": "bind"}),
    "server.address": (None, ANYWHERE, "::", "192.168.1.9"),
    "server.allowedHosts": (["*"],),
}


def _check(public_url: str = "", **changed: object) -> None:
    options = GOOD | {name.replace("__", "."): value for name, value in changed.items()}
    check_settings(options.__getitem__, public_url)


def test_good_settings_let_the_server_start() -> None:
    _check()
    _check(server__address="::1")
    _check(server__address="localhost")


@pytest.mark.parametrize(("name", "value"), [(name, value) for name, values in BAD.items() for value in values])
def test_each_bad_setting_hinders_the_start_by_its_name(name: str, value: object) -> None:
    with pytest.raises(UnsafeSettingError) as caught:
        check_settings((GOOD | {name: value}).__getitem__, "")

    assert caught.value.name == name
    assert all(name in line for line in both_languages(caught.value).splitlines())


def test_every_setting_that_is_insisted_on_is_flipped_here() -> None:
    assert set(WANTED) <= set(BAD) == set(GOOD)


def test_other_machines_may_come_in_where_a_name_is_set() -> None:
    _check(server__address=ANYWHERE, server__allowedHosts=["help.example.com"])
    _check("https://help.example.com", server__address=ANYWHERE)


def test_the_sentence_stands_in_both_languages() -> None:
    with pytest.raises(UnsafeSettingError) as caught:
        _check(server__maxUploadSize=200)

    chinese, english = both_languages(caught.value).splitlines()
    assert "手册没有启动" in chinese
    assert "does not start" in english
    assert "200" in chinese
    assert "200" in english


def test_hosts_are_read_as_the_setting_gives_them() -> None:
    assert named_hosts({"server.allowedHosts": [" a.example ", "b"]}.__getitem__) == ("a.example", "b")
    assert named_hosts({"server.allowedHosts": None}.__getitem__) == ()
