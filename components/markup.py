"""The one way from a person's text into Markdown: every sign that Markdown could read is made plain."""

from __future__ import annotations

import re

_SIGNS = re.compile(r"([\\`*_{}\[\]()#+\-.!|<>$~:^&@])")


def plain(text: object) -> str:
    """Return text that Markdown shows as it is: no emphasis, links, formulas, icons or tags."""
    return _SIGNS.sub(r"\\\1", str(text)).replace("\n", "  \n")
