"""Browsers inside chat and payment apps: everything here works in them, but a download may do nothing."""

from __future__ import annotations

import re

import streamlit as st

from accord.i18n import N_, _

APPS: tuple[tuple[str, str], ...] = (
    (r"wxwork/", N_("WeCom")),
    (r"micromessenger/", N_("WeChat")),
    (r"dingtalk", N_("DingTalk")),
    (r"alipayclient|aliapp\(ap/", N_("Alipay")),
    (r"aliapp\(tb/", N_("Taobao")),
    (r"weibo", N_("Weibo")),
    (r"aweme|douyin", N_("Douyin")),
    (r"newsarticle", N_("Toutiao")),
    (r"kwai|ksnebula", N_("Kuaishou")),
    (r"xhsdiscover|xiaohongshu", N_("Xiaohongshu")),
    (r"baiduboxapp", N_("Baidu")),
    (r"feishu|\blark/", N_("Feishu")),
    (r"(?<!m)\bqq/\d", N_("QQ")),
    (r"; wv\)", N_("this app")),
)
"""How each app's browser names itself, most telling first, and what people call the app."""


def app_in(user_agent: str) -> str:
    """Return the name, in English, of the app whose browser this is; empty for a browser of its own."""
    said = user_agent.lower()
    return next((name for pattern, name in APPS if re.search(pattern, said)), "")


def app_name() -> str:
    """Return the app this page is open in, in the reader's language; empty in a browser of its own."""
    name = app_in(str(st.context.headers.get("User-Agent") or ""))
    return _(name) if name else ""


def about_files() -> None:
    """Say, above what can be taken down, how to keep it where a download may do nothing."""
    name = app_name()
    if name:
        st.info(
            _(
                "You are reading this inside {app}. You can do everything here. Only downloads may do nothing: keep "
                "the pictures of the pages by a long press and copy the text, or go on in your phone's own browser."
            ).format(app=name),
            icon=":material/smartphone:",
        )
