"""Browser tabs without a browser: what they send over the socket, what they fetch, and what comes back."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.client import HTTPConnection

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.sync.client import ClientConnection, connect
from websockets.typing import Origin, Subprotocol

PATIENCE = 30
TEXTS, BUTTONS = ("text_input", "text_area"), ("button",)


@dataclass
class Tab:
    """A page open in a browser with a bind cookie. `widgets` are the ids of all it has been shown, by their kind."""

    joined: ClientConnection
    widgets: dict[str, set[str]] = field(default_factory=dict)
    page: str = ""
    session: str = ""

    def run(self, query: str = "", *, typed: dict[str, str] | None = None, pressed: str = "") -> bytes:
        """Ask for a run, with texts in some widgets and perhaps a button pressed; return all that came back."""
        asked = BackMsg()
        asked.rerun_script.query_string = query
        asked.rerun_script.page_name = self.page
        for name, text in (typed or {}).items():
            asked.rerun_script.widget_states.widgets.add(id=name, string_value=text)
        if pressed:
            asked.rerun_script.widget_states.widgets.add(id=pressed, trigger_value=True)
        self.joined.send(asked.SerializeToString())
        frames, over = list[bytes](), False
        while not over:
            frames.append(bytes(self.joined.recv(timeout=PATIENCE, decode=False)))
            over = self._heard(ForwardMsg.FromString(frames[-1]))
        return b"".join(frames)

    def shown(self, kinds: Collection[str]) -> list[str]:
        """Return the ids of widgets of some kinds, in a fixed order."""
        return sorted(name for kind in kinds for name in self.widgets.get(kind, ()))

    def _heard(self, told: ForwardMsg) -> bool:
        """Note what a message shows; tell whether it is the last of a run that came to its end."""
        if told.HasField("new_session"):
            self.session = told.new_session.initialize.session_id or self.session
        if told.HasField("delta"):
            kind = told.delta.new_element.WhichOneof("type") or ""
            name = getattr(getattr(told.delta.new_element, kind, None), "id", "")
            if name and isinstance(name, str):
                self.widgets.setdefault(kind, set()).add(name)
        return told.HasField("script_finished") and told.script_finished != ForwardMsg.FINISHED_EARLY_FOR_RERUN


@contextmanager
def tab(port: int, bind: str, *, further: str = "", page: str = "") -> Iterator[Tab]:
    """Open a page with a bind cookie and `further` ones."""
    with connect(
        f"ws://127.0.0.1:{port}/_stcore/stream",
        origin=Origin(f"http://127.0.0.1:{port}"),
        subprotocols=[Subprotocol("streamlit"), Subprotocol("x")],
        additional_headers={"Cookie": f"wb-bind={bind}{further}"},
        open_timeout=PATIENCE,
        max_size=None,
    ) as joined:
        yield Tab(joined, page=page)


def asked(
    port: int, path: str, headers: dict[str, str] | None = None, *, method: str = "GET", body: bytes = b""
) -> tuple[int, bytes]:
    """Send one request as it is written here; return the status and the body."""
    connection = HTTPConnection("127.0.0.1", port, timeout=PATIENCE)
    try:
        connection.request(method, path, body or None, headers or {})
        reply = connection.getresponse()
        return reply.status, reply.read()
    finally:
        connection.close()
