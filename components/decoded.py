"""A bank's offer decoded at once, set against the person's limits, with three answers that lead to a letter."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from typing import Final

import streamlit as st

from accord.bank.counter import Counter, Weighed, weigh
from accord.budget.creditors import set_aside
from accord.budget.means import owed_parts
from accord.budget.promise import committed_elsewhere
from accord.case import Agreement, Ask, Case, Channel, Debt, Offer, OfferState, Side, next_id
from accord.i18n import N_, _
from accord.money import to_fen, to_yuan, yuan
from accord.options import Plan, attempt
from accord.options.decoding import Decoded, decode
from accord.options.recommendation import monthly_limit, usual_option
from components import bargain, forms, reading, tables
from components.amounts import amount_words
from components.asked import put_ask
from components.letter_card import letter_card
from components.page import reader_day
from components.rates import rate_words, share_words
from components.rows import append
from components.said import covered, said
from components.session import current_case, forget_widgets

DAYS_TO_THINK = 3
WRITING: Final = N_(
    "Please send me this offer in writing: amount, number of instalments, interest and fees, first due date, and what "
    "happens if one comes late. I will answer by {day}."
)
ACCEPT, COUNTER, TIME = "confirmation", "request", "hold_action"
"""The letter each answer leads to."""


def decoded(offer: Offer) -> None:
    """Draw what an offer comes to; a bank's offer also against the person's limits, with what to answer."""
    case = current_case()
    debt = case.debt(offer.debt_id)
    found = decode(offer, debt, reader_day()) if debt else None
    if debt is None or found is None:
        st.markdown(_("With months and the debt's balance, this offer is worked out here."))
        return
    weighed = _weighed(case, offer, debt, found)
    st.markdown(tables.markdown_table([_("This offer"), ""], _rows(found, weighed)))
    if offer.side is Side.BANK and weighed is not None and not reading.on():
        _limits(case, debt, weighed)
        _answers(case, offer, debt, weighed)


def _weighed(case: Case, offer: Offer, debt: Debt, found: Decoded) -> Weighed | None:
    """Weigh an offer, its promise counted with the assumptions in use and the other creditors' parts."""
    weighed = weigh(case, offer, reader_day(), weights=bargain.own_weights(case))
    if weighed is None or not offer.months:
        return weighed
    at_once = to_fen(offer.down_payment or Decimal(0))
    kept = bargain.kept(case, debt, [found.instalment] * offer.months, at_once=at_once)
    return replace(weighed, promise=kept)


def _rows(found: Decoded, weighed: Weighed | None) -> list[list[str]]:
    return [
        [_("each month"), amount_words(found.instalment)],
        [_("paid in all"), amount_words(found.total_paid)],
        [_("yearly rate (IRR×12)"), rate_words(found.nominal_rate)],
        [_("yearly rate (compound, EIR)"), rate_words(found.effective_rate)],
        [_("part of what you can pay"), share_words(weighed.share_of_surplus if weighed else None)],
    ]


def _limits(case: Case, debt: Debt, weighed: Weighed) -> None:
    """Draw each limit with whether it is met: the ceiling, the other creditors, 8 times in 10. Private."""
    st.markdown(f":material/lock: **{_('Against your limits')}**")
    lines = [_line(met=weighed.affordable, words=weighed.sentences()[0])] if weighed.gap is not None else []
    lines += _others(case, debt, weighed)
    if weighed.promise is not None:
        lines.append(_line(met=weighed.promise.holds, words=weighed.promise.words))
    if not lines:
        lines.append(_("Enter your month in chapter 4 and your limit in chapter 2, and the offer is set against them."))
    st.markdown("\n\n".join(lines))
    others = set_aside(case, debt)
    if others:
        text = _("Counted with {amount} a month for your other debts, so that they are paid as well.")
        st.markdown(f":small[{said(text.format(amount=amount_words(others)))}]")


def _others(case: Case, debt: Debt, weighed: Weighed) -> list[str]:
    """Return whether the other creditors can still be paid: what is agreed with them, and their fair parts."""
    lines = [_line(met=False, words=conflict.speak()) for conflict in weighed.conflicts]
    agreed = committed_elsewhere(case, debt.id)
    if agreed and not weighed.conflicts:
        lines.append(_line(met=True, words=_("What is agreed with your other creditors can still be paid.")))
    part = monthly_limit(case, debt)
    if part is not None and set_aside(case, debt) > agreed:
        text = _("Shared fairly between all of them, {amount} a month is for this creditor.").format(amount=yuan(part))
        lines.append(_line(met=weighed.decoded.instalment <= part, words=text))
    return lines


def _line(*, met: bool, words: str) -> str:
    return f"{':material/check_circle:' if met else ':material/error:'} {said(words)}"


