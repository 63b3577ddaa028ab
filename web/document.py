"""Plain pages: HTML that needs no script, reads on a phone, in the dark and on paper."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from html import escape
from pathlib import Path

from accord.i18n import in_chinese
from web.policy import source_hash

STYLE = (Path(__file__).parent / "plain.css").read_text(encoding="utf-8").strip()
STYLE_HASH = source_hash(STYLE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A page. `title` is plain text; `body` is HTML made with the functions below.

    Args:
        title: for the window and the first heading.
        body: what stands below the heading.
        refresh: seconds until the browser asks again by itself; 0 for never.
        script: address of our own script file; empty for none.
    """

    title: str
    body: str
    refresh: int = 0
    script: str = ""

    def html(self) -> bytes:
        """Return the page in the language spoken now."""
        head = [
            '<meta charset="utf-8">',
            '<meta name="viewport" content="width=device-width, initial-scale=1">',
            '<meta name="color-scheme" content="light dark">',
            '<meta name="referrer" content="no-referrer">',
            f"<title>{escape(self.title)}</title>",
            f"<style>{STYLE}</style>",
        ]
        head += [f'<meta http-equiv="refresh" content="{self.refresh}">'] if self.refresh else []
        head += [f'<script src="{escape(self.script)}" defer></script>'] if self.script else []
        body = f"<main><h1>{escape(self.title)}</h1>{self.body}</main>"
        tongue = "zh-CN" if in_chinese() else "en"
        page = f'<!doctype html><html lang="{tongue}"><head>{"".join(head)}</head><body>{body}</body></html>'
        return page.encode()


def paragraph(text: str) -> str:
    """Return a paragraph of plain text."""
    return f"<p>{escape(text)}</p>"


def link(address: str, text: str) -> str:
    """Return a link to one of our own addresses."""
    return f'<a href="{escape(address)}">{escape(text)}</a>'


def listed(lines: Iterable[str], *, numbered: bool = False) -> str:
    """Return lines as a list, numbered where they are steps."""
    tag = "ol" if numbered else "ul"
    return f"<{tag}>{''.join(f'<li>{escape(line)}</li>' for line in lines)}</{tag}>"
