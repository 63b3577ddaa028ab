"""Finished files go out once, to the browser they were made for, and are kept nowhere."""

from __future__ import annotations

import re
from typing import Final
from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from accord.serving import BIND_HEADER, PICKUP, Pickup
from web.calm import GONE, calm

KINDS: Final = frozenset(
    {
        "application/json",
        "application/octet-stream",
        "application/pdf",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "application/zip",
        "image/png",
        "message/rfc822",
        "text/calendar",
        "text/csv",
        "text/plain",
    }
)
"""What may go out under its own name; everything else goes out as bytes to be saved."""
_UNFIT = re.compile(r"[^\w.()（） -]+")
LONGEST_NAME = 80


class Downloads:
    """The route `/api/dl/{name}` in front of one pickup."""

    def __init__(self, pickup: Pickup = PICKUP) -> None:
        """Hand out what waits at `pickup`."""
        self._pickup = pickup

    async def fetch(self, request: Request) -> Response:
        """Hand out a file once. Asking without taking (HEAD) takes nothing and tells nothing."""
        reader = request.headers.get(BIND_HEADER, "")
        taken = (
            self._pickup.take(str(request.path_params["name"]), reader) if request.method == "GET" and reader else None
        )
        if taken is None:
            return calm(GONE, request.headers.get("accept-language", ""))
        kind = taken.kind if taken.kind in KINDS else "application/octet-stream"
        headers = {"Content-Disposition": _disposition(taken.name), "Cache-Control": "no-store"}
        return Response(taken.data, headers=headers, media_type=kind)

    @property
    def routes(self) -> tuple[Route, ...]:
        """The route, to be put before Streamlit's own."""
        return (Route("/api/dl/{name}", self.fetch, methods=["GET"]),)


def _disposition(name: str) -> str:
    plain = _UNFIT.sub("_", name).strip("._ ")[-LONGEST_NAME:] or "file"
    ascii_name = plain.encode("ascii", "replace").decode().replace("?", "_")
    return f"attachment; filename=\"{ascii_name}\"; filename*=UTF-8''{quote(plain)}"