def _answers(case: Case, offer: Offer, debt: Debt, weighed: Weighed) -> None:
    """Draw the counter-offer and the three answers; the chosen one opens its letter right here."""
    if offer.state is not OfferState.OPEN:
        _letter(case, offer, debt)
        return
    st.markdown(f"**{_('What you can answer')}**")
    st.markdown(said(weighed.sentences()[-1]))
    if weighed.today_only:
        st.markdown(f":material/schedule: {said(weighed.sentences()[-2])}")
    done = [
        st.button(
            _("Accept, and have it confirmed"), key=f"accept_{offer.id}", icon=":material/check:", width="stretch"
        ),
        weighed.counter is not None
        and st.button(_("Make the counter-offer"), key=f"counter_{offer.id}", icon=":material/reply:", width="stretch"),
        st.button(
            _("Ask for it in writing, and for time"),
            key=f"time_{offer.id}",
            icon=":material/schedule:",
            width="stretch",
        ),
    ]
    if any(done):
        (_accept, _counter, _take_time)[done.index(True)](case, offer, debt, weighed)
        st.rerun()
    _letter(case, offer, debt)


def _accept(case: Case, offer: Offer, debt: Debt, weighed: Weighed) -> None:
    """Note the offer as accepted and begin its agreement, so that chapter 6 knows what was agreed."""
    _settle(offer, OfferState.ACCEPTED, ACCEPT)
    if any(row.debt_id == debt.id for row in case.agreements):
        return
    made = Agreement(
        id=next_id("agreement", case.agreements),
        debt_id=debt.id,
        agreed_on=reader_day(),
        how=Channel.PHONE,
        total=to_yuan(weighed.decoded.amount),
        months=offer.months,
        instalment=to_yuan(weighed.decoded.instalment),
    )
    append("agreements", made)


def _counter(case: Case, offer: Offer, debt: Debt, weighed: Weighed) -> None:
    """Put the counter-offer into the ledger and make it the ask, so that the letter asks for it."""
    _settle(offer, OfferState.COUNTERED, COUNTER)
    if weighed.counter is None:
        return
    mine = weighed.counter.offer.model_copy(update={"id": next_id("offer", case.offers)})
    append("offers", mine)
    ask = _as_ask(case, debt, weighed.counter)
    if ask is not None:
        put_ask(ask)


def _as_ask(case: Case, debt: Debt, counter: Counter) -> Ask | None:
    """Return the counter-offer as an ask that the letter can be written from; None where no way has its terms."""
    offer, kept = counter.offer, case.ask(debt.id)
    waived = to_fen(offer.waived or Decimal(0))
    share = Decimal(waived) / max(1, owed_parts(debt).beyond_principal)
    ask = Ask(
        debt_id=debt.id,
        months=offer.months,
        annual_rate=offer.annual_rate,
        down_payment=offer.down_payment,
        waived_share=min(Decimal(1), round(share, 4)) if waived else None,
        first_due=kept.first_due if kept else None,
    )
    for way in (*(("waiver",) if waived else ()), usual_option(debt)):
        made = attempt(way, debt, ask, reader_day())
        if isinstance(made, Plan):
            return made.asked
    return None


def _take_time(_case: Case, offer: Offer, _debt: Debt, _weighed: Weighed) -> None:
    _settle(offer, OfferState.OPEN, TIME)


def _settle(offer: Offer, state: OfferState, letter_id: str) -> None:
    offer.state = state
    forget_widgets(f"offers.{offer.id}.state")
    st.session_state["offer_next"] = (offer.id, letter_id)
    st.session_state["opened_row"] = f"offers.{offer.id}"


def _letter(case: Case, offer: Offer, debt: Debt) -> None:
    """Draw the letter that the answer given last leads to."""
    chosen, letter_id = st.session_state.get("offer_next", ("", ""))
    if chosen != offer.id:
        return
    if letter_id == TIME:
        _words_for_time(offer)
    if letter_id == ACCEPT:
        st.page_link(
            "pages/6_follow_up.py", label=_("Chapter 6 keeps both sides to it"), icon=":material/arrow_forward:"
        )
    with st.container(border=True):
        letter_card(case, letter_id, f"offer_{offer.id}_{letter_id}", debt_id=debt.id)


def _words_for_time(offer: Offer) -> None:
    """Draw the sentence to say or send now, and the day by which the answer comes."""
    day = reader_day() + timedelta(days=DAYS_TO_THINK)
    if offer.valid_until is not None and offer.valid_until > reader_day():
        day = min(day, offer.valid_until)
    st.markdown(f"**{_('To say or to send')}**")
    st.code(covered(_(WRITING).format(day=f"{day:%Y-%m-%d}")), language=None, wrap_lines=True)
    forms.day("position.plan_by")
