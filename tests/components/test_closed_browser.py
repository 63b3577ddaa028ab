"""Browsers inside apps are known by what they say of themselves; browsers of their own are left in peace."""

from __future__ import annotations

import pytest

from components import closed_browser
from components.closed_browser import app_in
from tests.components.opened import example, opened

IPHONE = "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) "
ANDROID = "Mozilla/5.0 (Linux; Android 14; V2254A Build/UP1A; wv) AppleWebKit/537.36 (KHTML, like Gecko) Version/4.0 "
INSIDE = {
    "WeChat": (
        IPHONE + "Mobile/15E148 MicroMessenger/8.0.50(0x1800322b) NetType/WIFI Language/zh_CN",
        ANDROID
        + "Chrome/116.0.0.0 MQQBrowser/6.2 TBS/046317 Mobile Safari/537.36 MMWEBID/1 MicroMessenger/8.0.49.2600",
    ),
    "WeCom": (IPHONE + "Mobile/15E148 wxwork/4.1.22 MicroMessenger/7.0.1 Language/zh",),
    "QQ": (
        IPHONE + "Mobile/15E148 QQ/9.0.60.620 V1_IPH_SQ_9.0.60 Pixel/1170",
        ANDROID + "Chrome/109 MQQBrowser/6.2 TBS/046291 Mobile Safari/537.36 V1_AND_SQ_9.0.25 QQ/9.0.25.14985",
    ),
    "DingTalk": (IPHONE + "Mobile/15E148 AliApp(DingTalk/7.5.0) com.laiwang.DingTalk/1 Channel/201200",),
    "Alipay": (ANDROID + "Chrome/105 Mobile Safari/537.36 AlipayClient/10.5.96.8000 Language/zh-Hans",),
    "Weibo": (IPHONE + "Mobile/15E148 Weibo (iPhone13,2__weibo__14.5.0__iphone__os17.5)",),
    "Douyin": (ANDROID + "Chrome/110 Mobile Safari/537.36 aweme_290100 JsSdk/1.0 NetType/WIFI",),
    "this app": (ANDROID + "Chrome/126.0.0.0 Mobile Safari/537.36",),
}
OWN = (
    IPHONE + "Version/17.5 Mobile/15E148 Safari/604.1",
    "Mozilla/5.0 (Linux; U; Android 14; zh-cn) AppleWebKit/537.36 Chrome/109 MQQBrowser/14.9 Mobile Safari/537.36",
    "Mozilla/5.0 (Linux; Android 14; Pixel 8) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0 Mobile Safari/537.36",
    "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) HeadlessChrome/126.0 Safari/537.36",
    "",
)


@pytest.mark.parametrize(("name", "agent"), [(name, agent) for name, agents in INSIDE.items() for agent in agents])
def test_an_apps_browser_is_known(name: str, agent: str) -> None:
    assert app_in(agent) == name


@pytest.mark.parametrize("agent", OWN)
def test_a_browser_of_its_own_is_not_taken_for_an_apps(agent: str) -> None:
    assert app_in(agent) == ""


def test_nobody_in_a_browser_of_its_own_is_told_anything() -> None:
    assert not any("长按" in element.value for element in opened("start").info)


def test_inside_an_app_the_way_to_keep_things_is_said_in_its_name(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(closed_browser, "app_in", lambda _agent: "WeChat")

    said = next(element.value for element in opened("start", example()).info if "长按" in element.value)

    assert "微信" in said
