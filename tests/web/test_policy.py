"""What an answer allows: no script but our own files, nobody frames us, nothing is told to others."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from web.policy import always, app_policy, inline_hashes, plain_policy, source_hash

FRAME = (Path(st.__file__).parent / "static" / "index.html").read_text(encoding="utf-8")
POLICY = app_policy(inline_hashes(FRAME), "127.0.0.1:8501", secure=False)


def _part(policy: str, name: str) -> list[str]:
    return next(part.split()[1:] for part in policy.split("; ") if part.startswith(f"{name} "))


def test_scripts_need_neither_inline_nor_eval() -> None:
    scripts = _part(POLICY, "script-src")

    assert not {"'unsafe-inline'", "'unsafe-eval'", "*", "https:", "http:", "data:"} & set(scripts)
    assert {"'self'", "blob:"} <= set(scripts)


def test_streamlits_frame_still_has_one_inline_script() -> None:
    # Another one would be new code that somebody should read before its hash is allowed.
    assert len(inline_hashes(FRAME)) == 1
    assert inline_hashes(FRAME)[0] in _part(POLICY, "script-src")


def test_a_script_with_an_address_is_no_inline_script() -> None:
    page = '<script src="/a.js"></script><script>\n 1 \n</script><script type="module" src="b.js"></script>'

    assert inline_hashes(page) == (source_hash("\n 1 \n"),)


def test_a_hash_is_written_as_browsers_read_it() -> None:
    assert source_hash("") == "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='"


def test_a_page_speaks_to_its_own_host_alone() -> None:
    assert _part(POLICY, "connect-src") == ["'self'", "ws://127.0.0.1:8501"]
    assert _part(app_policy((), "help.example.com", secure=True), "connect-src")[1] == "wss://help.example.com"
    assert _part(POLICY, "frame-ancestors") == _part(POLICY, "form-action") == _part(POLICY, "base-uri") == ["'none'"]


def test_a_plain_page_runs_no_script_unless_it_has_our_own_file() -> None:
    assert "script-src" not in plain_policy(["'sha256-x'"])
    assert "unsafe" not in plain_policy(["'sha256-x'"])
    assert _part(plain_policy(["'sha256-x'"], scripted=True), "script-src") == ["'self'"]


def test_https_is_insisted_on_only_where_it_is() -> None:
    assert dict(always(secure=True))["strict-transport-security"]
    assert "strict-transport-security" not in dict(always(secure=False))
    assert dict(always(secure=False))["referrer-policy"] == "no-referrer"
