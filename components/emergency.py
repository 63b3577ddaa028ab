"""Emergency cards: open at once, no form first. Also what the start page shows of them, and links to them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import lru_cache
from typing import Final

import streamlit as st

from accord.documents.card_pictures import card_picture
from accord.i18n import N_, _, language, speaking
from accord.knowledge.cards import DOOR_CARD, Card, card, cards, home_sentence, money_safety, three_sentences
from accord.knowledge.situations import NOT_MINE_CARD, SECURED_CARD, any_card, situations
from components.markup import plain
from components.page import reader_day
from components.session import current_case

PAGE = "pages/7_emergencies.py"
PARAMETER = "card"
"""Name of the query parameter that opens a card: `?card=at_the_door`."""

FITTING: Final = (
    ("court_papers", N_("Court papers have come")),
    (SECURED_CARD, N_("A home or a guarantor stands behind it")),
    ("threatened", N_("I am threatened or harassed")),
    (NOT_MINE_CARD, N_("This debt is not mine")),
    ("agent_offer", N_("An agent offers to “fix” my debts")),
    ("cannot_cope", N_("I can't cope any more")),
)
"""Cards that may fit somebody who comes in by the front door, with the words of the link."""

BLANK = "____"
BLANKS = 2
"""Blanks in the call's first sentence: the name, then the last four digits."""

ICONS: Final = {
    "coming": "call",
    DOOR_CARD: "door_front",
    "cannot_pay": "event_busy",
    "lost_income": "work_off",
    "ill": "local_hospital",
    "threatened": "report",
    "court_papers": "markunread_mailbox",
    "agent_offer": "person_alert",
    "cannot_cope": "favorite",
    SECURED_CARD: "home",
    NOT_MINE_CARD: "person_off",
}


def coming_steps() -> None:
    """Draw what to do tonight when somebody says they are coming: the call, the number, the family, the door card."""
    st.markdown(
        "\n\n".join(
            (
                f"1. {_('**Tonight, call the number on your card** and say these three sentences:')}",
                _aloud(_own_words(three_sentences())),
                f"2. {_('**Write down the work order number (工单号)**, the time and the name.')}",
                f"3. {_('**Tell everyone at home one sentence:**')}",
                _aloud((home_sentence(),)),
                f"4. {_('**Keep the door card as a picture**: press the picture below long, then send it home.')}",
                _listed("shield", _("Money safety"), money_safety()),
            )
        )
    )
    card_picture_to_keep(DOOR_CARD)
    with st.expander(_("The door card as text"), icon=":material/content_copy:"):
        card_text(card(DOOR_CARD, on=reader_day()))


def card_body(card_id: str) -> None:
    """Draw everything a card says; nothing for an unknown id."""
    found = any_card(card_id, reader_day())
    if found is not None:
        st.markdown("\n\n".join(part for part in _parts(found) if part))


def _parts(found: Card) -> tuple[str, ...]:
    return (
        f"**:material/record_voice_over: {_('Say this')}**\n\n{_aloud(found.say)}",
        _numbered(_("The call, in three sentences"), _own_words(found.script), "call") if found.script else "",
        _listed("checklist", _("Do this now"), found.do_now, numbered=True),
        f"**:material/groups: {_('Everyone at home')}**  \n{plain(found.home)}" if found.home else "",
        _listed("block", _("Do not"), found.do_not),
        _listed("shield", _("Money safety"), found.safety) if found.safety else "",
        _listed("phone_in_talk", _("Who to call"), found.call),
        f":material/info: {plain(found.note)}" if found.note else "",
    )


def _own_words(script: tuple[str, ...]) -> tuple[str, ...]:
    """Fill name and last four digits into the call's first sentence once both are known; blanks stay otherwise."""
    case = current_case()
    tail = next((debt.account_last4 for debt in case.debts if debt.account_last4), "")
    if not (script and case.person.name and tail and script[0].count(BLANK) == BLANKS):
        return script
    first = script[0].replace(BLANK, "{}")
    return (first.format(case.person.name, tail), *script[1:])


def _aloud(lines: Iterable[str]) -> str:
    """Return words to say in strong type: a quotation would be drawn too pale to read in a hurry."""
    return "\n\n".join(f"**{plain(line)}**" for line in lines)


def _numbered(title: str, lines: tuple[str, ...], icon: str) -> str:
    return _listed(icon, title, lines, numbered=True)


def _listed(icon: str, title: str, lines: tuple[str, ...], *, numbered: bool = False) -> str:
    marks = [f"{k}." if numbered else "-" for k in range(1, len(lines) + 1)]
    shown = "\n".join(f"{mark} {plain(line)}" for mark, line in zip(marks, lines, strict=True))
    return f"**:material/{icon}: {title}**\n\n{shown}"


def card_text(found: Card) -> None:
    """Draw a card as plain text with a copy button: to send home, or to keep where pictures do not load."""
    st.markdown(f":small[{_('Tap the icon at the upper right to copy, or press long to select.')}]")
    st.code("\n".join((found.title, *found.lines)), language=None, wrap_lines=True)


def card_picture_to_keep(card_id: str) -> None:
    """Draw a card as a picture to keep by a long press, made once it is asked for: it also works without downloads."""
    found = any_card(card_id)
    shown = st.expander(
        _("The card as a picture, to keep"), icon=":material/image:", key=f"picture_{card_id}", on_change="rerun"
    )
    if found is None or not shown.open:
        return
    with shown:
        st.markdown(f":small[{_('Press the picture long, save it, and send it home. It also prints on one page.')}]")
        st.image(_picture(card_id, language(), reader_day()), alt=found.title)


@lru_cache(maxsize=64)
def _picture(card_id: str, tongue: str, on: date) -> bytes:
    # The cards hold nothing of the person, so one picture serves everybody.
    with speaking(tongue):
        return card_picture(card_id, on)


def link(card_id: str, words: str) -> None:
    """Draw a link to chapter 7 with this card opened."""
    st.page_link(PAGE, label=plain(words), icon=_icon(card_id), query_params={PARAMETER: card_id})


def _icon(card_id: str) -> str:
    return f":material/{ICONS.get(card_id, 'emergency')}:"


def opened() -> Card | None:
    """Return the card that the page's address asks for, if it asks for one that exists."""
    return any_card(str(st.query_params.get(PARAMETER, "")), reader_day())


def all_cards() -> None:
    """Draw the nine cards and the two situations, each closed; the one asked for first and open."""
    first = opened()
    if first is not None:
        with st.container(border=True):
            st.header(plain(first.title), anchor=first.id)
            card_body(first.id)
        card_picture_to_keep(first.id)
        with st.expander(_("This card as text, to copy and send home"), icon=":material/content_copy:"):
            card_text(first)
        st.markdown(f"**{_('The other cards')}**")
    for found in (*cards(on=reader_day()), *situations()):
        if first is None or found.id != first.id:
            _folded(found)


def _folded(found: Card) -> None:
    with st.expander(plain(found.title), icon=_icon(found.id)):
        card_body(found.id)
        st.markdown(f":small[[{_('This card’s own address')}](?{PARAMETER}={found.id})]")
