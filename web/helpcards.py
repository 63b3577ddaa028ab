"""The emergency cards as plain pages: no script, no session, readable before the workbook is ready and where it is not.

`/help` speaks the browser's language; `/help/zh` and `/help/en` hold everything on one page; `/help/zh/at_the_door`
is one card, to be kept or printed by itself.
"""

from __future__ import annotations

from dataclasses import dataclass
from html import escape
from typing import Final

from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from accord.days import today
from accord.i18n import CHINESE, ENGLISH, N_, _, language, speaking
from accord.knowledge.cards import CALL_TITLE, DOOR_CARD, Card, cards, home_sentence, money_safety, three_sentences
from accord.knowledge.situations import any_card, situations
from web.calm import MISSING, POLICY, calm
from web.document import Document, link, listed, paragraph
from web.tongue import preferred

TONGUES: Final = {"zh": CHINESE, "en": ENGLISH}
CALL: Final = "call"
"""The page of the call in three sentences stands beside the cards under this name."""
TITLE: Final = N_("Help for tonight: emergency cards")
_OTHER: Final = {CHINESE: ("en", "English"), ENGLISH: ("zh", "中文")}
_LEGAL: Final = N_("These cards are free, and they are no legal advice.")


@dataclass(frozen=True, slots=True)
class Addresses:
    """How the pages link to each other: as a server's paths, or as files beside each other when `files` is set."""

    files: bool = False

    def whole(self, short: str) -> str:
        """Return the address of the page with all cards in the tongue `zh` or `en`."""
        return f"../{short}/index.html" if self.files else f"/help/{short}"

    def single(self, short: str, card_id: str) -> str:
        """Return the address of one card."""
        return f"../{short}/{card_id}.html" if self.files else f"/help/{short}/{card_id}"

    @property
    def workbook(self) -> str:
        """The address of the workbook itself; a file has none."""
        return "" if self.files else "/"


SERVED: Final = Addresses()


def short_name(tongue: str) -> str:
    """Return `zh` or `en` for a language."""
    return "zh" if tongue == CHINESE else "en"


def whole_page(addresses: Addresses = SERVED) -> bytes:
    """Return the page with the call and every card, in the language spoken now."""
    shown = (*cards(on=today()), *situations())
    inside = [(CALL, _(CALL_TITLE)), *((card.id, card.title) for card in shown)]
    jumps = "".join(f"<li>{link(f'#{name}', title)}</li>" for name, title in inside)
    parts = [_section(CALL, _(CALL_TITLE), call_body())]
    parts += [_section(card.id, card.title, card_body(card)) for card in shown]
    body = f"{_ways(addresses)}<nav><ul>{jumps}</ul></nav>{''.join(parts)}{_legal()}"
    return Document(title=_(TITLE), body=body).html()


def single_page(card_id: str, addresses: Addresses = SERVED) -> bytes:
    """Return the page of one card, or of the call; empty for an unknown name."""
    if card_id == CALL:
        title, body = _(CALL_TITLE), call_body()
    else:
        card = any_card(card_id, today())
        if card is None:
            return b""
        title, body = card.title, card_body(card)
    ways = _ways(addresses, card_id)
    # The card for the door is read with one hand and no time: all of it on one screen, the ways on below it.
    tight = card_id == DOOR_CARD
    page = f'<section class="tight">{body}</section>{ways}' if tight else f"{ways}<section>{body}</section>"
    return Document(title=title, body=page + _legal()).html()


def names() -> tuple[str, ...]:
    """Return the names of all single pages."""
    return (CALL, *(card.id for card in (*cards(), *situations())))


def call_body() -> str:
    """Return the call in three sentences, the sentence for everyone at home and the lines on money, as HTML."""
    return "".join(
        (
            paragraph(_("Call the number on your card and say:")),
            listed(three_sentences(), numbered=True),
            paragraph(_("Write down the work order number (工单号), the time and the name of the person who answers.")),
            _part(_("Everyone at home"), paragraph(home_sentence())),
            _part(_("Money safety"), listed(money_safety())),
        )
    )


def card_body(card: Card) -> str:
    """Return what a card says, as HTML."""
    script = listed(card.script, numbered=True) if card.script else ""
    return "".join(
        (
            _part(_("Say this"), "".join(f"<blockquote>{escape(line)}</blockquote>" for line in card.say)),
            _part(_("The call, in three sentences"), script),
            _part(_("Do this now"), listed(card.do_now, numbered=True)),
            _part(_("Everyone at home"), paragraph(card.home) if card.home else ""),
            _part(_("Do not"), listed(card.do_not)),
            _part(_("Money safety"), listed(card.safety) if card.safety else ""),
            _part(_("Who to call"), listed(card.call)),
            f'<p class="note">{escape(card.note)}</p>' if card.note else "",
        )
    )


def _part(title: str, body: str) -> str:
    return f"<h3>{escape(title)}</h3>{body}" if body else ""


def _section(name: str, title: str, body: str) -> str:
    return f'<section id="{escape(name)}"><h2>{escape(title)}</h2>{body}</section>'


def _ways(addresses: Addresses, card_id: str = "") -> str:
    other, name = _OTHER[language()]
    there = addresses.single(other, card_id) if card_id else addresses.whole(other)
    ways = [link(addresses.whole(short_name(language())), _("All emergency cards"))] if card_id else []
    ways += [link(addresses.workbook, _("To the workbook"))] if addresses.workbook else []
    return f"<nav>{' · '.join((*ways, link(there, name)))}</nav>"


def _legal() -> str:
    return f'<p class="note">{escape(_(_LEGAL))}</p>'


async def help_page(request: Request) -> Response:
    """Answer `/help` and what lies below it."""
    short = str(request.path_params.get("tongue", ""))
    name = str(request.path_params.get("card", ""))
    accepts = request.headers.get("accept-language", "")
    spoken = TONGUES.get(short, "") if short else preferred(accepts)
    if not spoken:
        return calm(MISSING, accepts)
    with speaking(spoken):
        page = single_page(name) if name else whole_page()
    if not page:
        return calm(MISSING, accepts)
    headers = {"Content-Security-Policy": POLICY, "Cache-Control": "no-cache", "Vary": "Accept-Language"}
    return Response(page, headers=headers, media_type="text/html")


ROUTES: Final = (
    Route("/help", help_page),
    Route("/help/{tongue}", help_page),
    Route("/help/{tongue}/{card}", help_page),
)
