"""Logs without persons: what a record says is cleaned before any handler sees it.

Struck out: keys and tickets, queries and fragments, addresses of files, session ids, e-mail addresses, long rows of
digits (telephone, card and identity numbers), cookie values, and the words of exceptions that are not our own,
because they may quote what somebody typed.
"""

from __future__ import annotations

import logging
import re
import traceback
from types import TracebackType
from typing import Final

from accord.errors import AccordError

_RULES: Final = (
    (re.compile(r"\bwb[a-z]1_[A-Za-z0-9_-]{8,}"), "[key]"),
    (re.compile(r"(?i)\b((?:set-)?cookie|authorization|x-wb-bind)\b(['\"]?\s*[:=]\s*).*"), r"\1\2[hidden]"),
    (re.compile(r"/(media|_stcore/upload_file|api/dl)/[^\s\"'<>)]+"), r"/\1/[file]"),
    (re.compile(r"(?<=[\w/])[?#][^\s\"'<>)]+"), "?[hidden]"),
    (re.compile(r"\b[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}\b"), "[id]"),
    (re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+"), "[mail]"),
    (re.compile(r"\d(?:[ -]?\d){9,}[ -]?[\dXx]"), "[number]"),
    (re.compile(r"(?<![\w/.-])(?=[\w-]*\d)[A-Za-z0-9_-]{40,}(?![\w/.-])"), "[secret]"),
)
Caught = tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]


def clean(text: str) -> str:
    """Return a text with everything struck out that could tell who somebody is or open something."""
    for pattern, instead in _RULES:
        text = pattern.sub(instead, text)
    return text


def told(caught: Caught) -> str:
    """Return where an exception came from, and what it was; its words only when they are our own."""
    steps = traceback.format_tb(caught[2])
    name = caught[0].__name__ if caught[0] else "?"
    words = str(caught[1]) if isinstance(caught[1], AccordError) else "(its words are withheld)"
    return clean("".join((*steps, f"{name}: {words}")))


class CleanRecord(logging.LogRecord):
    """A record that was cleaned when it was made."""

    def __init__(self, *args: object, **named: object) -> None:
        """Clean what is to be said; an exception becomes its place and its kind."""
        super().__init__(*args, **named)  # type: ignore[arg-type]  # logging's own signature, handed through
        self.msg, self.args = clean(self._spoken()), None
        if self.exc_info:
            self.exc_text, self.exc_info = told(self.exc_info), None

    def _spoken(self) -> str:
        try:
            return self.getMessage()
        except (TypeError, ValueError, KeyError):  # a log call whose places and values do not fit
            return str(self.msg)


def keep_logs_clean() -> None:
    """Clean every record of this process from now on, whoever logs and through whatever handler."""
    logging.setLogRecordFactory(CleanRecord)
