"""Which language a plain page speaks: what the browser prefers, Chinese when it says nothing."""

from __future__ import annotations

from collections.abc import Iterator

from accord.i18n import CHINESE, ENGLISH

LONGEST = 200


def preferred(accept_language: str) -> str:
    """Return `zh_CN` or `en` for an Accept-Language header; other languages read English."""
    ranked = sorted(_ranked(accept_language[:LONGEST]), key=lambda pair: -pair[0])
    for _weight, name in ranked:
        if name.startswith("zh"):
            return CHINESE
        if name != "*":
            return ENGLISH
    return CHINESE


def _ranked(text: str) -> Iterator[tuple[float, str]]:
    for part in text.lower().split(","):
        name, _sign, weight = part.strip().partition(";q=")
        if name.strip():
            yield _number(weight), name.strip()


def _number(text: str) -> float:
    if not text:
        return 1.0
    try:
        return float(text)
    except ValueError:
        return 0.0
