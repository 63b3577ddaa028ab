"""A visitor who speaks to the server as a browser does: a page, its cookie, one socket, one action after another.

It speaks Streamlit's own messages, so a thousand actions cost no thousand browsers. As browsers do, it sends small
messages at once (asyncio sets TCP_NODELAY on its sockets) and keeps the values of all widgets it was shown.
"""

from __future__ import annotations

import asyncio
import http.client
from dataclasses import dataclass, field
from time import perf_counter
from typing import Any
from urllib.parse import urlsplit

from streamlit.proto.BackMsg_pb2 import BackMsg
from streamlit.proto.ForwardMsg_pb2 import ForwardMsg
from websockets.asyncio.client import ClientConnection, connect
from websockets.exceptions import InvalidStatus

LONGEST_ACTION = 60.0
"""Seconds after which an action counts as failed."""


BUSY, SAFE = "Many people are here right now", "What you have filled in is safe"
"""What the page of a full house says."""


class RefusedError(OSError):
    """A page was answered with another status than it should."""


class TurnedAwayError(RuntimeError):
    """The server was full, and its page said so and that nothing is lost."""


@dataclass
class Knob:
    """Something to act on: a slider or a button, and the fragment it lies in, if any."""

    id: str
    fragment: str
    values: tuple[float, ...] = ()
    shown: bool = True


@dataclass
class Visitor:
    """One person with one tab.

    Attributes:
        address: `http://127.0.0.1:8501`.
        cookies: what the browser keeps; the server's own bind cookie comes to it at the first page.
        knobs: sliders and buttons the page showed, by id.
        took: seconds each action took, from the tap to the end of the drawing.
        repeating: the fragments that the page asked to have drawn again and again.
    """

    address: str
    cookies: dict[str, str] = field(default_factory=dict)
    knobs: dict[str, Knob] = field(default_factory=dict)
    took: list[float] = field(default_factory=list)
    repeating: set[str] = field(default_factory=set)
    page: str = ""
    page_hash: str = ""
    _socket: ClientConnection | None = None
    _states: dict[str, tuple[str, Any]] = field(default_factory=dict)

    async def arrive(self, page: str) -> float:
        """Open a page and wait until it is drawn; return the seconds that took.

        Raises:
            TurnedAwayError: the server is full.
        """
        begun = perf_counter()
        await asyncio.to_thread(self._fetch_page, page)
        self.page = page
        parts = urlsplit(self.address)
        cookie = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
        try:
            self._socket = await connect(
                f"ws://{parts.netloc}/_stcore/stream",
                subprotocols=["streamlit"],  # type: ignore[list-item]  # a plain text is what goes over the wire
                origin=self.address,  # type: ignore[arg-type]  # likewise
                additional_headers={"Cookie": cookie},
                max_size=None,
                open_timeout=LONGEST_ACTION,
            )
        except InvalidStatus:  # the last place went between page and connection; a reload says so
            await asyncio.to_thread(self._fetch_page, page)
            raise
        await self._run(BackMsg(), "")
        return perf_counter() - begun

    async def leave(self) -> None:
        """Close the tab."""
        if self._socket is not None:
            await self._socket.close()
            self._socket = None

    @property
    def chosen(self) -> dict[str, float]:
        """Where each slider that was moved stands, by its key."""
        return {name.split("-", 2)[-1]: value[0] for name, (kind, value) in self._states.items() if "double" in kind}

    async def slide(self, knob: Knob, value: float) -> float:
        """Move a slider; return the seconds until everything is drawn anew."""
        self._states[knob.id] = ("double_array_value", [value])
        return await self._act(knob)

    async def press(self, knob: Knob) -> float:
        """Press a button; return the seconds until everything is drawn anew."""
        self._states[knob.id] = ("trigger_value", True)
        try:
            return await self._act(knob)
        finally:
            del self._states[knob.id]

    async def repeat(self) -> None:
        """Draw again what the page wants to have drawn again and again."""
        for fragment in tuple(self.repeating):
            await self._run(BackMsg(), fragment)

    async def _act(self, knob: Knob) -> float:
        begun = perf_counter()
        await self._run(BackMsg(), knob.fragment)
        self.took.append(perf_counter() - begun)
        return self.took[-1]

    def _fetch_page(self, page: str) -> None:
        parts = urlsplit(self.address)
        line = http.client.HTTPConnection(parts.netloc, timeout=LONGEST_ACTION)
        try:
            cookie = "; ".join(f"{name}={value}" for name, value in self.cookies.items())
            line.request(
                "GET",
                f"/{page}",
                headers={"Accept": "text/html", "Accept-Language": "en", **({"Cookie": cookie} if cookie else {})},
            )
            reply = line.getresponse()
            body = reply.read().decode()
            if reply.status == http.HTTPStatus.SERVICE_UNAVAILABLE and BUSY in body and SAFE in body:
                raise TurnedAwayError
            if reply.status != http.HTTPStatus.OK:
                raise RefusedError(reply.status)
            for name, value in reply.getheaders():
                if name.lower() == "set-cookie":
                    key, _, rest = value.partition("=")
                    self.cookies[key] = rest.split(";", 1)[0]
        finally:
            line.close()

    async def _run(self, message: BackMsg, fragment: str) -> None:
        asked = message.rerun_script
        asked.page_name, asked.page_script_hash, asked.fragment_id = self.page, self.page_hash, fragment
        asked.context_info.locale, asked.context_info.timezone = "zh-CN", "Asia/Shanghai"
        asked.context_info.url = f"{self.address}/{self.page}"
        for name, (kind, value) in self._states.items():
            state = asked.widget_states.widgets.add(id=name)
            if kind == "double_array_value":
                state.double_array_value.data.extend(value)
            else:
                state.trigger_value = value
        assert self._socket is not None
        await self._socket.send(message.SerializeToString())
        async with asyncio.timeout(LONGEST_ACTION):
            while not self._read(await self._socket.recv()):
                pass

    def _read(self, data: bytes | str) -> bool:
        """Take in one message; tell whether the drawing is over."""
        message = ForwardMsg()
        message.ParseFromString(data if isinstance(data, bytes) else data.encode())
        kind = message.WhichOneof("type")
        if kind == "navigation":  # what a new session says of the first page is a guess from its address
            self.page_hash = message.navigation.page_script_hash
        elif kind == "auto_rerun":
            self.repeating.add(message.auto_rerun.fragment_id)
        elif kind == "stop_auto_rerun":
            self.repeating.difference_update(message.stop_auto_rerun.fragment_ids)
        elif kind == "delta":
            self._note(message)
        if kind != "script_finished":
            return False
        # A page that asks for another run goes on drawing; only a run that came to its end is an end.
        again = message.script_finished == ForwardMsg.FINISHED_EARLY_FOR_RERUN
        if again:
            self.repeating.clear()
        return not again

    def _note(self, message: ForwardMsg) -> None:
        element = message.delta.new_element
        kind = element.WhichOneof("type")
        if kind == "slider":
            slider = element.slider
            span = [slider.min + slider.step * step for step in range(1, 8)]
            values = tuple(value for value in span if value <= slider.max)
            if values and not slider.disabled:
                self.knobs[slider.id] = Knob(slider.id, message.delta.fragment_id, values)
        elif kind == "button":
            self.knobs[element.button.id] = Knob(element.button.id, message.delta.fragment_id)
