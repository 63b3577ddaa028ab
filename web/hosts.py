"""Which addresses this server answers to, and which pages may speak to it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import urlsplit

LOCAL = ("localhost", "127.0.0.1", "::1")
"""Answered to when nothing else is set: nobody but this machine."""


@dataclass(frozen=True, slots=True)
class Hosts:
    """The host names answered to, lower case, `*.example.com` for all below; and the public address, if any."""

    allowed: tuple[str, ...] = LOCAL
    public_url: str = ""

    @classmethod
    def of(cls, allowed: Iterable[str], public_url: str) -> Hosts:
        """Return the hosts set by the option `server.allowedHosts` and by PUBLIC_URL; without both, this machine."""
        names = {name.strip().lower().rstrip(".") for name in allowed if name.strip()}
        public = urlsplit(public_url).hostname
        names |= {public} if public else set()
        return cls(tuple(sorted(names)) or LOCAL, public_url.lower())

    def knows(self, host: str) -> bool:
        """Tell whether a Host header names this server."""
        name = _hostname(host)
        return bool(name) and any(_fits(name, pattern) for pattern in self.allowed)

    def same_origin(self, origin: str, host: str) -> bool:
        """Tell whether an Origin header names the very address of a request; a missing one does not."""
        try:
            parts = urlsplit(origin)
        except ValueError:  # brackets that hold no address
            return False
        if parts.scheme not in {"http", "https"} or not parts.netloc or parts.netloc.lower() != host.lower():
            return False
        return not self._is_public(host) or origin.lower() == self.public_url

    def secure(self, scheme: str, host: str) -> bool:
        """Tell whether the browser reaches this server by HTTPS, seen here or known from the public address."""
        return scheme in {"https", "wss"} or (self._is_public(host) and self.public_url.startswith("https:"))

    def _is_public(self, host: str) -> bool:
        return bool(self.public_url) and urlsplit(self.public_url).netloc == host.lower()


def _hostname(host: str) -> str:
    """Return the name in a Host header; empty for what is more or less than a name and a port."""
    try:
        parts = urlsplit(f"//{host}")
        bare = (parts.path, parts.query, parts.fragment, parts.username, parts.port and None)
    except ValueError:
        return ""
    return "" if any(bare) or not parts.hostname else parts.hostname.rstrip(".")


def _fits(name: str, pattern: str) -> bool:
    return name.endswith(pattern[1:]) if pattern.startswith("*.") else name == pattern
