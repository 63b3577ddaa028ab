"""What was made for one visitor reaches no other: not by its address, not by a twin, not later."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator

import pytest

from tests import torture
from tests.house.tree import ROOT
from tests.web.conftest import running
from tests.web.tabs import Tab, asked, tab
from web.cookies import mark_of

pytestmark = pytest.mark.journey

A, B = "A" * 43, "B" * 43
CANARY = "secret-of-{who}-{number}"
WAITING = re.compile(rb'"id": ?"([A-Za-z0-9_-]{43})"')
PICTURE = re.compile(rb"/media/[0-9a-f]{32,128}\.png")
PAGE = """
import struct, sys, zlib
sys.path.insert(0, {root!r})
import streamlit as st
from components.handout import forget_waiting, hand_out

who, number = st.query_params.get("who", ""), st.query_params.get("number", "")
note = st.query_params.get("note", "")
if note:
    st.text_input(note, note)
    st.markdown(note)
if st.query_params.get("erase"):
    forget_waiting()
elif who:
    secret = f"secret-of-{{who}}-{{number}}".encode()
    # More than 1 MiB, alike in length and wherever Streamlit looks to name a file: one spot is different.
    data = bytearray(1_300_000)
    data[300_000 : 300_000 + len(secret)] = secret
    data[:6] = f"{{int(number):06}}".encode()
    hand_out("Save", bytes(data), "papers.pdf", "application/pdf", "save")
    def part(name, body):
        return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))
    png = b"\\x89PNG\\r\\n\\x1a\\n" + part(b"IHDR", struct.pack(">IIBBBBB", 9, 9, 8, 0, 0, 0, 0))
    png += part(b"tEXt", b"Comment\\0" + secret) + part(b"IDAT", zlib.compress(bytes(90))) + part(b"IEND", b"")
    st.image(png, output_format="PNG")
"""
SERVED = """
import sys
sys.path.insert(0, {root!r})
from pathlib import Path
import streamlit as st
from accord.serving import begin_serving
from web.logs import keep_logs_clean
from web.routes import TROUBLES, guard, routes

keep_logs_clean()
begin_serving()
frame = Path(st.__file__).parent / "static" / "index.html"
ours = dict(routes=routes(st.get_option), middleware=[guard(st.get_option, frame)])
app = st.App({page!r}, exception_handlers=TROUBLES, **ours)
"""


@pytest.fixture(scope="module")
def port(tmp_path_factory: pytest.TempPathFactory) -> Iterator[int]:
    """Serve, behind the true guard and the true routes, one page that makes files for whoever asks."""
    folder = tmp_path_factory.mktemp("others")
    (folder / "page.py").write_text(PAGE.format(root=str(ROOT)), encoding="utf-8")
    (folder / "served.py").write_text(SERVED.format(root=str(ROOT), page=str(folder / "page.py")), encoding="utf-8")
    with running(folder, str(folder / "served.py")) as found:
        yield found


def _made(page: Tab, who: str, number: int) -> tuple[str, str]:
    """Have a page make its files; return the address of the one to fetch and of the picture."""
    frames = page.run(f"who={who}&number={number}")
    waiting, picture = WAITING.search(frames), PICTURE.search(frames)
    assert waiting
    assert picture
    return f"/api/dl/{waiting[1].decode()}", picture[0].decode()


def _strangers() -> dict[str, dict[str, str]]:
    """Return the ways in which somebody asks who is not the owner."""
    forged = {"X-Wb-Bind": mark_of(A)}
    return {
        "no cookie": {},
        "own cookie": {"Cookie": f"wb-bind={B}"},
        "own cookie, forged mark": {"Cookie": f"wb-bind={B}"} | forged,
        "forged mark alone": forged,
        "the mark as a cookie": {"Cookie": f"wb-bind={mark_of(A)[:43]}"},
        "two cookies, own first": {"Cookie": f"__Host-wb-bind={B}; wb-bind={A}"},
        "an empty cookie": {"Cookie": "wb-bind="},
        "from a part on": {"Cookie": f"wb-bind={B}", "Range": "bytes=300000-300100"},
    }


def _tried(port: int, paths: tuple[str, ...], secret: bytes, counts: Counter[str]) -> None:
    for path in paths:
        for headers in _strangers().values():
            for method in ("GET", "HEAD"):
                status, body = asked(port, path, headers, method=method)
                counts["asked by strangers"] += 1
                counts["bytes of the owner"] += len(body) * (secret in body or status < 300)
                assert status in {404, 416}


@torture.PATIENT
def test_what_was_made_for_one_reaches_no_other(port: int, record_property: Callable[[str, object], None]) -> None:
    counts, own = Counter[str](), {"Cookie": f"wb-bind={A}"}
    with tab(port, A) as mine, tab(port, B) as theirs:
        for number in range(torture.PAIRS):
            secret = CANARY.format(who="a", number=number).encode()
            file, picture = _made(mine, "a", number)
            their_file, their_picture = _made(theirs, "b", number)
            _tried(port, (file, picture), secret, counts)
            for path, who in ((their_file, B), (their_picture, B)):
                status, body = asked(port, path, {"Cookie": f"wb-bind={who}"})
                assert status == 200
                assert secret not in body
                assert CANARY.format(who="b", number=number).encode() in body
            assert secret in asked(port, picture, own)[1]
            if number % 2:
                assert secret in asked(port, file, own)[1]
            else:
                mine.run("erase=1")
            assert asked(port, file, own)[0] == 404
            _tried(port, (file,), secret, counts)
            counts["pairs"] += 1
    record_property(torture.TRIED, counts["pairs"])
    record_property(torture.COUNTED, f"A6 {dict(counts)}")
    assert counts["bytes of the owner"] == 0


def test_a_page_that_was_closed_leaves_nothing_to_others(port: int) -> None:
    with tab(port, A) as mine:
        paths = _made(mine, "a", 999_999)
    _tried(port, paths, CANARY.format(who="a", number=999_999).encode(), Counter())


def test_an_address_that_a_stranger_has_shown_to_himself_opens_nothing(port: int) -> None:
    with tab(port, A) as mine, tab(port, B) as theirs:
        _file, picture = _made(mine, "a", 999_998)
        theirs.run(f"note={picture}&who=b&number=1")
        assert asked(port, picture, {"Cookie": f"wb-bind={B}"})[0] == 404
        assert asked(port, picture, {"Cookie": f"wb-bind={A}"})[0] == 200
