"""What our own scripts send: JSON objects, of a bounded length, that no form of another site can send."""

from __future__ import annotations

import json
from http import HTTPStatus
from typing import Final

from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from accord.errors import AccordError, StoreError
from accord.i18n import N_, speaking
from accord.store import CodeNeededError, FullError, LinkUnusableError, TooManyTriesError, UnknownDraftError
from web.cookies import Cookie
from web.hosts import Hosts
from web.tongue import preferred

LARGEST_BODY: Final = 4096
ASKED_BY: Final = "workbook"
"""What our own scripts say in X-Requested-With; a form of another site cannot say it."""
CLEARING: Final = '"cache", "storage"'
"""What the browser throws away of ours, beside our cookies; open tabs stay as they are."""

UNREADABLE: Final = N_("This request could not be read. Nothing was changed.")
_STATUS: Final = {
    CodeNeededError: HTTPStatus.UNAUTHORIZED,
    UnknownDraftError: HTTPStatus.UNAUTHORIZED,
    TooManyTriesError: HTTPStatus.TOO_MANY_REQUESTS,
    FullError: HTTPStatus.REQUEST_ENTITY_TOO_LARGE,
    LinkUnusableError: HTTPStatus.NOT_FOUND,
}


class UnreadableError(AccordError):
    """A request that is none of ours: another form, another sender, or too long."""


async def read_body(request: Request, largest: int = LARGEST_BODY) -> dict[str, object]:
    """Return the JSON object one of our own scripts sent.

    Raises:
        UnreadableError: another sender, another form, or longer than `largest` bytes.
    """
    asked = request.headers.get("x-requested-with") == ASKED_BY
    kind = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    data = b""
    if asked and kind == "application/json":
        async for part in request.stream():
            data += part
            if len(data) > largest:
                raise UnreadableError(UNREADABLE)
    try:
        body = json.loads(data)
    except (ValueError, RecursionError) as error:
        raise UnreadableError(UNREADABLE) from error
    if not isinstance(body, dict):
        raise UnreadableError(UNREADABLE)
    return body


def text_in(body: dict[str, object], name: str) -> str:
    """Return one text of a body; empty where it is left out. Half of a sign, which no file can hold, becomes a mark.

    Raises:
        UnreadableError: there is something else.
    """
    value = body.get(name, "")
    if not isinstance(value, str):
        raise UnreadableError(UNREADABLE)
    return value.encode("utf-16", "surrogatepass").decode("utf-16", "replace")


def status_of(error: StoreError) -> HTTPStatus:
    """Return the status that tells our own scripts what became of a request."""
    return _STATUS.get(type(error), HTTPStatus.SERVICE_UNAVAILABLE)


def said(request: Request, status: HTTPStatus, error: AccordError) -> Response:
    """Return an error's sentence in the reader's language."""
    with speaking(preferred(request.headers.get("accept-language", ""))):
        return JSONResponse({"message": error.speak()}, status)


def with_cookies(request: Request, hosts: Hosts, answer: Response, *cookies: Cookie) -> Response:
    """Return an answer that sets cookies."""
    secure = hosts.secure(request.url.scheme, request.headers.get("host", ""))
    for cookie in cookies:
        for line in cookie.lines(secure=secure):
            answer.headers.append("Set-Cookie", line)
    return answer
