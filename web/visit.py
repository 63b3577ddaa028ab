"""What the guard reads from one request before anybody else does."""

from __future__ import annotations

from dataclasses import dataclass

from starlette.datastructures import Headers
from starlette.requests import cookie_parser
from starlette.types import Scope

from accord.serving import BIND_HEADER, LINK_COOKIE, kept_text
from web.cookies import bind_in, fresh_bind, mark_of
from web.hosts import Hosts

CLOSED = ("/_stcore/metrics", "/_stcore/script-health-check")
CLOSED_BELOW = ("/_stcore/agent",)
FRESH = ("/media/", "/api/", "/open", "/_stcore/upload_file/")
HEALTH = "/_stcore/health"
UPLOADS = "/_stcore/upload_file/"
MEDIA = "/media/"
OURS = "/api/"
OTHER_SITES = frozenset({"cross-site", "same-site"})
ASSETS = "/static/"
ADVISOR = "/advisor"
WITHOUT_SOCKET = ("/help", "/open", "/api/", "/_stcore/", "/static/", "/media/")
SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS"})
_OURS = BIND_HEADER.lower().encode()


@dataclass(frozen=True, slots=True, repr=False)
class Visit:
    """One request or one connection about to be opened. `bind` is empty when the browser brought none of ours."""

    scope: Scope
    headers: Headers
    host: str
    secure: bool
    bind: str

    @classmethod
    def of(cls, scope: Scope, hosts: Hosts) -> Visit:
        """Read a request."""
        headers = Headers(scope=scope)
        host = headers.get("host", "")
        secure = hosts.secure(scope.get("scheme", "http"), host)
        return cls(scope, headers, host, secure, bind_in(headers.get("cookie", ""), secure=secure))

    @property
    def path(self) -> str:
        """The path, without a slash at its end."""
        return str(self.scope["path"]).rstrip("/") or "/"

    @property
    def mark(self) -> str:
        """What this browser is known by inside."""
        return mark_of(self.bind)

    @property
    def tongue(self) -> str:
        """The languages the browser prefers, as it says it."""
        return self.headers.get("accept-language", "")

    @property
    def closed(self) -> bool:
        """Whether this is one of Streamlit's addresses that nobody here needs."""
        below = any(self.path == top or self.path.startswith(f"{top}/") for top in CLOSED_BELOW)
        return below or self.path in CLOSED

    @property
    def healthy_question(self) -> bool:
        """Whether a load balancer asks for a sign of life; it may do so by any address."""
        return self.path == HEALTH

    @property
    def changes(self) -> bool:
        """Whether the request may change something."""
        return str(self.scope["method"]) not in SAFE_METHODS

    @property
    def from_another_site(self) -> bool:
        """Whether another site's page asks for something that only our own pages ask for, be it by looking alone."""
        return self.path.startswith(OURS) and self.headers.get("sec-fetch-site", "") in OTHER_SITES

    @property
    def uploads(self) -> bool:
        """Whether a file is brought or taken away."""
        return self.changes and self.path.startswith(UPLOADS)

    @property
    def of_a_page(self) -> bool:
        """Whether one of the files is asked for that Streamlit keeps for a page: a picture, a download."""
        return self.path.startswith(MEDIA)

    @property
    def fresh(self) -> bool:
        """Whether the answer is one person's and must not be kept on the way."""
        return str(self.scope["path"]).startswith(FRESH)

    @property
    def wants_page(self) -> bool:
        """Whether a person opens one of the workbook's pages."""
        asks = "text/html" in self.headers.get("accept", "")
        return self.scope["method"] == "GET" and asks and not self.path.startswith(WITHOUT_SOCKET)

    @property
    def ticket(self) -> str:
        """A link's ticket, where its reader opens the page it is for; empty elsewhere."""
        at_the_door = self.path == ADVISOR and self.scope["method"] == "GET"
        return kept_text(cookie_parser(self.headers.get("cookie", "")), LINK_COOKIE) if at_the_door else ""

    @property
    def new_bind(self) -> str:
        """A cookie for a browser that has none; empty where one would be wasted."""
        return "" if self.bind or self.path.startswith(ASSETS) else fresh_bind()

    def marked(self) -> Scope:
        """Return the request for those inside: what a client sent as its mark is struck out, the true one put in."""
        kept = [(name, value) for name, value in self.scope["headers"] if name.lower() != _OURS]
        kept += [(_OURS, self.mark.encode())] if self.bind else []
        return {**self.scope, "headers": kept}
