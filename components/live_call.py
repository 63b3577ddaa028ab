"""The screen during a call: the limit, the next sentence, the time, big buttons. What is noted lands in the log."""

from __future__ import annotations

import time
from datetime import datetime
from typing import Final

import streamlit as st

from accord.budget.means import limit
from accord.case import Case, Channel, Contact, Debt, Direction, next_id
from accord.days import now
from accord.documents.facts import Facts
from accord.documents.scripts import Cue, phone_script
from accord.i18n import N_, _
from accord.knowledge.objections import objections_for
from accord.knowledge.rules import ANY
from components import forms, keeping, reading
from components.amounts import amount_text
from components.asked import asked_plan, headline
from components.letter_card import gates_open
from components.markup import plain
from components.page import reader_day
from components.rows import append
from components.said import said
from components.session import answer, current_case, forget_widgets, set_answer

PAGE: Final = "pages/call.py"
TICK = 10
"""Seconds between two looks at the clock."""
MINUTE = 60
ICONS: Final = {"say": "record_voice_over", "wait": "hourglass_empty", "write": "edit", "mind": "shield"}
HEARD: Final = (
    N_("They want money today."),
    N_("They say no to my figure."),
    N_("They make an offer."),
    N_("They speak of a visit."),
    N_("They pass me on."),
    N_("They send it in writing."),
)
"""What can be noted with one tap while talking; each goes into the log with its minute."""


def ready(case: Case, *, titled: bool = False) -> None:
    """Draw the two buttons that begin a call's screen; a call still open is gone on with."""
    if reading.on():
        return
    if titled:
        st.header(_("During the call"), anchor="call")
    if under_way(case):
        st.page_link(PAGE, label=_("A call is open: go on with it"), icon=":material/call:")
        return
    st.markdown(
        _("One tap when it rings: your limit, the next sentence and a place for notes, and nothing else on the screen.")
    )
    debt_id = case.package.debt_id or (case.debts[0].id if case.debts else "")
    for direction, title, icon in (
        (Direction.FROM_ME, _("I am calling the bank"), ":material/call_made:"),
        (Direction.FROM_THEM, _("They are calling me"), ":material/call_received:"),
    ):
        key = f"live_{direction.value}"
        if st.button(title, key=key, icon=icon, width="stretch"):
            _begin(debt_id, direction)
            st.switch_page(PAGE)


def under_way(case: Case) -> bool:
    """Tell whether a call's screen is open."""
    return any(contact.id == st.session_state.get("live_call") for contact in case.contacts)


def _begin(debt_id: str, direction: Direction) -> None:
    """Note the call in the log from its first second."""
    case = current_case()
    at = datetime.combine(reader_day(), now().time().replace(microsecond=0, tzinfo=None))
    made = Contact(id=next_id("contact", case.contacts), at=at, direction=direction, debt_id=debt_id)
    made.channel = Channel.PHONE
    if append("contacts", made):
        st.session_state.update(live_call=made.id, live_since=time.monotonic(), live_step=0)


def screen() -> None:
    """Draw the screen of the call under way."""
    _clock()
    _call(st.session_state["live_call"])


@st.fragment(run_every=TICK)
def _clock() -> None:
    passed = int(time.monotonic() - st.session_state.get("live_since", time.monotonic()))
    minutes, seconds = divmod(passed, MINUTE)
    words = _("On the phone for {minutes}:{seconds}").format(minutes=minutes, seconds=f"{seconds:02d}")
    st.markdown(f":material/schedule: {words}")


@st.fragment
def _call(contact_id: str) -> None:
    case = current_case()
    contact = next((row for row in case.contacts if row.id == contact_id), None)
    if contact is None:
        st.rerun()
    else:
        debt = case.debt(contact.debt_id)
        _limit(case, debt)
        _next_sentence(case, contact.debt_id)
        _heard(contact_id)
        _notes(f"contacts.{contact_id}")
        _if_they_say(debt)
        if st.button(
            _("The call is over"), key="live_over", icon=":material/call_end:", type="primary", width="stretch"
        ):
            _end()
        keeping.keep("live")


