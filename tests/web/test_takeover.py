"""Whoever learns the id of somebody's session cannot get into it, neither while its page is open nor afterwards."""

from __future__ import annotations

import socket
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.exceptions import InvalidStatus
from websockets.sync.client import ClientConnection, connect

from tests import torture
from tests.web.asgi import OTHER_BIND
from web.cookies import mark_of

pytestmark = pytest.mark.journey

VICTIM = "v" * 43
Guarded = tuple[int, Path]


@dataclass(frozen=True)
class Way:
    """How somebody tries: the cookie, the Origin, the host asked for, further headers. `{port}` is the server's."""

    cookie: str = ""
    origin: str = "http://127.0.0.1:{port}"
    host: str = "127.0.0.1"
    headers: dict[str, str] = field(default_factory=dict)


OTHER = f"wb-bind={OTHER_BIND}"
FORGED = {"X-Wb-Bind": mark_of(VICTIM)}
WAYS = {
    "no cookie": Way(),
    "no cookie, forged mark": Way(headers=FORGED),
    "another's cookie": Way(OTHER),
    "another's cookie, forged mark": Way(OTHER, headers=FORGED),
    "another's cookie, forged mark in small letters": Way(OTHER, headers={"x-wb-bind": mark_of(VICTIM)}),
    "the mark as a cookie": Way(f"wb-bind={mark_of(VICTIM)[:43]}"),
    "an empty cookie": Way("wb-bind="),
    "a Streamlit cookie alone": Way("_streamlit_user=x; _streamlit_xsrf=y"),
    "no origin": Way(OTHER, origin=""),
    "an evil origin": Way(OTHER, origin="http://evil.example"),
    "the victim's cookie from an evil origin": Way(f"wb-bind={VICTIM}", origin="http://evil.example"),
    "the victim's cookie without an origin": Way(f"wb-bind={VICTIM}", origin=""),
    "a rebound host": Way(OTHER, host="rebind.evil.example", origin="http://rebind.evil.example:{port}"),
    "the victim's cookie at a rebound host": Way(
        f"wb-bind={VICTIM}", host="rebind.evil.example", origin="http://rebind.evil.example:{port}"
    ),
}


def _join(port: int, way: Way, known: str = "") -> ClientConnection:
    protocols = ["streamlit", "x", known] if known else ["streamlit", "x"]
    return connect(
        f"ws://{way.host}:{port}/_stcore/stream",
        sock=socket.create_connection(("127.0.0.1", port), timeout=10),
        origin=way.origin.format(port=port) or None,  # type: ignore[arg-type]  # a plain text will do
        subprotocols=protocols,  # type: ignore[arg-type]  # as above
        additional_headers=({"Cookie": way.cookie} if way.cookie else {}) | way.headers,
        open_timeout=20,
    )


def _session(joined: ClientConnection) -> str:
    """Ask for a run and return the session the server names."""
    run, told = BackMsg(), ForwardMsg()
    run.rerun_script.query_string = ""
    joined.send(run.SerializeToString())
    while not told.HasField("new_session"):
        told.ParseFromString(joined.recv(timeout=30, decode=False))
    return str(told.new_session.initialize.session_id)


def _attack(port: int, way: Way, known: str) -> str:
    """Return what became of a try: refused, a session of one's own, or the victim's."""
    try:
        with _join(port, way, known) as joined:
            return "in" if _session(joined) == known else "a fresh session"
    except InvalidStatus as refused:
        return "refused" if refused.response.status_code in {400, 403} else "another answer"


@torture.PATIENT
@pytest.mark.parametrize("live", [True, False], ids=["live", "closed"])
def test_a_known_session_id_lets_nobody_in(
    guarded: Guarded, record_property: Callable[[str, object], None], *, live: bool
) -> None:
    port, counts, own = guarded[0], Counter[str](), Way(f"wb-bind={VICTIM}")
    with _join(port, own) as page:
        known = _session(page)
        if not live:
            page.close()
        for _round in range(torture.TAKEOVERS):
            counts.update(_attack(port, way, known) for way in WAYS.values())
        if live:
            assert _session(page) == known  # the owner was not cut off either
    record_property(torture.TRIED, counts.total())
    record_property(torture.COUNTED, f"A5 {'live' if live else 'closed'}: {dict(counts)}")

    assert set(counts) == {"refused", "a fresh session"}
    with _join(port, own, known) as again:
        assert _session(again) == known
