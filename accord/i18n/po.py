"""Reads gettext catalogues: the part of the format that ours use, and nothing else is let through.

An entry is a `msgid` and a `msgstr`, each one or more quoted strings; an empty line ends it. Comments are passed over,
and a translation marked fuzzy does not count. Plural forms and contexts are not used here.
"""

from __future__ import annotations

import re

_QUOTED = r'(?:(msgid|msgstr)[ \t]+)?"((?:[^"\\]|\\["\\nt])*)"'
_ESCAPED = r"\\(.)"
_SIGNS = {"n": "\n", "t": "\t", '"': '"', "\\": "\\"}
_BETWEEN = r"\n[ \t]*\n"


def messages(text: str) -> dict[str, str]:
    """Return the translations of one catalogue by their English text; the header and empty ones are left out.

    Raises:
        ValueError: a line that is no part of an entry; it carries the line.
    """
    entries = (_entry(block.splitlines()) for block in re.split(_BETWEEN, text.replace("\r\n", "\n")))
    return {message: said for message, said in entries if message and said}


def _entry(lines: list[str]) -> tuple[str, str]:
    """Return an entry's two texts; no translation for a fuzzy one."""
    parts: dict[str, str] = {}
    name, fuzzy = "", False
    for line in lines:
        if line.startswith("#"):
            fuzzy = fuzzy or (line.startswith("#,") and "fuzzy" in line)
        elif line.strip():
            name = _read(line, parts, name)
    return parts.get("msgid", ""), "" if fuzzy else parts.get("msgstr", "")


def _read(line: str, parts: dict[str, str], name: str) -> str:
    """Add one line to the part it names, or to the part before it; return that part's name."""
    found = re.fullmatch(_QUOTED, line.strip())
    if found is None or (found[1] in parts) or not (found[1] or name):
        raise ValueError(line)
    name = found[1] or name
    parts[name] = parts.get(name, "") + re.sub(_ESCAPED, _sign, found[2])
    return name


def _sign(escaped: re.Match[str]) -> str:
    return _SIGNS[escaped[1]]