def _limit(case: Case, debt: Debt | None) -> None:
    """Draw the one figure to name and the limit not to pass, large."""
    plan, most = asked_plan(case, debt) if debt else None, limit(case)
    with st.container(border=True):
        if plan is not None:
            st.markdown(f"## {headline(plan)}")
        if most:
            st.markdown(f":material/lock: {_('Not above {amount} a month.').format(amount=amount_text(most))}")
        st.markdown(
            f":small[{_('Nothing has to be agreed on the phone. “Please send it in writing” is always an answer.')}]"
        )


def _next_sentence(case: Case, debt_id: str) -> None:
    """Draw the script one line at a time, with one big button to go on."""
    if gates_open(case, debt_id) and not st.toggle(_("Show the words all the same"), key="live_all_the_same"):
        return
    cues = phone_script(Facts.of(case.opened(), debt_id, reader_day()))
    step = min(st.session_state.get("live_step", 0), len(cues) - 1)
    with st.container(border=True):
        st.markdown(f":small[{step + 1} / {len(cues)}]")
        st.markdown(_spoken(cues[step]))
        on, before = st.columns([2, 1])
        on.button(
            _("Next sentence"),
            key="live_next",
            icon=":material/arrow_forward:",
            width="stretch",
            disabled=step == len(cues) - 1,
            on_click=_step,
            args=(step + 1,),
        )
        before.button(
            _("The one before"), key="live_back", width="stretch", disabled=not step, on_click=_step, args=(step - 1,)
        )


def _spoken(cue: Cue) -> str:
    icon, words = f":material/{ICONS[cue.kind]}:", said(cue.text)
    return f"### {icon} {words}" if cue.kind == "say" else f"{icon} {words}"


def _step(to: int) -> None:
    st.session_state["live_step"] = to


def _heard(contact_id: str) -> None:
    """Draw the buttons that note what was heard."""
    st.markdown(f"**{_('One tap to note it')}**")
    left, right = st.columns(2)
    for place, words in enumerate(HEARD):
        column = right if place % 2 else left
        column.button(_(words), key=f"heard_{place}", width="stretch", on_click=_note, args=(contact_id, _(words)))


def _note(contact_id: str, words: str) -> None:
    path = f"contacts.{contact_id}.said"
    line = f"{now():%H:%M} {words}"
    set_answer(path, f"{answer(path) or ''}\n{line}".strip())
    forget_widgets(path)


def _notes(path: str) -> None:
    """Draw the fields of the log's entry, those needed first on top."""
    left, right = st.columns(2)
    with left:
        forms.text(f"{path}.who")
    with right:
        forms.text(f"{path}.staff_number")
    forms.area(f"{path}.said")
    forms.area(f"{path}.promised")
    with st.expander(_("Firm, work order number, next step"), icon=":material/edit:"):
        forms.text(f"{path}.agency")
        forms.text(f"{path}.ticket_number")
        forms.text(f"{path}.next_step")
        forms.day(f"{path}.next_on")


def _if_they_say(debt: Debt | None) -> None:
    """Draw the answers to what they say, by a choice from the list."""
    cards = {card.line: card for card in objections_for(debt.kind.value if debt else ANY)}
    picked = st.selectbox(
        _("When the bank says …"), list(cards), index=None, placeholder=_("Please choose"), key="live_objection"
    )
    if picked:
        for words in cards[picked].answers:
            st.markdown(f"> {plain(words)}")


def _end() -> None:
    """Close the screen; the entry stays in the log."""
    st.session_state["live_ended"] = st.session_state.pop("live_call", "")
    st.rerun()


def afterwards(case: Case) -> None:
    """Draw what to do right after a call: see the entry, write down the offer."""
    ended = st.session_state.get("live_ended")
    contact = next((row for row in case.contacts if row.id == ended), None)
    if contact is None:
        return
    with st.container(border=True):
        st.markdown(f"## :material/check_circle: {_('The call is in your log')}")
        st.markdown(_("Add what you still remember now. An offer goes into chapter 5: it is worked out at once."))
        if contact.said:
            st.markdown(said(contact.said))
        st.page_link("pages/3_channel.py", label=_("Open the contact log"), icon=":material/arrow_forward:")
        st.page_link("pages/5_negotiate.py", label=_("Write the offer down"), icon=":material/arrow_forward:")
