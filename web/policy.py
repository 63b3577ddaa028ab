"""What every answer carries: what a page may load and run, who may frame it, what it tells to others."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterable
from functools import lru_cache

_INLINE = re.compile(r"<script(?![^>]*\bsrc\b)[^>]*>(.*?)</script>", re.DOTALL | re.IGNORECASE)

ALWAYS: tuple[tuple[str, str], ...] = (
    ("referrer-policy", "no-referrer"),
    ("x-content-type-options", "nosniff"),
    ("x-frame-options", "DENY"),
    ("cross-origin-resource-policy", "same-origin"),
    ("cross-origin-opener-policy", "same-origin"),
    ("permissions-policy", "camera=(), display-capture=(), geolocation=(), microphone=(), payment=(), usb=()"),
    ("x-robots-tag", "noindex, nofollow"),
)
HTTPS_ONLY = ("strict-transport-security", "max-age=31536000")


def source_hash(text: str) -> str:
    """Return a script's or style's hash as a source of a policy."""
    digest = hashlib.sha256(text.encode()).digest()
    return f"'sha256-{base64.b64encode(digest).decode()}'"


def inline_hashes(page: str) -> tuple[str, ...]:
    """Return the hash of each script that stands inside a page of HTML."""
    return tuple(source_hash(script) for script in _INLINE.findall(page))


def always(*, secure: bool) -> tuple[tuple[str, str], ...]:
    """Return the headers of every answer, its policy apart."""
    return (*ALWAYS, HTTPS_ONLY) if secure else ALWAYS


@lru_cache(maxsize=64)
def app_policy(scripts: tuple[str, ...], host: str, *, secure: bool) -> str:
    """Return the policy of the workbook's own pages.

    `blob:` runs components of the second kind, `wasm-unsafe-eval` lets a chart count in WebAssembly; neither lets
    typed text become script. The socket's address stands beside 'self' for browsers that do not count it in.

    Args:
        scripts: hashes of the scripts inside the frame's page.
        host: the Host header, already found to be ours.
        secure: whether the browser came by HTTPS.
    """
    return "; ".join(
        (
            "default-src 'self'",
            f"script-src 'self' 'wasm-unsafe-eval' blob: {' '.join(scripts)}".strip(),
            "style-src 'self' 'unsafe-inline'",
            "img-src 'self' data: blob:",
            "font-src 'self' data:",
            f"connect-src 'self' {'wss' if secure else 'ws'}://{host}",
            "worker-src 'self' blob:",
            "media-src 'self' data: blob:",
            "frame-src 'self'",
            "object-src 'none'",
            "base-uri 'none'",
            "form-action 'none'",
            "frame-ancestors 'none'",
        )
    )


def plain_policy(styles: Iterable[str], *, scripted: bool = False) -> str:
    """Return the policy of a plain page: one style by its hash, and at most our own script files."""
    allowed = ["default-src 'none'", f"style-src {' '.join(styles)}", "img-src 'self' data:"]
    allowed += ["script-src 'self'", "connect-src 'self'"] if scripted else []
    return "; ".join((*allowed, "base-uri 'none'", "form-action 'none'", "frame-ancestors 'none'"))
