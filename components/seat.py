"""The bank's seat: what a plan is worth to it beside collecting, suing and selling. Only for the person."""

from __future__ import annotations

from typing import Final

import streamlit as st

from accord.bank.assumptions import BANK_ASSUMPTIONS, Range
from accord.bank.seat import SECURED, Seat
from accord.budget.assumptions import Assumption
from accord.budget.means import comes_first
from accord.case import Case, Debt
from accord.charts.private import SeatPicture, bank_seat
from accord.i18n import _
from accord.options import Plan
from components import bargain, reading
from components.amounts import amount_text
from components.asked import asked_plan
from components.charts import private_chart
from components.markup import plain
from components.said import said
from components.session import current_case

PERCENT = 100.0
WIDEST: Final = {"share": 1.0, "chance_a_month": 0.10, "months": 60.0, "yuan": 100.0}
"""How far a range can be moved, by its unit; bounds of a slider, nothing more."""
FINEST: Final = {"share": 1.0, "chance_a_month": 0.1, "months": 1.0, "yuan": 1.0}
SHAPES: Final = {"share": "%.0f%%", "chance_a_month": "%.1f%%", "months": "%.0f", "yuan": "¥%.0f"}


@reading.owners_only
def full(case: Case, debt: Debt, plan: Plan) -> None:
    """Draw the whole seat, folded away; worked out only while it stands open."""
    box = st.expander(_("Go deeper: the bank's seat"), icon=":material/lock:", key=f"seat_{debt.id}", on_change="rerun")
    if not box.open:
        return
    with box:
        found = bargain.seat_of(case, debt, plan)
        if found is None:
            st.markdown(plain(_(SECURED)))
            return
        picture = bank_seat(found)
        _only_for_you()
        private_chart(picture, key=f"seat_chart_{debt.id}")
        st.markdown(f":small[{_('The stroke in each bar is the middle of the assumptions.')}]")
        _books(found)
        _why_not(picture)
        _assumptions(case)


def first_look(case: Case) -> None:
    """Draw a first look for chapter 1: the plan to begin with, beside the bank's other ways."""
    if reading.on():
        return
    debt = _looked_at(case)
    plan = asked_plan(case, debt) if debt else None
    found = bargain.seat_of(case, debt, plan) if debt and plan else None
    if found is None or plan is None:
        st.markdown(_("Once a debt and your month are entered, the ways stand here side by side, with your figures."))
        return
    _only_for_you()
    private_chart(bank_seat(found), key="seat_first_look")
    terms = _("Looked at: {plan}, {months} months of {amount}. Each bar is a range of assumptions, not a forecast.")
    amount = amount_text(plan.usual_instalment)
    st.markdown(f":small[{terms.format(plan=plain(plan.title), months=plan.months, amount=amount)}]")


def _looked_at(case: Case) -> Debt | None:
    """Return the debt the papers are about, else the first without security."""
    chosen = case.debt(case.package.debt_id)
    if chosen is not None and not comes_first(chosen):
        return chosen
    return next((debt for debt in case.debts if not comes_first(debt)), None)


def _only_for_you() -> None:
    st.markdown(f":material/lock: :small[{_('Only for you: never in papers for the bank')}]")


def _books(found: Seat) -> None:
    """Draw the loss in the bank's books apart from what the ways are worth."""
    if found.books is None or found.books.gain >= 0:
        return
    loss = _(
        "Apart from that, changed terms are booked as a loss of about {amount} at once ({share}% of what stands in the "
        "books), even where they bring in more in the end. An officer may see this figure first."
    )
    share = f"{found.books.loss_share * 100:.0f}"
    words = loss.format(amount=amount_text(-found.books.gain), share=share)
    st.markdown(f":material/account_balance: **{_('In the books')}**  \n{words}")


def _why_not(picture: SeatPicture) -> None:
    lines = "\n".join(f"- {said(reason)}" for reason in picture.why_not)
    st.markdown(f"**{_('Why an officer may still say no')}**\n{lines}")


def _assumptions(case: Case) -> None:
    """Draw every range behind it; each can be moved, none can become a point."""
    with st.expander(_("The bank's assumptions: change them"), icon=":material/tune:"):
        st.markdown(_("Nothing here says what any bank does. Sale prices come from the rules; the rest is assumed."))
        for assumption in BANK_ASSUMPTIONS:
            _range(case, assumption)
        if bargain.changed_ranges(case):
            st.button(_("Back to the assumptions as they were"), key="ranges_reset", on_click=_reset)


def _range(case: Case, assumption: Assumption) -> None:
    key, scale = f"range_{assumption.name}", _scale(assumption)
    now = bargain.bank_table(case)[assumption.name]
    st.session_state[key] = (round(now.low * scale, 2), round(now.high * scale, 2))
    st.slider(
        assumption.spoken_title,
        min_value=0.0,
        max_value=WIDEST[assumption.unit] * scale,
        step=FINEST[assumption.unit],
        key=key,
        format=SHAPES[assumption.unit],
        on_change=_move,
        args=(assumption, key),
    )
    st.markdown(f":small[{plain(assumption.spoken_source)}]")


def _scale(assumption: Assumption) -> float:
    return PERCENT if assumption.unit in {"share", "chance_a_month"} else 1.0


def _move(assumption: Assumption, key: str) -> None:
    low, high = (value / _scale(assumption) for value in st.session_state[key])
    narrowest = FINEST[assumption.unit] / _scale(assumption)
    if high - low < narrowest:
        low, high = max(0.0, low - narrowest), high + narrowest
    middle = assumption.default if low < assumption.default < high else (low + high) / 2
    bargain.change_range(current_case(), assumption.name, Range(low, middle, high))


def _reset() -> None:
    bargain.as_they_were("bank_ranges")
