"""The one way from a person's text into Markdown: every sign that Markdown could read is made plain."""

from __future__ import annotations

import re
from typing import Final

_SIGNS = re.compile(r"([\\`*_{}\[\]()#+\-.!|<>$~:^&@])")
_ADDRESS = re.compile(r"(https?:(?=//)|www(?=\.)|(?<=\S)@(?=\S))", re.IGNORECASE)
JOINER: Final = "\u2060"
"""Takes no room and parts nothing. A bare address, of a page or of a mailbox, becomes a link even where each of its
signs is escaped; inside the address this sign keeps it words, so that nobody's text puts a link to somewhere on another
person's screen."""


def plain(text: object) -> str:
    """Return text that Markdown shows as it is: no emphasis, links, formulas, icons or tags."""
    apart = _ADDRESS.sub(rf"\1{JOINER}", str(text))
    return _SIGNS.sub(r"\\\1", apart).replace("\n", "  \n")
