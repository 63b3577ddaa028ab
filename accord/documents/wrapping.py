"""Breaking text into lines, the Chinese way.

No line begins with closing punctuation or ends with an opening one; no paragraph ends with a single character on a
line; numbers with their units, amounts, dates and Latin words stay whole. Only a token wider than the line itself is
cut, at a friendly place where there is one.
"""

from __future__ import annotations

import re
from collections.abc import Callable

NO_START = frozenset("，。、；：？！）》」』】〉〕”’％%‰℃…—·～,.;:?!)]}元")
NO_END = frozenset("（《「『【〈〔“‘￥¥$([{")
_TOKEN = re.compile(r"[¥￥$]?[0-9A-Za-z][0-9A-Za-z.,:/@_+\-*]*[0-9A-Za-z%％]|_+|\s+|.", re.DOTALL)
_NUMBER_WITH_UNIT = re.compile(r"^[¥￥]?[0-9][0-9.,]*$")
_UNITS = frozenset("年月日时分期元万天个岁页%％")
_FRIENDLY = frozenset("@./_-+:")

FEWEST_LEFT = 4
"""Tokens the line before keeps."""

Measure = Callable[[str], float]


def tokens(text: str) -> list[str]:
    """Return the stretches of `text` that may not be broken."""
    out: list[str] = []
    glue = False
    for found in _TOKEN.finditer(text):
        token = found.group()
        if out and (glue or _clings(out[-1], token)):
            out[-1] += token
        else:
            out.append(token)
        glue = token[-1] in NO_END
    return out


def wrap(text: str, width: float, measure: Measure, *, indent: float = 0.0) -> list[str]:
    r"""Return `text` as lines no wider than `width`.

    Args:
        text: drawable text; `\n` begins a new paragraph.
        width: in the unit of `measure`.
        measure: tells how wide a text is.
        indent: taken off the first line of each paragraph.
    """
    lines: list[str] = []
    for paragraph in text.split("\n"):
        lines.extend(_wrapped(tokens(paragraph), width, measure, indent))
    return lines


def _clings(before: str, token: str) -> bool:
    if token[0] in NO_START and not before[-1].isspace():
        return True
    return token[0] in _UNITS and bool(_NUMBER_WITH_UNIT.match(before))


def _wrapped(parts: list[str], width: float, measure: Measure, indent: float) -> list[str]:
    lines: list[str] = []
    line, used = "", indent
    for part in parts:
        token, wide = part, measure(part)
        if used + wide > width and line:
            lines.append(line.rstrip())
            line, used = "", 0.0
            if token.isspace():
                continue
        while used + wide > width and len(token) > 1:
            head = _head(token, width - used, measure)
            lines.append(head)
            token, used = token[len(head) :], 0.0
            wide = measure(token)
        line, used = line + token, used + wide
    return _no_lonely_end([*lines, line.rstrip()], width, measure)


def _no_lonely_end(lines: list[str], width: float, measure: Measure) -> list[str]:
    """Return the lines with one more character on the last where it would hold a single one and its point."""
    if not lines[:-1] or not _is_lonely(lines[-1]):
        return lines
    *others, taken = tokens(lines[-2])
    last = taken + lines[-1]
    if len(others) < FEWEST_LEFT or not _is_han(taken[0]) or measure(last) > width:
        return lines
    return [*lines[:-2], "".join(others).rstrip(), last]


def _is_lonely(line: str) -> bool:
    return bool(line) and _is_han(line[0]) and all(sign in NO_START for sign in line[1:])


def _is_han(sign: str) -> bool:
    return sign >= "\u4e00"


def _head(token: str, width: float, measure: Measure) -> str:
    """Return as much of an over-wide token as fits, cut behind `@`, a point or a stroke where that is late enough."""
    fits = len(token) - 1
    while fits > 1 and measure(token[:fits]) > width:
        fits -= 1
    # Too early a friendly place would leave a nearly empty line.
    for cut in range(fits, fits // 2, -1):
        if token[cut - 1] in _FRIENDLY:
            return token[:cut]
    while fits > 1 and token[fits] in NO_START:
        fits -= 1
    return token[:fits]
