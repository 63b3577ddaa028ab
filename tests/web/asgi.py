"""Asks an ASGI application as a server would, with exactly the headers a test names."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass, field

from starlette.types import ASGIApp, Message, Receive, Scope, Send

HOST = "127.0.0.1:8501"
ORIGIN = f"http://{HOST}"
BIND = "b" * 43
OTHER_BIND = "c" * 43
COOKIE = f"wb-bind={BIND}"
SESSION = "0f8fad5b-d9cb-469f-a165-70867728950e"


@dataclass
class Answer:
    """What came back."""

    status: int = 0
    headers: list[tuple[str, str]] = field(default_factory=list)
    body: bytes = b""

    def header(self, name: str) -> str:
        """Return a header by its name; empty when missing."""
        return next((value for key, value in self.headers if key == name), "")

    def all(self, name: str) -> list[str]:
        """Return every header of this name."""
        return [value for key, value in self.headers if key == name]

    @property
    def text(self) -> str:
        """The body as text."""
        return self.body.decode()


def _scope(kind: str, path: str, headers: Mapping[str, str], **more: object) -> Scope:
    named = {"host": HOST, **{name.lower(): value for name, value in headers.items()}}
    return {
        "type": kind,
        "path": path,
        "raw_path": path.encode(),
        "query_string": b"",
        "root_path": "",
        "headers": [(name.encode(), value.encode()) for name, value in named.items() if value],
        "client": ("203.0.113.7", 4711),
        "server": ("127.0.0.1", 8501),
        "http_version": "1.1",
        **more,
    }


def ask(
    app: ASGIApp, path: str, headers: Mapping[str, str] | None = None, *, method: str = "GET", body: bytes = b""
) -> Answer:
    """Send one request and return the answer. A header with an empty value is left out."""
    answer = Answer()
    scope = _scope("http", path, headers or {}, method=method, scheme="http")

    async def receive() -> Message:
        return {"type": "http.request", "body": body, "more_body": False}

    async def send(message: Message) -> None:
        if message["type"] == "http.response.start":
            answer.status = message["status"]
            answer.headers += [(name.decode(), value.decode()) for name, value in message["headers"]]
        else:
            answer.body += message.get("body", b"")

    asyncio.run(_run(app, scope, receive, send))
    return answer


def connect(app: ASGIApp, headers: Mapping[str, str], path: str = "/_stcore/stream") -> list[Message]:
    """Open one connection and return what the application sent until it ended."""
    sent: list[Message] = []
    scope = _scope("websocket", path, headers, scheme="ws", subprotocols=[])

    async def receive() -> Message:
        return {"type": "websocket.connect"}

    async def send(message: Message) -> None:
        sent.append(message)

    asyncio.run(_run(app, scope, receive, send))
    return sent


async def _run(app: ASGIApp, scope: Scope, receive: Receive, send: Send) -> None:
    await app(scope, receive, send)
