"""The guard in front of everything: who may speak to this server, how much, and what every answer carries.

Plain ASGI. Each refusal happens before Streamlit sees the request, so that none of them costs it any work.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Callable
from dataclasses import dataclass, field

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from accord.serving import LINK_COOKIE
from web.calm import BUSY, ELSEWHERE, MISSING, REFUSED, TOO_FAST, TOO_LARGE, Trouble, calm
from web.cookies import BIND_COOKIE, Cookie, hardened
from web.hosts import Hosts
from web.media import Shown
from web.policy import always, app_policy
from web.quotas import Quotas, Sockets, Uploads
from web.visit import Visit

LOG = logging.getLogger(__name__)
FIRST_FRAMES = 8
POLICY_VIOLATION = 1008
_UPLOAD = re.compile(r"/_stcore/upload_file/([0-9a-f-]{36})/[A-Za-z0-9-]{1,64}")


@dataclass(frozen=True, slots=True)
class House:
    """What the guard has to know.

    Attributes:
        hosts: its own addresses.
        scripts: the hashes of the frame's inline scripts.
        quotas: the limits.
        spent: tells whether a link's ticket, as it stands in a cookie, opens nothing any more.
    """

    hosts: Hosts = field(default_factory=Hosts)
    scripts: tuple[str, ...] = ()
    quotas: Quotas = field(default_factory=Quotas)
    spent: Callable[[str], bool] = lambda _ticket: False


class Guard:
    """ASGI middleware; one for the process."""

    def __init__(self, app: ASGIApp, house: House) -> None:
        """Stand in front of `app`."""
        self.app = app
        self.house = house
        self.sockets = Sockets(house.quotas)
        self.uploads = Uploads(house.quotas)
        self.shown = Shown()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer, refuse or let pass."""
        if scope["type"] == "http":
            await self._answer(Visit.of(scope, self.house.hosts), receive, send)
        elif scope["type"] == "websocket":
            await self._connect(Visit.of(scope, self.house.hosts), receive, send)
        else:
            await self.app(scope, receive, send)

    async def _answer(self, visit: Visit, receive: Receive, send: Send) -> None:
        trouble = self._trouble(visit)
        spent = bool(visit.ticket) and not trouble and await run_in_threadpool(self.house.spent, visit.ticket)
        dressed = self._dressed(visit, send, gone=(Cookie(LINK_COOKIE, "", life=0),) if spent else ())
        if trouble is None:
            await self.app(visit.marked(), receive, dressed)
        else:
            LOG.warning("Refused a request with %d.", trouble.status)
            await calm(trouble, visit.tongue)(visit.scope, receive, dressed)

    def _trouble(self, visit: Visit) -> Trouble | None:
        if not visit.healthy_question and not self.house.hosts.knows(visit.host):
            return ELSEWHERE
        if visit.closed or (visit.of_a_page and not self.shown.may_see(visit.path, visit.mark)):
            return MISSING
        if visit.from_another_site or (visit.changes and not self._from_own_page(visit)):
            return REFUSED
        if visit.uploads:
            return self._upload_trouble(visit)
        return BUSY if visit.wants_page and self.sockets.busy_for(visit.mark) else None

    def _from_own_page(self, visit: Visit) -> bool:
        site = visit.headers.get("sec-fetch-site", "same-origin")
        return site == "same-origin" and self.house.hosts.same_origin(visit.headers.get("origin", ""), visit.host)

    def _upload_trouble(self, visit: Visit) -> Trouble | None:
        found = _UPLOAD.fullmatch(visit.path)
        if found is None or not self.sockets.owns(found[1], visit.mark):
            return REFUSED
        if visit.scope["method"] != "PUT":
            return None
        size = visit.headers.get("content-length", "")
        quotas = self.house.quotas
        if not size.isdecimal() or int(size) > quotas.largest_upload + quotas.upload_frame:
            return TOO_LARGE
        return None if self.uploads.admit(visit.mark, int(size)) else TOO_FAST

    def _dressed(self, visit: Visit, send: Send, gone: tuple[Cookie, ...] = ()) -> Send:
        bind = visit.new_bind
        cookies = (*gone, Cookie(BIND_COOKIE, bind, "Lax")) if bind else gone

        async def dressed(message: Message) -> None:
            """Put our headers on the answer's head."""
            if message["type"] == "http.response.start":
                self._dress(visit, message, cookies)
            await send(message)

        return dressed

    def _dress(self, visit: Visit, message: Message, cookies: tuple[Cookie, ...]) -> None:
        lines = message.get("headers", [])
        kept = [(name, hardened(value) if name == b"set-cookie" and visit.secure else value) for name, value in lines]
        message["headers"] = kept
        headers = MutableHeaders(raw=kept)
        for name, value in always(secure=visit.secure):
            headers[name] = value
        headers.setdefault("content-security-policy", app_policy(self.house.scripts, visit.host, secure=visit.secure))
        if visit.fresh:
            headers["cache-control"] = "no-store"
        for line in (line for cookie in cookies for line in cookie.lines(secure=visit.secure)):
            headers.append("set-cookie", line)

    async def _connect(self, visit: Visit, receive: Receive, send: Send) -> None:
        status = self._socket_status(visit)
        if status:
            LOG.warning("Refused a connection with %d.", status)
            await send({"type": "websocket.close", "code": POLICY_VIOLATION})  # before it opened: a plain 403
            return
        with self.sockets.held(visit.mark):
            await self.app(visit.marked(), receive, self._listening(visit, send))

    def _socket_status(self, visit: Visit) -> int:
        """Return the status that says why a connection is refused; 0 to let it pass."""
        hosts = self.house.hosts
        own = hosts.knows(visit.host) and hosts.same_origin(visit.headers.get("origin", ""), visit.host)
        if visit.closed or not own or not visit.bind:
            return REFUSED.status
        return 0 if self.sockets.room(visit.mark) else BUSY.status

    def _listening(self, visit: Visit, send: Send) -> Send:
        mark, left = visit.mark, FIRST_FRAMES

        async def listening(message: Message) -> None:
            """Learn from the first frames which session this is, from every frame which files it shows."""
            nonlocal left
            frame = (message.get("bytes") or b"") if message["type"] == "websocket.send" else b""
            if left and frame:
                left -= 1
                self.sockets.learn(frame, mark)
            self.shown.learn(frame, mark)
            await send(message)

        return listening
