"""Two languages, asked for at each use.

English text is the msgid. Chinese stands in `locale/zh_CN/*.po`, one catalogue an area, read once and merged
in memory. The language is *asked for* at each look-up, because a value set by a page script is gone in
callbacks and fragments: the screen registers how to ask with `ask_reader`, papers in another tongue use
`with speaking("zh_CN")`.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache

from accord.i18n import po

ENGLISH = "en"
CHINESE = "zh_CN"
LANGUAGES = (CHINESE, ENGLISH)

_LOCALE = f"{os.path.dirname(__file__)}/locale"  # noqa: PTH120  pathlib would be a tenth of what importing the engine costs
_spoken: ContextVar[str | None] = ContextVar("spoken", default=None)
_asked: list[Callable[[], str]] = []


def ask_reader(answer: Callable[[], str]) -> None:
    """Register the function that tells the reader's language at each use."""
    _asked[:] = [answer]


@contextmanager
def speaking(language: str) -> Iterator[None]:
    """Speak `language` inside the block, whatever the screen speaks."""
    token = _spoken.set(language)
    try:
        yield
    finally:
        _spoken.reset(token)


def language() -> str:
    """Return the language spoken now, one of `LANGUAGES`."""
    inside = _spoken.get()
    if inside is not None:
        return inside
    return _asked[0]() if _asked else CHINESE


def in_chinese() -> bool:
    """Tell whether Chinese is spoken now."""
    return language() == CHINESE


def N_(message: str) -> str:  # noqa: N802  gettext's name
    """Mark a message for translation where it cannot be spoken yet."""
    return message


def _(message: str) -> str:
    """Return `message` in the language spoken now; the English text where no translation stands."""
    if not in_chinese():
        return message
    return catalogue().get(message) or message


def plural(one: str, many: str, count: int) -> str:
    """Return the sentence for `count`, already filled. Both texts hold `{n}`; Chinese uses the second."""
    chosen = one if count == 1 and not in_chinese() else many
    return _(chosen).format(n=count)


@cache
def catalogue() -> dict[str, str]:
    """Return all Chinese messages by their English text."""
    with os.scandir(f"{_LOCALE}/{CHINESE}") as found:
        paths = sorted(entry.path for entry in found if entry.name.endswith(".po"))
    messages: dict[str, str] = {}
    for path in paths:
        with open(path, encoding="utf-8") as file:  # noqa: PTH123  the same
            messages |= po.messages(file.read())
    return messages
