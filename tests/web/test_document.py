"""A plain page is whole by itself: one style, no script, the right language, everything escaped."""

from __future__ import annotations

from accord.i18n import speaking
from web.document import STYLE, STYLE_HASH, Document, link, listed, paragraph
from web.policy import source_hash


def test_a_page_brings_the_very_style_its_policy_allows() -> None:
    page = Document(title="T", body="").html().decode()

    assert f"<style>{STYLE}</style>" in page
    assert source_hash(STYLE) == STYLE_HASH


def test_a_page_says_in_which_language_it_is() -> None:
    assert b'<html lang="zh-CN">' in Document(title="T", body="").html()
    with speaking("en"):
        assert b'<html lang="en">' in Document(title="T", body="").html()


def test_a_title_is_text_and_never_markup() -> None:
    page = Document(title="<script>1</script>", body="").html()

    assert b"<script>" not in page
    assert b"<h1>&lt;script&gt;" in page


def test_a_page_runs_a_script_or_asks_again_only_when_told_to() -> None:
    quiet = Document(title="T", body="").html()
    busy = Document(title="T", body="", refresh=20, script="/open.js").html()

    assert b"<script" not in quiet
    assert b"http-equiv" not in quiet
    assert b'<script src="/open.js" defer>' in busy
    assert b'<meta http-equiv="refresh" content="20">' in busy


def test_parts_escape_what_they_hold() -> None:
    assert paragraph("a < b") == "<p>a &lt; b</p>"
    assert link('/x"y', "<b>") == '<a href="/x&quot;y">&lt;b&gt;</a>'
    assert listed(("a", "&"), numbered=True) == "<ol><li>a</li><li>&amp;</li></ol>"


def test_the_style_serves_the_dark_the_phone_and_paper() -> None:
    assert "prefers-color-scheme:dark" in STYLE
    assert "@media print" in STYLE
    assert "url(" not in STYLE
