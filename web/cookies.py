"""Our cookies: never readable by a page's scripts, never sent elsewhere, never seen by another host.

Over HTTPS each has the prefix `__Host-`, so that no neighbouring host can set it. Without HTTPS, which is this
machine alone, a second one without prefix stands beside it for browsers that refuse the first over plain HTTP.
"""

from __future__ import annotations

import hashlib
import re
import secrets
from dataclasses import dataclass
from typing import Literal

from starlette.requests import cookie_parser

from accord.serving import HOST_PREFIX

BIND_COOKIE = "wb-bind"
_BIND = re.compile(r"[A-Za-z0-9_-]{43}")
_XSRF = b"_streamlit_xsrf="


@dataclass(frozen=True, slots=True, repr=False)
class Cookie:
    """A cookie to set. `life` in seconds; None ends with the browser, 0 removes it at once."""

    name: str
    value: str
    same_site: Literal["Lax", "Strict"] = "Strict"
    life: int | None = None

    def lines(self, *, secure: bool) -> tuple[str, ...]:
        """Return the values of the Set-Cookie headers."""
        shared = f"Path=/; HttpOnly; SameSite={self.same_site}"
        kept = "" if self.life is None else f"; Max-Age={self.life}"
        prefixed = f"{HOST_PREFIX}{self.name}={self.value}; {shared}; Secure{kept}"
        return (prefixed,) if secure else (prefixed, f"{self.name}={self.value}; {shared}{kept}")


def fresh_bind() -> str:
    """Return a new value that tells one browser from all others: 256 random bits."""
    return secrets.token_urlsafe(32)


def bind_in(cookies: str, *, secure: bool) -> str:
    """Return the bind cookie's value from a Cookie header; empty when it is missing or not of our making."""
    found = cookie_parser(cookies)  # as browsers do: a neighbour's odd cookie spoils none of ours
    plain = "" if secure else found.get(BIND_COOKIE, "")
    value = found.get(HOST_PREFIX + BIND_COOKIE, "") or plain
    return value if _BIND.fullmatch(value) else ""


def mark_of(bind: str) -> str:
    """Return what sessions are told instead of the cookie: its hash, which opens nothing."""
    return hashlib.sha256(bind.encode()).hexdigest() if bind else ""


def hardened(line: bytes) -> bytes:
    """Return a Set-Cookie header of Streamlit's own with `Secure` added where it forgot that behind a TLS proxy."""
    return line + b"; Secure" if line.startswith(_XSRF) and b"; secure" not in line.lower() else line
