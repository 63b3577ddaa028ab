"""Pages for when something cannot be done: what happened, what is still safe, what to do. Never more than that."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Final

from starlette.requests import Request
from starlette.responses import Response

from accord.i18n import N_, _, speaking
from web.document import STYLE_HASH, Document, link, paragraph
from web.policy import always, plain_policy
from web.tongue import preferred

POLICY = plain_policy([STYLE_HASH])
RETRY_SECONDS = 20


@dataclass(frozen=True, slots=True)
class Trouble:
    """One kind of trouble: its status, its words (marked, not spoken), seconds until the next try."""

    status: int
    title: str
    says: tuple[str, ...]
    refresh: int = 0
    headers: Mapping[str, str] = field(default_factory=dict)


_SAFE: Final = N_("What you have filled in is safe: it stays where it was kept before.")

BUSY: Final = Trouble(
    503,
    N_("Many people are here right now"),
    (_SAFE, N_("This page tries again by itself in a moment. The emergency cards below can be read meanwhile.")),
    RETRY_SECONDS,
    {"Retry-After": str(RETRY_SECONDS)},
)
MISSING: Final = Trouble(404, N_("There is nothing at this address"), (_SAFE, N_("Please go back to the workbook.")))
BROKEN: Final = Trouble(
    500,
    N_("Something went wrong on our side"),
    (_SAFE, N_("Please go back to the workbook and try again. If it happens again, save the file in chapter 8.")),
)
REFUSED: Final = Trouble(
    403,
    N_("This could not be accepted"),
    (_SAFE, N_("Please open the workbook anew from its own address and try again.")),
)
ELSEWHERE: Final = Trouble(
    400,
    N_("This is not the workbook's address"),
    (N_("Please open the workbook by the address you were given."),),
)
TOO_LARGE: Final = Trouble(
    413,
    N_("This file is too large"),
    (_SAFE, N_("A photo or PDF may have 10 MB, a workbook file 64 MB. Please take the picture in a smaller size.")),
)
TOO_FAST: Final = Trouble(
    429,
    N_("Too many files in one minute"),
    (_SAFE, N_("Please wait a minute and add the rest then.")),
    headers={"Retry-After": "60"},
)
GONE: Final = Trouble(
    404,
    N_("This file has already been fetched, or its five minutes are over"),
    (_SAFE, N_("Please go back to the workbook and have it made once more.")),
)


def calm(trouble: Trouble, accept_language: str) -> Response:
    """Return the page for one kind of trouble in the language the browser prefers."""
    with speaking(preferred(accept_language)):
        ways = " · ".join((link("/", _("To the workbook")), link("/help", _("Emergency cards"))))
        body = "".join(paragraph(_(sentence)) for sentence in trouble.says) + f"<nav>{ways}</nav>"
        page = Document(title=_(trouble.title), body=body, refresh=trouble.refresh).html()
    headers = {"Content-Security-Policy": POLICY, "Cache-Control": "no-store", "Vary": "Accept-Language"}
    return Response(page, trouble.status, {**headers, **trouble.headers}, media_type="text/html")


def script_trouble(say: Callable[[str], object]) -> Callable[[Exception], bool]:
    """Return what to do when a page breaks off: say in the reader's language that nothing is lost.

    The error itself goes to the log, cleaned.

    Args:
        say: shows a text on the page, with the way to take the file down.
    """

    def told(_error: Exception) -> bool:
        """Say it, with none of the error's own words; True keeps the framework from saying it again, in English."""
        say(" ".join(_(sentence) for sentence in BROKEN.says))
        return True

    return told


async def missing(request: Request, _error: Exception) -> Response:
    """Answer where no page is."""
    return calm(MISSING, request.headers.get("accept-language", ""))


async def broken(request: Request, _error: Exception) -> Response:
    """Answer after an error nobody expected; this one answer passes by the guard, so it brings all headers itself."""
    answer = calm(BROKEN, request.headers.get("accept-language", ""))
    for name, value in always(secure=request.url.scheme == "https"):
        answer.headers[name] = value
    return answer
